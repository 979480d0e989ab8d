import type { Id } from '#domain/kernel/id.ts'
import { type Figure, figureOf } from './figure.ts'

/** A day and a half of eight hours: more than this on one desk and something will be late. */
export const overloadHours = 12

/** More people than this are read a unit at a time: each one's day has to be worked out. */
export const mostAtOnce = 60

/** What stands on somebody's own Today: minutes as it reckons them, and for how many customers. */
export type Work = { ownerId: Id; minutes: number; customers: number }

export type Load = { staffId: Id; minutes: number; hours: number; over: boolean; customers: number }

/**
 * Hours of open work a person, in the order the people are given (by name, never by load), to a tenth; over the border is
 * judged on the minutes. Work of people who are not in `staff` is left out.
 */
export const workloadOf = (
  staff: readonly Id[],
  items: readonly Work[],
  where: { unit: Id | null; day: string },
  border = overloadHours,
): { loads: Load[]; overloaded: Figure } => {
  const works = new Map(items.map((work) => [work.ownerId, work]))
  const loads = staff.map((staffId): Load => {
    const { minutes, customers } = works.get(staffId) ?? { minutes: 0, customers: 0 }
    return { staffId, minutes, customers, hours: Math.round(minutes / 6) / 10, over: minutes > border * 60 }
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
