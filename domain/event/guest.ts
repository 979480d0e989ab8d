import type { Day } from '#domain/kernel/day.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

/** What a guest said; `listed`: not asked yet. */
export const guestAnswers = ['listed', 'invited', 'accepted', 'declined'] as const
export type GuestAnswer = (typeof guestAnswers)[number]

/** A customer on the list of an event. `came` is null until somebody saw it on the day. */
export type Guest = { answer: GuestAnswer; came: boolean | null }

export const guestStates = [...guestAnswers, 'attended', 'absent'] as const
export type GuestState = (typeof guestStates)[number]

/** `notInvited` and `unmarked` take back what was pressed by mistake. */
export const guestMoves = ['invited', 'notInvited', 'accepted', 'declined', 'came', 'absent', 'unmarked'] as const
export type GuestMove = (typeof guestMoves)[number]

/** An event as its guests meet it; `seats` is null where there are enough for everybody. */
export type ClubEvent = { on: Day; seats: number | null; calledOff: boolean }

type None = Record<string, never>

export type GuestFacts = {
  'event.calledOff': None
  'event.over': { on: Day }
  'event.notYet': { on: Day }
  'event.full': { seats: number }
  'guest.answered': None
  'guest.notExpected': None
  'guest.told': None
  'guest.listed': None
}

export const stateOf = ({ answer, came }: Guest): GuestState => {
  if (came === null) return answer
  return came ? 'attended' : 'absent'
}

/** Everybody who may still come keeps a seat: whoever is asked hears that one is kept. */
export const holdsSeat = (guest: Guest): boolean => !['declined', 'absent'].includes(stateOf(guest))

/** Whether one more customer may be put on the list: the day is to come and a seat is left. `today` is the branch's calendar day. */
export const mayList = (
  { on, seats, calledOff }: ClubEvent,
  held: number,
  today: Day,
): Result<true, Said<GuestFacts>> => {
  if (calledOff) return refuse({ code: 'event.calledOff', params: {} })
  if (today > on) return refuse({ code: 'event.over', params: { on } })
  if (seats !== null && held >= seats) return refuse({ code: 'event.full', params: { seats } })
  return ok(true)
}

/**
 * A guest after one move [S-05]. Answers are taken until the day is over, coming is seen on the day or written down later; nobody is
 * missed who had not said yes, and whoever comes unexpected has come.
 */
export const moveGuest = (
  event: ClubEvent,
  guest: Guest,
  move: GuestMove,
  { today, held }: { today: Day; held: number },
): Result<Guest, Said<GuestFacts>> => {
  if (event.calledOff) return refuse({ code: 'event.calledOff', params: {} })
  return move === 'came' || move === 'absent' || move === 'unmarked'
    ? seen(event, guest, move, today)
    : answered(event, guest, move, { today, held })
}

const seen = (
  { on }: ClubEvent,
  guest: Guest,
  move: 'came' | 'absent' | 'unmarked',
  today: Day,
): Result<Guest, Said<GuestFacts>> => {
  if (today < on) return refuse({ code: 'event.notYet', params: { on } })
  if (move === 'unmarked') return ok({ ...guest, came: null })
  if (move === 'absent' && guest.answer !== 'accepted') return refuse({ code: 'guest.notExpected', params: {} })
  return ok({ ...guest, came: move === 'came' })
}

const answered = (
  event: ClubEvent,
  guest: Guest,
  move: 'invited' | 'notInvited' | 'accepted' | 'declined',
  { today, held }: { today: Day; held: number },
): Result<Guest, Said<GuestFacts>> => {
  const { answer, came } = guest
  const next = move === 'notInvited' ? 'listed' : move
  if (next === answer && came === null) return ok(guest)
  if (today > event.on) return refuse({ code: 'event.over', params: { on: event.on } })
  const settled = came !== null || answer === 'accepted' || answer === 'declined'
  if (settled && (came !== null || next === 'invited' || next === 'listed'))
    return refuse({ code: 'guest.answered', params: {} })
  const { seats } = event
  if (next === 'accepted' && !holdsSeat(guest) && seats !== null && held >= seats)
    return refuse({ code: 'event.full', params: { seats } })
  return ok({ answer: next, came: null })
}

/** Only who has not been asked is taken off the list without a word. */
export const mayStrike = (guest: Guest): Result<true, Said<GuestFacts>> =>
  stateOf(guest) === 'listed' ? ok(true) : refuse({ code: 'guest.told', params: {} })

/** Another day, hour or place: what somebody was told no longer holds, so they are asked anew. Who declined is left in peace. */
export const afterChange = (guest: Guest & { again: boolean }): Guest & { again: boolean } =>
  guest.came === null && (guest.answer === 'invited' || guest.answer === 'accepted')
    ? { ...guest, answer: 'listed', again: true }
    : guest
