import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { insightEndpoints } from '#api/insight.ts'
import { type ChainMonth, chainOf } from '#domain/economics/profit-chain.ts'
import { type Pulse, pulsesOf, pulseWeekOf } from '#domain/economics/pulse.ts'
import { monthSpan } from '#domain/insight/month-span.ts'
import { promiseFigures } from '#domain/insight/promises.ts'
import { addDays, addMonths, type Day, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Db } from '#server/db/pool.ts'
import { pulseAnswers } from '#server/economics/pulse.ts'
import { stayingFrom } from '#server/economics/staying.ts'
import type { Caller } from '#server/http/handler.ts'
import { promisesOf } from './promises.ts'
import { customersOf, idsOf, teamOf, unitsToSee, type Whose } from './whose.ts'

type Chain = Reply<(typeof insightEndpoints)['GET /api/team/chain']>
type Now = { now: Date; today: Day }

const MONTHS = 6

/** The links of the service-profit chain for a team, month by month, each from its own records. */
export const showChain = async (db: Db, caller: Caller, at: Now, unitId?: string): Promise<Chain> => {
  const units = await unitsToSee(db, caller)
  const whose = await teamOf(db, caller, units, unitId)
  const from = addMonths(monthOf(at.today), 1 - MONTHS)
  const [promises, bills, satisfied, pulse] = await Promise.all([
    keptBy(db, caller, whose, from, at),
    billsBy(db, caller, whose, from, at),
    satisfiedBy(db, caller, whose, from),
    pulseBy(db, caller, whose, from, at.today),
  ])
  const months = Array.from({ length: MONTHS }, (_, i): ChainMonth => {
    const month = addMonths(from, i)
    return {
      month,
      pulse: meanOf(pulse.weeks.flatMap((each) => (monthOf(each.week) === month ? middleOf(each.pulse) : []))),
      promisesKept: promises.get(month) ?? null,
      satisfaction: satisfied.get(month) ?? null,
      stayed: bills.get(month)?.stayed ?? null,
      revenue: bills.get(month)?.fen ?? null,
    }
  })
  return {
    unit: whose.unit,
    units: units.map(({ id, name }) => ({ id, name })),
    series: chainOf(months, from, MONTHS),
    pulseOf: pulse.of,
    pulseSaid: pulse.weeks.at(-1)?.pulse.said ?? null,
  }
}

const keptBy = async (db: Db, caller: Caller, whose: Whose, from: Month, { now, today }: Now) => {
  const spans = Array.from({ length: MONTHS }, (_, i) => monthSpan(addMonths(from, i), today, caller.timeZone))
  const [first, last] = [spans[0], spans.at(-1)]
  const whole = { from: first?.from ?? now, until: last?.until ?? now }
  const records = await promisesOf(db, caller.branchId, idsOf(whose), whole)
  return new Map(
    spans.map((span) => {
      const period = { from: span.from, until: span.until, unit: null }
      return [span.month, promiseFigures(records, 0, period, now).kept.value]
    }),
  )
}

/** With fewer answers in a month their mean says more of who was asked than of all. */
const LEAST_ANSWERS = 5

/** The mean of what the team’s customers answered in a month to how satisfied they are, 1–5. */
const satisfiedBy = async (db: Db, caller: Caller, whose: Whose, from: Month): Promise<Map<Month, number>> => {
  const rows = await customersOf(db, caller, whose)
    .innerJoin('survey_answer', (on) =>
      on
        .onRef('survey_answer.branch_id', '=', 'customer.branch_id')
        .onRef('survey_answer.customer_id', '=', 'customer.id'),
    )
    .where('survey_answer.asks', '=', 'satisfied')
    .where('survey_answer.on_day', '>=', `${from}-01`)
    .select([
      sql<Month>`to_char(survey_answer.on_day, 'YYYY-MM')`.as('month'),
      sql<number>`avg(survey_answer.score)::float8`.as('mean'),
    ])
    .groupBy(sql`1`)
    .having(sql<number>`count(*)`, '>=', LEAST_ANSWERS)
    .execute()
  return new Map(rows.map(({ month, mean }) => [month, mean]))
}

/** What the team’s customers paid in a month, and of those who paid in the month before, how many did again. */
const billsBy = async (db: Db, caller: Caller, whose: Whose, from: Month, { today }: Now) => {
  const within = sql`(customer.manager_id = any(${idsOf(whose)}::uuid[])
    or customer.unit_id = any(${[...(whose.unitIds ?? [])]}::uuid[]))`
  const rows = await stayingFrom(db, caller.branchId, { from: addMonths(from, -1), to: monthOf(today), within })
  const of = (month: Month) => rows.filter((row) => row.month === month)
  const total = (month: Month, key: 'paid' | 'again' | 'fen'): number =>
    of(month).reduce((sum, row) => sum + row[key], 0)
  return new Map(
    Array.from({ length: MONTHS }, (_, i) => {
      const month = addMonths(from, i)
      const before = addMonths(month, -1)
      const paid = total(before, 'paid')
      const billed = of(month).length > 0
      return [
        month,
        { fen: billed ? total(month, 'fen') : null, stayed: billed && paid > 0 ? total(before, 'again') / paid : null },
      ]
    }),
  )
}

type PulseWeek = { week: Day; pulse: Pulse }

/** Whole weeks only: a running one would tell each further answer by what it moves. A unit's own where nobody is below it; else the whole branch's: figures of some units together could be told apart by who sees two of them. */
const pulseBy = async (
  db: Db,
  caller: Caller,
  { unit }: Whose,
  from: Month,
  today: Day,
): Promise<{ of: 'unit' | 'branch'; weeks: PulseWeek[] }> => {
  const units = await db
    .selectFrom('unit')
    .select(['id', 'parent_id'])
    .where('branch_id', '=', caller.branchId)
    .execute()
  const own = unit !== null && units.every(({ parent_id }) => parent_id !== unit.id)
  const first = pulseWeekOf(`${from}-01`)
  const last = addDays(pulseWeekOf(today), -7)
  const answers = await pulseAnswers(db, caller.branchId, first, last)
  const ids = units.map(({ id }) => id)
  const weeks: PulseWeek[] = []
  for (let week = first; week <= last; week = addDays(week, 7)) {
    const pulse = pulsesOf(answers, ids, week).find(({ unitId }) => unitId === (own ? unit.id : null))
    if (pulse) weeks.push({ week, pulse })
  }
  return { of: own ? 'unit' : 'branch', weeks }
}

/** Both questions as one figure; nothing where it is not shown. */
const middleOf = ({ well, able }: Pulse): number[] => (well === null || able === null ? [] : [(well + able) / 2])

const meanOf = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
