import type { CustomerKind } from '#domain/customer/kind.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { checkRetentionText, type TextRefusal } from '#domain/retention/retention-text.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { guardOf } from './setting.ts'

type Words = { what: string; texts: readonly string[]; kind?: CustomerKind | null; customerId?: string }

/**
 * Refuses words about staying or leaving that the law or our own guard forbids, each reason once, and writes that it was tried into the
 * record. Call it outside the transaction of the change: what is refused must still be on record.
 */
export const refuseUnlawful = async (db: Db, caller: Caller, now: Date, words: Words): Promise<void> => {
  const reasons = await unlawfulIn(db, caller, now, words)
  if (reasons.length > 0) fail('rule.refused', { reasons })
}

/** What the law or our own guard has against words; what it has is on record. */
export const unlawfulIn = async (
  db: Db,
  caller: Caller,
  now: Date,
  { what, texts, kind = null, customerId }: Words,
): Promise<TextRefusal[]> => {
  const setting = await guardOf(db, caller.branchId)
  const today = dayIn(now, caller.timeZone)
  const found = texts.flatMap((text) => checkRetentionText(text, setting, today, { kind }))
  const reasons = [...new Map(found.map((reason) => [JSON.stringify(reason), reason])).values()]
  const [first] = reasons
  if (!first) return []
  await audit(db, caller.branchId, caller.staffId, now, {
    action: 'guard.stopped',
    entity: 'retention_guard',
    ...(customerId ? { customerId } : {}),
    params: { what, reason: JSON.stringify(first) },
  })
  return reasons
}
