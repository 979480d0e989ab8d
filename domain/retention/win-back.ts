import { addDays, type Day, daysBetween } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Said } from '#domain/kernel/said.ts'
import { addWorkdays, chinaWorkdays, type WorkCalendar } from '#domain/kernel/workdays.ts'

/** What a talk with a customer who had left came to. `later` names the day the customer would rather be asked. */
export type ReturnTalk =
  | { on: Day; result: 'unreached' | 'no' | 'back' }
  | { on: Day; result: 'later'; askAgainOn: Day | null }

/** A customer who left: whether of middle or high value, whether they want no contact, and what was tried since. */
export type GoneCustomer = {
  customerId: Id
  leftOn: Day
  ofValue: boolean
  wantsNoContact: boolean
  talks: readonly ReturnTalk[]
}

/** Workdays until the first visit, days until one asks again when no day was named, and how often one rings in vain. A starting point but for the ten. */
export type WinBackRules = { firstWorkdays: number; againDays: number; mostUnreached: number }

export const usualWinBack: WinBackRules = { firstWorkdays: 10, againDays: 180, mostUnreached: 3 }

export type WinBackFacts = {
  'winBack.first': { leftOn: Day; dueOn: Day }
  'winBack.again': { dueOn: Day; named: boolean }
  'winBack.retry': { dueOn: Day; tries: number }
  'winBack.back': { on: Day }
  'winBack.saidNo': { on: Day }
  'winBack.noContact': Record<string, never>
  'winBack.notReached': { tries: number }
  'winBack.notOfValue': Record<string, never>
}

/** When to try next, or why not at all: `dueOn` null is the end of it. */
export type WinBack = { dueOn: Day | null; provisional: boolean; said: Said<WinBackFacts> }

/**
 * The next visit to a customer who left: those of middle and high value within ten workdays; then on the day the customer named. A no is the
 * end, and so are three calls in vain: who left is not hunted. Who wants no contact gets none. The contact gate is asked besides.
 */
export const winBackOf = (
  gone: GoneCustomer,
  rules: WinBackRules = usualWinBack,
  calendar: WorkCalendar = chinaWorkdays,
): WinBack => {
  const { leftOn, ofValue, wantsNoContact } = gone
  const talks = gone.talks.toSorted((a, b) => daysBetween(b.on, a.on))
  const back = talks.find(({ result }) => result === 'back')
  if (back) return over({ code: 'winBack.back', params: { on: back.on } })
  if (wantsNoContact) return over({ code: 'winBack.noContact', params: {} })
  const last = talks.at(-1)
  if (!last) return ofValue ? first(leftOn, rules, calendar) : over({ code: 'winBack.notOfValue', params: {} })
  if (last.result === 'no') return over({ code: 'winBack.saidNo', params: { on: last.on } })
  if (last.result === 'later') return again(last, rules, calendar)
  const tries = talks.length - 1 - talks.findLastIndex(({ result }) => result !== 'unreached')
  if (tries >= rules.mostUnreached) return over({ code: 'winBack.notReached', params: { tries } })
  const { day, provisional } = addWorkdays(last.on, 1, calendar)
  return { dueOn: day, provisional, said: { code: 'winBack.retry', params: { dueOn: day, tries } } }
}

const over = (said: Said<WinBackFacts>): WinBack => ({ dueOn: null, provisional: false, said })

const first = (leftOn: Day, { firstWorkdays }: WinBackRules, calendar: WorkCalendar): WinBack => {
  const { day, provisional } = addWorkdays(leftOn, firstWorkdays, calendar)
  return { dueOn: day, provisional, said: { code: 'winBack.first', params: { leftOn, dueOn: day } } }
}

/** A day the customer named stands as named, a holiday or not; one we choose ourselves is a workday. */
const again = (
  { on, askAgainOn }: ReturnTalk & { result: 'later' },
  { againDays }: WinBackRules,
  calendar: WorkCalendar,
): WinBack => {
  if (askAgainOn !== null)
    return {
      dueOn: askAgainOn,
      provisional: false,
      said: { code: 'winBack.again', params: { dueOn: askAgainOn, named: true } },
    }
  const { day, provisional } = addWorkdays(addDays(on, againDays), 0, calendar)
  return { dueOn: day, provisional, said: { code: 'winBack.again', params: { dueOn: day, named: false } } }
}
