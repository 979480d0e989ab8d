import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { ReasonId } from './case-reason.ts'

/** A sign that was shown beside a risk. */
export type ShownSign = Said & { changeable: boolean }

/** One customer: what was shown while nobody had asked yet, and what they said when asked, or what we wrote down when they had gone. */
export type ShownAndSaid = {
  customerId: Id
  shown: readonly ShownSign[]
  said: readonly ReasonId[]
  voice: 'customer' | 'us'
}

export type ReasonCount = { reason: ReasonId; customers: number }

export type SignRow = {
  /** A signal's code; for a column of the model its Chinese name, which stands in the sentence. */
  sign: string
  /** The column's names; null for a signal, which the screen names. */
  names: { zh: string; en: string } | null
  changeable: boolean
  customers: number
  /** In the customers' own voice, and in ours; the most often named first. */
  said: ReasonCount[]
  written: ReasonCount[]
}

export type ShownAndSaidTable = {
  customers: number
  /** Of them, those of whom nothing had been shown. */
  unshown: number
  rows: SignRow[]
  least: number
  /** Enough customers to be read as more than single stories. */
  enough: boolean
}

/** With fewer the counts are single stories. */
const LEAST = 20

const keyOf = ({ code, params }: Said): Pick<SignRow, 'sign' | 'names'> => {
  const { zh, en } = params as { zh?: unknown; en?: unknown }
  return typeof zh === 'string' && typeof en === 'string'
    ? { sign: zh, names: { zh, en } }
    : { sign: code, names: null }
}

const counts = (records: readonly ShownAndSaid[], voice: ShownAndSaid['voice']): ReasonCount[] => {
  const found = new Map<ReasonId, number>()
  for (const { said } of records.filter((each) => each.voice === voice))
    for (const reason of new Set(said)) found.set(reason, (found.get(reason) ?? 0) + 1)
  return [...found]
    .map(([reason, customers]) => ({ reason, customers }))
    .toSorted((a, b) => b.customers - a.customers || (a.reason < b.reason ? -1 : 1))
}

/**
 * What the warning showed against what customers said: how often each sign stood beside each reason, and no more than that. A sign is no cause, so
 * none is called right or wrong; what the lead sees is which reasons the warning never hints at. [R-11][R-13][M-07]
 */
export const shownAndSaid = (records: readonly ShownAndSaid[]): ShownAndSaidTable => {
  const asked = records.filter(({ said }) => said.length > 0)
  const signs = asked.flatMap((record) => record.shown.map((sign) => ({ ...keyOf(sign), shown: sign, record })))
  const rows = [...Map.groupBy(signs, ({ sign }) => sign)].flatMap(([sign, own]): SignRow[] => {
    const [first] = own
    if (!first) return []
    const mine = [...new Set(own.map(({ record }) => record))]
    return [
      {
        sign,
        names: first.names,
        changeable: first.shown.changeable,
        customers: mine.length,
        said: counts(mine, 'customer'),
        written: counts(mine, 'us'),
      },
    ]
  })
  return {
    customers: asked.length,
    unshown: asked.filter(({ shown }) => shown.length === 0).length,
    rows: rows.toSorted((a, b) => b.customers - a.customers || (a.sign < b.sign ? -1 : 1)),
    least: LEAST,
    enough: asked.length >= LEAST,
  }
}
