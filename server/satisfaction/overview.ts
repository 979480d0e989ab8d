import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { satisfactionEndpoints } from '#api/satisfaction.ts'
import { addDays, type Day, dayIn, type Month } from '#domain/kernel/day.ts'
import { type Answer, newestSatisfied, pairsOf } from '#domain/satisfaction/answer.ts'
import { serviceGaps } from '#domain/satisfaction/five-gaps.ts'
import { grades } from '#domain/satisfaction/grade.ts'
import { meanOf, newestOf } from '#domain/satisfaction/servqual.ts'
import { type Gone, scoredStays } from '#domain/satisfaction/stay.ts'
import { stayByScore, type StayByScore, zoneOf, zones } from '#domain/satisfaction/zone.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { answersWithin, itemsOf, viewsOf } from './answers.ts'
import { borderNow, gradeRules } from './border.ts'

type Endpoints = typeof satisfactionEndpoints

/** Grades and gaps count what was told in the last year. */
const YEAR_DAYS = 365

/** The newest answer of each customer to how satisfied they are. */
export const newestOfEach = (answers: readonly Answer[]): Answer[] =>
  [...Map.groupBy(answers, ({ customerId }) => customerId).entries()].flatMap(
    ([id, own]) => newestSatisfied(own, id) ?? [],
  )

/** The last month whose bills are in. */
const lastMonth = async (db: Db, branchId: number): Promise<Month | null> => {
  const row = await db
    .selectFrom('standing_month')
    .select((eb) => eb.fn.max('month').as('month'))
    .where('branch_id', '=', branchId)
    .executeTakeFirst()
  return row?.month ? monthOfNumber(row.month) : null
}

/** Which of the caller's customers were billed a year after an answer of theirs, as `customer/month`. */
const billedAYearLater = async (db: Db, caller: Caller): Promise<Set<string>> => {
  const rows = await customersWithin(db, caller, 'contact.run')
    .innerJoin('survey_answer', (on) =>
      on.on('survey_answer.branch_id', '=', caller.branchId).onRef('survey_answer.customer_id', '=', 'customer.id'),
    )
    .innerJoin('bill', (on) =>
      on
        .on('bill.branch_id', '=', caller.branchId)
        .onRef('bill.customer_id', '=', 'customer.id')
        .on(
          sql<boolean>`bill.month = (extract(year from survey_answer.on_day)::int + 1) * 100
            + extract(month from survey_answer.on_day)::int`,
        ),
    )
    .where('bill.amount_fen', '>', 0)
    .where('survey_answer.asks', '=', 'satisfied')
    .select(['customer.id', 'bill.month'])
    .distinct()
    .execute()
  return new Set(rows.map(({ id, month }) => `${id}/${monthOfNumber(month)}`))
}

/** When the caller's customers left and came back, as it was written down. */
const lossesWithin = async (db: Db, caller: Caller): Promise<Gone[]> => {
  const rows = await customersWithin(db, caller, 'contact.run')
    .innerJoin('customer_loss', (on) =>
      on.on('customer_loss.branch_id', '=', caller.branchId).onRef('customer_loss.customer_id', '=', 'customer.id'),
    )
    .where('customer_loss.undone_at', 'is', null)
    .select(['customer.id', 'customer_loss.left_on', 'customer_loss.back_on'])
    .execute()
  return rows.map(({ id, left_on, back_on }) => ({ customerId: id, leftOn: left_on, backOn: back_on }))
}

/** Of the caller's customers whose answer is a year old: who gave it, and whether they stayed. */
export const staysWithin = async (db: Db, caller: Caller, answers: readonly Answer[]) => {
  const until = await lastMonth(db, caller.branchId)
  if (until === null) return { until, rows: [] }
  const billed = await billedAYearLater(db, caller)
  const losses = await lossesWithin(db, caller)
  return { until, rows: scoredStays(answers, until, (id, month) => billed.has(`${id}/${month}`), losses) }
}

/** What became of one's own customers a year after each answer [M-04]. */
export const measuredStay = async (db: Db, caller: Caller, today: Day): Promise<StayByScore[]> =>
  stayByScore((await staysWithin(db, caller, await answersWithin(db, caller, today))).rows)

export const showOverview = async (
  db: Db,
  caller: Caller,
  now: Date,
): Promise<Reply<Endpoints['GET /api/satisfaction']>> => {
  const today = dayIn(now, caller.timeZone)
  const answers = await answersWithin(db, caller, today)
  const newest = newestOfEach(answers)
  const { until, rows } = await staysWithin(db, caller, answers)
  const pairs = await pairsOfYear(db, caller, answers, today)
  return {
    customers: newest.length,
    scores: [1, 2, 3, 4, 5].map((score) => ({ score, customers: newest.filter((one) => one.score === score).length })),
    zones: zones.map((zone) => ({ zone, customers: newest.filter(({ score }) => zoneOf(score) === zone).length })),
    stay: stayByScore(rows),
    untilMonth: until,
    grades: grades.map((grade) => ({ grade, count: pairs.filter(({ graded }) => graded.grade === grade).length })),
    border: await borderNow(db, caller.branchId),
    mayRule: reachOf(caller.roles, 'satisfaction.rule') !== null,
  }
}

/** Experiences of the last year with what was expected of them. */
export const pairsOfYear = async (db: Db, caller: Caller, answers: readonly Answer[], today: Day) =>
  pairsOf(answers, await gradeRules(db, caller.branchId)).filter(
    ({ experienced }) => experienced.on > addDays(today, -YEAR_DAYS),
  )

/** Each customer's items as answered last, together. */
export const showServqual = async (
  db: Db,
  caller: Caller,
): Promise<Reply<Endpoints['GET /api/satisfaction/servqual']>> => {
  const rows = await sheetsWithin(db, caller)
  const days = rows.map(({ on_day }) => on_day).toSorted()
  const customers = [...Map.groupBy(rows, ({ customer_id }) => customer_id).values()]
  return {
    ...viewsOf(meanOf(customers.map((own) => newestOf(own.map(itemsOf))))),
    sheets: customers.length,
    from: days.at(0) ?? null,
    to: days.at(-1) ?? null,
  }
}

/** The pairs of sheets of the caller's customers, of each the newest first. */
export const sheetsWithin = (db: Db, caller: Caller) =>
  customersWithin(db, caller, 'contact.run')
    .innerJoin('survey_sheet', (on) =>
      on.on('survey_sheet.branch_id', '=', caller.branchId).onRef('survey_sheet.customer_id', '=', 'customer.id'),
    )
    .selectAll('survey_sheet')
    .orderBy('survey_sheet.customer_id')
    .orderBy('survey_sheet.on_day', 'desc')
    .orderBy('survey_sheet.survey_id', 'desc')
    .execute()

/**
 * The five gaps with figures of the caller's own customers in the last year [M-07]: promises that fell due and were not kept, of those the
 * ones nobody told the customer of, experiences below what was expected. What customers want against what we think, and against our own
 * standard, nothing here measures.
 */
export const showGaps = async (
  db: Db,
  caller: Caller,
  now: Date,
): Promise<Reply<Endpoints['GET /api/satisfaction/gaps']>> => {
  const today = dayIn(now, caller.timeZone)
  const pairs = await pairsOfYear(db, caller, await answersWithin(db, caller, today), today)
  const promises = await duePromises(db, caller, now)
  const short = promises.filter(isShort)
  return {
    gaps: serviceGaps({
      delivery: { short: short.length, of: promises.length },
      communication: { short: short.filter(isUntold).length, of: short.length },
      felt: { short: pairs.filter(({ graded }) => graded.grade === 'poor').length, of: pairs.length },
    }),
  }
}

type Due = { state: string; told_at: Date | null }
export const isShort = ({ state }: Due): boolean => state !== 'kept'
export const isUntold = ({ told_at }: Due): boolean => told_at === null

/** Promises of the last year whose time has come, those taken back left out. */
export const duePromises = (db: Db, caller: Caller, now: Date) =>
  customersWithin(db, caller, 'contact.run')
    .innerJoin('promise', (on) =>
      on.on('promise.branch_id', '=', caller.branchId).onRef('promise.customer_id', '=', 'customer.id'),
    )
    .where('promise.due_at', '<=', now)
    .where('promise.due_at', '>', new Date(addDays(dayIn(now, caller.timeZone), -YEAR_DAYS)))
    .where('promise.state', '!=', 'withdrawn')
    .select(['promise.id', 'promise.customer_id', 'promise.what', 'promise.due_at', 'promise.state', 'promise.told_at'])
    .execute()
