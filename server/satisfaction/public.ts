import type { Received, Reply } from '#api/endpoint.ts'
import type { surveyEndpoints } from '#api/survey.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { mayAnswer } from '#domain/satisfaction/invitation.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { SurveyRow } from './answers.ts'
import { invitationOf, openUntil } from './survey.ts'
import { asksOf, requireAsked, writeAnswers } from './write-answers.ts'
import { writeSheets } from './write-sheets.ts'

type Endpoints = typeof surveyEndpoints
type Given = Received<Endpoints['PUT /api/surveys/:token']>['body']
type Opened = { survey: SurveyRow; branch: string; today: Day }

/** What a customer sees who opens the address: what is asked and by which house, nothing of themselves. */
export const openSurvey = async (
  db: Db,
  now: Date,
  address: string,
): Promise<Reply<Endpoints['GET /api/surveys/:token']>> => {
  const { survey, branch, today } = await requireOpen(db, now, address)
  const { kind, matter, sent_on } = survey
  return { kind, matter, asks: [...(await asksOf(db, survey, today))], branch, until: openUntil(sent_on) }
}

/** Takes the answers, once: of two at the same time the later is told that the first was received. */
export const answerSurvey = async (db: Db, now: Date, address: string, given: Given): Promise<void> =>
  inTransaction(db, async (trx) => {
    const { survey, today } = await requireOpen(trx, now, address, true)
    requireAsked(await asksOf(trx, survey, today), given.scores)
    if (survey.kind === 'servqual') await writeSheets(trx, survey, given.sheets, today, 'whole')
    await trx
      .updateTable('survey')
      .set((eb) => ({ answered_on: today, answered_at: now, version: eb('version', '+', 1) }))
      .where('branch_id', '=', survey.branch_id)
      .where('id', '=', survey.id)
      .execute()
    await writeAnswers(trx, survey, { scores: given.scores, words: given.words, today, now, actorId: null })
  })

/** `1-…`: the branch, then the secret. */
const partsOf = (address: string): { branchId: number; token: string } | null => {
  const found = /^(\d{1,9})-([\w-]{16,64})$/.exec(address)
  return found ? { branchId: Number(found[1]), token: found[2] ?? '' } : null
}

const requireOpen = async (db: Db, now: Date, address: string, locked = false): Promise<Opened> => {
  const parts = partsOf(address)
  if (!parts) return fail('record.not_found')
  const survey = await db
    .selectFrom('survey')
    .selectAll()
    .where('branch_id', '=', parts.branchId)
    .where('token', '=', parts.token)
    .$if(locked, (query) => query.forUpdate())
    .executeTakeFirst()
  const branch = await db
    .selectFrom('branch')
    .select(['name', 'time_zone'])
    .where('id', '=', parts.branchId)
    .executeTakeFirst()
  if (!survey || !branch) return fail('record.not_found')
  const today = dayIn(now, branch.time_zone)
  const may = mayAnswer(invitationOf(survey), today)
  if (!may.ok) return fail('rule.refused', { reasons: [may.error] })
  return { survey, branch: branch.name, today }
}
