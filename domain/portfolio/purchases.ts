/** What is known of one customer's buying where nobody says goodbye (an outlet that orders, a prepaid number that is topped up). Any unit of
 * time, the same throughout. */
export type Purchases = {
  /** Purchases after the first. */
  repeats: number
  /** Time from the first purchase to the last; 0 without repeats. */
  last: number
  /** Time from the first purchase to today. */
  watched: number
}

/** The purchase days of one customer, as times in any order, put together. Purchases at one and the same time count once; those after
 * `today` are left out. `null` when nothing was bought yet. */
export const purchasesOf = (times: readonly number[], today: number): Purchases | null => {
  const own = [...new Set(times.filter((time) => time <= today))].sort((a, b) => a - b)
  const [first] = own
  if (first === undefined) return null
  return { repeats: own.length - 1, last: (own.at(-1) ?? first) - first, watched: today - first }
}

/** Customers who bought alike, counted once: a likelihood over a million customers is one over a few thousand patterns. */
export const patternsOf = (customers: readonly Purchases[]): { pattern: Purchases; customers: number }[] => {
  const patterns = new Map<string, { pattern: Purchases; customers: number }>()
  for (const pattern of customers) {
    const key = `${pattern.repeats} ${pattern.last} ${pattern.watched}`
    const seen = patterns.get(key)
    if (seen) seen.customers++
    else patterns.set(key, { pattern, customers: 1 })
  }
  return [...patterns.values()]
}

/** Too few to learn four numbers from. */
const LEAST_REPEATERS = 10

/** Can a buying model be learnt from these? Not from fewer than ten who ever came back, nor from times that contradict each other. */
export const canLearnBuying = (customers: readonly Purchases[]): boolean =>
  customers.filter(({ repeats }) => repeats > 0).length >= LEAST_REPEATERS &&
  customers.every(
    ({ repeats, last, watched }) => repeats >= 0 && last >= 0 && last <= watched && (repeats > 0 || last === 0),
  )
