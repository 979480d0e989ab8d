import type { Day } from '#domain/kernel/day.ts'
import { chinaWorkdays, isCovered } from '#domain/kernel/workdays.ts'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { promiseKindOf } from '#domain/touch/promise-kind.ts'
import { audit } from '#server/db/audit.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { storedStepOf } from './promise-row.ts'

export type NewPromise = {
  id: string
  customerId: string
  toPersonId: string | null
  touchId: string | null
  runId: string | null
  what: string
  dueDay: Day
  /** HH:MM on the branch's clock; null: by the end of working hours. */
  dueTime: string | null
  madeAt: Date
  /** The playbook that leads the contact it promises. */
  playbook?: string
  /** Whoever has to keep it; the one who made it unless said. */
  ownerId?: string
}

/** The instant a promise is due by: its hour, or closing time of its day. */
export const dueInstant = (day: Day, time: string | null, timeZone: string): Date =>
  instantAt(
    day,
    time === null ? closingMinute(usualHours) : Number(time.slice(0, 2)) * 60 + Number(time.slice(3)),
    timeZone,
  )

/** Writes a promise and its audit entry of `now` in the caller's transaction; false when it stands there already. */
export const makePromise = async (trx: Db, caller: Caller, now: Date, promise: NewPromise): Promise<boolean> => {
  const dueAt = dueInstant(promise.dueDay, promise.dueTime, caller.timeZone)
  const step = { at: promise.madeAt, actorId: caller.staffId, move: 'made' as const, note: '' }
  const made = await trx
    .insertInto('promise')
    .values({
      branch_id: caller.branchId,
      id: promise.id,
      customer_id: promise.customerId,
      to_person_id: promise.toPersonId,
      touch_id: promise.touchId,
      run_id: promise.runId,
      what: promise.what,
      kind: promiseKindOf(promise.what),
      playbook_key: promise.playbook ?? null,
      due_at: dueAt,
      provisional: !isCovered(promise.dueDay, chinaWorkdays),
      made_at: promise.madeAt,
      made_by: caller.staffId,
      owner_id: promise.ownerId ?? caller.staffId,
      history: JSON.stringify([storedStepOf(step, promise.id)]),
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return false
  await audit(trx, caller.branchId, caller.staffId, now, {
    action: 'promise.made',
    entity: 'promise',
    entityId: promise.id,
    customerId: promise.customerId,
    version: 1,
    params: { what: promise.what, dueAt: dueAt.toISOString() },
  })
  return true
}
