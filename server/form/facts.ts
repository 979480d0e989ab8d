import { sql } from 'kysely'
import { profileEn } from '#domain/customer/profile.en.ts'
import { profileZh } from '#domain/customer/profile.zh.ts'
import { maskedPhone } from '#domain/customer/phone.ts'
import type { FactRow, KnownFormFacts } from '#domain/form/prefill.ts'
import { addDays, type Day, dayIn } from '#domain/kernel/day.ts'
import { dayRuleFrom, daysOf } from '#domain/kernel/market.ts'
import { clockText, instantAt, wallClockAt } from '#domain/kernel/zone.ts'
import { mainPhone } from '#server/customer/list.ts'
import { maskedText } from '#server/customer/masked.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { caseFacts } from './case-facts.ts'
import { dayFacts } from './day-facts.ts'
import { bothWays, type FactsAsked, type Known, nothing } from './known.ts'
import { runFormFacts } from './run-facts.ts'

/** Everything a form may be filled from, as far as the caller may see it; personal values masked, as everywhere. */
export const formFactsFor = async (db: Db, caller: Caller, now: Date, asked: FactsAsked): Promise<KnownFormFacts> => {
  const today = dayIn(now, caller.timeZone)
  const parts = await Promise.all([
    ownFacts(db, caller, asked.day ?? today),
    asked.customerId ? customerFacts(db, caller, asked.customerId, asked.personId ?? null, today) : nothing,
    asked.runId ? runFormFacts(db, caller, asked.runId) : nothing,
    asked.customerId ? caseFacts(db, caller, asked) : nothing,
    asked.customerId ? meetingFacts(db, caller, now, asked) : nothing,
    dayFacts(db, caller, asked.day ?? today),
  ])
  return {
    single: Object.assign({}, ...parts.map(({ single }) => single)) as KnownFormFacts['single'],
    rows: Object.assign({}, ...parts.map(({ rows }) => rows)) as KnownFormFacts['rows'],
  }
}

const ownFacts = async (db: Db, caller: Caller, today: Day): Promise<Known> => {
  const row = await db
    .selectFrom('staff')
    .innerJoin('branch', 'branch.id', 'staff.branch_id')
    .innerJoin('unit', (on) =>
      on.onRef('unit.branch_id', '=', 'staff.branch_id').onRef('unit.id', '=', 'staff.unit_id'),
    )
    .select(['staff.name as name', 'branch.name as branch', 'unit.name as unit'])
    .where('staff.branch_id', '=', caller.branchId)
    .where('staff.id', '=', caller.staffId)
    .executeTakeFirstOrThrow()
  return {
    single: { 'company.name': row.branch, 'unit.name': row.unit, 'manager.name': row.name, today },
    rows: {},
  }
}

const customerFacts = async (
  db: Db,
  caller: Caller,
  id: string,
  personId: string | null,
  today: Day,
): Promise<Known> => {
  const row = await customersWithin(db, caller, 'contact.run')
    .where('customer.id', '=', id)
    .leftJoin('staff as manager', (on) =>
      on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
    )
    .select([
      'customer.name',
      'customer.code',
      'customer.kind',
      'customer.since',
      'customer.dossier',
      'customer.official_points as points',
      'manager.name as manager',
      'standing.tier',
      'standing.paid12_fen as paid',
      'standing.band',
      mainPhone.as('phone'),
    ])
    .executeTakeFirst()
  if (!row) return fail('record.not_found')
  const dossier = row.dossier as Record<string, unknown>
  const [people, holdings, promises, gifts] = await Promise.all([
    peopleOf(db, caller, id),
    holdingsOf(db, caller, id),
    promisesOf(db, caller, id),
    giftsOf(db, caller, id, today),
  ])
  const person = people.find((one) => one.id === personId) ?? (row.kind === 'person' ? null : (people[0] ?? null))
  const { address, licenceNumber, licenceUntil, allocationLevel } = dossier
  const heed = [...listed(dossier['styleCues']), ...listed(dossier['doNotSay'])]
  const next = (key: string): Day | undefined => {
    const rule = dayRuleFrom(dossier[key])
    return rule === null ? undefined : daysOf(rule, today, addDays(today, 31))[0]
  }
  const [delivery, market] = [next('deliveryDays'), next('marketDays')]
  return {
    single: {
      'customer.name': row.name,
      'customer.code': row.code,
      'customer.kind': bothWays(({ kinds }) => kinds[row.kind]),
      ...(row.phone && { 'customer.phone': maskedPhone(row.phone) }),
      ...(typeof address === 'string' && address && { 'customer.address': maskedText(address) }),
      ...(row.since && { 'customer.since': row.since }),
      ...(row.manager && { 'customer.manager': row.manager }),
      ...(row.points !== null && { 'customer.points': row.points }),
      ...(row.tier && { 'customer.tier': row.tier }),
      ...(row.paid !== null && { 'customer.paid': row.paid }),
      ...(row.band && { 'customer.risk': bothWays(({ bands }) => bands[row.band ?? 'low']) }),
      ...(holdings[0] && { 'customer.product': holdings[0].product }),
      ...(heed.length > 0 && { 'customer.heed': bothWays(({ point }) => heed.join(point)) }),
      ...(typeof licenceNumber === 'string' && licenceNumber && { 'outlet.licence': licenceNumber }),
      ...(typeof licenceUntil === 'string' && licenceUntil && { 'outlet.licenceUntil': licenceUntil }),
      ...(typeof allocationLevel === 'number' && { 'outlet.level': bothWays(({ level }) => level(allocationLevel)) }),
      ...(delivery && { 'outlet.delivery': delivery }),
      ...(market && { 'outlet.market': market }),
      ...(person && { 'person.name': person.name }),
      ...(person?.title && { 'person.title': person.title }),
      ...(row.kind === 'person' && { 'person.name': row.name }),
    },
    rows: {
      'customer.people': people.map(({ name, title, role }) => ({
        name,
        title: title ?? '',
        ...(role && { role: { zh: profileZh.roles[role], en: profileEn.roles[role] } }),
      })),
      'customer.holdings': holdings.map(({ product, fee, until }) => ({
        product,
        ...(fee !== null && { fee }),
        ...(until && { until }),
      })),
      'customer.promises': promises.map(({ what, due_at }) => ({ what, by: dayIn(due_at, caller.timeZone) })),
      'customer.gifts': gifts,
    },
  }
}

const listed = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : []

const peopleOf = (db: Db, caller: Caller, id: string) =>
  db
    .selectFrom('contact_person')
    .select(['id', 'name', 'title', 'decision_role as role'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .orderBy(sql`decision_role is null`)
    .orderBy('name_sort')
    .limit(20)
    .execute()

const holdingsOf = (db: Db, caller: Caller, id: string) =>
  db
    .selectFrom('holding')
    .select(['product', 'monthly_fee_fen as fee', 'until'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('removed_at', 'is', null)
    .where((eb) => eb.or([eb('stage', 'is', null), eb('stage', 'in', ['use', 'loyalty'])]))
    .orderBy('monthly_fee_fen', (order) => order.desc().nullsLast())
    .limit(20)
    .execute()

const promisesOf = (db: Db, caller: Caller, id: string) =>
  db
    .selectFrom('promise')
    .select(['what', 'due_at'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('state', '=', 'open')
    .orderBy('due_at')
    .limit(20)
    .execute()

/** What the customer signed for in the past year, out of the receipts themselves. */
const giftsOf = async (db: Db, caller: Caller, id: string, today: Day): Promise<FactRow[]> => {
  const rows = await db
    .selectFrom('form')
    .select(['answers', 'on_day'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .where('key', '=', 'gift-receipt')
    .where('state', '=', 'filed')
    .where('on_day', '>=', addDays(today, -365))
    .orderBy('on_day', 'desc')
    .limit(20)
    .execute()
  return rows.flatMap(({ answers, on_day }) => {
    const { gifts } = answers as { gifts?: { gift?: string; count?: number }[] }
    return (gifts ?? []).map(({ gift = '', count }) => ({ gift, day: on_day, ...(count !== undefined && { count }) }))
  })
}

/** The meeting asked for, else the one of today with this customer. */
const meetingFacts = async (
  db: Db,
  caller: Caller,
  now: Date,
  { customerId, appointmentId }: FactsAsked,
): Promise<Known> => {
  const today = dayIn(now, caller.timeZone)
  const meeting = await db
    .selectFrom('appointment')
    .select(['starts_at', 'place'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', customerId ?? '')
    .$if(appointmentId !== undefined, (query) => query.where('id', '=', appointmentId ?? ''))
    .$if(appointmentId === undefined, (query) =>
      query
        .where('starts_at', '>=', instantAt(today, 0, caller.timeZone))
        .where('starts_at', '<', instantAt(addDays(today, 1), 0, caller.timeZone))
        .where('state', 'not in', ['cancelled', 'missed']),
    )
    .orderBy('starts_at')
    .limit(1)
    .executeTakeFirst()
  if (!meeting) return nothing
  const { day, minute } = wallClockAt(meeting.starts_at, caller.timeZone)
  return {
    single: {
      'meeting.day': day,
      'meeting.time': clockText(minute),
      ...(meeting.place && { 'meeting.place': meeting.place }),
    },
    rows: {},
  }
}
