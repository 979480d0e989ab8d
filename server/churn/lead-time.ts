import { sql } from 'kysely'
import { type LeadTime, leadTimeOf, type Warned } from '#domain/churn/lead-time.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Db } from '#server/db/pool.ts'

/** So many of the newest losses; older ones say little of the warning of today. */
const LOOKED_AT = 2000

/**
 * How long before they left the branch had been warned of those who left. A month's word counts from the day its standings first stood there,
 * or from the training of the model that spoke, where that came later.
 */
export const leadTime = async (db: Db, branchId: number): Promise<LeadTime> => {
  const { rows } = await sql<{ left_on: Day; said: { knownOn: Day; warned: boolean }[] | null }>`
    select l.left_on, (
      select jsonb_agg(jsonb_build_object('knownOn', w.known_on, 'warned', w.band <> 'low'))
      from (
        select s.band,
          (greatest(coalesce(m.first_at, m.computed_at), v.trained_at) at time zone b.time_zone)::date as known_on
        from standing s
          join standing_month m on m.branch_id = s.branch_id and m.month = s.month
          left join churn_model v on v.branch_id = s.branch_id and v.id = s.model_id
        where s.branch_id = l.branch_id and s.customer_id = l.customer_id and s.band is not null
      ) w where w.known_on < l.left_on
    ) as said
    from customer_loss l join branch b on b.id = l.branch_id
    where l.branch_id = ${branchId} and l.undone_at is null
    order by l.left_on desc, l.id limit ${LOOKED_AT}`.execute(db)
  return leadTimeOf(rows.map(({ left_on, said }): Warned => ({ leftOn: left_on, said: said ?? [] })))
}
