import { sql } from 'kysely'
import type { Day } from '#domain/kernel/day.ts'
import type { Db } from '#server/db/pool.ts'

/** After customers were given to somebody, or taken back: the first clock of a welcome stops, or runs again. [S-52] */
export const bindWelcomes = async (trx: Db, branchId: number, ids: readonly string[], today: Day): Promise<void> => {
  await sql`
    update welcome w set bound_on = case when c.manager_id is null then null else coalesce(w.bound_on, ${today}::date) end
    from customer c
    where w.branch_id = ${branchId} and w.customer_id = any(${[...ids]}::uuid[])
      and c.branch_id = w.branch_id and c.id = w.customer_id
      and (c.manager_id is null) <> (w.bound_on is null)`.execute(trx)
}
