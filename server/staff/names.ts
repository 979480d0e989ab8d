import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'

/** The names of these colleagues, also of those who have left, each asked for once. */
export const namesOf = async (db: Db, branchId: number, ids: readonly Id[]): Promise<Map<Id, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('staff')
    .select(['id', 'name'])
    .where('branch_id', '=', branchId)
    .where('id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(({ id, name }) => [id, name]))
}
