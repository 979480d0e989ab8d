import type { Words } from '#domain/kernel/said.ts'
import type { GuestFacts, GuestState } from './guest.ts'
import type { GuestTaskCode } from './guest-task.ts'

export const guestWords: Words<GuestFacts> = {
  'event.calledOff': () => 'This event will not take place. ',
  'event.over': ({ on }) => `The event was on ${on}. `,
  'event.notYet': ({ on }) => `The event is on ${on}; who came is noted on the day. `,
  'event.full': ({ seats }) =>
    `All ${seats} seats are kept for somebody. Wait until one declines, or provide more seats. `,
  'guest.answered': () => 'The customer has already answered. ',
  'guest.notExpected': () => 'The customer never said yes, so nobody is missing. ',
  'guest.told': () => 'The customer has been told, so the name is not simply struck out: note that they decline. ',
  'guest.listed': () => 'Already on the list. ',
}

export const guestStateNames: Readonly<Record<GuestState, string>> = {
  listed: 'Not asked yet',
  invited: 'To answer',
  accepted: 'Coming',
  declined: 'Not coming',
  attended: 'Came',
  absent: 'Did not come',
}

/** What stands on Today and on the customer's page. */
export const guestTaskWords: Readonly<Record<GuestTaskCode, string>> = {
  invite: 'Invite to an event',
  again: 'The event has changed: tell them again',
  reply: 'Invited in writing: ask whether they come',
  receive: 'The day itself: meet them at the door, note who came',
  after: 'They came to the event: ask how it was',
  calledOff: 'The event is off: tell them',
}
