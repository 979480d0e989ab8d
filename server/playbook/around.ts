import { addDays, type Day } from '#domain/kernel/day.ts'
import { type DayRule, dayRuleFrom, daysOf } from '#domain/kernel/market.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { KnownFacts } from '#domain/playbook/disclosure.ts'
import type { Text } from '#domain/playbook/field.ts'
import { dayAloud, whenAloud } from '#domain/playbook/run-facts.ts'
import { eitherOr } from '#domain/schedule/free-slots.ts'
import type { Place } from '#domain/schedule/travel.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { freeTimes } from '#server/schedule/slots.ts'
import type { Known } from './known.ts'
import type { Matter } from './subject.ts'

/** A meeting as it is offered on the telephone. */
const MINUTES = 30
/** How far ahead the next market or delivery day is looked for: every rule comes round within it. */
const ROUND_DAYS = 31

type Occasions = readonly { kind: string; recordId: string }[]

/** What a script may name beside the customer: two times to choose from, the thing this is about, who kept them before, the next delivery and market. */
export const factsAround = (
  { subject, formerName, dossier }: Known,
  occasions: Occasions,
  slots: readonly Slot[],
  today: Day,
): KnownFacts => ({
  ...slotFacts(slots, today),
  ...subjectFacts(subject ?? occasionMatter(occasions), today),
  ...(formerName && { 'former.name': formerName }),
  ...dayFact('delivery.day', dayRuleFrom(dossier['deliveryDays']), today),
  ...dayFact('market.day', dayRuleFrom(dossier['marketDays']), today),
})

/** A time on the branch's wall clock. */
type Slot = { day: Day; time: string }

/** The two times of the either-or offer, free in the caller's own calendar with the way there and back. */
export const slotsAhead = async (db: Db, caller: Caller, now: Date, place: Place | null): Promise<Slot[]> => {
  const free = await freeTimes(db, caller, now, { way: 'visit', place }, MINUTES)
  return eitherOr(free, caller.timeZone).map(({ from }) => {
    const { day, minute } = wallClockAt(from, caller.timeZone)
    return { day, time: clockText(minute) }
  })
}

/** Both times or none: one alone is no choice. */
const slotFacts = ([first, second]: readonly Slot[], today: Day): KnownFacts =>
  first && second
    ? {
        'slot.first': whenAloud(first.day, first.time, today),
        'slot.second': whenAloud(second.day, second.time, today),
      }
    : {}

const subjectFacts = (matter: Matter | null, today: Day): KnownFacts =>
  matter === null
    ? {}
    : {
        ...(matter.what !== null && { 'subject.what': matter.what }),
        ...(matter.day !== null && { 'subject.day': spokenDay(matter.day, today) }),
        ...(matter.place !== null && { 'subject.place': matter.place }),
      }

/** A contract's end is in the reason itself. */
const occasionMatter = (occasions: Occasions): Matter | null => {
  const contract = occasions.find(({ kind }) => kind === 'contract')
  const day = contract?.recordId.split('/')[1]
  return day === undefined ? null : { what: null, day, place: null }
}

const dayFact = (fact: 'delivery.day' | 'market.day', rule: DayRule | null, today: Day): KnownFacts => {
  const [next] = rule === null ? [] : daysOf(rule, today, addDays(today, ROUND_DAYS))
  return next === undefined ? {} : { [fact]: spokenDay(next, today) }
}

const spokenDay = (day: Day, today: Day): Text => ({
  zh: dayAloud(day, today, 'zh'),
  en: dayAloud(day, today, 'en'),
})
