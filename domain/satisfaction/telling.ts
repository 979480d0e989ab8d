import { type Day, daysBetween } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'

/** Something that was changed because customers said so: what, when done, and whom it answers. */
export type Change = { id: Id; what: string; doneOn: Day | null; askedBy: readonly Id[]; toldTo: readonly Id[] }

/** How it ended when we stood up for a customer; `open` as long as nobody has answered us. */
export const representedResults = ['open', 'won', 'partly', 'not'] as const
export type RepresentedResult = (typeof representedResults)[number]

/** We stood up for a customer within our own house: what for, and how it ended. */
export type Represented = { on: Day; what: string; result: RepresentedResult }

export type TellingFacts = {
  'telling.owed': { what: string; doneOn: Day; days: number }
  'trust.open': { what: string; on: Day; today: Day }
  'trust.won': { what: string; on: Day; today: Day }
  'trust.partly': { what: string; on: Day; today: Day }
  'trust.not': { what: string; on: Day; today: Day }
}

/** Whom a change still has to be told, the longest waiting first: who said what was wrong hears what became of it. */
export const tellingsOwed = (
  changes: readonly Change[],
  today: Day,
): { change: Id; customerId: Id; said: Said<TellingFacts> }[] =>
  changes
    .flatMap(({ id, what, doneOn, askedBy, toldTo }) => {
      if (doneOn === null || doneOn > today) return []
      const days = daysBetween(doneOn, today)
      const said: Said<TellingFacts> = { code: 'telling.owed', params: { what, doneOn, days } }
      const owed = [...new Set(askedBy)].filter((customerId) => !toldTo.includes(customerId))
      return owed.map((customerId) => ({ change: id, customerId, said, days }))
    })
    .sort((a, b) => b.days - a.days || (a.customerId < b.customerId ? -1 : 1))
    .map(({ days: _days, ...owed }) => owed)

/** The newest times we stood up for a customer, for the brief; those that came to nothing count as well, they were fought for. */
export const trustReasons = (represented: readonly Represented[], today: Day, most = 3): Said<TellingFacts>[] =>
  represented
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => (a.on < b.on ? 1 : -1))
    .slice(0, most)
    .map(({ on, what, result }) => ({ code: `trust.${result}`, params: { what, on, today } }))
