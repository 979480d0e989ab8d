import { sql } from 'kysely'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'

/** Retention cases in the reader's hands and how many are late; for a lead also those of the units that wait for a word. */
export const retentionFigures = async (db: Db, caller: Caller, at: Date): Promise<{ open: number; due: number }> => {
  const { rows } = await sql<{ open: number; due: number }>`
    select count(*)::int as open, (count(*) filter (where asked or r.next_due < ${at}))::int as due
      from (
        select r.next_due, (r.lead_due is not null and r.customer_id in (${customersWithin(db, caller, 'retention.approve').select('customer.id')})) as asked,
               r.owner_id
          from retention_case r where r.branch_id = ${caller.branchId} and r.stage <> 'closed'
      ) r
     where r.owner_id = ${caller.staffId} or r.asked`.execute(db)
  return rows[0] ?? { open: 0, due: 0 }
}
