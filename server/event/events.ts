import type { eventEndpoints } from '#api/event.ts'
import type { Received } from '#api/endpoint.ts'
import { afterChange } from '#domain/event/guest.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { reachOf } from '#domain/staff/scope.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { keepTask } from './guest-tasks.ts'
import { refuseGuest } from './guests.ts'
import { type EventRow, type GuestRow, guestsOf, lockEvent, seatsHeld, standingOf } from './rows.ts'

type Wanted = Received<(typeof eventEndpoints)['PUT /api/events/:id']>['body']

/** Whoever set an event changes it, and a lead. */
export const mayChange = (caller: Caller, event: EventRow): boolean =>
  event.set_by === caller.staffId || Boolean(reachOf(caller.roles, 'team.read'))

/** Sets an event, or changes it: all guests who were told another day, hour or place are to be told anew [S-05]. */
export const putEvent = async (
  db: Db,
  caller: Caller,
  now: Date,
  id: string,
  wanted: Wanted,
): Promise<{ version: number; again: number }> =>
  inTransaction(db, async (trx) => {
    if (wanted.baseVersion === null) return setEvent(trx, caller, now, id, wanted)
    const event = await lockForChange(trx, caller, id)
    if (isAlike(event, wanted)) return { version: event.version, again: 0 }
    await requireVersion(trx, caller, event, wanted.baseVersion)
    const today = dayIn(now, caller.timeZone)
    if (today > event.on_day || wanted.onDay < today)
      return refuseGuest({ code: 'event.over', params: { on: today > event.on_day ? event.on_day : wanted.onDay } })
    const guests = await guestsOf(trx, caller, id)
    if (wanted.seats !== null && seatsHeld(guests) > wanted.seats)
      return refuseGuest({ code: 'event.full', params: { seats: wanted.seats } })
    const moved = event.on_day !== wanted.onDay || event.starts_at !== wanted.startsAt || event.place !== wanted.place
    const changed = await writeEvent(trx, caller, now, event, fieldsOf(wanted))
    let again = 0
    for (const guest of guests) {
      const standing = standingOf(guest)
      const next = moved ? afterChange(standing) : standing
      if (next !== standing) {
        again += 1
        await askAnew(trx, caller, now, guest, next.answer)
      }
      await keepTask(trx, caller, now, changed, { ...guest, answer: next.answer, again: next.again })
    }
    await told(trx, caller, now, 'event.changed', changed)
    return { version: changed.version, again }
  })

/** What a guest was told no longer holds: written down, so that they are told again. */
export const askAnew = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { id, version }: GuestRow,
  answer: GuestRow['answer'],
): Promise<void> => {
  await trx
    .updateTable('event_guest')
    .set({ answer, again: true, version: version + 1, moved_by: caller.staffId, moved_at: now })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .execute()
}

const setEvent = async (trx: Db, caller: Caller, now: Date, id: string, wanted: Wanted) => {
  if (wanted.onDay < dayIn(now, caller.timeZone))
    return refuseGuest({ code: 'event.over', params: { on: wanted.onDay } })
  const event = await trx
    .insertInto('club_event')
    .values({
      branch_id: caller.branchId,
      id,
      ...fieldsOf(wanted),
      set_by: caller.staffId,
      set_at: now,
      changed_by: caller.staffId,
      changed_at: now,
    })
    .onConflict((on) => on.columns(['branch_id', 'id']).doNothing())
    .returningAll()
    .executeTakeFirst()
  if (event) {
    await told(trx, caller, now, 'event.set', event)
    return { version: event.version, again: 0 }
  }
  const known = await lockEvent(trx, caller, id)
  return known.set_by === caller.staffId && isAlike(known, wanted)
    ? { version: known.version, again: 0 }
    : fail('record.conflict')
}

const fieldsOf = ({ title, onDay, startsAt, place, seats }: Wanted) => ({
  title,
  on_day: onDay,
  starts_at: startsAt,
  place,
  seats,
})

const isAlike = (event: EventRow, wanted: Wanted): boolean =>
  Object.entries(fieldsOf(wanted)).every(([field, value]) => event[field as keyof EventRow] === value)

/** Only whoever may change it. */
export const lockForChange = async (trx: Db, caller: Caller, id: string): Promise<EventRow> => {
  const event = await lockEvent(trx, caller, id)
  return mayChange(caller, event) ? event : fail('access.denied', { params: { action: 'team.read' } })
}

/** Somebody else's change meanwhile is named. */
export const requireVersion = async (trx: Db, caller: Caller, event: EventRow, baseVersion: number): Promise<void> => {
  if (event.version === baseVersion) return
  const by = (await namesOf(trx, caller.branchId, [event.changed_by])).get(event.changed_by) ?? ''
  const theirs = `${event.on_day} ${event.starts_at ?? ''} ${event.place}`
  fail('record.conflict', {
    conflicts: [{ field: 'event', theirs, yours: '', by, at: event.changed_at.toISOString() }],
  })
}

/** Writes what changed, under the next version. */
export const writeEvent = (
  trx: Db,
  caller: Caller,
  now: Date,
  { id, version }: EventRow,
  fields: Partial<ReturnType<typeof fieldsOf>> | { called_off_at: Date | null },
): Promise<EventRow> =>
  trx
    .updateTable('club_event')
    .set({ ...fields, version: version + 1, changed_by: caller.staffId, changed_at: now })
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirstOrThrow()

/** What happened to an event, for whoever asks later. */
export const told = (trx: Db, caller: Caller, at: Date, action: string, event: EventRow): Promise<void> =>
  audit(trx, caller.branchId, caller.staffId, at, {
    action,
    entity: 'club_event',
    entityId: event.id,
    version: event.version,
    params: { title: event.title, onDay: event.on_day, startsAt: event.starts_at, place: event.place },
  })
