import { sql } from 'kysely'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { type Covered, coverageBuckets, coverageOf, isPastCadence } from '#domain/insight/coverage.ts'
import type { QueryId } from '#domain/insight/figure.ts'
import { addDays, type Day, monthOf } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { tiersOf } from '#domain/portfolio/rules.ts'
import { cadenceDays, startingCadence } from '#domain/worklist/cadence.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { ruleVersions, rulesInForce } from '#server/portfolio/rules.ts'
import { customersOf, type Whose } from './whose.ts'

/** Customers who stand alike: kind, tier and days since the last contact. */
export type CoveredGroup = Covered & { kind: CustomerKind; customers: number; managerId: string | null }

const untiered = '—'

/** When a customer was last spoken to before an instant; the newest contact is on the customer, older ones are looked up. */
export const lastBefore = (until: Date) => sql<Date | null>`
  case when customer.last_touch_at < ${until} then customer.last_touch_at
    when customer.last_touch_at is null then null
    else (select max(t.at) from touch t where t.branch_id = customer.branch_id and t.customer_id = customer.id
      and t.reached and t.at < ${until}) end`

/** Whole days from the last contact to a day, in the branch's time zone; null when there was none. */
export const daysBefore = (day: Day, timeZone: string) =>
  sql<
    number | null
  >`(${day}::date - (${lastBefore(instantAt(addDays(day, 1), 0, timeZone))} at time zone ${timeZone})::date)`

/** The customers of these people by kind, tier, days and manager, as of the end of a day. */
export const coveredGroups = async (db: Db, caller: Caller, whose: Whose, day: Day): Promise<CoveredGroup[]> => {
  const each = customersOf(db, caller, whose).select([
    'customer.kind',
    'customer.manager_id',
    sql<string>`coalesce(standing.tier, ${untiered})`.as('tier'),
    daysBefore(day, caller.timeZone).as('days'),
  ])
  const rows = await db
    .selectFrom(each.as('each'))
    .select(['kind', 'tier', 'days', 'manager_id', sql<number>`count(*)::int`.as('customers')])
    .groupBy(['kind', 'tier', 'days', 'manager_id'])
    .execute()
  return rows.map(({ kind, tier, days, customers, manager_id }) => ({
    kind,
    tier,
    days,
    customers,
    managerId: manager_id,
    every: cadenceDays(startingCadence, kind, tier),
  }))
}

/** Coverage by kind and tier, and all kinds together in one figure. */
export const coverageIn = async (
  db: Db,
  caller: Caller,
  groups: readonly CoveredGroup[],
  where: { unit: string | null; day: Day },
) => {
  const { rules } = rulesInForce(await ruleVersions(db, caller.branchId), monthOf(where.day))
  const tiers = [...new Set(customerKinds.flatMap((kind) => tiersOf(rules, kind)))]
  const all = coverageOf(groups, tiers, where)
  const kinds = customerKinds
    .filter((kind) => groups.some((group) => group.kind === kind))
    .map((kind) => {
      const own = groups.filter((group) => group.kind === kind)
      const { rows, past } = coverageOf(own, tiersOf(rules, kind), where)
      return { kind, rows, past }
    })
  return { inCadence: all.inCadence, past: all.past, kinds }
}

type Narrowed = { kind?: CustomerKind | undefined; tier?: string | undefined; bucket?: number | undefined }

/** The groups behind a figure or a cell of the coverage grid: their sizes add up to it. */
export const groupsBehind = (query: QueryId, groups: readonly CoveredGroup[], narrowed: Narrowed): CoveredGroup[] => {
  const { kind, tier, bucket } = narrowed
  return groups.filter(
    (group) =>
      isIn(query, group) &&
      (kind === undefined || group.kind === kind) &&
      (tier === undefined || group.tier === tier) &&
      (bucket === undefined || isInBucket(group, bucket)),
  )
}

const isIn = (query: QueryId, group: CoveredGroup): boolean => {
  if (query === 'customers.all') return true
  if (group.tier === untiered || group.every === null) return false
  if (query === 'customers.withCadence') return true
  if (query === 'customers.inCadence') return !isPastCadence(group)
  return query === 'customers.pastCadence' && isPastCadence(group)
}

const isInBucket = ({ days }: CoveredGroup, bucket: number): boolean => {
  const at = coverageBuckets[bucket]
  if (!at) return false
  if (days === null) return at.to === null
  return days >= at.from && (at.to === null || days <= at.to)
}
