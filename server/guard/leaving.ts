import { sql } from 'kysely'
import type { Id } from '#domain/kernel/id.ts'
import type { TextRefusal } from '#domain/retention/retention-text.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { unlawfulIn } from './check.ts'

/** Whether a customer is about to leave as far as we know: a retention case is open, or they asked how to leave or applied to, and took neither back nor stayed since. */
export const isLeaving = async (db: Db, branchId: number, customerId: Id): Promise<boolean> => {
  const { rows } = await sql<{ leaving: boolean }>`
    select exists (
      select from retention_case
      where branch_id = ${branchId} and customer_id = ${customerId} and stage <> 'closed'
    ) or coalesce((
      select happening ->> 'type' in ('wayOutAsked', 'leaveRequested')
      from retention_event
      where branch_id = ${branchId} and customer_id = ${customerId} and (
        happening ->> 'type' in ('wayOutAsked', 'leaveRequested', 'leaveWithdrawn')
        or happening ->> 'type' = 'ended' and happening ->> 'outcome' <> 'left'
      )
      order by at desc, sequence desc
      limit 1
    ), false) as leaving`.execute(db)
  return rows[0]?.leaving ?? false
}

/** Words to one customer; `aboutStaying`: they are looked at whether the customer is about to leave or not. */
type ToOne = { customerId: Id; what: string; texts: readonly string[]; aboutStaying?: boolean }

/** What guard and law have against words to a customer who is about to leave, whatever they are sent for; on record. */
export const unlawfulTo = async (
  db: Db,
  caller: Caller,
  now: Date,
  { customerId, what, texts, aboutStaying = false }: ToOne,
): Promise<TextRefusal[]> => {
  if (texts.every((text) => text.trim() === '')) return []
  if (!aboutStaying && !(await isLeaving(db, caller.branchId, customerId))) return []
  const customer = await db
    .selectFrom('customer')
    .select('kind')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customerId)
    .executeTakeFirst()
  return customer ? unlawfulIn(db, caller, now, { what, texts, kind: customer.kind, customerId }) : []
}

/** Refuses such words. Call it outside the transaction of the change: what is refused must still be on record. */
export const refuseUnlawfulTo = async (db: Db, caller: Caller, now: Date, words: ToOne): Promise<void> => {
  const reasons = await unlawfulTo(db, caller, now, words)
  if (reasons.length > 0) fail('rule.refused', { reasons })
}
