import { sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { addDays, type Day, type Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { chargesSince } from '#domain/worklist/from-dossier.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { isWantedTask } from '#server/customer/wanted-task.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { forLeads } from './for-leads.ts'
import { waitingCases } from './waiting-cases.ts'
import { storedWelcomes } from './welcomes.ts'

/** How long the welcome of a new key customer stands on the list, in days, if nobody spoke to them. */
const WELCOMED_FOR = 62

/** A customer of somebody's day, with what the list and its reasons read of it. */
export type BookCustomer = {
  id: Id
  kind: CustomerKind
  name: string
  reading: string | null
  addressForm: string | null
  managerId: Id | null
  backupId: Id | null
  unitId: Id | null
  dossier: Record<string, unknown>
  tier: string | null
  paid12: number | null
  topShare: number | null
  months: number
  risk: number | null
  /** They left on this day: nothing but what is owed to them is due. */
  leftOn: Day | null
}

/**
 * The customers the days of these readers can be about: kept or backed up by one of them, handed to them, with something of theirs
 * open; for a lead also those whose manager is away, who rose and have no manager [S-52], or whose complaint was raised. Never more than they may see together.
 */
export const customersOfDay = async (
  db: Db,
  callers: readonly [Caller, ...Caller[]],
  today: Day,
  awayIds: readonly Id[],
): Promise<BookCustomer[]> => {
  const [{ branchId }] = callers
  const readers = sql<Id>`any(${callers.map(({ staffId }) => staffId)}::uuid[])`
  const leads = callers.some(({ roles }) => reachOf(roles, 'team.read'))
  const watched = leads ? [...awayIds] : []
  const rows = await customersWithin(db, callers, 'customer.read')
    .where((eb) =>
      eb.or([
        eb('customer.manager_id', '=', readers),
        eb('customer.backup_id', '=', readers),
        eb('customer.manager_id', '=', eb.fn.any(sql.val(watched))),
        ...(leads ? [forLeads(branchId)] : []),
        sql<boolean>`customer.id in (
          select d.customer_id from worklist_decision d
          where d.branch_id = ${branchId} and d.to_id = ${readers} and d.undone_at is null and d.at > ${addDays(today, -60)}::date
          union select p.customer_id from promise p
          where p.branch_id = ${branchId} and p.owner_id = ${readers} and p.state = 'open'
          union select c.customer_id from service_case c
          where c.branch_id = ${branchId} and c.owner_id = ${readers} and c.closed_at is null
          union select t.customer_id from task t
          where t.branch_id = ${branchId} and t.owner_id = ${readers} and t.state = 'open'
          union select r.customer_id from retention_case r
          where r.branch_id = ${branchId} and r.owner_id = ${readers} and r.stage <> 'closed'
          union select a.customer_id from appointment a
          where a.branch_id = ${branchId} and a.owner_id = ${readers}
            and (a.untold is not null or a.starts_at between ${addDays(today, -8)}::date and ${addDays(today, 2)}::date))`,
      ]),
    )
    .select([
      'customer.id',
      'customer.kind',
      'customer.name',
      'customer.name_reading',
      'customer.address_form',
      'customer.manager_id',
      'customer.backup_id',
      'customer.unit_id',
      'customer.dossier',
      'customer.left_on',
      'standing.tier',
      'standing.paid12_fen',
      'standing.top_share',
      'standing.months_billed',
      'standing.risk',
    ])
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    name: row.name,
    reading: row.name_reading,
    addressForm: row.address_form,
    managerId: row.manager_id,
    backupId: row.backup_id,
    unitId: row.unit_id,
    dossier: row.dossier as Record<string, unknown>,
    tier: row.tier,
    paid12: row.paid12_fen,
    topShare: row.top_share,
    months: row.months_billed ?? 0,
    risk: row.risk,
    leftOn: row.left_on,
  }))
}

/** Everything written down about a set of customers that may be a reason to reach them. */
export const ledgersOf = async (db: Db, { branchId, timeZone }: Caller, ids: readonly Id[], today: Day) => {
  const of = sql<Id>`any(${[...ids]}::uuid[])`
  const fromMonth = monthNumber(chargesSince(today))
  const [
    promises,
    cases,
    expectations,
    sightings,
    charges,
    newest,
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
      .selectFrom('bill')
      .select((eb) => eb.fn.max('month').as('month'))
      .where('branch_id', '=', branchId)
      .where('customer_id', '=', of)
      .executeTakeFirst(),
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
      .where('at', '>', new Date(addDays(today, -14)))
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
  ])
  return {
    promises,
    cases,
    expectations,
    sightings,
    charges,
    newestMonth: newest?.month ? monthText(newest.month) : null,
    contracts,
    people,
    touches,
    refusedCare: new Set(refused.map(({ customer_id }) => customer_id)),
    assigned,
    tasks,
    welcomes,
    retentions,
    /** The newest small wish that is open, by customer. */
    wishes: new Map(wishes.map(({ customer_id, what }) => [customer_id, what])),
    riskBefore: new Map(earlier.map(({ customer_id, risk }) => [customer_id, risk])),
  }
}

export type Ledgers = Awaited<ReturnType<typeof ledgersOf>>

const monthNumber = (month: Month): number => Number(month.replace('-', ''))

export const monthText = (month: number): Month => `${String(month).slice(0, 4)}-${String(month).slice(4)}`
