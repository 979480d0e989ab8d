import type { Day } from '#domain/kernel/day.ts'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { standing } from '#domain/playbook/capture.ts'
import type { RunState } from '#domain/playbook/state.ts'
import { findExpectations } from '#domain/touch/find-expectations.ts'
import { findNeeds } from '#domain/touch/find-needs.ts'
import { findPromises } from '#domain/touch/find-promises.ts'

export type SpokenPromise = { key: string; what: string; dueDay: Day; dueTime: string | null }
export type SpokenWish = { key: string; text: string }
export type SpokenNeed = { key: string; text: string }

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

/** Wishes in what was noted, likewise; what is to be had is a need, what we will do a promise, and neither is asked for twice. */
export const wishesIn = (
  notes: readonly Said[],
  state: RunState,
  timeZone: string,
  waved: ReadonlySet<string>,
): SpokenWish[] => {
  const known = new Set(standing(state.captures, 'expectation').map(({ text }) => text))
  return once(notes.flatMap((note) => wishesAlone(note, timeZone)).map((text) => ({ key: text, text }))).filter(
    ({ key }) => !waved.has(key) && !known.has(key),
  )
}

const wishesAlone = ({ text, at }: Said, timeZone: string): string[] => {
  const others = [...findNeeds(text), ...findPromises(text, at, timeZone)]
  return findExpectations(text)
    .filter(({ start, end }) => !others.some((other) => other.start < end && other.end > start))
    .map((wish) => wish.text)
}

/** Needs in what was noted, likewise. */
export const needsIn = (notes: readonly Said[], state: RunState, waved: ReadonlySet<string>): SpokenNeed[] => {
  const known = new Set(standing(state.captures, 'need').map(({ text }) => text))
  return once(notes.flatMap(({ text }) => findNeeds(text)).map(({ text }) => ({ key: `need ${text}`, text }))).filter(
    ({ key, text }) => !waved.has(key) && !known.has(text),
  )
}

const once = <T extends { key: string }>(items: readonly T[]): T[] => [
  ...new Map(items.map((item) => [item.key, item])).values(),
]
