import type { Day } from '#domain/kernel/day.ts'
import { type QuestionKind, questionKinds } from '#domain/satisfaction/answer.ts'
import { questionsOf } from '#domain/satisfaction/invitation.ts'
import type { Play } from '#domain/satisfaction/shift.ts'
import { audit } from '#server/db/audit.ts'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { SurveyRow } from './answers.ts'
import { openPlay } from './plays.ts'

export type Scores = Partial<Record<QuestionKind, number>>

/** What a survey asks of this customer now: an expectation that was told lately is not asked again. */
export const asksOf = async (
  db: Db,
  survey: Pick<SurveyRow, 'branch_id' | 'customer_id' | 'kind' | 'matter'>,
  today: Day,
): Promise<readonly QuestionKind[]> => {
  const told = await db
    .selectFrom('survey_answer')
    .select((eb) => eb.fn.max('on_day').as('day'))
    .where('branch_id', '=', survey.branch_id)
    .where('customer_id', '=', survey.customer_id)
    .where('matter', '=', survey.matter)
    .where('asks', '=', 'expected')
    .executeTakeFirst()
  return questionsOf(survey.kind, told?.day ?? null, today)
}

/** Each question that was asked has its answer, and nothing else has one. */
export const requireAsked = (asks: readonly QuestionKind[], scores: Scores): void => {
  const wrong = questionKinds.filter((kind) => asks.includes(kind) !== (scores[kind] !== undefined))
  if (wrong.length > 0)
    fail('request.invalid', { problems: wrong.map((kind) => ({ path: `scores.${kind}`, message: 'asked' })) })
}

type Given = { scores: Scores; words: string; today: Day; now: Date; actorId: string | null }

/** Writes the answers of a survey, its own day and what follows from a shift, all in the caller's transaction. */
export const writeAnswers = async (
  trx: Db,
  survey: SurveyRow,
  { scores, words, today, now, actorId }: Given,
): Promise<Play | null> => {
  const asked = questionKinds.filter((kind) => scores[kind] !== undefined)
  // The words belong to what it was like; where that was not asked, to the last question.
  const worded = asked.find((kind) => kind === 'experienced') ?? asked.at(-1)
  if (asked.length > 0)
    await trx
      .insertInto('survey_answer')
      .values(
        asked.map((kind) => ({
          branch_id: survey.branch_id,
          id: freshId(now),
          survey_id: survey.id,
          customer_id: survey.customer_id,
          matter: kind === 'satisfied' ? '' : survey.matter,
          asks: kind,
          score: scores[kind] ?? 0,
          on_day: today,
          words: kind === worded ? words : '',
        })),
      )
      .execute()
  await audit(trx, survey.branch_id, actorId, now, {
    action: 'survey.answered',
    entity: 'survey',
    entityId: survey.id,
    customerId: survey.customer_id,
    params: { kind: survey.kind, matter: survey.matter, ...scores },
  })
  return openPlay(trx, survey, now)
}
