import type { Selectable } from 'kysely'
import { type ClubEvent, type Guest, holdsSeat } from '#domain/event/guest.ts'
import type { Db } from '#server/db/pool.ts'
import type { Tables } from '#server/db/tables.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

export type EventRow = Selectable<Tables['club_event']>
export type GuestRow = Selectable<Tables['event_guest']>

/** An event as the rules see it. */
export const eventOf = ({ on_day, seats, called_off_at }: EventRow): ClubEvent => ({
  on: on_day,
  seats,
  calledOff: called_off_at !== null,
})

export const standingOf = ({ answer, came, again }: GuestRow): Guest & { again: boolean } => ({
  answer,
  came,
  again,
})

/** Locked, so that seats are counted by one at a time. */
export const lockEvent = async (trx: Db, caller: Caller, id: string): Promise<EventRow> =>
  (await trx
    .selectFrom('club_event')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()) ?? fail('record.not_found')

export const guestsOf = (db: Db, caller: Caller, eventId: string): Promise<GuestRow[]> =>
  db
    .selectFrom('event_guest')
    .selectAll()
    .where('branch_id', '=', caller.branchId)
    .where('event_id', '=', eventId)
    .orderBy('added_at')
    .orderBy('id')
    .execute()

export const seatsHeld = (guests: readonly GuestRow[]): number =>
  guests.filter((guest) => holdsSeat(standingOf(guest))).length
