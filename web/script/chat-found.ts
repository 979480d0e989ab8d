import type { Day } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { ChatLine } from '#domain/touch/chat.ts'
import { findNeeds } from '#domain/touch/find-needs.ts'
import { findPromises } from '#domain/touch/find-promises.ts'
import { dueOf } from '#domain/touch/promise-due.ts'

/** Something a chat holds that is worth a record of its own. */
export type Found =
  | { key: string; kind: 'promise'; what: string; dueDay: Day; dueTime: string | null }
  | { key: string; kind: 'need'; what: string }

/** When a message was written, as far as the paste says; one without a day is of the day given. */
export const momentOf = ({ day, time }: ChatLine, today: Day, now: Date, timeZone: string): Date => {
  if (time === null) return day === null || day === today ? now : instantAt(day, 12 * 60, timeZone)
  const [hour = 0, minute = 0] = time.split(':').map(Number)
  const at = instantAt(day ?? today, hour * 60 + minute, timeZone)
  return at > now ? now : at
}

/** What we promised in it with a day, and what the customer said they need [P-10]. */
export const foundIn = (lines: readonly ChatLine[], us: string, today: Day, now: Date, timeZone: string): Found[] => {
  const promises = lines
    .filter(({ speaker }) => speaker === us)
    .flatMap((line) => findPromises(line.text, momentOf(line, today, now, timeZone), timeZone))
    .map(({ what, dueAt }): Found => {
      const due = dueOf(dueAt, timeZone)
      return { key: `promise ${what} ${due.dueDay}`, kind: 'promise', what, ...due }
    })
  const needs = lines
    .filter(({ speaker }) => speaker !== us)
    .flatMap(({ text }) => findNeeds(text))
    .map(({ text }): Found => ({ key: `need ${text}`, kind: 'need', what: text }))
  return [...new Map([...promises, ...needs].map((one) => [one.key, one])).values()]
}
