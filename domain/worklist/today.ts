import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { openOccasions, type WorkAct } from './acts.ts'
import type { Unread } from './dayPlan.ts'
import type { ListedCustomer, Occasion } from './occasion.ts'
import { rankWork, type WorkItem } from './rank.ts'
import type { RankRules } from './rankRules.ts'
import { minutesBetween, type Wall } from './wall.ts'

/** Rows of the list that are shown at first, and at most. */
export const TODAY_FIRST = 200
export const TODAY_MOST = 2000

/** The three tabs of the page. Minutes are the estimate for what is still to do, `customers` how many that is about: all of them, read or not. */
export type Today = { toContact: WorkItem[]; customers: number; minutes: number; done: WorkAct[]; snoozed: WorkAct[] }

/** One person's day: what is open, ranked; what was done today; what is put off and until when. */
export const todayOf = (
  occasions: readonly Occasion[],
  customers: ReadonlyMap<Id, ListedCustomer>,
  acts: readonly WorkAct[],
  reader: Id,
  now: Wall,
  rules: RankRules,
  isWorkday?: (day: Day) => boolean,
  unread: Unread = { customers: 0, minutes: 0 },
): Today => {
  const toContact = rankWork(openOccasions(occasions, acts, now, reader), customers, now, rules, isWorkday)
  const open = new Set(toContact.map(({ customerId }) => customerId))
  const mine = acts.filter(({ by }) => by === reader)
  return {
    toContact,
    customers: toContact.length + unread.customers,
    minutes: toContact.reduce((sum, item) => sum + item.minutes, 0) + unread.minutes,
    done: mine.filter((act) => act.act === 'done' && act.at.day === now.day),
    snoozed: mine.filter(
      (act) => act.act === 'snoozed' && minutesBetween(now, act.until) > 0 && !open.has(act.customerId),
    ),
  }
}
