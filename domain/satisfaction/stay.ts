import { addMonths, type Day, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Answer } from './answer.ts'

/** A customer's answer that is a year old, and whether they were still there in the same month a year later. */
type YearOld = { customerId: Id; score: number; on: Day; stayed: boolean }

/** That a customer left, until they came back; `backOn` null while they are gone. */
export type Gone = { customerId: Id; leftOn: Day; backOn: Day | null }

/** Whether a customer was gone when a month was over: who left in it is, though a last bill may still have come. */
export const goneBy = (losses: readonly Gone[], customerId: Id, month: Month): boolean => {
  const over = `${addMonths(month, 1)}-01`
  return losses.some((loss) => loss.customerId === customerId && loss.leftOn < over && (loss.backOn ?? over) >= over)
}

/** The month that shows whether who answered on a day stayed a year. */
export const yearAfter = (on: Day): Month => addMonths(monthOf(on), 12)

/**
 * Of each customer the newest answer to how satisfied they are whose year is over by `lastMonth`, the last month with bills, held against
 * whether they were billed in that month and were not known to have left by its end [M-04, R-20]. One answer a customer: whoever is asked often does not count more.
 */
export const scoredStays = (
  answers: readonly Answer[],
  lastMonth: Month,
  billed: (customerId: Id, month: Month) => boolean,
  losses: readonly Gone[] = [],
): YearOld[] => {
  const old = answers.filter(({ asks, on }) => asks === 'satisfied' && yearAfter(on) <= lastMonth)
  return [...Map.groupBy(old, ({ customerId }) => customerId).values()].flatMap((own) => {
    const [newest] = own.toSorted((a, b) => (a.on === b.on ? (a.id < b.id ? 1 : -1) : a.on < b.on ? 1 : -1))
    if (!newest) return []
    const { customerId, score, on } = newest
    return [
      {
        customerId,
        score,
        on,
        stayed: billed(customerId, yearAfter(on)) && !goneBy(losses, customerId, yearAfter(on)),
      },
    ]
  })
}
