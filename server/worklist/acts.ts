import { type Selectable, sql } from 'kysely'
import { addDays, type Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { SnoozeReason, WorkAct } from '#domain/worklist/acts.ts'
import { type Due, type Wall, wallIn } from '#domain/worklist/wall.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'

export type Decision = Selectable<Tables['worklist_decision']>

/** A decision as the rules know it, with the row it stands in. */
export type StoredAct = { act: WorkAct; row: Decision }

/** Longer ago nothing is remembered: what was put off comes back after ninety days at the latest. */
export const REMEMBERED = 120

/** What was decided about these customers, by anybody: colleagues who share a customer see one list. */
export const actsOn = async (
  db: Db,
  branchId: number,
  customerIds: readonly Id[],
  today: Day,
  timeZone: string,
): Promise<StoredAct[]> => {
  const rows = await db
    .selectFrom('worklist_decision')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', sql<Id>`any(${[...customerIds]}::uuid[])`)
    .where('at', '>', new Date(addDays(today, -REMEMBERED)))
    .where('undone_at', 'is', null)
    .orderBy('at', 'desc')
    .execute()
  return rows.map((row) => ({ act: actOf(row, timeZone), row }))
}

const actOf = (row: Decision, timeZone: string): WorkAct => {
  const base = { customerId: row.customer_id, keys: row.keys, by: row.staff_id, at: wallIn(row.at, timeZone) }
  switch (row.decision) {
    case 'done':
      return { ...base, act: 'done', touchId: row.touch_id, note: row.note }
    case 'handed_over':
      return { ...base, act: 'handedOver', to: row.to_id ?? row.staff_id, reason: row.reason ?? '' }
    case 'snoozed':
      return {
        ...base,
        act: 'snoozed',
        until: wallIn(row.until ?? row.at, timeZone),
        reason: row.reason as SnoozeReason,
        note: row.note,
        told:
          row.told_at && row.new_due
            ? { at: wallIn(row.told_at, timeZone), newDue: row.new_due as unknown as Due }
            : null,
      }
  }
}

/** The columns of an act; a day and minute on the branch's wall become instants again. */
export const rowOf = (act: WorkAct, timeZone: string) => {
  const instant = ({ day, minute }: Wall): Date => instantAt(day, minute, timeZone)
  const none = { reason: null, until: null, to_id: null, note: '', touch_id: null, told_at: null, new_due: null }
  switch (act.act) {
    case 'done':
      return { ...none, decision: 'done' as const, note: act.note, touch_id: act.touchId }
    case 'handedOver':
      return { ...none, decision: 'handed_over' as const, to_id: act.to, reason: act.reason }
    case 'snoozed':
      return {
        ...none,
        decision: 'snoozed' as const,
        until: instant(act.until),
        reason: act.reason,
        note: act.note,
        told_at: act.told ? instant(act.told.at) : null,
        new_due: act.told ? JSON.stringify(act.told.newDue) : null,
      }
  }
}
