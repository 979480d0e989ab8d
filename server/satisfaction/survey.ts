import { randomBytes } from 'node:crypto'
import type { Received } from '#api/endpoint.ts'
import type { surveyEndpoints } from '#api/survey.ts'
import { addDays, type Day, dayIn } from '#domain/kernel/day.ts'
import { type Invitation, mayInvite, usualSurveyLimits } from '#domain/satisfaction/invitation.ts'
import type { Play } from '#domain/satisfaction/shift.ts'
import { lockCustomer } from '#server/customer/lock.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { takeBackTouch } from '#server/customer/take-back.ts'
import { recordTouch } from '#server/customer/touches.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { askGate } from '#server/touch/gate.ts'
import type { SurveyRow } from './answers.ts'
import { dropPlays } from './plays.ts'
import { asksOf, requireAsked, writeAnswers } from './write-answers.ts'
import { writeSheets } from './write-sheets.ts'

type Endpoints = typeof surveyEndpoints
type Put = Received<Endpoints['PUT /api/customers/:id/surveys/:surveyId']>
type Spoken = Received<Endpoints['PUT /api/customers/:id/surveys/:surveyId/answers']>
type Place = Put['params']

export const invitationOf = ({ kind, sent_on, answered_on, withdrawn_at }: SurveyRow): Invitation => ({
  asks: kind,
  sentOn: sent_on,
  answeredOn: answered_on,
  withdrawn: withdrawn_at !== null,
})

export const pathOf = ({ branch_id, token }: Pick<SurveyRow, 'branch_id' | 'token'>): string =>
  `/s/${branch_id}-${token ?? ''}`

export const openUntil = (sentOn: Day): Day => addDays(sentOn, usualSurveyLimits.open)

export const surveysOf = (db: Db, branchId: number, customerId: string): Promise<SurveyRow[]> =>
  db
    .selectFrom('survey')
    .selectAll()
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', customerId)
    .orderBy('sent_on', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Asks a customer. A message passes the contact gate first and is itself a contact; a code is scanned where both stand. */
export const putSurvey = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id: customerId, surveyId }: Place,
  { kind, matter, way, agreedTime }: Put['body'],
): Promise<{ path: string; until: Day }> => {
  await requireCustomer(db, caller, customerId, 'contact.run')
  const known = await surveyById(db, caller, surveyId)
  if (known) return known.customer_id === customerId ? sent(known) : fail('record.not_found')
  const today = dayIn(now, caller.timeZone)
  await requireRest(db, caller, customerId, kind, today)
  if (way === 'message') await sendMessage(db, caller, now, { customerId, surveyId, agreedTime })
  return inTransaction(db, async (trx) => {
    await lockCustomer(trx, caller.branchId, customerId)
    await requireRest(trx, caller, customerId, kind, today)
    const survey = await trx
      .insertInto('survey')
      .values({
        ...begun(caller, now, customerId, surveyId),
        kind,
        way,
        matter: kind === 'satisfied' || kind === 'servqual' ? '' : matter,
        token: randomBytes(16).toString('base64url'),
        sent_on: today,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    await told(trx, caller, now, survey, 'survey.sent')
    return sent(survey)
  })
}

const begun = (caller: Caller, now: Date, customerId: string, id: string) => ({
  branch_id: caller.branchId,
  id,
  customer_id: customerId,
  asked_by: caller.staffId,
  asked_at: now,
})

const sent = (survey: SurveyRow): { path: string; until: Day } =>
  survey.token === null ? fail('record.exists') : { path: pathOf(survey), until: openUntil(survey.sent_on) }

const requireRest = async (db: Db, caller: Caller, customerId: string, kind: SurveyRow['kind'], today: Day) => {
  const earlier = await surveysOf(db, caller.branchId, customerId)
  const may = mayInvite(kind, earlier.map(invitationOf), today)
  if (!may.ok) fail('rule.refused', { reasons: [may.error] })
}

type Message = { customerId: string; surveyId: string; agreedTime: boolean }

const sendMessage = async (
  db: Db,
  caller: Caller,
  now: Date,
  { customerId, surveyId, agreedTime }: Message,
): Promise<void> => {
  const answer = await askGate(db, caller, { customerId, purpose: 'survey', channel: 'message', agreedTime, now })
  if (!answer.allowed)
    return fail('rule.refused', { params: { nextAt: answer.nextAt?.toISOString() ?? null }, reasons: answer.reasons })
  await recordTouch(db, caller, now, customerId, surveyId, {
    channel: 'message',
    direction: 'active',
    purpose: 'survey',
    outcome: null,
    minutes: null,
    said: null,
    note: null,
    personId: null,
  })
}

const surveyById = (db: Db, caller: Caller, id: string): Promise<SurveyRow | undefined> =>
  db.selectFrom('survey').selectAll().where('branch_id', '=', caller.branchId).where('id', '=', id).executeTakeFirst()

/** Answers a customer gave while speaking with us, written down as they were said. */
export const putSpoken = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id: customerId, surveyId }: Place,
  { kind, matter, scores, words, sheets }: Spoken['body'],
): Promise<{ play: Play | null }> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'contact.run')
    await lockCustomer(trx, caller.branchId, customerId)
    const known = await surveyById(trx, caller, surveyId)
    if (known) return known.customer_id === customerId ? { play: null } : fail('record.not_found')
    const today = dayIn(now, caller.timeZone)
    const about = kind === 'satisfied' || kind === 'servqual' ? '' : matter
    const asks = await asksOf(trx, { branch_id: caller.branchId, customer_id: customerId, kind, matter: about }, today)
    requireAsked(kind === 'contact' ? questionsHeard(asks, scores) : asks, scores)
    const survey = await trx
      .insertInto('survey')
      .values({
        ...begun(caller, now, customerId, surveyId),
        kind,
        way: 'spoken',
        matter: about,
        sent_on: today,
        answered_on: today,
        answered_at: now,
      })
      .returningAll()
      .executeTakeFirstOrThrow()
    if (kind === 'servqual') await writeSheets(trx, survey, sheets, today, 'part')
    const play = await writeAnswers(trx, survey, { scores, words, today, now, actorId: caller.staffId })
    return { play }
  })

/** Whoever speaks may leave a question out or say an expectation anew; what it was like has to be among the answers. */
const questionsHeard = (asks: Awaited<ReturnType<typeof asksOf>>, scores: Spoken['body']['scores']) => {
  const heard = (['expected', 'experienced', 'satisfied'] as const).filter((kind) => scores[kind] !== undefined)
  return heard.includes('experienced') ? heard : asks
}

/** Withdraws a survey nobody answered; what one wrote down oneself today is taken back whole, with the play it opened. */
export const withdrawSurvey = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id: customerId, surveyId }: Place,
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'contact.run')
    await lockCustomer(trx, caller.branchId, customerId)
    const survey = await surveyById(trx, caller, surveyId)
    if (!survey || survey.customer_id !== customerId) return fail('record.not_found')
    const today = dayIn(now, caller.timeZone)
    const own = survey.way === 'spoken' && survey.asked_by === caller.staffId && survey.answered_on === today
    if (survey.answered_on !== null && !own)
      return fail('rule.refused', { reasons: [{ code: 'survey.answered', params: { on: survey.answered_on } }] })
    await dropPlays(trx, survey, now, 'own')
    const row = trx.deleteFrom('survey').where('branch_id', '=', caller.branchId).where('id', '=', surveyId)
    if (own) await row.execute()
    else {
      await trx
        .updateTable('survey')
        .set((eb) => ({ withdrawn_at: now, version: eb('version', '+', 1) }))
        .where('branch_id', '=', caller.branchId)
        .where('id', '=', surveyId)
        .execute()
      if (survey.way === 'message') await takeBackTouch(trx, caller, now, customerId, surveyId)
    }
    await told(trx, caller, now, survey, 'survey.withdrawn')
  })

const told = (trx: Db, caller: Caller, at: Date, survey: SurveyRow, action: string): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, {
    action,
    entity: 'survey',
    entityId: survey.id,
    customerId: survey.customer_id,
    params: { kind: survey.kind, matter: survey.matter, way: survey.way },
  })
