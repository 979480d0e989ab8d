import type { Reply } from '#api/endpoint.ts'
import type { surveyEndpoints } from '#api/survey.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { courseOf, newestSatisfied, type Pair, pairsOf } from '#domain/satisfaction/answer.ts'
import { type Circle, circleOf, isDispleased } from '#domain/satisfaction/circle.ts'
import { mayAnswer, mayInvite, surveyKinds } from '#domain/satisfaction/invitation.ts'
import { newestOf } from '#domain/satisfaction/servqual.ts'
import { tellingsOwed, trustReasons } from '#domain/satisfaction/telling.ts'
import { notSafe, zoneOf } from '#domain/satisfaction/zone.ts'
import { groupOf } from '#server/customer/group-of.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { answersOf, itemsOf, type SurveyRow, viewsOf } from './answers.ts'
import { gradeRules } from './border.ts'
import { changesAskedBy } from './changes.ts'
import { measuredStay } from './overview.ts'
import { representedFor } from './represented.ts'
import { invitationOf, openUntil, pathOf, surveysOf } from './survey.ts'

type Shown = Reply<(typeof surveyEndpoints)['GET /api/customers/:id/satisfaction']>

/** A customer's satisfaction as it went: dated answers by matter, what they were held against, what is asked and owed now. */
export const showCustomerSatisfaction = async (db: Db, caller: Caller, now: Date, id: string): Promise<Shown> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const today = dayIn(now, caller.timeZone)
  const answers = await answersOf(db, caller.branchId, id)
  const surveys = await surveysOf(db, caller.branchId, id)
  const newest = newestSatisfied(answers, id)
  const represented = await representedFor(db, caller, id)
  const pairs = pairsOf(answers, await gradeRules(db, caller.branchId)).toReversed()
  const feeling = { satisfied: newest?.score ?? null, felt: pairs[0]?.graded.felt ?? null }
  return {
    matters: await mattersOf(db, caller, courseOf(answers, id), surveys),
    pairs: pairs.map(pairLine),
    satisfied: newest && { score: newest.score, on: newest.on, zone: zoneOf(newest.score) },
    notSafe: newest && newest.score >= 4 ? notSafe(newest.score, await measuredStay(db, caller, today)) : null,
    circle: isDispleased(feeling) ? circleOf(await knownAround(db, caller, id)) : null,
    servqual: await newestSheets(db, caller, id),
    surveys: surveys
      .filter((survey) => mayAnswer(invitationOf(survey), today).ok)
      .map((survey) => ({
        id: survey.id,
        kind: survey.kind,
        matter: survey.matter,
        sentOn: survey.sent_on,
        until: openUntil(survey.sent_on),
        path: pathOf(survey),
      })),
    against: againstOf(surveys, today),
    represented,
    trust: trustReasons(represented, today),
    owed: tellingsOwed(await changesAskedBy(db, caller, id), today).map(({ change, said }) => ({
      changeId: change,
      what: said.params.what,
      said,
    })),
  }
}

/** People on the file and on its lines, and the firm of ours they work at. */
const knownAround = async (db: Db, caller: Caller, id: string): Promise<Circle> => {
  const { group } = await groupOf(db, caller, id)
  const people = db
    .selectFrom('contact_person')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
  const users = db
    .selectFrom('member')
    .select('id')
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .where('main', '=', false)
  const found = await people.unionAll(users).execute()
  return { people: found.length, firm: group?.name ?? null }
}

const pairLine = ({ matter, expected, experienced, graded }: Pair): Shown['pairs'][number] => ({
  matter,
  on: experienced.on,
  expectedOn: expected.on,
  expected: expected.score,
  experienced: experienced.score,
  grade: graded.grade,
  felt: graded.felt,
  gap: graded.gap,
  border: graded.version,
})

const mattersOf = async (
  db: Db,
  caller: Caller,
  course: ReturnType<typeof courseOf>,
  surveys: readonly SurveyRow[],
): Promise<Shown['matters']> => {
  const spoken = surveys.filter(({ way }) => way === 'spoken')
  const links =
    spoken.length === 0
      ? []
      : await db
          .selectFrom('survey_answer')
          .select(['id', 'survey_id'])
          .where('branch_id', '=', caller.branchId)
          .where(
            'survey_id',
            'in',
            spoken.map(({ id }) => id),
          )
          .execute()
  const names = await namesOf(
    db,
    caller.branchId,
    spoken.map(({ asked_by }) => asked_by),
  )
  const by = new Map(
    links.map(({ id, survey_id }) => {
      const survey = spoken.find((one) => one.id === survey_id)
      return [id, (survey && names.get(survey.asked_by)) ?? null]
    }),
  )
  return course.map(({ matter, answers }) => ({
    matter,
    answers: answers.map(({ id, asks, score, on, words }) => ({ id, asks, score, on, words, by: by.get(id) ?? null })),
  }))
}

const newestSheets = async (db: Db, caller: Caller, customerId: string): Promise<Shown['servqual']> => {
  const rows = await db
    .selectFrom('survey_sheet')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId)
    .orderBy('on_day', 'desc')
    .orderBy('survey_id', 'desc')
    .execute()
  const [newest] = rows
  return newest ? { on: newest.on_day, ...viewsOf(newestOf(rows.map(itemsOf))) } : null
}

const againstOf = (surveys: readonly SurveyRow[], today: Day): Shown['against'] => {
  const earlier = surveys.map(invitationOf)
  return Object.fromEntries(
    surveyKinds.map((kind) => {
      const may = mayInvite(kind, earlier, today)
      return [kind, may.ok ? null : may.error]
    }),
  ) as Shown['against']
}
