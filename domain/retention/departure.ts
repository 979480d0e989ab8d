import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import { addWorkdays, chinaWorkdays, type WorkCalendar } from '#domain/kernel/workdays.ts'

/** A customer of a manager who leaves or moves on, with what has been done since. */
export type LeftBehind = {
  customerId: Id
  paid12: Fen
  backupId: Id | null
  /** Who has the customer now; null while nobody. */
  newManagerId: Id | null
  /** Promises that were open on the day, by id. */
  openPromises: readonly Id[]
  /** When whoever took over read who the customer is and what was promised. */
  cardReadOn: Day | null
  toldOn: Day | null
  revisitedOn: Day | null
}

/** Workdays from the departure in which each customer has an owner who has read their card, has been told, and has been seen again. All but the
 * first are a starting point. */
export type DepartureRules = { owner: number; card: number; told: number; revisited: number }

export const usualDeparture: DepartureRules = { owner: 0, card: 1, told: 3, revisited: 20 }

export const departureSteps = ['owner', 'card', 'told', 'revisited'] as const
export type DepartureStep = (typeof departureSteps)[number]

export type DepartureFacts = {
  'departure.owner': { dueOn: Day; promises: number }
  'departure.card': { dueOn: Day; promises: number }
  'departure.told': { dueOn: Day; promises: number }
  'departure.revisited': { dueOn: Day; promises: number }
  'departure.progress': { customers: number; owner: number; told: number; revisited: number }
}

/** The next thing owed to a customer. `proposed` is who would take them: the backup. */
export type DepartureDue = {
  customerId: Id
  step: DepartureStep
  dueOn: Day
  provisional: boolean
  overdue: boolean
  proposed: Id | null
  said: Said<DepartureFacts>
}

export type Departure = { owed: DepartureDue[]; done: boolean; progress: Said<DepartureFacts> }

/**
 * What is owed to the customers of a manager who goes: every one passes to somebody who reads their card, is told, and is seen again, all of them and not most. The
 * earliest due first, then those with open promises, then those who pay most. `done` only when nothing is owed to anybody.
 */
export const departureOf = (
  leftOn: Day,
  customers: readonly LeftBehind[],
  today: Day,
  rules: DepartureRules = usualDeparture,
  calendar: WorkCalendar = chinaWorkdays,
): Departure => {
  const owed = customers
    .flatMap((each) => {
      const step = departureSteps.find((one) => !isDone(each, one))
      return step ? [{ each, due: dueOf(each, step, leftOn, today, rules, calendar) }] : []
    })
    .sort(
      (a, b) =>
        (a.due.dueOn === b.due.dueOn ? 0 : a.due.dueOn < b.due.dueOn ? -1 : 1) ||
        b.each.openPromises.length - a.each.openPromises.length ||
        b.each.paid12 - a.each.paid12 ||
        (a.each.customerId < b.each.customerId ? -1 : 1),
    )
    .map(({ due }) => due)
  const count = (step: DepartureStep): number => customers.filter((each) => isDone(each, step)).length
  const params = {
    customers: customers.length,
    owner: count('owner'),
    told: count('told'),
    revisited: count('revisited'),
  }
  return { owed, done: owed.length === 0, progress: { code: 'departure.progress', params } }
}

const isDone = ({ newManagerId, cardReadOn, toldOn, revisitedOn }: LeftBehind, step: DepartureStep): boolean =>
  ({ owner: newManagerId !== null, card: cardReadOn !== null, told: toldOn !== null, revisited: revisitedOn !== null })[
    step
  ]

const dueOf = (
  { customerId, backupId, openPromises }: LeftBehind,
  step: DepartureStep,
  leftOn: Day,
  today: Day,
  rules: DepartureRules,
  calendar: WorkCalendar,
): DepartureDue => {
  const { day: dueOn, provisional } = addWorkdays(leftOn, rules[step], calendar)
  return {
    customerId,
    step,
    dueOn,
    provisional,
    overdue: dueOn < today,
    proposed: step === 'owner' ? backupId : null,
    said: { code: `departure.${step}`, params: { dueOn, promises: openPromises.length } },
  }
}
