import type { Appointment, AppointmentMove } from '#domain/schedule/appointment.ts'
import { moveAppointment, punctualityOf } from '#domain/schedule/move.ts'
import { type Unseen, useUnseen } from '#web/client/late.ts'
import type { Meeting, Wish } from './calendar-line.ts'

const MOVES = 'POST /api/appointments/:id/moves'

const instant = (text: string | null): Date | null => (text === null ? null : new Date(text))

const appointmentOf = (line: Meeting): Appointment => ({
  from: new Date(line.startsAt),
  until: new Date(line.endsAt),
  place: line.place,
  state: line.state,
  // Of calendars elsewhere; nothing here shows it.
  sequence: 0,
  arrivedAt: instant(line.arrivedAt),
  told: instant(line.toldAt),
  untold: line.untold && { ...line.untold, since: new Date(line.untold.since), expects: new Date(line.untold.expects) },
  before: line.before && { from: new Date(line.before.startsAt), until: new Date(line.before.endsAt) },
  reason: line.reason,
})

const lineOf = (line: Meeting, entry: Appointment): Meeting => ({
  ...line,
  startsAt: entry.from.toISOString(),
  endsAt: entry.until.toISOString(),
  state: entry.state,
  arrivedAt: entry.arrivedAt?.toISOString() ?? null,
  punctuality: punctualityOf(entry),
  toldAt: entry.told?.toISOString() ?? null,
  untold: entry.untold && {
    what: entry.untold.what,
    since: entry.untold.since.toISOString(),
    expects: entry.untold.expects.toISOString(),
  },
  before: entry.before && { startsAt: entry.before.from.toISOString(), endsAt: entry.before.until.toISOString() },
  reason: entry.reason,
})

const moveOf = (wish: Exclude<Wish, { move: 'undone' }>): AppointmentMove => {
  switch (wish.move) {
    case 'moved': {
      const { startsAt, endsAt, reason = '', told } = wish
      return { move: 'moved', to: { from: new Date(startsAt), until: new Date(endsAt) }, reason, told }
    }
    case 'late':
      return { move: 'late', until: new Date(wish.startsAt), reason: wish.reason, told: wish.told }
    case 'cancelled':
    case 'missed':
      return { move: wish.move, reason: wish.reason ?? '', told: wish.told }
    default:
      return wish
  }
}

/** A meeting after one move by the rule the server asks; null where it refuses, or where only the server knows what stood before. */
export const afterMove = (line: Meeting, wish: Wish, at: Date): ReturnType<typeof moveAppointment> | null =>
  wish.move === 'undone' ? null : moveAppointment(appointmentOf(line), moveOf(wish), at)

/** Meetings as they stand with the moves that were made here and are not in what was read. */
export const asMoved = (lines: readonly Meeting[], moves: readonly Unseen<typeof MOVES>[]): Meeting[] =>
  lines.map((line) => {
    let now = line
    for (const { request } of moves) {
      if (request.params.id !== line.id) continue
      const { wish, doneAt } = request.body
      const moved = afterMove(now, wish, new Date(doneAt ?? now.startsAt))
      if (moved?.ok) now = lineOf(now, moved.value)
    }
    return now
  })

export const useAsMoved = (): ((lines: readonly Meeting[]) => Meeting[]) => {
  const moves = useUnseen(MOVES)
  return (lines) => (moves.length === 0 ? [...lines] : asMoved(lines, moves))
}
