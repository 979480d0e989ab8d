import type { coachEndpoints } from '#api/coach.ts'
import type { Received, Reply } from '#api/endpoint.ts'
import { shownToLeads } from '#domain/coach/fired.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { addMonths, dayIn, monthOf } from '#domain/kernel/day.ts'
import { sql } from 'kysely'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Endpoints = typeof coachEndpoints
type Hit = Received<Endpoints['PUT /api/coach/hits/:id']>['body']

/** One mark, for the writer alone; beside it, and tied to nobody, the month's sum of the rule grows by one. The same write twice is one mark. */
export const keepHit = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  { rule, ended, coach }: Hit & { coach: Coach },
): Promise<void> => {
  if (!coach.rules.some((one) => one.id === rule)) return fail('record.not_found')
  await inTransaction(db, async (trx) => {
    const kept = await trx
      .insertInto('coach_hit')
      .values({ branch_id: caller.branchId, staff_id: caller.staffId, id, rule, ended, at: now })
      .onConflict((on) => on.columns(['branch_id', 'staff_id', 'id']).doNothing())
      .returning('id')
      .executeTakeFirst()
    if (!kept) return
    const taken = ended === 'taken' ? 1 : 0
    const month = monthNumber(monthOf(dayIn(now, caller.timeZone)))
    await trx
      .insertInto('coach_rule_month')
      .values({ branch_id: caller.branchId, rule, month, marked: 1, taken })
      .onConflict((on) =>
        on.columns(['branch_id', 'rule', 'month']).doUpdateSet((eb) => ({
          marked: eb('coach_rule_month.marked', '+', 1),
          taken: eb('coach_rule_month.taken', '+', taken),
        })),
      )
      .execute()
  })
}

/** What the caller was marked for; there is no way to ask for anybody else. */
export const ownHits = async (
  db: Db,
  caller: Caller,
  coach: Coach,
): Promise<Reply<Endpoints['GET /api/coach/hits']>> => {
  const rows = await db
    .selectFrom('coach_hit')
    .select((eb) => [
      'rule',
      eb.fn.countAll<number>().as('marked'),
      eb.fn.countAll<number>().filterWhere('ended', '=', 'taken').as('taken'),
      eb.fn.max('at').as('last_at'),
    ])
    .where('branch_id', '=', caller.branchId)
    .where('staff_id', '=', caller.staffId)
    .groupBy('rule')
    .orderBy('marked', 'desc')
    .orderBy('rule')
    .limit(MOST)
    .execute()
  return {
    rows: rows.map(({ rule, marked, taken, last_at }) => ({
      rule,
      title: titleOf(coach, rule),
      marked,
      taken,
      lastAt: last_at.toISOString(),
    })),
  }
}

const MOST = 50

/** How often each rule fired in the last three months: sums, and of the marks behind them no more than how many people they were made for. */
export const firedRules = async (
  db: Db,
  caller: Caller,
  now: Date,
  coach: Coach,
): Promise<Reply<Endpoints['GET /api/coach/fired']>> => {
  const since = monthNumber(addMonths(monthOf(dayIn(now, caller.timeZone)), -2))
  const rows = await db
    .selectFrom('coach_rule_month')
    .select(['rule', 'month', 'marked', 'taken'])
    .where('branch_id', '=', caller.branchId)
    .where('month', '>=', since)
    .orderBy('month', 'desc')
    .orderBy('marked', 'desc')
    .orderBy('rule')
    .execute()
  const { rows: people } = await sql<{ rule: string; month: number; writers: number }>`
    select rule, to_char(at at time zone ${caller.timeZone}, 'YYYYMM')::int as month, count(distinct staff_id)::int as writers
    from coach_hit where branch_id = ${caller.branchId} group by 1, 2`.execute(db)
  const writers = new Map(people.map((one) => [`${one.rule} ${one.month}`, one.writers]))
  return {
    rows: rows.map(({ month, ...fired }) => ({
      ...shownToLeads({ ...fired, writers: writers.get(`${fired.rule} ${month}`) ?? 0 }),
      title: titleOf(coach, fired.rule),
      month: monthOfNumber(month),
    })),
  }
}

const titleOf = (coach: Coach, rule: string) => {
  const act = coach.rules.find(({ id }) => id === rule)?.act ?? ''
  return coach.compiled.titles[act] ?? { zh: rule, en: rule }
}
