import { sql } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { valueEndpoints } from '#api/value.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import { type TierRules, tiersOf } from '#domain/portfolio/rules.ts'
import type { Standing, StandingMonth } from '#domain/portfolio/standing.ts'
import type { Border } from '#domain/portfolio/tier.ts'
import { type NearBorder, watchLists } from '#domain/portfolio/watch.ts'
import { monthNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { monthsOf, summaryOf } from './months.ts'
import { standingsWithin } from './reach.ts'
import { ruleVersion } from './rules.ts'
import { whoAre } from './who.ts'

type WatchEndpoint = (typeof valueEndpoints)['GET /api/value/watch']
type Query = Received<WatchEndpoint>['query']

/** Who is near moving up and near moving down, as of the newest month. [K-03] */
export const watch = async (db: Db, caller: Caller, query: Query): Promise<Reply<WatchEndpoint>> => {
  const empty = { rows: [], count: 0 }
  const [newest] = await monthsOf(db, caller.branchId)
  if (!newest) return { promotion: empty, demotion: empty }
  const { month } = newest
  const { rules } = await ruleVersion(db, caller.branchId, newest.ruleNumber)
  const { borders, of } = await summaryOf(db, caller.branchId, month)
  const asked = borders.filter(({ kind }) => !query.kind || kind === query.kind)
  const rows = await candidates(db, caller, month, asked, rules, query.within)
  const before = await valuesOf(db, caller, addMonths(month, -1), rows)
  const bare = { branchId: caller.branchId, ruleVersion: rules.version, stale: newest.stale, borders, of }
  const previous: StandingMonth = { ...bare, month: addMonths(month, -1), rows: before }
  const lists = watchLists({ ...bare, month, rows }, rules, query.within, previous)
  return {
    promotion: await named(db, caller, month, lists.promotion, rows, query.limit),
    demotion: await named(db, caller, month, lists.demotion, rows, query.limit),
  }
}

/** Only those who can be near are read: within reach of their own border, or of the one above. */
const candidates = async (
  db: Db,
  caller: Caller,
  month: Month,
  borders: readonly Border[],
  rules: TierRules,
  within: number,
): Promise<Standing[]> => {
  const near = borders.flatMap(({ kind, tier, from }) => {
    const tiers = tiersOf(rules, kind)
    const at = tiers.indexOf(tier)
    if (!from || at < 0) return []
    const below = tiers[at + 1]
    return [
      sql<boolean>`(standing.kind = ${kind} and standing.tier = ${tier} and standing.value_fen <= ${Math.ceil(from * (1 + within))})`,
      ...(below === undefined
        ? []
        : [
            sql<boolean>`(standing.kind = ${kind} and standing.tier = ${below} and standing.value_fen >= ${Math.floor(from * (1 - within))})`,
          ]),
    ]
  })
  if (near.length === 0) return []
  const rows = await standingsWithin(db, caller, 'value.read', month)
    .where(sql<boolean>`(${sql.join(near, sql` or `)})`)
    .select(standingColumns)
    .execute()
  return rows.flatMap(standingOf)
}

const valuesOf = async (db: Db, caller: Caller, month: Month, of: readonly Standing[]): Promise<Standing[]> => {
  if (of.length === 0) return []
  const rows = await db
    .selectFrom('standing')
    .where('branch_id', '=', caller.branchId)
    .where('month', '=', monthNumber(month))
    .where('customer_id', '=', sql<string>`any(${of.map(({ customerId }) => customerId)}::uuid[])`)
    .select(standingColumns)
    .execute()
  return rows.flatMap(standingOf)
}

const named = async (
  db: Db,
  caller: Caller,
  month: Month,
  list: readonly NearBorder[],
  rows: readonly Standing[],
  limit: number,
) => {
  const shown = list.slice(0, limit)
  const who = await whoAre(
    db,
    caller,
    month,
    shown.map(({ customerId }) => customerId),
  )
  const values = new Map(rows.map((row) => [row.customerId, row.value ?? 0]))
  return {
    count: list.length,
    rows: shown.flatMap(({ customerId, toward, border, per, distance, nearer }) => {
      const one = who.get(customerId)
      if (!one) return []
      const valueFen = values.get(customerId) ?? 0
      return [{ ...one, toward, valueFen, borderFen: border, distanceFen: distance, per, nearerFen: nearer }]
    }),
  }
}

export const standingColumns = [
  'standing.customer_id',
  'standing.kind',
  'standing.state',
  'standing.tier',
  'standing.rank',
  'standing.top_share',
  'standing.value_fen',
  'standing.paid12_fen',
  'standing.months_billed',
  'standing.risk',
] as const

type StandingRow = {
  customer_id: string
  kind: Standing['kind'] | null
  state: Standing['state'] | null
  tier: string | null
  rank: number | null
  top_share: number | null
  value_fen: number | null
  paid12_fen: number | null
  months_billed: number
  risk: number | null
}

/** A stored row as the rules read it; nothing for one written before rows said their kind. */
export const standingOf = (row: StandingRow): Standing[] =>
  row.kind === null || row.state === null
    ? []
    : [
        {
          customerId: row.customer_id,
          kind: row.kind,
          present: row.state !== 'left',
          state: row.state,
          tier: row.tier,
          rank: row.rank,
          top: row.top_share,
          value: row.value_fen,
          paid12: row.paid12_fen ?? 0,
          months: row.months_billed,
          risk: row.risk,
        },
      ]
