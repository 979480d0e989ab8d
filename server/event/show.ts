import type { eventEndpoints, eventShows } from '#api/event.ts'
import type { Reply } from '#api/endpoint.ts'
import { calledBy } from '#domain/customer/address-form.ts'
import { type GuestState, guestStates, stateOf } from '#domain/event/guest.ts'
import { type Day, dayIn } from '#domain/kernel/day.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { mayChange } from './events.ts'
import { type EventRow, type GuestRow, standingOf } from './rows.ts'

type Endpoints = typeof eventEndpoints
type Show = (typeof eventShows)[number]
type Line = Reply<Endpoints['GET /api/events']>['rows'][number]
type GuestLine = Reply<Endpoints['GET /api/events/:id']>['guests'][number]

/** Past ones beyond these are found on the customers' pages. */
const MOST = 100

export const listEvents = async (
  db: Db,
  caller: Caller,
  now: Date,
  show: Show,
): Promise<Reply<Endpoints['GET /api/events']>> => {
  const today = dayIn(now, caller.timeZone)
  const all = db.selectFrom('club_event').where('branch_id', '=', caller.branchId)
  const events = await all
    .selectAll()
    .where('on_day', show === 'ahead' ? '>=' : '<', today)
    .orderBy('on_day', show === 'ahead' ? 'asc' : 'desc')
    .orderBy('id')
    .limit(MOST)
    .execute()
  const { ahead, every } = await all
    .select((eb) => [
      eb.fn.countAll<number>().filterWhere('on_day', '>=', today).as('ahead'),
      eb.fn.countAll<number>().as('every'),
    ])
    .executeTakeFirstOrThrow()
  return {
    rows: await linesOf(db, caller, events),
    counts: { ahead, past: every - ahead },
  }
}

const linesOf = async (db: Db, caller: Caller, events: readonly EventRow[]): Promise<Line[]> => {
  if (events.length === 0) return []
  const ids = events.map(({ id }) => id)
  const guests = await db
    .selectFrom('event_guest')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('event_id', 'in', ids)
    .execute()
  const own = await customersWithin(db, caller, 'contact.run')
    .innerJoin('event_guest', (on) =>
      on.on('event_guest.branch_id', '=', caller.branchId).onRef('event_guest.customer_id', '=', 'customer.id'),
    )
    .where('event_guest.event_id', 'in', ids)
    .select('event_guest.event_id')
    .execute()
  const names = await namesOf(
    db,
    caller.branchId,
    events.map(({ set_by }) => set_by),
  )
  return events.map((event) => ({
    id: event.id,
    version: event.version,
    title: event.title,
    onDay: event.on_day,
    startsAt: event.starts_at,
    place: event.place,
    seats: event.seats,
    calledOff: event.called_off_at !== null,
    setBy: names.get(event.set_by) ?? '',
    counts: countsOf(guests.filter(({ event_id }) => event_id === event.id)),
    own: own.filter(({ event_id }) => event_id === event.id).length,
  }))
}

const countsOf = (guests: readonly GuestRow[]): Record<GuestState, number> => {
  const states = guests.map((guest) => stateOf(standingOf(guest)))
  const count = (state: GuestState): [GuestState, number] => [state, states.filter((one) => one === state).length]
  return Object.fromEntries(guestStates.map(count)) as Record<GuestState, number>
}

export const requireEvent = async (db: Db, caller: Caller, id: string): Promise<EventRow> =>
  (await db
    .selectFrom('club_event')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .executeTakeFirst()) ?? fail('record.not_found')

/** One event: figures of every guest, lines of those the caller may talk to. */
export const showEvent = async (
  db: Db,
  caller: Caller,
  id: string,
): Promise<Reply<Endpoints['GET /api/events/:id']>> => {
  const event = await requireEvent(db, caller, id)
  const [line] = await linesOf(db, caller, [event])
  if (!line) return fail('record.not_found')
  return { ...line, guests: await guestLines(db, caller, id), mayChange: mayChange(caller, event) }
}

const guestLines = async (db: Db, caller: Caller, eventId: string): Promise<GuestLine[]> => {
  const rows = await customersWithin(db, caller, 'contact.run')
    .innerJoin('event_guest', (on) =>
      on.on('event_guest.branch_id', '=', caller.branchId).onRef('event_guest.customer_id', '=', 'customer.id'),
    )
    .leftJoin('staff as manager', (on) =>
      on.onRef('manager.branch_id', '=', 'customer.branch_id').onRef('manager.id', '=', 'customer.manager_id'),
    )
    .where('event_guest.event_id', '=', eventId)
    .selectAll('event_guest')
    .select(['customer.name', 'customer.kind', 'customer.address_form', 'manager.name as manager_name'])
    .select('standing.tier')
    .orderBy('customer.name_sort')
    .orderBy('event_guest.id')
    .execute()
  const next = await nextFor(
    db,
    caller,
    rows.map(({ id }) => id),
  )
  const agreed = await agreedFor(
    db,
    caller,
    rows.flatMap(({ asked_run_id }) => asked_run_id ?? []),
  )
  return rows.map((row) => {
    const tasks = next.filter(({ guest_id }) => guest_id === row.id)
    const open = tasks.find(({ state, due_on }) => state === 'open' && due_on !== null)
    const asked = tasks.find(({ playbook_key, state }) => playbook_key === 'follow-up' && state !== 'dropped')
    const promised = row.asked_run_id === null ? undefined : agreed.get(row.asked_run_id)
    return {
      id: row.id,
      version: row.version,
      customerId: row.customer_id,
      name: row.name,
      calledBy: calledBy({ name: row.name, addressForm: row.address_form }),
      kind: row.kind,
      tier: row.tier,
      manager: row.manager_name,
      answer: standingOf(row).answer,
      state: stateOf(standingOf(row)),
      again: row.again,
      task: open?.due_on ? { id: open.id, playbook: open.playbook_key, dueOn: open.due_on } : null,
      followUp: promised ?? (asked?.due_on ? { dueOn: asked.due_on, done: asked.state === 'done' } : null),
    }
  })
}

const nextFor = async (db: Db, caller: Caller, guestIds: readonly string[]) =>
  guestIds.length === 0
    ? []
    : db
        .selectFrom('task')
        .select(['id', 'guest_id', 'playbook_key', 'due_on', 'state'])
        .where('branch_id', '=', caller.branchId)
        .where('guest_id', 'in', guestIds)
        .orderBy('id')
        .execute()

/** What was promised in the talk on the day: to ask how it was, by which day. */
const agreedFor = async (
  db: Db,
  caller: Caller,
  runIds: readonly string[],
): Promise<Map<string, { dueOn: Day; done: boolean }>> => {
  if (runIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('promise')
    .select(['run_id', 'due_at', 'state'])
    .where('branch_id', '=', caller.branchId)
    .where('run_id', 'in', runIds)
    .where('playbook_key', 'is not', null)
    .execute()
  return new Map(
    rows.flatMap(({ run_id, due_at, state }) =>
      run_id === null ? [] : [[run_id, { dueOn: dayIn(due_at, caller.timeZone), done: state !== 'open' }]],
    ),
  )
}

/** The events of one customer, latest first. */
export const eventsOfCustomer = async (
  db: Db,
  caller: Caller,
  customerId: string,
): Promise<Reply<Endpoints['GET /api/customers/:id/events']>> => {
  await requireCustomer(db, caller, customerId, 'customer.read')
  const rows = await db
    .selectFrom('event_guest')
    .innerJoin('club_event', (on) =>
      on
        .onRef('club_event.branch_id', '=', 'event_guest.branch_id')
        .onRef('club_event.id', '=', 'event_guest.event_id'),
    )
    .selectAll('event_guest')
    .select(['club_event.title', 'club_event.on_day', 'club_event.place', 'club_event.called_off_at'])
    .where('event_guest.branch_id', '=', caller.branchId)
    .where('event_guest.customer_id', '=', customerId)
    .orderBy('club_event.on_day', 'desc')
    .limit(MOST)
    .execute()
  return {
    rows: rows.map((row) => ({
      eventId: row.event_id,
      title: row.title,
      onDay: row.on_day,
      place: row.place,
      calledOff: row.called_off_at !== null,
      state: stateOf(standingOf(row)),
    })),
  }
}
