import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { GuestState } from '#domain/event/guest.ts'
import { guestStateNames as statesEn, guestWords as wordsEn } from '#domain/event/words.en.ts'
import { guestStateNames as statesZh, guestWords as wordsZh } from '#domain/event/words.zh.ts'
import { gateWords as gateEn } from '#domain/touch/words.en.ts'
import { gateWords as gateZh } from '#domain/touch/words.zh.ts'

export type EventLine = Reply<Contract['GET /api/events']>['rows'][number]
export type EventShown = Reply<Contract['GET /api/events/:id']>
export type GuestLine = EventShown['guests'][number]
export type Candidate = Reply<Contract['GET /api/events/:id/candidates']>['rows'][number]

/** What an event or the contact gate may refuse. */
export const refusals = { zh: { ...wordsZh, ...gateZh }, en: { ...wordsEn, ...gateEn } }
export const stateNames = { zh: statesZh, en: statesEn }

export const guestShows = ['all', 'open', 'coming', 'no', 'seen'] as const
export type GuestShow = (typeof guestShows)[number]

const showOf: Readonly<Record<GuestState, GuestShow>> = {
  listed: 'open',
  invited: 'open',
  accepted: 'coming',
  declined: 'no',
  attended: 'seen',
  absent: 'seen',
}

export const isShown = ({ state }: Pick<GuestLine, 'state'>, show: GuestShow): boolean =>
  show === 'all' || showOf[state] === show

/** What the address of the page says. */
export type EventsFilter = { show?: 'ahead' | 'past' | undefined }
export type EventFilter = { show?: GuestShow | undefined }
