import { type Day, daysBetween, type Month } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import { toTheirFace } from '#domain/kernel/second-person.ts'
import type { WhyFacts } from './why.ts'

type Names = { calledBy: string; me: string }

/** The first sentence of a contact. `calledBy` is how the customer is called, empty when by no name; `me` is who speaks. */
export type OpeningFacts = {
  'opening.promise': Names & { what: string; promised: Day; today: Day }
  'opening.callback': Names & { about: string }
  'opening.complaint': Names & { about: string; opened: Day; today: Day }
  'opening.request': Names & { about: string; opened: Day; today: Day }
  'opening.confirm': Names & { about: string }
  'opening.progress': Names & { about: string }
  'opening.feeling': Names & { about: string }
  'opening.expectation': Names & { words: string }
  'opening.newCustomer': Names
  'opening.welcome': Names
  'opening.welcomeMessage': Names
  'opening.handover': Names & { former: string }
  'opening.contract': Names & { days: number }
  'opening.billJump': Names & { month: Month; lastMonth: boolean }
  'opening.faultUntold': Names & { about: string }
  'opening.tierUp': Names & { need: string }
  'opening.birthday': Names & { on: Day; today: Day }
  'opening.market': Names & { on: Day; today: Day }
  'opening.points': Names
  'opening.sameDay': Names
  'opening.lately': Names & { spoke: Day; today: Day }
  'opening.usual': Names
  'opening.first': Names
}

/** The last time we spoke with them, null for never; a try that reached nobody does not count. */
export type LastSpoke = { spoke: Day | null; today: Day }

/** After this many days without a word one may say that it has been a while. */
const A_WHILE = 21

/**
 * How to begin, from the reasons of the row in their order. Reasons that are ours and not the customer's (risk, tier, a question
 * about leaving, a cadence) are never the opening: it would be about us. With no reason left, the last time we spoke decides:
 * nobody who was on the phone this morning is told that it has been a while.
 */
export const openingOf = (whys: readonly Said<WhyFacts>[], names: Names, last: LastSpoke): Said<OpeningFacts> => {
  for (const why of whys) {
    const opening = openingFor(why, names)
    if (opening) return opening
  }
  return openingSince(last, names)
}

const openingSince = ({ spoke, today }: LastSpoke, names: Names): Said<OpeningFacts> => {
  if (spoke === null) return { code: 'opening.first', params: names }
  if (spoke >= today) return { code: 'opening.sameDay', params: names }
  return daysBetween(spoke, today) < A_WHILE
    ? { code: 'opening.lately', params: { ...names, spoke, today } }
    : { code: 'opening.usual', params: names }
}

const openingFor = (why: Said<WhyFacts>, names: Names): Said<OpeningFacts> | null => {
  switch (why.code) {
    case 'why.promise': {
      const { what, promised, today } = why.params
      return { code: 'opening.promise', params: { ...names, what: toTheirFace(what), promised, today } }
    }
    case 'why.callback':
      return { code: 'opening.callback', params: { ...names, about: why.params.about } }
    case 'why.complaint':
    case 'why.request': {
      const { about, opened, today } = why.params
      const code = why.code === 'why.complaint' ? 'opening.complaint' : 'opening.request'
      return { code, params: { ...names, about, opened, today } }
    }
    case 'why.complaintNext':
      return why.params.ask === 'confirm'
        ? { code: 'opening.confirm', params: { ...names, about: why.params.about } }
        : { code: 'opening.progress', params: { ...names, about: why.params.about } }
    case 'why.feeling':
      return { code: 'opening.feeling', params: { ...names, about: why.params.about } }
    case 'why.expectation':
      return { code: 'opening.expectation', params: { ...names, words: why.params.words } }
    case 'why.newCustomer':
      return { code: 'opening.newCustomer', params: names }
    case 'why.welcome':
      return { code: why.params.messaged === null ? 'opening.welcomeMessage' : 'opening.welcome', params: names }
    case 'why.escalated':
      return { code: 'opening.progress', params: { ...names, about: why.params.about } }
    case 'why.handover':
      return { code: 'opening.handover', params: { ...names, former: why.params.former } }
    case 'why.contract':
      return { code: 'opening.contract', params: { ...names, days: why.params.days } }
    case 'why.billJump': {
      const { month, lastMonth } = why.params
      return { code: 'opening.billJump', params: { ...names, month, lastMonth } }
    }
    case 'why.faultUntold':
      return { code: 'opening.faultUntold', params: { ...names, about: why.params.about } }
    case 'why.tierUp':
      return why.params.need === null ? null : { code: 'opening.tierUp', params: { ...names, need: why.params.need } }
    case 'why.birthday': {
      const { on, today } = why.params
      return { code: 'opening.birthday', params: { ...names, on, today } }
    }
    case 'why.market': {
      const { on, today } = why.params
      return { code: 'opening.market', params: { ...names, on, today } }
    }
    case 'why.points':
      return { code: 'opening.points', params: names }
    default:
      return null
  }
}

/** The captured words inside an opening, so that they can be marked as filled in. */
export const filledIn = ({ params }: Said<OpeningFacts>): string | null =>
  'what' in params
    ? params.what
    : 'about' in params
      ? params.about
      : 'need' in params
        ? params.need
        : 'words' in params
          ? params.words
          : null
