import { guestStates, type GuestMove } from '#domain/event/guest.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useLate } from '#web/client/late.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'
import { useSession } from '#web/client/session.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { type EventShown, type GuestLine, refusals, stateNames } from './event-types.ts'
import { asTicked, GUEST_MOVES } from './as-ticked.ts'
import { eventMessages } from './messages.ts'

/** What each move takes back; none where only another answer would. */
const back: Readonly<Partial<Record<GuestMove, GuestMove>>> = {
  invited: 'notInvited',
  came: 'unmarked',
  absent: 'unmarked',
}

/**
 * Moves a guest, with a way back where there is one; with a network or without, as at the door of a hall. Somebody else's move meanwhile is
 * named and shown.
 */
export const useGuestMove = (event: EventShown): ((guest: GuestLine, move: GuestMove) => void) => {
  const m = useMessages(eventMessages)
  const language = useLanguage()
  const problem = useProblem()
  const { today } = useSession()
  const { write } = useLate(GUEST_MOVES)
  const move = (guest: GuestLine, to: GuestMove): void => {
    const request = { params: { id: event.id, guestId: guest.id }, body: { move: to, baseVersion: guest.version } }
    const [next = guest] = asTicked(
      { ...event, guests: [guest] },
      [{ key: GUEST_MOVES, request, reply: null }],
      today,
    ).guests
    const text = m.done(guest.calledBy, stateNames[language][next.state])
    const undo = back[to]
    write({
      request,
      about: {
        customerId: guest.customerId,
        name: guest.calledBy,
        what: `${event.title} · ${stateNames[language][next.state]}`,
      },
      text,
      refused: problem,
      ...(undo && { undo: () => move(next, undo) }),
    })
  }
  return move
}

/** Notes that an invitation was written, or was not sent after all; the copying itself says so on the screen. */
export const useWritten = (eventId: string) => {
  const problem = useProblem()
  const write = useWrite('POST /api/events/:id/guests/:guestId/moves')
  const note = (guest: Pick<GuestLine, 'id' | 'version'>, move: 'invited' | 'notInvited'): void =>
    write.mutate(
      { params: { id: eventId, guestId: guest.id }, body: { move, baseVersion: guest.version } },
      { onError: problem },
    )
  return {
    written: (guest: GuestLine): void => note(guest, 'invited'),
    takenBack: (guest: GuestLine): void => note({ ...guest, version: guest.version + 1 }, 'notInvited'),
  }
}

/** Puts somebody on the list; struck out again by the same key. */
export const useListing = (eventId: string) => {
  const m = useMessages(eventMessages)
  const problem = useProblem()
  const add = useWrite('PUT /api/events/:id/guests/:guestId')
  const strike = useWrite('DELETE /api/events/:id/guests/:guestId')
  const list = (who: Pick<GuestLine, 'customerId' | 'calledBy'>, guestId = freshId()): void =>
    add.mutate(
      { params: { id: eventId, guestId }, body: { customerId: who.customerId } },
      {
        onSuccess: () => notify({ text: m.adding.added(who.calledBy), undo: () => take(who, guestId) }),
        onError: problem,
      },
    )
  const take = (who: Pick<GuestLine, 'customerId' | 'calledBy'>, guestId: string): void =>
    strike.mutate(
      { params: { id: eventId, guestId } },
      {
        onSuccess: () => notify({ text: m.struck(who.calledBy), undo: () => list(who, guestId) }),
        onError: problem,
      },
    )
  return { list, strike: take, pending: add.isPending }
}

const useProblem = (): ((error: Refused) => void) => {
  const m = useMessages(eventMessages)
  const language = useLanguage()
  const text = useReasonText(refusals)
  const refresh = useRefresh()
  return (error) => {
    const [clash] = error.reply.conflicts ?? []
    const theirs = guestStates.find((one) => one === clash?.theirs)
    if (clash && theirs) {
      void refresh()
      notify({ text: m.conflict(clash.by, stateNames[language][theirs]), tone: 'problem' })
    } else notify({ text: text(error), tone: 'problem' })
  }
}
