import type { RunSummary } from '#domain/playbook/summary.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { outcomeOf } from './filed.ts'

type Run = {
  id: string
  customer_id: string
  contact_person_id: string | null
  staff_id: string
  direction: 'inbound' | 'outbound'
  channel: 'call' | 'visit' | 'hall' | 'lounge' | 'hotline' | 'message' | 'mail' | 'event'
  purpose: 'service' | 'care' | 'sales' | 'survey' | 'retention' | 'complaint'
}

/** The one line in the touch log a run leaves; its id is the run's own. What was tried and reached nobody is a line, not a contact. */
export const fileTouch = async (
  trx: Db,
  caller: Caller,
  run: Run,
  summary: RunSummary,
): Promise<{ reached: boolean; at: Date } | null> => {
  const { touch, attempt } = summary
  const at = touch?.from ?? attempt?.at
  if (!at) return null
  const reached = touch !== null
  const outcome = run.direction === 'inbound' ? null : attempt ? outcomeOf[attempt.outcome] : 'reached'
  const told = {
    outcome,
    reached,
    at,
    minutes: touch?.to ? Math.max(1, Math.round((touch.to.getTime() - touch.from.getTime()) / 60_000)) : null,
    said: summary.expectations[0]?.text ?? summary.needs[0]?.text ?? null,
    note: touch?.notes.trim() || null,
    retry_at: attempt?.retryAt ?? null,
  }
  const written = await trx
    .insertInto('touch')
    .values({
      branch_id: caller.branchId,
      id: run.id,
      customer_id: run.customer_id,
      contact_person_id: run.contact_person_id,
      staff_id: run.staff_id,
      run_id: run.id,
      channel: run.channel,
      direction: run.direction === 'inbound' ? 'passive' : 'active',
      purpose: run.purpose,
      ...told,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doUpdateSet(told).where('touch.run_id', '=', run.id))
    .returning('id')
    .executeTakeFirst()
  if (!written) return fail('record.exists')
  return { reached, at }
}
