import { type Interval, Z95 } from '#domain/statistics/interval.ts'

/** How long one customer has been seen to stay. Any unit, the same throughout (we use months). */
export type Stay = {
  /** Age of the relationship when the watching ended: the customer left, or the data did. */
  until: number
  left: boolean
  /** Age at which the watching began, 0 when absent. Who left before our records begin was never seen, so a customer who joined
   * earlier must not count as one who could have left back then. */
  from?: number
}

/** A stay that so many customers had alike; one unless said. Only curves count it. */
export type Stays = Stay & { customers?: number }

/** One age at which the watching of somebody ended; `left` of them left the company. */
export type SurvivalStep = {
  time: number
  atRisk: number
  left: number
  /** Share of customers who stay longer than this, with the 95 % interval; `error` is its standard error. */
  stay: Interval
  error: number
}

/** A survival curve as steps; plain JSON. */
export type SurvivalCurve = {
  customers: number
  leavers: number
  steps: SurvivalStep[]
  /** Who was watched only from some age on: ages, rising, and how many customers each; nobody where all were watched from the start. */
  entries?: [from: number, customers: number][]
}

type Moment = { time: number; atRisk: number; left: number }

const usable = ({ from = 0, until }: Stay): boolean => Number.isFinite(until) && from >= 0 && until > from

/** At each age somebody was last seen: how many could have left, and how many did. */
export const momentsOf = (stays: readonly Stays[]): Moment[] => {
  const own = stays.filter(usable)
  const ends = own.toSorted((a, b) => a.until - b.until)
  const starts = own.toSorted((a, b) => (a.from ?? 0) - (b.from ?? 0))
  const moments: Moment[] = []
  let [begun, ended, next] = [0, 0, 0]
  for (let i = 0; i < ends.length;) {
    const time = ends[i]?.until ?? 0
    for (; next < starts.length && (starts[next]?.from ?? 0) < time; next++) begun += starts[next]?.customers ?? 1
    const atRisk = begun - ended
    let left = 0
    for (; i < ends.length && ends[i]?.until === time; i++) {
      const customers = ends[i]?.customers ?? 1
      ended += customers
      left += ends[i]?.left ? customers : 0
    }
    moments.push({ time, atRisk, left })
  }
  return moments
}

const CERTAIN: Interval = { value: 1, low: 1, high: 1 }

/** On the log(−log) scale, which keeps it within 0…1. When nobody is left the interval is 0 up to where it was before. */
export const stayInterval = (value: number, spread: number, before: number): Interval => {
  if (value <= 0) return { value: 0, low: 0, high: before }
  const half = (Z95 * Math.sqrt(spread)) / Math.abs(Math.log(value))
  return { value, low: value ** Math.exp(half), high: value ** Math.exp(-half) }
}

/** The share of customers still there by age, by Kaplan & Meier (JASA 1958) with Greenwood's error (1926): customers still there count
 * for as long as they were seen. A stay that ends where it began (tenure 0) or is no number says nothing and is left out. Agrees with R
 * `survfit(conf.type = "log-log")`. */
export const survivalOf = (stays: readonly Stays[]): SurvivalCurve => {
  const moments = momentsOf(stays)
  const steps: SurvivalStep[] = []
  let [value, spread, before] = [1, 0, 1]
  for (const { time, atRisk, left } of moments) {
    value *= 1 - left / atRisk
    if (left > 0) spread += left / (atRisk * (atRisk - left))
    const stay = value === 1 ? CERTAIN : stayInterval(value, spread, before)
    before = stay.high
    steps.push({ time, atRisk, left, stay, error: value > 0 ? value * Math.sqrt(spread) : 0 })
  }
  return {
    customers: stays.filter(usable).reduce((sum, { customers = 1 }) => sum + customers, 0),
    leavers: moments.reduce((sum, { left }) => sum + left, 0),
    steps,
    ...lateEntries(stays),
  }
}

const lateEntries = (stays: readonly Stays[]): Pick<SurvivalCurve, 'entries'> => {
  const late = new Map<number, number>()
  for (const { from = 0, customers = 1 } of stays.filter(usable))
    if (from > 0) late.set(from, (late.get(from) ?? 0) + customers)
  return late.size === 0 ? {} : { entries: [...late].toSorted((a, b) => a[0] - b[0]) }
}

/** The longest stay seen, 0 for nobody: beyond it a curve knows nothing. */
export const longestStay = (curve: SurvivalCurve): number => curve.steps.at(-1)?.time ?? 0

/** Share who stay longer than `time`; `null` beyond the longest stay seen, where the curve would be a guess. */
export const stayAt = (curve: SurvivalCurve, time: number): Interval | null => {
  if (curve.customers === 0 || time > longestStay(curve)) return null
  return curve.steps.findLast((step) => step.time <= time)?.stay ?? CERTAIN
}

/** The age by which half have left, with its interval (Brookmeyer & Crowley, Biometrics 1982); `null` where the curve never falls so
 * far. */
export const medianStay = (curve: SurvivalCurve): { value: number | null; low: number | null; high: number | null } => {
  const reached = (of: (stay: Interval) => number): number | null =>
    curve.steps.find(({ stay }) => of(stay) <= 0.5 + 1e-12)?.time ?? null
  return { value: reached(({ value }) => value), low: reached(({ low }) => low), high: reached(({ high }) => high) }
}

/** Mean time a customer stays within the first `horizon`, the area under the curve, with its standard error and interval (Irwin 1949);
 * `null` when nobody was seen for that long. Money a customer brings in that time is this times what a month brings. */
export const meanStay = (curve: SurvivalCurve, horizon: number): (Interval & { error: number }) | null => {
  if (curve.customers === 0 || horizon > longestStay(curve)) return null
  const steps = curve.steps.filter(({ time }) => time < horizon)
  const areas = steps.map(({ time, stay }, i) => stay.value * ((steps[i + 1]?.time ?? horizon) - time))
  const value = (steps[0]?.time ?? horizon) + areas.reduce((sum, area) => sum + area, 0)
  let rest = 0
  let spread = 0
  for (let i = steps.length - 1; i >= 0; i--) {
    const { atRisk = 1, left = 0 } = steps[i] ?? {}
    rest += areas[i] ?? 0
    if (atRisk > left) spread += (rest * rest * left) / (atRisk * (atRisk - left))
  }
  const error = Math.sqrt(spread)
  return { value, error, low: Math.max(0, value - Z95 * error), high: Math.min(horizon, value + Z95 * error) }
}
