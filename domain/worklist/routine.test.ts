import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { customerKinds } from '#domain/customer/kind.ts'
import { addDays, daysBetween, weekdayOf } from '#domain/kernel/day.ts'
import { cadenceOccasion, startingCadence } from './cadence.ts'
import { birthdayOccasion } from './from-dossier.ts'
import { lowestNeeded, planDay } from './dayPlan.ts'
import { rankWork, stakeSteps, type WorkItem } from './rank.ts'
import { startingRank } from './rankRules.ts'
import { birthdaysAhead, farthestDay, routineLines } from './routine.ts'
import { mondayMorning } from './stories.ts'

const now = mondayMorning
const isWorkday = (day: string): boolean => weekdayOf(day) <= 5
const lines = routineLines(now, startingCadence, startingRank, isWorkday)
const steps = stakeSteps(startingRank)

/** A customer as stored, with nothing to be said of but the time since the last contact. */
const anybody = fc.record({
  kind: fc.constantFrom(...customerKinds),
  tier: fc.constantFrom('A', 'B', 'C', 'D', 'E'),
  days: fc.option(fc.integer({ min: 0, max: 900 })),
  paid12: fc.oneof(fc.constant(0), fc.integer({ min: -5000, max: 2_000_000_000 })),
  risk: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
})
type Stored = typeof anybody extends fc.Arbitrary<infer T> ? T & { id: string } : never

const stakeOf = ({ paid12, risk }: Stored): number => Math.max(0, Math.round(Math.max(0, paid12) * (risk ?? 0)))

/** The list by the lines alone, as a database makes it. */
const byLines = (stored: readonly Stored[]) =>
  stored
    .flatMap((each) => {
      const { kind, tier, days } = each
      const capped = days === null ? null : Math.min(days, farthestDay(startingCadence, kind, tier))
      const line = lines.find((one) => one.kind === kind && one.tier === tier && one.days === capped)
      const stake = stakeOf(each)
      return line
        ? [{ id: each.id, score: line.points + steps.filter((step) => step <= stake).length, line, stake }]
        : []
    })
    .toSorted(
      (a, b) => b.score - a.score || daysBetween(b.line.due, a.line.due) || b.stake - a.stake || (a.id < b.id ? -1 : 1),
    )

const byRules = (stored: readonly Stored[]): WorkItem[] =>
  rankWork(
    stored.flatMap(({ id: customerId, kind, tier, days }) => {
      const lastContact = days === null ? null : addDays(now.day, -days)
      return cadenceOccasion({ customerId, kind, tier, lastContact, lastTopic: null }, startingCadence, now.day) ?? []
    }),
    new Map(stored.map(({ id: customerId, ...each }) => [customerId, { customerId, ...each }])),
    now,
    startingRank,
    isWorkday,
  )

const many = (most: number) =>
  fc
    .array(anybody, { maxLength: most })
    .map((all): Stored[] => all.map((each, i) => ({ ...each, id: `c${String(i).padStart(4, '0')}` })))

describe('customers of whom only the last contact is known', () => {
  test('stand in the same order, with the same sums, as by the rules themselves', () => {
    fc.assert(
      fc.property(many(40), (stored) => {
        const ruled = byRules(stored).map(({ customerId, score, stake }) => [customerId, score, stake])
        expect(byLines(stored).map(({ id, score, stake }) => [id, score, stake])).toEqual(ruled)
      }),
      { numRuns: 300 },
    )
  })

  test('are planned the same whether all are read or only the first and the lowest', () => {
    const today = { day: now.day, minutes: 60 }
    const later = [{ day: addDays(now.day, 1), minutes: 40 }]
    fc.assert(
      fc.property(many(120), (stored) => {
        const all = byRules(stored)
        const read = new Set(all.slice(0, 12))
        for (const kind of customerKinds) {
          const minutes = startingRank.kinds.cadence.minutes[kind]
          const own = all.filter(({ customer }) => customer.kind === kind)
          for (const item of own.slice(-lowestNeeded(later, minutes))) read.add(item)
        }
        const known = all.filter((item) => read.has(item))
        const minutes = all.filter((item) => !read.has(item)).reduce((sum, item) => sum + item.minutes, 0)
        const unread = { customers: all.length - known.length, minutes }
        expect(planDay(known, today, later, startingRank, unread)).toEqual(planDay(all, today, later, startingRank))
      }),
      { numRuns: 300 },
    )
  })
})

describe('birthdays ahead', () => {
  test('leave out nobody who is to be greeted', () => {
    const anyDay = fc.integer({ min: 0, max: 20_000 }).map((n) => addDays('1990-01-01', n))
    const birthday = fc.record({
      calendar: fc.constantFrom('solar', 'lunar'),
      month: fc.integer({ min: 1, max: 12 }),
      day: fc.integer({ min: 1, max: 31 }),
      leap: fc.boolean(),
    })
    fc.assert(
      fc.property(anyDay, birthday, (today, { calendar, month, day, leap }) => {
        const stored = calendar === 'lunar' ? { calendar, month, day, leap } : { calendar, month, day }
        if (birthdayOccasion('c', stored, null, today))
          expect(birthdaysAhead(today)).toContain(`${calendar}/${month}/${day}`)
      }),
      { numRuns: 5000 },
    )
  })
})
