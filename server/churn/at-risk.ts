import { sql } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { warningEndpoints } from '#api/warning.ts'
import type { Db } from '#server/db/pool.ts'
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { StoredReason } from '#server/portfolio/write-standings.ts'

type AtRiskEndpoint = (typeof warningEndpoints)['GET /api/warning/customers']
type Query = Received<AtRiskEndpoint>['query']

/** Money first; among equals, and where no bills are known, the likelier. Fen are whole, so the rest fits behind the point. */
const urgency = sql<number>`
  (coalesce(standing.at_risk_fen, 0) + .99 * coalesce(standing.risk, standing.signal_points / 100.0, 0))::float8`

/** The reader's customers who may leave, most money first. Without a band asked for, those above `low`. [R-13][R-31] */
export const atRisk = async (db: Db, caller: Caller, query: Query): Promise<Reply<AtRiskEndpoint>> => {
  const after = query.cursor ? decodeCursor(query.cursor, 'number') : null
  const bands = query.band ? [query.band] : (['high', 'raised'] as const)
  const rows = await customersWithin(db, caller, 'customer.read')
    .leftJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'customer.branch_id').onRef('staff.id', '=', 'customer.manager_id'),
    )
    .where('standing.band', 'in', bands)
    .where('standing.state', '!=', 'left')
    .where('customer.left_on', 'is', null)
    .$if(query.kind !== undefined, (q) => q.where('customer.kind', '=', query.kind ?? 'person'))
    .$if(after !== null, (q) =>
      q.where(sql<boolean>`(${urgency}, customer.id) < (${after?.value}::float8, ${after?.id}::uuid)`),
    )
    .select([
      'customer.id',
      'customer.name',
      'customer.address_form',
      'customer.kind',
      'customer.last_touch_at',
      'standing.tier',
      'standing.paid12_fen',
      'standing.risk',
      'standing.signal_points',
      'standing.band',
      'standing.at_risk_fen',
      'standing.reasons',
      'staff.short_name as manager',
      urgency.as('urgency'),
    ])
    .select(
      sql<number | null>`(select b.risk from standing b where b.branch_id = standing.branch_id
        and b.customer_id = standing.customer_id and b.month < standing.month order by b.month desc limit 1)`.as(
        'before',
      ),
    )
    .orderBy(urgency, 'desc')
    .orderBy('customer.id', 'desc')
    .limit(query.limit + 1)
    .execute()
  const page = rows.slice(0, query.limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      id: row.id,
      name: row.name,
      addressForm: row.address_form,
      kind: row.kind,
      tier: row.tier,
      manager: row.manager,
      paid12Fen: row.paid12_fen,
      risk: row.risk,
      points: row.signal_points,
      band: row.band ?? 'low',
      atRiskFen: row.at_risk_fen,
      before: row.before,
      reasons: row.reasons as unknown as StoredReason[],
      lastTouchAt: row.last_touch_at?.toISOString() ?? null,
    })),
    next: rows.length > query.limit && last ? encodeCursor({ value: last.urgency, id: last.id }) : null,
  }
}
