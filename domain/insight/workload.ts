import type { Id } from '#domain/kernel/id.ts'
import { type Figure, figureOf } from './figure.ts'

/** A day and a half of eight hours: more than this on one desk and something will be late. */
export const overloadHours = 12

/** Minutes of work somebody has at hand: of one thing, or together of several (`items`). */
export type Work = { ownerId: Id; minutes: number; items?: number }

export type Load = { staffId: Id; minutes: number; hours: number; over: boolean; items: number }

/**
 * Hours of open work a person, in the order the people are given (by name, never by load), rounded to half an hour;
 * over the border is judged on the minutes. Work of people who are not in `staff` is left out.
 */
export const workloadOf = (
  staff: readonly Id[],
  items: readonly Work[],
  where: { unit: Id | null; day: string },
  border = overloadHours,
): { loads: Load[]; overloaded: Figure } => {
  const sums = new Map<Id, { minutes: number; items: number }>()
  for (const { ownerId, minutes, items: size = 1 } of items) {
    const sum = sums.get(ownerId) ?? { minutes: 0, items: 0 }
    sums.set(ownerId, { minutes: sum.minutes + Math.max(0, minutes), items: sum.items + size })
  }
  const loads = staff.map((staffId): Load => {
    const { minutes, items } = sums.get(staffId) ?? { minutes: 0, items: 0 }
    return { staffId, minutes, items, hours: Math.round(minutes / 30) / 2, over: minutes > border * 60 }
  })
  const overloaded = figureOf(
    { numerator: loads.filter(({ over }) => over).length, denominator: loads.length },
    {
      formula: 'figure.overloaded',
      numerator: { query: 'staff.overloaded', where: { ...where, hours: border } },
      denominator: { query: 'staff.all', where },
    },
  )
  return { loads, overloaded }
}
