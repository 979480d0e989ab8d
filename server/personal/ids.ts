import { sql } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'

/** The customer and every record that was merged into it: all of them are the same person. */
export const idsOf = async (db: Db, branchId: number, id: Id): Promise<Id[]> => {
  const { rows } = await sql<{ id: Id }>`
    with recursive one (id) as (
      select id from customer where branch_id = ${branchId} and id = ${id}
      union
      select c.id from customer c join one on c.merged_into = one.id where c.branch_id = ${branchId})
    select id from one`.execute(db)
  return rows.map((row) => row.id)
}
