import type { Day } from '#domain/kernel/day.ts'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { standing } from '#domain/playbook/capture.ts'
import type { RunState } from '#domain/playbook/state.ts'
import { findMatter } from '#domain/touch/find-matter.ts'
import { findNeeds } from '#domain/touch/find-needs.ts'
import { findPromises } from '#domain/touch/find-promises.ts'
import { findWishes } from '#domain/touch/find-wishes.ts'
import { saidBefore } from '#domain/touch/said-before.ts'

export type SpokenPromise = { key: string; what: string; dueDay: Day; dueTime: string | null }
export type SpokenWish = { key: string; text: string; known: KnownWish | null }
export type SpokenNeed = { key: string; text: string; known: KnownNeed | null }

/** What the customer's file holds already, from before this contact. */
export type KnownWish = { id: string; what: string }
export type KnownNeed = { what: string }

type Said = { text: string; at: Date }

/** Dated promises in what was noted, that are not written down yet and were not waved away. */
export const promisesIn = (
  notes: readonly Said[],
  state: RunState,
  timeZone: string,
  waved: ReadonlySet<string>,
): SpokenPromise[] => {
  const known = state.captures.flatMap((capture) => (capture.kind === 'promise' ? [capture] : []))
  return once(
    notes
      .flatMap(({ text, at }) => findPromises(text, at, timeZone))
      .map(({ what, dueAt }) => {
        const { day, minute } = wallClockAt(dueAt, timeZone)
        const dueTime = minute === closingMinute(usualHours) ? null : clockText(minute)
        return { key: `${what} ${day}`, what, dueDay: day, dueTime }
      }),
  ).filter(
    ({ key, what, dueDay }) => !waved.has(key) && !known.some((one) => one.what === what && one.dueDay === dueDay),
  )
}

/**
 * Wishes in what was noted, likewise; what is to be had is a need, what we will do a promise, and neither is asked for twice. Of a
 * sentence typed on after its beginning was written down, only what is new is offered.
 */
export const wishesIn = (
  notes: readonly Said[],
  state: RunState,
  timeZone: string,
  waved: ReadonlySet<string>,
  onRecord: readonly KnownWish[],
): SpokenWish[] => {
  const written = standing(state.captures, 'expectation').map(({ text }) => ({ what: text }))
  const knownAs = (words: string) => (isWritten(words, written) ? here : saidBefore(words, onRecord))
  return once(
    notes.flatMap(({ text, at }) => {
      const apart = [...findNeeds(text), ...findPromises(text, at, timeZone)]
      return findWishes(text, { apart, knownAs }).flatMap(({ text: words, known }) =>
        known === here ? [] : [{ key: words, text: words, known }],
      )
    }),
  ).filter(({ key }) => !waved.has(key))
}

/** Stands among what this contact has written down. */
const here = { id: '', what: '' }

/** Needs in what was noted, likewise. */
export const needsIn = (
  notes: readonly Said[],
  state: RunState,
  waved: ReadonlySet<string>,
  onRecord: readonly KnownNeed[],
): SpokenNeed[] => {
  const written = standing(state.captures, 'need').map(({ text }) => ({ what: text }))
  return once(
    notes
      .flatMap(({ text }) => findNeeds(text))
      .map(({ text }) => ({ key: `need ${text}`, text, known: saidBefore(text, onRecord) })),
  ).filter(({ key, text }) => !waved.has(key) && !isWritten(text, written))
}

/** What a customer who came to us came with, from the first thing noted, until a need is written down [S-41]. */
export const matterIn = (notes: readonly Said[], state: RunState, waved: ReadonlySet<string>): SpokenNeed | null => {
  const [first] = notes
  if (!first || state.context?.direction !== 'inbound' || standing(state.captures, 'need').length > 0) return null
  const text = findMatter(first.text)
  return text === null || waved.has(MATTER) ? null : { key: MATTER, text, known: null }
}

const MATTER = 'matter'

const isWritten = (text: string, written: readonly { what: string }[]): boolean =>
  written.some(({ what }) => what.includes(text) || text.startsWith(what)) || saidBefore(text, written) !== null

const once = <T extends { key: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.key, item])).values(),
]
