import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays } from '#domain/kernel/day.ts'
import { isObligation, type ListedCustomer, type Occasion } from './occasion.ts'
import { compareItems, rankWork, type WorkItem } from './rank.ts'
import { mostOf, problemsOfRank, startingRank } from './rankRules.ts'
import { everyStory, mondayMorning, type Story } from './stories.ts'
import { deadlineOf, type Due, minutesBetween, wallIn } from './wall.ts'

const now = mondayMorning

const listOf = (stories: Story[]): WorkItem[] =>
  rankWork(
    stories.flatMap(({ occasions }) => occasions),
    new Map(stories.map(({ customer }) => [customer.customerId, customer])),
    now,
    startingRank,
  )

const anyDue: fc.Arbitrary<Due> = fc
  .record({ days: fc.integer({ min: -40, max: 12 }), minute: fc.integer({ min: 0, max: 1439 }), by: fc.nat(2) })
  .map(({ days, minute, by }) => {
    const day = addDays(now.day, days)
    return by === 0 ? { by: 'minute', day, minute } : { by: by === 1 ? 'day' : 'week', day }
  })

const anyOccasion: fc.Arbitrary<Occasion> = fc
  .record({ at: fc.nat(200), who: fc.nat(6), due: anyDue, which: fc.nat(4), stake: fc.nat(10_000_000_000) })
  .map(({ at, who, due, which, stake }): Occasion => {
    const base = { customerId: `c${who}`, recordId: `r${at}`, due, stake }
    if (which === 0) return { ...base, kind: 'promise', promised: '2026-11-01', what: 'x' }
    if (which === 1) return { ...base, kind: 'complaint', opened: '2026-11-01', about: 'x' }
    if (which === 2) return { ...base, kind: 'porting', asked: '2026-11-21' }
    if (which === 3) return { ...base, kind: 'cadence', tier: 'A', every: 30, days: at, lastTopic: null }
    return { ...base, kind: 'risk', risk: 0.9, before: null }
  })

const anyOccasions = fc.uniqueArray(anyOccasion, { maxLength: 25, selector: ({ kind, recordId }) => kind + recordId })

const customers = new Map<string, ListedCustomer>(
  Array.from({ length: 7 }, (_, i) => {
    const customerId = `c${i}`
    return [customerId, { customerId, kind: 'person', tier: 'A', paid12: 10 ** (i + 3), risk: i / 10 }]
  }),
)

const rank = (occasions: readonly Occasion[]): WorkItem[] => rankWork(occasions, customers, now, startingRank)

describe('the order of today', () => {
  test('late answer, promises by their time, then what matters most', () => {
    expect(listOf(everyStory()).map(({ customerId }) => customerId)).toEqual([
      'he',
      'li',
      'zhou',
      'chen',
      'sun',
      'fushun',
      'wang',
      'liu',
      'zhao',
    ])
  })

  test('the same facts give the same order, however they come in', () => {
    fc.assert(
      fc.property(anyOccasions, fc.nat(), (occasions, turn) => {
        const turned = occasions.map((_, i) => occasions[(i + turn) % occasions.length]).filter((each) => !!each)
        expect(rank(turned)).toEqual(rank(occasions))
      }),
    )
  })

  test('it is a total order of one item a customer, and the parts add up', () => {
    fc.assert(
      fc.property(anyOccasions, (occasions) => {
        const items = rank(occasions)
        expect(new Set(items.map(({ customerId }) => customerId)).size).toBe(items.length)
        items.forEach((item, i) => {
          expect(item.rank).toBe(i + 1)
          expect(item.parts.reduce((sum, { params }) => sum + params.points, 0)).toBe(item.score)
          for (const other of items.slice(i + 1)) {
            expect(compareItems(item, other)).toBeLessThan(0)
            expect(compareItems(other, item)).toBeGreaterThan(0)
          }
        })
      }),
    )
  })

  test('everything owed stands before everything wanted, by its time, however much money is at stake', () => {
    fc.assert(
      fc.property(anyOccasions, (occasions) => {
        const items = rank(occasions)
        const owed = items.filter(({ headline }) => isObligation(headline))
        expect(items.slice(0, owed.length)).toEqual(owed)
        owed.slice(1).forEach((item, i) => {
          const before = owed[i]
          if (before) expect(minutesBetween(deadlineOf(before.due), deadlineOf(item.due))).toBeGreaterThanOrEqual(0)
        })
      }),
    )
  })

  test('a promise added for later never passes an earlier obligation', () => {
    fc.assert(
      fc.property(anyOccasions, anyDue, (occasions, due) => {
        const added: Occasion = {
          kind: 'promise',
          customerId: 'new',
          recordId: 'new',
          due,
          promised: now.day,
          what: 'x',
          stake: 99_000_000_000,
        }
        const all = new Map([
          ...customers,
          ['new', { customerId: 'new', kind: 'group', tier: 'A', paid12: 10 ** 11, risk: 1 }] as const,
        ])
        const items = rankWork([...occasions, added], all, now, startingRank)
        const place = items.find(({ customerId }) => customerId === 'new')?.rank
        if (place === undefined) return
        const earlier = items.filter(
          ({ headline }) => isObligation(headline) && minutesBetween(deadlineOf(headline.due), deadlineOf(due)) > 0,
        )
        for (const item of earlier) expect(item.rank).toBeLessThan(place)
      }),
    )
  })

  test('several reasons of one customer are one row, the strongest first', () => {
    const [, li] = listOf(everyStory())
    expect(li?.headline.kind).toBe('promise')
    expect(li?.others.map(({ kind }) => kind)).toEqual(['porting', 'risk'])
    expect(li?.minutes).toBe(24)
    expect(li?.stake).toBe(442_320)
  })

  test('what is not yet near, and customers out of reach, are left out', () => {
    const far: Occasion = {
      kind: 'birthday',
      customerId: 'c1',
      recordId: 'b',
      due: { by: 'day', day: '2026-12-20' },
      on: '2026-12-20',
      lunarMonth: null,
      lunarDay: null,
      likes: null,
    }
    expect(rank([far, { ...far, customerId: 'stranger', due: { by: 'day', day: now.day } }])).toEqual([])
    expect(rank([])).toEqual([])
  })
})

describe('how early a reason is seen', () => {
  const promise: Occasion = {
    kind: 'promise',
    customerId: 'c1',
    recordId: 'p',
    due: { by: 'day', day: '2026-11-30' },
    promised: '2026-11-20',
    what: 'x',
  }
  const seenOn = (day: string, isWorkday?: (day: string) => boolean): boolean =>
    rankWork([promise], customers, { day, minute: 600 }, startingRank, isWorkday).length === 1

  test('what is due on Monday is seen on Friday, and before a long holiday', () => {
    expect(seenOn('2026-11-27')).toBe(true)
    expect(seenOn('2026-11-26')).toBe(false)
    expect(seenOn('2026-11-25', (day) => day <= '2026-11-25' || day >= '2026-11-30')).toBe(true)
  })
})

describe('rules of the ranking', () => {
  test('an obligation must weigh more than all the rest together', () => {
    expect(problemsOfRank(startingRank)).toEqual([])
    expect(problemsOfRank({ ...startingRank, obligation: mostOf(startingRank) })).toEqual([
      { code: 'rank.obligationTooLow', params: { obligation: mostOf(startingRank), least: mostOf(startingRank) + 1 } },
    ])
    expect(problemsOfRank({ ...startingRank, lessPerDay: Number.NaN })[0]?.params).toEqual({ field: 'lessPerDay' })
  })
})

test('an instant on the wall of the branch', () => {
  expect(wallIn(new Date('2026-11-22T16:05:00Z'), 'Asia/Shanghai')).toEqual({ day: '2026-11-23', minute: 5 })
})
