import { addDays, type Day } from '#domain/kernel/day.ts'
import { addWorkdays } from '#domain/kernel/workdays.ts'
import { type ChainCode, chainOf } from '#domain/schedule/chain.ts'
import { type ClubEvent, type Guest, stateOf } from './guest.ts'

/** `again`: to be asked anew after a change; `reply`: was written to and has not answered. */
export type GuestTaskCode = 'invite' | 'again' | 'reply' | 'receive' | 'after' | 'calledOff'

export type GuestTask = { code: GuestTaskCode; playbook: string; due: Day }

/** After this many workdays somebody rings who was written to and has not answered [gk]. */
const REPLY_WORKDAYS = 2

/**
 * The one thing to do next about a guest, from the day `today` on: invite in good time, ask who has not answered, receive who is coming,
 * ask afterwards who came, tell who was asked that it will not take place [S-05]. Null where nothing is left to do.
 */
export const taskFor = (event: ClubEvent, guest: Guest & { again: boolean }, today: Day): GuestTask | null => {
  const state = stateOf(guest)
  const { on } = event
  const told = guest.again || state === 'invited' || state === 'accepted'
  if (event.calledOff)
    return told
      ? { code: 'calledOff', playbook: 'care-call', due: soonest(addWorkdays(today, 1).day, on, today) }
      : null
  if (state === 'attended') return { code: 'after', ...ofChain(on, 'afterEvent', true) }
  if (state === 'accepted') return { code: 'receive', playbook: 'event-day', due: on }
  if (today > on || state === 'declined' || state === 'absent') return null
  const invite = ofChain(on, 'invite', null)
  if (state === 'invited')
    return { ...invite, code: 'reply', due: soonest(addWorkdays(today, REPLY_WORKDAYS).day, addDays(on, -1), today) }
  if (guest.again) return { ...invite, code: 'again', due: soonest(addWorkdays(today, 1).day, addDays(on, -1), today) }
  return { ...invite, code: 'invite', due: invite.due > today ? invite.due : today }
}

/** The earlier of two days, but none that is past. */
const soonest = (one: Day, other: Day, today: Day): Day => {
  const first = one < other ? one : other
  return first > today ? first : today
}

const ofChain = (on: Day, code: ChainCode, came: boolean | null): { playbook: string; due: Day } => {
  const task = chainOf({ kind: 'event', on, invited: came !== null, came }).find((one) => one.code === code)
  return { playbook: task?.playbook ?? 'follow-up', due: task?.by.day ?? on }
}
