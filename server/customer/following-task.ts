import type { Insertable } from 'kysely'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'

type Following = Pick<Insertable<Tables['task']>, 'customer_id' | 'playbook_key' | 'about_zh' | 'about_en' | 'due_on'> &
  Partial<
    Pick<Insertable<Tables['task']>, 'subject' | 'subject_day' | 'subject_place' | 'guest_id' | 'loss_id' | 'survey_id'>
  >

/** Plans what follows from something else for whoever keeps the customer; while nobody does, it is `by`'s. */
export const planFollowing = async (
  trx: Db,
  { branchId, by, now }: { branchId: number; by: string; now: Date },
  task: Following,
): Promise<void> => {
  const customer = await trx
    .selectFrom('customer')
    .select('manager_id')
    .where('branch_id', '=', branchId)
    .where('id', '=', task.customer_id)
    .executeTakeFirst()
  await trx
    .insertInto('task')
    .values({
      branch_id: branchId,
      id: freshId(now),
      owner_id: customer?.manager_id ?? by,
      state: 'open',
      set_by: by,
      set_at: now,
      ...task,
    })
    .execute()
}

/** Closes a task without a contact of its own. */
export const settleTask = async (
  trx: Db,
  branchId: number,
  now: Date,
  id: string,
  state: 'done' | 'dropped',
): Promise<void> => {
  await trx
    .updateTable('task')
    .set((eb) => ({ state, settled_at: now, version: eb('version', '+', 1) }))
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .execute()
}
