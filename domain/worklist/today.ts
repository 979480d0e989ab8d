import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { openOccasions, type WorkAct } from './acts.ts'
import type { ListedCustomer, Occasion } from './occasion.ts'
import { rankWork, type WorkItem } from './rank.ts'
import type { RankRules } from './rankRules.ts'
import { minutesBetween, type Wall } from './wall.ts'

/** The three tabs of the page. Minutes are the estimate for what is still to do. */
export type Today = { toContact: WorkItem[]; minutes: number; done: WorkAct[]; snoozed: WorkAct[] }

/** One person's day: what is open, ranked; what was done today; what is put off and until when. */
export const todayOf = (
  occasions: readonly Occasion[],
  customers: ReadonlyMap<Id, ListedCustomer>,
  acts: readonly WorkAct[],
  reader: Id,
  now: Wall,
  rules: RankRules,
  isWorkday?: (day: Day) => boolean,
): Today => {
  const toContact = rankWork(openOccasions(occasions, acts, now, reader), customers, now, rules, isWorkday)
  const open = new Set(toContact.map(({ customerId }) => customerId))
  const mine = acts.filter(({ by }) => by === reader)
  return {
    toContact,
    minutes: toContact.reduce((sum, item) => sum + item.minutes, 0),
    done: mine.filter((act) => act.act === 'done' && act.at.day === now.day),
    snoozed: mine.filter(
      (act) => act.act === 'snoozed' && minutesBetween(now, act.until) > 0 && !open.has(act.customerId),
    ),
  }
}
