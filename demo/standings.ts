import type { CustomerKind } from '#domain/customer/kind.ts'
import { addMonths, type Day, type Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { type SignalScore, signalScore } from '#domain/churn/signals.ts'
import { startingRules } from '#domain/portfolio/presets.ts'
import { fullStanding } from '#domain/portfolio/standing.ts'
import { AS_OF, ENTERED_AT, LAST_MONTH } from './moment.ts'
import type { Rows } from './rows.ts'

type Bill = { customer_id: Id; month: number; amount_fen: number }
type Case = { customer_id: Id; kind: string; opened_at: Date; closed_at: Date | null }
type Sighting = { customer_id: Id; seen_on: Day; source: string; what: string; competitor: string | null }
type Owed = { customer_id: Id; state: string; due_at: Date }
type Customer = { id: Id; kind: CustomerKind; dossier: { contractUntil?: Day }; last_touch_at: Date | null }

/** The last two months' standings, with warning signals: what lists and the value page show until a model is trained. */
export const tellStandings = (rows: Rows): void => {
  rows.add('tier_rule', { version: 1, definition: startingRules, actor_id: null, since: ENTERED_AT })
  for (const month of [addMonths(LAST_MONTH, -1), LAST_MONTH]) tellMonth(rows, month)
}

const tellMonth = (rows: Rows, month: Month): void => {
  const gone = new Set(
    rows
      .all<{ customer_id: Id; status: string; main: boolean }>('member')
      .flatMap((m) => (m.main && m.status === 'left' ? [m.customer_id] : [])),
  )
  const customers = rows
    .all<Customer>('customer')
    .map(({ id, kind }) => ({ customerId: id, kind, present: !gone.has(id) }))
  const bills = rows
    .all<Bill>('bill')
    .map((bill) => ({ customerId: bill.customer_id, month: monthText(bill.month), paid: bill.amount_fen }))
  const standing = fullStanding({ branchId: 1, month, customers, rules: startingRules }, bills)
  if (!standing.ok) throw new Error(standing.error.code)
  const scores = month === LAST_MONTH ? signalScores(rows, bills) : new Map<Id, SignalScore>()
  rows.add('standing_month', {
    month: number(month),
    computed_at: ENTERED_AT,
    rule_version: 1,
    summary: { of: standing.value.of, borders: standing.value.borders },
  })
  for (const row of standing.value.rows) {
    const score = row.state === 'left' ? undefined : scores.get(row.customerId)
    rows.add('standing', {
      month: number(month),
      customer_id: row.customerId,
      paid12_fen: row.months === 0 ? null : row.paid12,
      months_billed: row.months,
      rank: row.rank,
      top_share: row.top,
      tier: row.tier,
      risk: null,
      signal_points: score?.score ?? null,
      band: score?.band ?? null,
      reasons: score?.reasons ?? [],
    })
  }
}

const number = (month: Month): number => Number(month.replace('-', ''))

const monthText = (month: number): Month => `${String(month).slice(0, 4)}-${String(month).slice(4)}`

const signalScores = (
  rows: Rows,
  bills: readonly { customerId: Id; month: Month; paid: number }[],
): Map<Id, SignalScore> => {
  const billsOf = Map.groupBy(bills, (bill) => bill.customerId)
  const casesOf = Map.groupBy(rows.all<Case>('service_case'), (one) => one.customer_id)
  const sightingsOf = Map.groupBy(rows.all<Sighting>('sighting'), (one) => one.customer_id)
  const brokenOf = Map.groupBy(
    rows.all<Owed>('promise').filter(({ state }) => state === 'broken'),
    (one) => one.customer_id,
  )
  const scored = rows.all<Customer>('customer').flatMap(({ id, dossier, last_touch_at }) => {
    const seen = sightingsOf.get(id) ?? []
    const monthly = Map.groupBy(billsOf.get(id) ?? [], (bill) => bill.month)
    const score = signalScore(
      {
        bills: [...monthly].map(([month, parts]) => ({ month, fen: parts.reduce((sum, { paid }) => sum + paid, 0) })),
        contractEnds: dossier.contractUntil ?? null,
        complaints: (casesOf.get(id) ?? [])
          .filter(({ kind }) => kind === 'complaint')
          .map(({ opened_at, closed_at }) => ({
            opened: dayOfInstant(opened_at),
            closed: closed_at ? dayOfInstant(closed_at) : null,
          })),
        portOutAsked: seen.findLast(({ what }) => what.includes('携号转网'))?.seen_on ?? null,
        competitors: seen
          .filter(({ competitor }) => competitor !== null)
          .map(({ seen_on, competitor }) => ({ seen: seen_on, name: competitor })),
        brokenPromises: (brokenOf.get(id) ?? []).map(({ due_at }) => dayOfInstant(due_at)),
        ...(last_touch_at ? { lastContact: dayOfInstant(last_touch_at) } : {}),
      },
      AS_OF,
    )
    if (!score.ok) throw new Error(JSON.stringify(score.error))
    return [[id, score.value] as const]
  })
  return new Map(scored)
}

const dayOfInstant = (instant: Date): Day => new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 10)
