import { sql } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'
import type { Treatment } from './plan.ts'

/** The rows of a table that are about these customers, as a condition. */
export const about = ({ through }: Treatment, branchId: number, ids: readonly Id[]) => {
  const theirs = sql`any(${[...ids]}::uuid[])`
  return through
    ? sql`branch_id = ${branchId} and ${sql.ref(through.column)} in (
        select id from ${sql.table(through.table)} where branch_id = ${branchId} and customer_id = ${theirs})`
    : sql`branch_id = ${branchId} and customer_id = ${theirs}`
}

export const countRows = async (
  db: Db,
  table: string,
  treatment: Treatment,
  branchId: number,
  ids: readonly Id[],
): Promise<number> => {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from ${sql.table(table)} where ${about(treatment, branchId, ids)}`.execute(db)
  return rows[0]?.n ?? 0
}
