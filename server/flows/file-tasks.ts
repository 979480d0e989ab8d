import { addDays, type Day, dayIn } from '#domain/kernel/day.ts'
import { addWorkdays } from '#domain/kernel/workdays.ts'
import type { PlaybookTask } from '#domain/playbook/definition.ts'
import type { RunSummary } from '#domain/playbook/summary.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { matterOf, taskIdsOf } from '#server/playbook/subject.ts'
import { derivedId } from './filed.ts'

type Run = {
  id: string
  customer_id: string
  contact_person_id: string | null
  staff_id: string
  occasion: unknown
}

/**
 * What a contact leaves to be done another day, as its playbook says: an apology, a recommendation, word that the goods are there, a
 * visit to who left [S-04][S-05][R-16]. Each has an id made from the run, so that filing again writes none twice; one that is no longer
 * called for goes, unless somebody has worked on it. The planned task this contact did is done.
 */
export const fileTasks = async (
  trx: Db,
  caller: Caller,
  now: Date,
  run: Run,
  { tasks, needs, touch }: Pick<RunSummary, 'tasks' | 'needs' | 'touch'>,
): Promise<void> => {
  const occasions = (run.occasion ?? []) as { kind: string; recordId: string }[]
  const matter = await matterOf(trx, caller.branchId, occasions)
  const wish = needs.at(-1)?.text ?? null
  const today = dayIn(touch?.to ?? now, caller.timeZone)
  const wanted = tasks.map((task) => ({ task, id: derivedId(run.id, `task ${task.id}`) }))
  await trx
    .deleteFrom('task')
    .where('branch_id', '=', caller.branchId)
    .where('run_id', '=', run.id)
    .where('version', '=', 1)
    .$if(wanted.length > 0, (query) =>
      query.where(
        'id',
        'not in',
        wanted.map(({ id }) => id),
      ),
    )
    .execute()
  for (const { task, id } of wanted)
    await trx
      .insertInto('task')
      .values({
        branch_id: caller.branchId,
        id,
        customer_id: run.customer_id,
        contact_person_id: run.contact_person_id,
        owner_id: run.staff_id,
        playbook_key: task.playbook,
        about_zh: task.about.zh,
        about_en: task.about.en,
        subject: wish ?? matter?.what ?? null,
        subject_day: matter?.day ?? null,
        subject_place: matter?.place ?? null,
        due_on: dueOf(task, today, matter?.day ?? null),
        state: task.waits ? 'waiting' : 'open',
        run_id: run.id,
        set_by: caller.staffId,
        set_at: now,
      })
      .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
      .execute()
  const done = taskIdsOf(occasions)
  if (touch !== null && done.length > 0)
    await trx
      .updateTable('task')
      .set({ state: 'done', done_run_id: run.id, settled_at: now })
      .where('branch_id', '=', caller.branchId)
      .where('customer_id', '=', run.customer_id)
      .where('id', 'in', done)
      .where('state', '=', 'open')
      .execute()
}

/** Null as long as it waits; the day of the thing itself, tomorrow where none is known. */
const dueOf = ({ withinDays, workdays, waits }: PlaybookTask, today: Day, subjectDay: Day | null): Day | null => {
  if (waits) return null
  if (withinDays !== undefined) return addDays(today, withinDays)
  if (workdays !== undefined) return addWorkdays(today, workdays).day
  return subjectDay !== null && subjectDay > today ? subjectDay : addDays(today, 1)
}
