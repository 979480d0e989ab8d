import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { type Tier, tiersOf, type TierRules } from './rules.ts'
import type { Standing, StandingMonth } from './standing.ts'

/** Where a customer stands in a month: a tier, or one of the two below. */
export type Spot = Tier

/** Present, but without a tier. */
export const noTier: Spot = '—'

/** Not there: left, or not yet a customer. */
export const away: Spot = '×'

export type Movement = {
  from: Month
  to: Month
  kind: CustomerKind
  /** Rows and columns of `count`, tiers highest first, then `noTier`, then `away` (not there). */
  spots: Spot[]
  count: number[][]
  up: number
  down: number
  left: number
  entered: number
}

const spotOf = (row: Standing | undefined, tiers: readonly Tier[]): Spot => {
  if (!row?.present) return away
  return row.tier !== null && tiers.includes(row.tier) ? row.tier : noTier
}

/** Counts of customers by where they were and where they are, for one kind. Rows are before, columns after. [K-03] */
export const movementOf = (
  before: StandingMonth,
  after: StandingMonth,
  rules: TierRules,
  kind: CustomerKind,
): Movement => {
  const tiers = tiersOf(rules, kind)
  const moved = steps(before, after, tiers, kind).map((step) => ({ ...step, customers: 1 }))
  return movementOfCounts({ from: before.month, to: after.month, kind }, tiers, moved)
}

/** The same from counts already made, as a database makes them; spots that are no tier of the rules count as `noTier`. */
export const movementOfCounts = (
  of: Pick<Movement, 'from' | 'to' | 'kind'>,
  tiers: readonly Tier[],
  moved: Iterable<{ from: Spot; to: Spot; customers: number }>,
): Movement => {
  const spots: Spot[] = [...tiers, noTier, away]
  const count = spots.map(() => spots.map(() => 0))
  const movement: Movement = { ...of, spots, count, up: 0, down: 0, left: 0, entered: 0 }
  const placeOf = (spot: Spot): number => spots.indexOf(spots.includes(spot) ? spot : noTier)
  for (const { from, to, customers } of moved) {
    const i = placeOf(from)
    const j = placeOf(to)
    const row = count[i]
    if (row) row[j] = (row[j] ?? 0) + customers
    if (to === away) movement.left += customers
    else if (from === away) movement.entered += customers
    else if (i < tiers.length && j < tiers.length && j < i) movement.up += customers
    else if (i < tiers.length && j < tiers.length && j > i) movement.down += customers
  }
  return movement
}

/** The customers behind one cell of the matrix, by id, so that the figure can be opened. */
export const movedCustomers = (
  before: StandingMonth,
  after: StandingMonth,
  rules: TierRules,
  cell: { kind: CustomerKind; from: Spot; to: Spot },
): Id[] =>
  steps(before, after, tiersOf(rules, cell.kind), cell.kind)
    .filter(({ from, to }) => from === cell.from && to === cell.to)
    .map(({ customerId }) => customerId)
    .sort()

const steps = (
  before: StandingMonth,
  after: StandingMonth,
  tiers: readonly Tier[],
  kind: CustomerKind,
): { customerId: Id; from: Spot; to: Spot }[] => {
  const was = new Map(before.rows.map((row) => [row.customerId, row]))
  const is = new Map(after.rows.map((row) => [row.customerId, row]))
  return [...new Set([...was.keys(), ...is.keys()])]
    .filter((id) => (is.get(id) ?? was.get(id))?.kind === kind)
    .map((customerId) => ({
      customerId,
      from: spotOf(was.get(customerId), tiers),
      to: spotOf(is.get(customerId), tiers),
    }))
    .filter(({ from, to }) => from !== away || to !== away)
}
