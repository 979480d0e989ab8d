import type { Id } from '#domain/kernel/id.ts'
import { type Figure, figureOf, type RecordQuery } from './figure.ts'

/** Days since the last contact, both ends included; the last has no end. */
export const coverageBuckets: readonly { from: number; to: number | null }[] = [
  { from: 0, to: 7 },
  { from: 8, to: 15 },
  { from: 16, to: 30 },
  { from: 31, to: 45 },
  { from: 46, to: 90 },
  { from: 91, to: 180 },
  { from: 181, to: null },
]

/**
 * A customer, or several who stand alike (`customers`). `days` is `null` when there was never a contact; `every` is the
 * cadence, `null` for none.
 */
export type Covered = { tier: string; days: number | null; every: number | null; customers?: number }

export type CoverageRow = {
  tier: string
  customers: number
  /** Customers by bucket; those never contacted stand in the last. */
  counts: number[]
  /** Those of each bucket past their cadence: exact, also where the cadence falls inside a bucket. */
  past: number[]
  never: number
  /** The bucket right of the bold line: the first that lies wholly past the cadence; `null` when customers of the tier differ. */
  border: number | null
}

export type Coverage = { rows: CoverageRow[]; inCadence: Figure; past: number }

const sizeOf = (covered: readonly Covered[]): number => covered.reduce((sum, { customers = 1 }) => sum + customers, 0)

const bucketOf = (days: number | null): number => {
  const at = coverageBuckets.findIndex(({ to }) => days !== null && (to === null || days <= to))
  return at < 0 ? coverageBuckets.length - 1 : at
}

/** Past its cadence: the interval is over, or there was never a contact. On the last day itself it is still in time. */
export const isPastCadence = ({ days, every }: Covered): boolean => every !== null && (days === null || days > every)

/** Customers by tier and days since the last contact, with the line of the cadence. `tiers` gives the rows, highest first. */
export const coverageOf = (
  customers: readonly Covered[],
  tiers: readonly string[],
  where: { unit: Id | null; day: string },
): Coverage => {
  const rows = tiers.map((tier) =>
    rowOf(
      tier,
      customers.filter((customer) => customer.tier === tier),
    ),
  )
  const counted = customers.filter(({ tier, every }) => tiers.includes(tier) && every !== null)
  const past = sizeOf(counted.filter(isPastCadence))
  const withCadence = sizeOf(counted)
  const open = (query: RecordQuery['query']): RecordQuery => ({ query, where })
  return {
    rows,
    past,
    inCadence: figureOf(
      { numerator: withCadence - past, denominator: withCadence },
      {
        formula: 'figure.contactedInCadence',
        numerator: open('customers.inCadence'),
        denominator: open('customers.withCadence'),
      },
    ),
  }
}

const rowOf = (tier: string, customers: readonly Covered[]): CoverageRow => {
  const counts = coverageBuckets.map(() => 0)
  const past = coverageBuckets.map(() => 0)
  for (const customer of customers) {
    const at = bucketOf(customer.days)
    const size = sizeOf([customer])
    counts[at] = (counts[at] ?? 0) + size
    if (isPastCadence(customer)) past[at] = (past[at] ?? 0) + size
  }
  const cadences = new Set(customers.map(({ every }) => every))
  const [every] = cadences
  const border =
    cadences.size === 1 && every !== null && every !== undefined
      ? coverageBuckets.findIndex(({ from }) => from > every)
      : -1
  const never = sizeOf(customers.filter(({ days }) => days === null))
  return { tier, customers: sizeOf(customers), counts, past, never, border: border < 0 ? null : border }
}
