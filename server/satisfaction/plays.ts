import type { Id } from '#domain/kernel/id.ts'
import { type Play, playbookOf, playFor, shiftOf } from '#domain/satisfaction/shift.ts'
import { playTasks as en } from '#domain/satisfaction/words.en.ts'
import { playTasks as zh } from '#domain/satisfaction/words.zh.ts'
import { planFollowing } from '#server/customer/following-task.ts'
import type { Db } from '#server/db/pool.ts'
import { answersOf, type SurveyRow } from './answers.ts'

type Asked = Pick<SurveyRow, 'branch_id' | 'id' | 'customer_id' | 'asked_by'>

/** What a survey's answer has moved: a shift to another zone puts its play on Today, in place of one still open. */
export const openPlay = async (trx: Db, survey: Asked, now: Date): Promise<Play | null> => {
  const answers = await answersOf(trx, survey.branch_id, survey.customer_id)
  if (!answers.some(({ asks }) => asks === 'satisfied')) return null
  const shift = shiftOf(answers, survey.customer_id)
  const opened = shift && playFor(shift)
  if (!shift || !opened) return null
  await dropPlays(trx, survey, now, 'open')
  const { from, to } = shift.said.params as { from: number; to: number }
  await planFollowing(
    trx,
    { branchId: survey.branch_id, by: survey.asked_by, now },
    {
      customer_id: survey.customer_id,
      playbook_key: playbookOf[opened.play],
      about_zh: zh[opened.play](from, to),
      about_en: en[opened.play](from, to),
      due_on: opened.dueOn,
      survey_id: survey.id,
    },
  )
  return opened.play
}

/** Puts plays away: all open ones of the customer, when a newer answer takes their place; or the one a survey opened, when it is taken back. */
export const dropPlays = async (
  trx: Db,
  { branch_id, id, customer_id }: { branch_id: number; id: Id; customer_id: Id },
  now: Date,
  which: 'open' | 'own',
): Promise<void> => {
  await trx
    .updateTable('task')
    .set((eb) => ({ state: 'dropped', settled_at: now, version: eb('version', '+', 1) }))
    .where('branch_id', '=', branch_id)
    .where('customer_id', '=', customer_id)
    .where('state', '=', 'open')
    .where('survey_id', 'is not', null)
    .$if(which === 'own', (query) => query.where('survey_id', '=', id))
    .execute()
}
