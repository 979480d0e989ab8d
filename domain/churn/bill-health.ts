import { addMonths, type Day, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { SignalFacts } from './facts.ts'
import type { SignalSettings } from './signal-settings.ts'

export type Bill = { month: Month; fen: Fen }

/** The four components of a customer's "health", each null where too few months are known. */
export type BillHealth = {
  /** Mean of the last three months against the first three of up to twelve, as a share: −0.25 = a quarter less. Needs 9 months. */
  longTrend: number | null
  /** Mean of the last two months against the three before. Needs 5 months. */
  shortTrend: number | null
  /** The last bill against the median of the months before; 1 = as usual. Needs 4 months. */
  level: number | null
  /** How much of what the bill lost in falls came back in rises, 0…1; 1 when it never fell by much. Needs 6 months. The source
   * names elasticity without a formula; this reading, whether a customer springs back, is ours. */
  elasticity: number | null
}

type Known = Bill[]

/** Whole months only (the running month's bill is not one yet), the unbroken run up to the latest, at most twelve, oldest first.
 * None when the latest is old: "lately" must mean lately. */
const billsBefore = (bills: readonly Bill[], asOf: Day): Known => {
  const now = monthOf(asOf)
  const newestFirst = bills.filter(({ month }) => month < now).toSorted((a, b) => (a.month < b.month ? 1 : -1))
  const latest = newestFirst[0]?.month ?? ''
  if (!isFresh(latest, asOf)) return []
  const run = monthsBack(latest)
  const broken = newestFirst.findIndex(({ month }, i) => month !== run[i])
  return newestFirst.slice(0, broken < 0 ? 12 : Math.min(12, broken)).reverse()
}

const runs = new Map<Month, readonly Month[]>()

/** The twelve months up to one, newest first; a branch's customers ask for the same few again and again. */
const monthsBack = (latest: Month): readonly Month[] => {
  const known = runs.get(latest)
  if (known) return known
  const run = Array.from({ length: 12 }, (_, i) => addMonths(latest, -i))
  runs.set(latest, run)
  return run
}

/** Months come in late: the month before last still counts as present. */
export const isFresh = (latest: Month, asOf: Day): boolean => latest >= addMonths(monthOf(asOf), -2)

const mean = (bills: Known): number => bills.reduce((sum, bill) => sum + bill.fen, 0) / Math.max(1, bills.length)

const median = (bills: Known): number => {
  const sorted = bills.map((bill) => bill.fen).toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const change = (from: number, to: number): number | null => (from > 0 ? to / from - 1 : null)

const swings = (bills: Known): { fell: number; came: number } => {
  let [fell, came] = [0, 0]
  bills.forEach((bill, i) => {
    const step = i === 0 ? 0 : bill.fen - (bills[i - 1]?.fen ?? 0)
    if (step < 0) fell -= step
    else if (fell > 0) came += step
  })
  return { fell, came: Math.min(fell, came) }
}

export const billHealth = (bills: readonly Bill[], asOf: Day, settings: SignalSettings['bills']): BillHealth =>
  healthOf(billsBefore(bills, asOf), settings)

const healthOf = (known: Known, settings: SignalSettings['bills']): BillHealth => {
  const usual = median(known.slice(0, -1))
  const { fell, came } = swings(known)
  return {
    longTrend: known.length < 9 ? null : change(mean(known.slice(0, 3)), mean(known.slice(-3))),
    shortTrend: known.length < 5 ? null : change(mean(known.slice(-5, -2)), mean(known.slice(-2))),
    level: known.length < 4 || usual <= 0 ? null : (known.at(-1)?.fen ?? 0) / usual,
    elasticity: known.length < 6 ? null : fell >= settings.elasticityFall * mean(known) && fell > 0 ? came / fell : 1,
  }
}

/** The components that fell below their borders, as sentences with their months. */
export const billSignals = (
  bills: readonly Bill[],
  asOf: Day,
  settings: SignalSettings['bills'],
): Said<SignalFacts>[] => {
  const known = billsBefore(bills, asOf)
  const health = healthOf(known, settings)
  const [first, last] = [known[0], known.at(-1)]
  const before = known.at(-5)
  const found: Said<SignalFacts>[] = []
  if (!first || !last) return found
  const fen = (part: Known): Fen => Math.round(mean(part))
  if (health.longTrend !== null && health.longTrend <= -settings.longFall) {
    const ends = { from: fen(known.slice(0, 3)), fromMonth: first.month, to: fen(known.slice(-3)), toMonth: last.month }
    found.push({ code: 'signal.bill_long', params: { ...ends, months: known.length } })
  }
  if (before && health.shortTrend !== null && health.shortTrend <= -settings.shortFall) {
    const ends = {
      from: fen(known.slice(-5, -2)),
      fromMonth: before.month,
      to: fen(known.slice(-2)),
      toMonth: last.month,
    }
    found.push({ code: 'signal.bill_short', params: ends })
  }
  if (health.level !== null && health.level < settings.lowLevel)
    found.push({
      code: 'signal.bill_level',
      params: { now: last.fen, month: last.month, usual: Math.round(median(known.slice(0, -1))) },
    })
  if (health.elasticity !== null && health.elasticity < settings.elasticityBack) {
    const { fell, came } = swings(known)
    found.push({ code: 'signal.bill_elasticity', params: { fell, came, fromMonth: first.month, toMonth: last.month } })
  }
  return found
}
