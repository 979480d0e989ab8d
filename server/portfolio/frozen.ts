import { sql } from 'kysely'
import type { Received, Reply } from '#api/endpoint.ts'
import type { valueEndpoints } from '#api/value.ts'
import { addMonths, type Month } from '#domain/kernel/day.ts'
import { keepingOf, pointsBetween, type Snapshot, takeSnapshot } from '#domain/portfolio/snapshot.ts'
import type { Paid } from '#domain/portfolio/totals.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { monthsOf, summaryOf } from './months.ts'
import { standingsWithin } from './reach.ts'
import { ruleVersion } from './rules.ts'
import { standingColumns, standingOf } from './watch.ts'
import { whoAre } from './who.ts'

type FreezeEndpoint = (typeof valueEndpoints)['PUT /api/frozen-lists/:id']
type Ask = Received<FreezeEndpoint>['body']
type Shown = Reply<(typeof valueEndpoints)['GET /api/frozen-lists/:id']>
type List = Shown['list']

/** Freezes the reader's customers of some tiers with what each paid in the base months. Sent twice it is one list. [M-11] */
export const freeze = async (
  db: Db,
  caller: Caller,
  at: Date,
  id: string,
  ask: Ask,
): Promise<Reply<FreezeEndpoint>> => {
  const [newest] = await monthsOf(db, caller.branchId)
  const tiers = ask.tiers.join(' ')
  if (!newest) return fail('rule.refused', { reasons: [{ code: 'snapshot.empty', params: { tiers } }] })
  return inTransaction(db, async (trx) => {
    const known = await trx
      .selectFrom('frozen_list')
      .select(['actor_id', 'name'])
      .where('branch_id', '=', caller.branchId)
      .where('id', '=', id)
      .executeTakeFirst()
    if (known && (known.actor_id !== caller.staffId || known.name !== ask.name.trim())) return fail('record.exists')
    if (known) return { id, members: await countMembers(trx, caller.branchId, id) }
    const all = standingsWithin(trx, caller, 'value.read', newest.month)
    const rows = await (ask.kind ? all.where('standing.kind', '=', ask.kind) : all)
      .where('standing.tier', 'in', ask.tiers.length > 0 ? ask.tiers : [''])
      .select(standingColumns)
      .execute()
    const { borders, of } = await summaryOf(trx, caller.branchId, newest.month)
    const { rules } = await ruleVersion(trx, caller.branchId, newest.ruleNumber)
    const standing = { branchId: caller.branchId, month: newest.month, ruleVersion: rules.version, stale: newest.stale }
    const bills = await billsOf(
      trx,
      caller.branchId,
      rows.map(({ customer_id }) => customer_id),
      ask.baseFrom,
      ask.baseTo,
    )
    const taken = takeSnapshot({ ...ask, id }, { ...standing, rows: rows.flatMap(standingOf), borders, of }, bills)
    if (!taken.ok) return fail('rule.refused', { reasons: [taken.error] })
    await writeList(trx, caller, at, taken.value, ask)
    return { id, members: taken.value.members.length }
  })
}

const writeList = async (trx: Db, caller: Caller, at: Date, list: Snapshot, ask: Ask): Promise<void> => {
  const filter = { tiers: ask.tiers, kind: ask.kind ?? null, baseFrom: list.baseFrom, baseTo: list.baseTo }
  await trx
    .insertInto('frozen_list')
    .values({
      branch_id: caller.branchId,
      id: list.id,
      name: list.name,
      month: monthNumber(list.takenFor),
      filter: JSON.stringify(filter),
      actor_id: caller.staffId,
      frozen_at: at,
    })
    .execute()
  const of = <T>(take: (member: Snapshot['members'][number]) => T): T[] => list.members.map(take)
  await sql`
    insert into frozen_member (branch_id, list_id, customer_id, base_fen, tier)
    select ${caller.branchId}::int, ${list.id}::uuid, m.* from unnest(
      ${of((m) => m.customerId)}::uuid[], ${of((m) => m.base)}::bigint[], ${of((m) => m.tier)}::text[]) m`.execute(trx)
  await audit(trx, caller.branchId, caller.staffId, at, {
    action: 'frozen_list.taken',
    entity: 'frozen_list',
    entityId: list.id,
    params: { name: list.name, members: list.members.length },
  })
}

const countMembers = async (db: Db, branchId: number, id: string): Promise<number> => {
  const { n } = await db
    .selectFrom('frozen_member')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('branch_id', '=', branchId)
    .where('list_id', '=', id)
    .executeTakeFirstOrThrow()
  return n
}

const billsOf = async (db: Db, branchId: number, ids: readonly string[], from: Month, to: Month): Promise<Paid[]> => {
  const rows = await db
    .selectFrom('monthly_paid')
    .select(['customer_id', 'month', 'paid_fen'])
    .where('branch_id', '=', branchId)
    .where('customer_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('month', '>=', monthNumber(from))
    .where('month', '<=', monthNumber(to))
    .execute()
  return rows.map((row) => ({
    customerId: row.customer_id ?? '',
    month: monthOfNumber(row.month ?? 0),
    paid: row.paid_fen ?? 0,
  }))
}

/** One's own lists, and for those who look after a unit the lists of its people. */
const listsOf = (db: Db, caller: Caller) =>
  db
    .selectFrom('frozen_list as l')
    .innerJoin('staff', (on) => on.onRef('staff.branch_id', '=', 'l.branch_id').onRef('staff.id', '=', 'l.actor_id'))
    .where('l.branch_id', '=', caller.branchId)
    .where((eb) =>
      reachOf(caller.roles, 'value.read') === 'own'
        ? eb('l.actor_id', '=', caller.staffId)
        : eb.or([
            eb('l.actor_id', '=', caller.staffId),
            eb('staff.unit_id', '=', sql<string>`any(${[...caller.unitIds]}::uuid[])`),
          ]),
    )
    .select(['l.id', 'l.name', 'l.month', 'l.filter', 'l.frozen_at', 'staff.name as by'])
    .orderBy('l.frozen_at', 'desc')

type ListRow = { id: string; name: string; month: number; filter: unknown; frozen_at: Date; by: string }
type Filter = { tiers: string[]; baseFrom: Month; baseTo: Month }

export const showLists = async (db: Db, caller: Caller): Promise<{ lists: List[] }> => {
  const rows = await listsOf(db, caller).limit(50).execute()
  const lists: List[] = []
  for (const row of rows) lists.push((await keepingOver(db, caller, row)).list)
  return { lists }
}

const MOST_LOST = 100

export const showList = async (db: Db, caller: Caller, id: string): Promise<Shown> => {
  const row = await listsOf(db, caller).where('l.id', '=', id).executeTakeFirst()
  if (!row) return fail('record.not_found')
  const { list, months, lost } = await keepingOver(db, caller, row)
  const newest = months.at(-1)?.month
  const who = newest
    ? await whoAre(
        db,
        caller,
        newest,
        lost.map(({ customerId }) => customerId),
      )
    : new Map()
  const rows = lost.slice(0, MOST_LOST).flatMap(({ customerId, base }) => {
    const one = who.get(customerId)
    return one ? [{ ...one, baseFen: base }] : []
  })
  return { list, months, lost: { rows, count: lost.length } }
}

/** Everyone of a frozen list the reader may see: the base it was frozen with, and whether they are still kept. */
export const membersOfFrozen = async (db: Db, caller: Caller, id: string) => {
  const row = await listsOf(db, caller).where('l.id', '=', id).executeTakeFirst()
  if (!row) return fail('record.not_found')
  const { list, members, lost } = await keepingOver(db, caller, row)
  const gone = new Set(lost.map(({ customerId }) => customerId))
  const [newest] = await monthsOf(db, caller.branchId)
  const ids = members.map(({ customerId }) => customerId)
  const who = await whoAre(db, caller, newest?.month ?? list.takenFor, ids)
  return members.flatMap(({ customerId, base, tier }) => {
    const one = who.get(customerId)
    return one ? [{ ...one, baseFen: base, baseTier: tier, kept: !gone.has(customerId) }] : []
  })
}

/** How a list was kept, month by month since it was frozen (a year at most), by the rule over its own bills. */
const keepingOver = async (db: Db, caller: Caller, row: ListRow) => {
  const filter = row.filter as Filter
  const takenFor = monthOfNumber(row.month)
  const [newest] = await monthsOf(db, caller.branchId)
  const members = await membersOf(db, caller.branchId, row.id)
  const snapshot: Snapshot = {
    id: row.id,
    name: row.name,
    takenFor,
    baseFrom: filter.baseFrom,
    baseTo: filter.baseTo,
    baseMonths: monthsBetween(filter.baseFrom, filter.baseTo),
    members: members.map((m) => ({ customerId: m.customer_id, tier: m.tier, base: m.base_fen })),
  }
  const ids = members.map((m) => m.customer_id)
  const last = newest?.month ?? takenFor
  const bills = await billsOf(db, caller.branchId, ids, addMonths(filter.baseTo, -24), last)
  const present = await stillThere(db, caller.branchId, last, ids)
  const shown = Array.from({ length: 12 }, (_, i) => addMonths(last, i - 11)).filter((month) => month > filter.baseTo)
  const keepings = (shown.length > 0 ? shown : [last]).map((month) => keepingOf(snapshot, month, bills, present))
  const months = keepings.map((keeping, i) => ({
    ...keeping,
    customersSince: pointsBetween(keeping.customers, keepings[i - 1]?.customers ?? null),
    revenueSince: pointsBetween(keeping.revenue, keepings[i - 1]?.revenue ?? null),
  }))
  const billed = new Set(bills.filter(({ month }) => month === last).map(({ customerId }) => customerId))
  const lost = snapshot.members.filter(({ customerId }) => !present.has(customerId) || !billed.has(customerId))
  const list: List = {
    id: row.id,
    name: row.name,
    takenFor,
    baseFrom: filter.baseFrom,
    baseTo: filter.baseTo,
    tiers: filter.tiers,
    members: members.length,
    by: row.by,
    frozenAt: row.frozen_at.toISOString(),
    now: newest ? (months.at(-1) ?? null) : null,
  }
  return { list, months, members: snapshot.members, lost: lost.toSorted((a, b) => b.base - a.base) }
}

/** A member merged into another customer lives on in that one, whose bills they now are. */
const membersOf = async (db: Db, branchId: number, listId: string) =>
  db
    .selectFrom('frozen_member as m')
    .innerJoin('customer', (on) =>
      on.onRef('customer.branch_id', '=', 'm.branch_id').onRef('customer.id', '=', 'm.customer_id'),
    )
    .select(['m.base_fen', 'm.tier', sql<string>`coalesce(customer.merged_into, m.customer_id)`.as('customer_id')])
    .where('m.branch_id', '=', branchId)
    .where('m.list_id', '=', listId)
    .execute()

const monthsBetween = (from: Month, to: Month): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5)) - Number(from.slice(5)) + 1

/** Who has not left by a month. */
const stillThere = async (db: Db, branchId: number, month: Month, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await db
    .selectFrom('standing')
    .select('customer_id')
    .where('branch_id', '=', branchId)
    .where('month', '=', monthNumber(month))
    .where('customer_id', '=', sql<string>`any(${[...ids]}::uuid[])`)
    .where('state', '!=', 'left')
    .execute()
  return new Set(rows.map(({ customer_id }) => customer_id))
}
