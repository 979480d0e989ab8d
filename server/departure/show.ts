import { sql } from 'kysely'
import type { departureEndpoints } from '#api/departure.ts'
import type { Reply } from '#api/endpoint.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { departureOf, type LeftBehind } from '#domain/retention/departure.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { requireCustomer } from '#server/customer/show.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'

type Endpoints = typeof departureEndpoints
type Line = Reply<Endpoints['GET /api/departures']>['rows'][number]
type Shown = Reply<Endpoints['GET /api/departures/:id']>

type Stored = { id: string; staff_id: string; left_on: Day; name: string }
type Behind = LeftBehind & { departureId: string; takenBy: string }

/** A departure whose list has been done for so long is history. */
const SHOWN_FOR = 366

export const listDepartures = async (db: Db, caller: Caller, now: Date): Promise<{ rows: Line[] }> => {
  const today = dayIn(now, caller.timeZone)
  const stored = await storedDepartures(db, caller.branchId)
  const behind = await leftBehind(db, caller)
  const seen = await seenBy(db, caller, behind)
  const rows = stored
    .filter(
      ({ id }) =>
        reachOf(caller.roles, 'staff.write') !== null ||
        behind.some((one) => one.departureId === id && seen.has(one.customerId)),
    )
    .map((one) => lineOf(one, behind, today))
  return { rows: rows.toSorted((a, b) => Number(a.done) - Number(b.done) || (a.leftOn < b.leftOn ? 1 : -1)) }
}

const lineOf = ({ id, staff_id, left_on, name }: Stored, behind: readonly Behind[], today: Day): Line => {
  const own = behind.filter(({ departureId }) => departureId === id)
  const { owed, done, progress } = departureOf(left_on, own, today)
  return {
    id,
    person: { id: staff_id, name },
    leftOn: left_on,
    progress,
    done,
    late: owed.filter(({ overdue }) => overdue).length,
  }
}

/** One departure: sums over all, lines of the customers the reader may see. */
export const showDeparture = async (db: Db, caller: Caller, now: Date, id: string): Promise<Shown> => {
  const today = dayIn(now, caller.timeZone)
  const stored = (await storedDepartures(db, caller.branchId)).find((one) => one.id === id) ?? fail('record.not_found')
  const behind = (await leftBehind(db, caller)).filter(({ departureId }) => departureId === id)
  const seen = await seenBy(db, caller, behind)
  if (seen.size === 0 && reachOf(caller.roles, 'staff.write') === null) return fail('record.not_found')
  const { owed } = departureOf(stored.left_on, behind, today)
  const place = new Map(owed.map(({ customerId }, at) => [customerId, at]))
  const names = await namesOf(
    db,
    caller.branchId,
    behind.map(({ takenBy }) => takenBy),
  )
  const rows = behind.flatMap((one) => {
    const customer = seen.get(one.customerId)
    const next = owed.find(({ customerId }) => customerId === one.customerId)
    if (!customer) return []
    return {
      customerId: one.customerId,
      name: customer.name,
      calledBy: calledBy({ name: customer.name, addressForm: customer.address_form }),
      kind: customer.kind,
      tier: customer.tier,
      takenBy: { id: one.takenBy, name: names.get(one.takenBy) ?? '' },
      promises: one.openPromises.length,
      cardReadOn: one.cardReadOn,
      toldOn: one.toldOn,
      metOn: one.revisitedOn,
      next: next
        ? {
            step: next.step,
            dueOn: next.dueOn,
            overdue: next.overdue,
            provisional: next.provisional,
            said: next.said,
          }
        : null,
      mayRead: one.takenBy === caller.staffId,
    }
  })
  const last = behind.length
  return {
    ...lineOf(stored, behind, today),
    rows: rows.toSorted((a, b) => (place.get(a.customerId) ?? last) - (place.get(b.customerId) ?? last)),
  }
}

/** Whoever took the customer over has read who they are and what they were promised. */
export const readCard = async (
  db: Db,
  caller: Caller,
  now: Date,
  { id, customerId }: { id: string; customerId: string },
): Promise<void> =>
  inTransaction(db, async (trx) => {
    await requireCustomer(trx, caller, customerId, 'contact.run')
    const { numUpdatedRows } = await trx
      .updateTable('departure_customer')
      .set((eb) => ({
        card_read_by: eb.fn.coalesce('card_read_by', eb.val(caller.staffId)),
        card_read_at: eb.fn.coalesce('card_read_at', eb.val(now)),
      }))
      .where('branch_id', '=', caller.branchId)
      .where('departure_id', '=', id)
      .where('customer_id', '=', customerId)
      .executeTakeFirst()
    if (numUpdatedRows === 0n) return fail('record.not_found')
    await audit(trx, caller.branchId, caller.staffId, now, {
      action: 'departure.cardRead',
      entity: 'departure',
      entityId: id,
      customerId,
    })
  })

const storedDepartures = (db: Db, branchId: number): Promise<Stored[]> =>
  db
    .selectFrom('departure')
    .innerJoin('staff', (on) =>
      on.onRef('staff.branch_id', '=', 'departure.branch_id').onRef('staff.id', '=', 'departure.staff_id'),
    )
    .select(['departure.id', 'departure.staff_id', 'departure.left_on', 'staff.name'])
    .where('departure.branch_id', '=', branchId)
    .orderBy('departure.started_at', 'desc')
    .limit(SHOWN_FOR)
    .execute()

/** Every customer of every departure with what has been done since by whoever took them over and of their own accord: told by a message or a
 * talk, seen again by a talk that reached them. Who rang us about a bill, or spoke with somebody else, still has to meet them. */
const leftBehind = async (db: Db, { branchId, timeZone }: Caller): Promise<Behind[]> => {
  const { rows } = await sql<{
    departure_id: string
    customer_id: string
    backup_id: string | null
    taken_by: string
    paid12_fen: number
    promises: string[]
    card_read_at: Date | null
    manager_id: string | null
    told: Date | null
    met: Date | null
  }>`
    select d.departure_id, d.customer_id, d.backup_id, d.taken_by, d.paid12_fen, d.promises, d.card_read_at, c.manager_id,
      min(t.at) filter (where t.reached or t.channel in ('message', 'mail')) as told,
      min(t.at) filter (where t.reached and t.channel not in ('message', 'mail')) as met
    from departure_customer d
    join departure p on p.branch_id = d.branch_id and p.id = d.departure_id
    join customer c on c.branch_id = d.branch_id and c.id = d.customer_id
    left join touch t on t.branch_id = d.branch_id and t.customer_id = d.customer_id and t.at >= p.started_at
      and t.direction = 'active' and t.staff_id in (d.taken_by, c.manager_id)
    where d.branch_id = ${branchId}
    group by d.branch_id, d.departure_id, d.customer_id, c.manager_id`.execute(db)
  const day = (at: Date | null): Day | null => at && dayIn(at, timeZone)
  return rows.map((row) => ({
    departureId: row.departure_id,
    customerId: row.customer_id,
    paid12: row.paid12_fen,
    backupId: row.backup_id,
    newManagerId: row.manager_id,
    openPromises: row.promises,
    cardReadOn: day(row.card_read_at),
    toldOn: day(row.told),
    revisitedOn: day(row.met),
    takenBy: row.manager_id ?? row.taken_by,
  }))
}

const seenBy = async (db: Db, caller: Caller, behind: readonly Behind[]) => {
  if (behind.length === 0 || reachOf(caller.roles, 'customer.read') === null)
    return new Map<
      string,
      { name: string; address_form: string | null; kind: 'person' | 'group' | 'outlet'; tier: string | null }
    >()
  const rows = await customersWithin(db, caller, 'customer.read')
    .where('customer.id', '=', sql<string>`any(${behind.map(({ customerId }) => customerId)}::uuid[])`)
    .select(['customer.id', 'customer.name', 'customer.address_form', 'customer.kind', 'standing.tier'])
    .execute()
  return new Map(rows.map((row) => [row.id, row]))
}
