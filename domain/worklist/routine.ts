import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { lunarDateOf } from '#domain/kernel/lunar.ts'
import { type CadenceRules, cadenceOccasion } from './cadence.ts'
import { AHEAD } from './from-dossier.ts'
import { rankWork } from './rank.ts'
import type { RankRules } from './rankRules.ts'
import type { Wall } from './wall.ts'

/**
 * What a customer comes to on the list of whom nothing is known but kind, tier and the days since the last contact (null: never). Points
 * are without those for money at stake. `days` are at most `farthestDay`.
 */
export type RoutineLine = { kind: CustomerKind; tier: string; days: number | null; points: number; due: Day }

/** From so many days on a contact is as overdue as it can be. */
export const farthestDay = (cadence: CadenceRules, kind: CustomerKind, tier: string): number =>
  2 * (cadence[kind][tier] ?? 0)

/**
 * Every such customer the list can hold today, by the same rules that rank one with many reasons; a day that is missing here has
 * nobody on the list. With it thousands are ranked where they are stored.
 */
export const routineLines = (
  now: Wall,
  cadence: CadenceRules,
  rules: RankRules,
  isWorkday: (day: Day) => boolean,
): RoutineLine[] =>
  customerKinds.flatMap((kind) =>
    Object.keys(cadence[kind]).flatMap((tier) => {
      const days = Array.from({ length: farthestDay(cadence, kind, tier) + 1 }, (_, i) => i)
      return [null, ...days].flatMap((each): RoutineLine[] => {
        const customerId = ''
        const lastContact = each === null ? null : addDays(now.day, -each)
        const occasion = cadenceOccasion({ customerId, kind, tier, lastContact, lastTopic: null }, cadence, now.day)
        const customer = { customerId, kind, tier, paid12: 0, risk: null }
        const [item] = occasion ? rankWork([occasion], new Map([['', customer]]), now, rules, isWorkday) : []
        return item ? [{ kind, tier, days: each, points: item.score, due: item.due.day }] : []
      })
    }),
  )

/** How a stored birthday is told from others: `solar/11/23`; a leap month of birth is kept in the ordinary one in most years. */
type BirthdayKey = `${'solar' | 'lunar'}/${number}/${number}`

/** The birthdays kept in the days that are looked ahead, and a few beside: nobody whose birthday is not among them is greeted now. */
export const birthdaysAhead = (today: Day): BirthdayKey[] => {
  const days = Array.from({ length: AHEAD + 1 }, (_, i) => addDays(today, i))
  return days.flatMap((day): BirthdayKey[] => {
    const [month, date] = [Number(day.slice(5, 7)), Number(day.slice(8))]
    const lunar = lunarDateOf(day)
    return [
      `solar/${month}/${date}`,
      ...(month === 2 && date === 28 ? (['solar/2/29'] as const) : []),
      `lunar/${lunar.month}/${lunar.day}`,
      ...(lunar.day === 29 ? ([`lunar/${lunar.month}/30`] as const) : []),
    ]
  })
}
