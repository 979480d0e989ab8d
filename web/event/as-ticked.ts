import { guestStates, moveGuest, stateOf } from '#domain/event/guest.ts'
import { type Unseen, useUnseen } from '#web/client/late.ts'
import type { EventShown, GuestLine } from './event-types.ts'

export const GUEST_MOVES = 'POST /api/events/:id/guests/:guestId/moves'

const cameOf = ({ state }: GuestLine): boolean | null =>
  state === 'attended' ? true : state === 'absent' ? false : null

/** A guest with what was ticked here and is not in what was read; the next tick goes on from there. */
const guestAsTicked = (
  event: EventShown,
  guest: GuestLine,
  ticks: readonly Unseen<typeof GUEST_MOVES>[],
  today: string,
): GuestLine => {
  let now = guest
  for (const { request, reply } of ticks) {
    if (request.params.guestId !== guest.id) continue
    const standing = { answer: now.answer, came: cameOf(now) }
    const club = { on: event.onDay, seats: null, calledOff: event.calledOff }
    const moved = moveGuest(club, standing, request.body.move, { today, held: 0 })
    const version = Math.max(now.version, reply?.version ?? request.body.baseVersion + 1)
    if (moved.ok) now = { ...now, answer: moved.value.answer, state: stateOf(moved.value), version }
  }
  return now
}

export const asTicked = (
  event: EventShown,
  ticks: readonly Unseen<typeof GUEST_MOVES>[],
  today: string,
): EventShown => {
  const guests = event.guests.map((guest) => guestAsTicked(event, guest, ticks, today))
  const counts = { ...event.counts }
  for (const state of guestStates) {
    const of = (all: readonly GuestLine[]): number => all.filter((guest) => guest.state === state).length
    counts[state] += of(guests) - of(event.guests)
  }
  return { ...event, guests, counts }
}

export const useTicks = () => useUnseen(GUEST_MOVES)
