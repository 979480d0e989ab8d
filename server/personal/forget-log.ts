import { sql } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import type { Trx } from '#server/db/pool.ts'

/**
 * Takes the contents out of the log's rows about these customers, and out of those that took a list along by their name or number: the
 * digest stays, the salt goes, the chain holds. The sealer waits meanwhile, so that it does not put a salt back beside a row it has read before.
 */
export const forgetInLog = async (
  trx: Trx,
  branchId: number,
  at: Date,
  ids: readonly Id[],
  words: readonly string[],
): Promise<number> => {
  await sql`select pg_advisory_xact_lock(hashtextextended('weixi audit seal', ${branchId}))`.execute(trx)
  const { numAffectedRows } = await sql`
    update audit_event set changes = null, params = '{}', salt = null, erased_at = ${at}
    where branch_id = ${branchId} and erased_at is null and customer_id = any(${[...ids]}::uuid[])`.execute(trx)
  const spoken = words.filter((word) => word.length > 1).map((word) => `%${word.replace(/[\\%_]/g, '\\$&')}%`)
  const told = await sql`
    update audit_event set changes = null, params = '{}', salt = null, erased_at = ${at}
    where branch_id = ${branchId} and erased_at is null and customer_id is null
      and action in ('list.exported', 'customer.exported', 'customer.bulk_changed')
      and params::text like any(${spoken}::text[])`.execute(trx)
  return Number(numAffectedRows ?? 0) + Number(told.numAffectedRows ?? 0)
}
