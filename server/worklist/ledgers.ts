import { sql } from 'kysely'
import { addDays, type Day, type Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { chargesSince } from '#domain/worklist/from-dossier.ts'
import { isWantedTask } from '#server/customer/wanted-task.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { formsWaiting } from '#server/form/waiting.ts'
import { waitingCases } from './waiting-cases.ts'
import { storedWelcomes } from './welcomes.ts'

/** How long the welcome of a new key customer stands on the list, in days, if nobody spoke to them. */
export const WELCOMED_FOR = 62

/** How long it is told that a customer was given to somebody, in days. */
export const GIVEN_SINCE = 14

/** Everything written down about a set of customers that may be a reason to reach them. */
export const ledgersOf = async (
  db: Db,
  { branchId, timeZone }: Caller,
  ids: readonly Id[],
  newestBills: number | null,
  today: Day,
) => {
  const of = sql<Id>`any(${[...ids]}::uuid[])`
  const fromMonth = monthNumber(chargesSince(today))
  const [
    promises,
    cases,
    expectations,
    sightings,
    charges,
    contracts,
    people,
    touches,
    refused,
    assigned,
    tasks,
    earlier,
    wishes,
    welcomes,
    retentions,
    approvals,
  ] = await Promise.all([
    db
      .selectFrom('promise')
      .select([
        'id',
        'customer_id',
        'what',
        'made_at',
        'made_by',
        'due_at',
        'owner_id',
        'state',
        'settled_at',
        'told_at',
      ])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where((eb) => eb.or([eb('state', '=', 'open'), eb('due_at', '>', new Date(addDays(today, -21)))]))
      .execute(),
    db
      .selectFrom('service_case')
      .selectAll()
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where((eb) => eb.or([eb('closed_at', 'is', null), eb('closed_at', '>', new Date(addDays(today, -45)))]))
      .execute(),
    db
      .selectFrom('expectation')
      .select(['id', 'customer_id', 'what', 'rank', 'updated_at'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('state', 'in', ['open', 'resetting'])
      .execute(),
    db
      .selectFrom('sighting')
      .select(['id', 'customer_id', 'seen_on', 'competitor', 'what'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('seen_on', '>=', addDays(today, -430))
      .execute(),
    db
      .selectFrom('bill')
      .select(['customer_id', 'month', 'kind', 'amount_fen'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('month', '>=', fromMonth)
      .where('kind', 'not in', ['total', 'product', 'refund'])
      .execute(),
    db
      .selectFrom('member')
      .select(['customer_id', 'contract_until'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('main', '=', true)
      .where('removed_at', 'is', null)
      .where('contract_until', 'is not', null)
      .execute(),
    db
      .selectFrom('contact_person')
      .select(['customer_id', 'name', 'address_form', 'decision_role', 'last_met_on'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('removed_at', 'is', null)
      .orderBy('id')
      .execute(),
    db
      .selectFrom('touch')
      .distinctOn('customer_id')
      .select(['customer_id', 'at', 'note'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('reached', '=', true)
      .orderBy('customer_id')
      .orderBy('at', 'desc')
      .execute(),
    db
      .selectFrom('consent')
      .select('customer_id')
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('purpose', 'in', ['care', 'any'])
      .where('state', '=', 'refused')
      .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
      .execute(),
    db
      .selectFrom('audit_event')
      .leftJoin('staff as former', (on) =>
        on
          .onRef('former.branch_id', '=', 'audit_event.branch_id')
          .on(sql`former.id::text`, '=', sql`audit_event.params ->> 'formerId'`),
      )
      .select(['customer_id', 'at', 'former.name as former'])
      .select(sql<Id | null>`audit_event.params ->> 'managerId'`.as('manager_id'))
      .where('audit_event.branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('action', '=', 'customer.assigned')
      .where('at', '>', new Date(addDays(today, -GIVEN_SINCE)))
      .orderBy('at')
      .execute(),
    db
      .selectFrom('task')
      .select(['id', 'customer_id', 'owner_id', 'about_zh', 'about_en', 'subject', 'due_on'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('state', '=', 'open')
      .where(isWantedTask(branchId, today))
      .execute(),
    db
      .selectFrom('standing')
      .select(['customer_id', 'risk'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where(
        'month',
        '=',
        sql<number>`(select max(month) from standing_month where branch_id = ${branchId}
          and month < (select max(month) from standing_month where branch_id = ${branchId}))`,
      )
      .execute(),
    db
      .selectFrom('small_wish')
      .select(['customer_id', 'what'])
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .where('done_on', 'is', null)
      .orderBy('said_on')
      .execute(),
    storedWelcomes(db, { branchId, timeZone }, (query) =>
      query
        .where('welcome.customer_id', '=', of)
        .where((eb) =>
          eb.or([eb('welcome.bound_on', 'is', null), eb('welcome.promoted_on', '>=', addDays(today, -WELCOMED_FOR))]),
        ),
    ),
    waitingCases(db, branchId, of),
    formsWaiting(db, branchId, of),
  ])
  return {
    promises,
    cases,
    expectations,
    sightings,
    charges,
    newestMonth: newestBills === null ? null : monthText(newestBills),
    contracts,
    people,
    touches,
    refusedCare: new Set(refused.map(({ customer_id }) => customer_id)),
    assigned,
    tasks,
    welcomes,
    retentions,
    approvals,
    /** The newest small wish that is open, by customer. */
    wishes: new Map(wishes.map(({ customer_id, what }) => [customer_id, what])),
    riskBefore: new Map(earlier.map(({ customer_id, risk }) => [customer_id, risk])),
  }
}

/** The newest month the branch has bills of. */
export const newestBillsOf = async (db: Db, branchId: number): Promise<number | null> => {
  const newest = await db
    .selectFrom('bill')
    .select((eb) => eb.fn.max('month').as('month'))
    .where('branch_id', '=', branchId)
    .executeTakeFirst()
  return newest?.month ?? null
}

export type Ledgers = Awaited<ReturnType<typeof ledgersOf>>

const monthNumber = (month: Month): number => Number(month.replace('-', ''))

export const monthText = (month: number): Month => `${String(month).slice(0, 4)}-${String(month).slice(4)}`
