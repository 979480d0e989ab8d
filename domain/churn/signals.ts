import { type Day, isDay, isMonth, monthOf } from '#domain/kernel/day.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type BillHealth, billHealth } from './bill-health.ts'
import type { SignalFacts, SignalRefusalFacts } from './facts.ts'
import { type KnownCustomer, SIGNAL_RULES } from './signal-rules.ts'
import { type SignalSettings, STARTING_SIGNALS } from './signal-settings.ts'

export type SignalBand = 'low' | 'raised' | 'high'

/** One signal and the points it adds. */
export type SignalPart = { points: number; changeable: boolean; said: Said<SignalFacts> }

export type SignalScore = {
  /** 0…100, the parts' points added up and held at 100. Not a probability. */
  score: number
  band: SignalBand
  /** At most three, most points first. */
  reasons: SignalPart[]
  /** All the score is made of. */
  parts: SignalPart[]
  /** The four components behind the bill signals, also when none of them spoke. */
  health: BillHealth
}

type Named = { what: string; day: Day }

const happened = (known: KnownCustomer): Named[] => {
  const one = (what: string, day: Day | null | undefined): Named[] => (day ? [{ what, day }] : [])
  return [
    ...(known.complaints ?? []).flatMap(({ opened, closed }) => [
      { what: 'complaint.opened', day: opened },
      ...one('complaint.closed', closed),
    ]),
    ...(known.competitors ?? []).map(({ seen }) => ({ what: 'competitor.seen', day: seen })),
    ...(known.brokenPromises ?? []).map((day) => ({ what: 'promise.due', day })),
    ...one('portOutAsked', known.portOutAsked),
    ...one('birthdayMissed', known.birthdayMissed),
    ...one('managerChanged', known.managerChanged),
    ...one('forwardingSince', known.forwardingSince),
    ...one('lastContact', known.lastContact),
    ...one('customerSince', known.customerSince),
  ]
}

const refusalOf = (known: KnownCustomer, asOf: Day): Said<SignalRefusalFacts> | undefined => {
  if (!isDay(asOf)) return { code: 'signal.as_of_unreadable', params: { value: asOf } }
  const days = happened(known)
  const ahead = known.contractEnds ? [{ what: 'contractEnds', day: known.contractEnds }] : []
  const unreadable = [...days, ...ahead].find(({ day }) => !isDay(day))
  if (unreadable) return { code: 'signal.day_unreadable', params: { what: unreadable.what, value: unreadable.day } }
  const future = days.find(({ day }) => day > asOf)
  if (future) return { code: 'signal.future_day', params: { ...future, asOf } }
  for (const [what, list] of [
    ['bill', known.bills],
    ['use', known.use],
  ] as const) {
    const months = (list ?? []).map(({ month }) => month)
    const wrong = months.find((month) => !isMonth(month))
    if (wrong !== undefined) return { code: 'signal.day_unreadable', params: { what, value: wrong } }
    const late = months.find((month) => month > monthOf(asOf))
    if (late !== undefined) return { code: 'signal.future_day', params: { what, day: late, asOf } }
    const twice = new Set(months).size === months.length ? undefined : months.find((m, i) => months.indexOf(m) !== i)
    if (twice !== undefined) return { code: 'signal.month_twice', params: { month: twice } }
  }
  return undefined
}

const bandOf = (score: number, bands: SignalSettings['bands']): SignalBand =>
  score >= bands.high ? 'high' : score >= bands.raised ? 'raised' : 'low'

/** How strongly what is known of a customer warns of leaving, where no labels exist to train on: points a signal, added up,
 * nothing hidden. Refuses days that cannot be, naming them. */
export const signalScore = (
  known: KnownCustomer,
  asOf: Day,
  settings: SignalSettings = STARTING_SIGNALS,
): Result<SignalScore, Said<SignalRefusalFacts>> => {
  const refusal = refusalOf(known, asOf)
  if (refusal) return refuse(refusal)
  const parts = SIGNAL_RULES.flatMap(({ changeable, speak }) =>
    speak(known, asOf, settings).map(({ said, times }) => ({
      points: times * settings.points[said.code],
      changeable,
      said,
    })),
  ).toSorted((a, b) => b.points - a.points)
  const score = Math.min(
    100,
    parts.reduce((sum, part) => sum + part.points, 0),
  )
  return ok({
    score,
    band: bandOf(score, settings.bands),
    reasons: parts.slice(0, 3),
    parts,
    health: billHealth(known.bills ?? [], asOf, settings.bills),
  })
}
