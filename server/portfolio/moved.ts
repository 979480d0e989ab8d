import { sql } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { valueEndpoints } from '#api/value.ts'
import { noTier, away } from '#domain/portfolio/movement.ts'
import { tiersOf } from '#domain/portfolio/rules.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { monthsOf } from './months.ts'
import { bothMonths } from './movement.ts'
import { reachOfCaller } from './reach.ts'
import { ruleVersion } from './rules.ts'
import type { Who } from './who.ts'

type MovedEndpoint = (typeof valueEndpoints)['GET /api/value/moved']
type Query = Received<MovedEndpoint>['query']

const MOST = 200

/** Opens a cell of the movement matrix to its customers, those who paid most first. [K-03] */
export const moved = async (db: Db, caller: Caller, query: Query): Promise<Reply<MovedEndpoint>> => {
  const months = await monthsOf(db, caller.branchId)
  const shown = months.find(({ month }) => month === query.month) ?? months[0]
  if (!shown) return { rows: [], count: 0 }
  const { rules } = await ruleVersion(db, caller.branchId, shown.ruleNumber)
  const spots = [...tiersOf(rules, query.kind), away]
  // a tier that the rules no longer have counts as none, in the matrix and here
  const isAt = (side: string, spot: string) =>
    spot === noTier
      ? sql<boolean>`not (${sql.ref(side)} = any(${spots}::text[]))`
      : sql<boolean>`${sql.ref(side)} = ${spot}`
  const reach = reachOfCaller(db, caller, 'value.read')
  const { rows } = await sql<Who & { count: number }>`
    select c.id, c.name, c.address_form as "addressForm", m.kind, nullif(nullif(m.now, ${noTier}), ${away}) as tier,
      staff.short_name as manager, s.paid12_fen as "paid12Fen", count(*) over ()::int as count
    from (${bothMonths(caller.branchId, shown.month, reach)}) m
      join customer c on c.branch_id = ${caller.branchId} and c.id = m.id
      left join staff on staff.branch_id = c.branch_id and staff.id = c.manager_id
      left join lateral (select paid12_fen from standing s where s.branch_id = c.branch_id and s.customer_id = c.id
        order by s.month desc limit 1) s on true
    where m.kind = ${query.kind} and ${isAt('m.was', query.from)} and ${isAt('m.now', query.to)}
    order by 7 desc nulls last, c.id limit ${MOST}`.execute(db)
  return { rows: rows.map(({ count: _count, ...who }) => who), count: rows[0]?.count ?? 0 }
}
