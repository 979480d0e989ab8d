import { type RawBuilder, sql, type SqlBool } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'

/** Open retention cases of these customers with what each waits for from its owner and from a lead. */
export const waitingCases = (db: Db, branchId: number, of: RawBuilder<Id>) =>
  db
    .selectFrom('retention_case')
    .select(['id', 'customer_id', 'owner_id', 'next_kind', 'next_due', 'lead_kind', 'lead_due'])
    .where('branch_id', '=', branchId)
    .where('stage', '<>', 'closed')
    .where(sql<SqlBool>`customer_id = ${of}`)
    .execute()
