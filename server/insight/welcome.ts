import { type Figure, figureOf, type QueryId } from '#domain/insight/figure.ts'
import type { MonthSpan } from '#domain/insight/month-span.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { clocksOf, type Welcome } from '#domain/worklist/welcome.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { storedWelcomes } from '#server/worklist/welcomes.ts'
import { customersOf, type Whose } from './whose.ts'

type Clocks = ReturnType<typeof clocksOf>

/** Which promotions each list of the two clocks holds. */
export const clockQueries: Partial<Record<QueryId, (clocks: Clocks) => boolean>> = {
  'customers.boundDue': ({ bound }) => bound !== null,
  'customers.boundInTime': ({ bound }) => bound === true,
  'customers.spokenDue': ({ spoken }) => spoken !== null,
  'customers.spokenInTime': ({ spoken }) => spoken === true,
}

/** Those of a team raised into a key tier from a day up to, not including, another. */
export const welcomesOf = async (db: Db, caller: Caller, whose: Whose, from: Day, until: Day): Promise<Welcome[]> => {
  const theirs = customersOf(db, caller, whose).select('customer.id')
  return storedWelcomes(db, caller, (query) =>
    query
      .where('welcome.customer_id', 'in', theirs)
      .where('welcome.promoted_on', '>=', from)
      .where('welcome.promoted_on', '<', until),
  )
}

/** The customers of a team who were raised into a key tier and have no manager. [S-52] */
export const unboundOf = (db: Db, caller: Caller, whose: Whose) =>
  customersOf(db, caller, whose)
    .where('customer.manager_id', 'is', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('welcome')
          .select('welcome.month')
          .whereRef('welcome.branch_id', '=', 'customer.branch_id')
          .whereRef('welcome.customer_id', '=', 'customer.id')
          .where('welcome.bound_on', 'is', null),
      ),
    )

/** How the welcome of those raised in a month kept its two clocks, as of today. [S-52] */
export const welcomeIn = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  { from, until }: MonthSpan,
  today: Day,
): Promise<{ bound: Figure; spoken: Figure }> => {
  const days = [dayIn(from, caller.timeZone), dayIn(until, caller.timeZone)] as const
  const clocks = (await welcomesOf(db, caller, whose, ...days)).map((one) => clocksOf(one, today))
  const unit = whose.unit?.id ?? null
  const opens = (query: QueryId) => ({ query, where: { from: from.toISOString(), until: until.toISOString(), unit } })
  const count = (query: QueryId): number => clocks.filter((each) => clockQueries[query]?.(each)).length
  const figure = (formula: 'figure.welcomeBound' | 'figure.welcomeSpoken', done: QueryId, due: QueryId): Figure =>
    figureOf(
      { numerator: count(done), denominator: count(due) },
      { formula, numerator: opens(done), denominator: opens(due) },
    )
  return {
    bound: figure('figure.welcomeBound', 'customers.boundInTime', 'customers.boundDue'),
    spoken: figure('figure.welcomeSpoken', 'customers.spokenInTime', 'customers.spokenDue'),
  }
}
