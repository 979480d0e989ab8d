import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { explainTier } from './explain.ts'
import { away, movedCustomers, movementOf, noTier } from './movement.ts'
import { startingRules } from './presets.ts'
import { discountShare, keepingOf, pointsBetween, takeSnapshot } from './snapshot.ts'
import { fullStanding, type StandingMonth } from './standing.ts'
import { aCustomerWhoPaid, aNewcomer, aSilentCustomer, aSteadyShopOwner } from './stories.ts'
import type { Paid } from './totals.ts'
import { watchLists } from './watch.ts'
import { portfolioEn } from './words.en.ts'
import { portfolioZh } from './words.zh.ts'

type Story = ReturnType<typeof aCustomerWhoPaid>

const year = (paid: number, last: number | null): (number | null)[] => [...Array.from({ length: 11 }, () => paid), last]

const standingOf = (month: string, stories: Story[], left: string[] = []): StandingMonth => {
  const result = fullStanding(
    {
      branchId: 1,
      month,
      rules: startingRules,
      customers: stories.map(({ customer }) => ({ ...customer, present: !left.includes(customer.customerId) })),
    },
    stories.flatMap(({ bills }) => bills),
  )
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const justBelow = aCustomerWhoPaid('just-below', '2026-10', year(74_000, 74_000))
const justAbove = aCustomerWhoPaid('just-above', '2026-10', year(77_000, 77_000))

describe('watch lists [K-03]', () => {
  test('both ways, nearest first, with the distance to the border', () => {
    const standing = standingOf('2026-10', [aSteadyShopOwner('2026-10'), justBelow, justAbove])
    const { promotion, demotion } = watchLists(standing, startingRules, 0.1)
    expect(promotion.map(({ customerId, toward, distance }) => [customerId, toward, distance])).toEqual([
      ['just-below', 'A', 2000],
    ])
    expect(demotion.map(({ customerId, toward, distance }) => [customerId, toward, distance])).toEqual([
      ['just-above', 'B', 1000],
    ])
    expect(watchLists(standing, startingRules, 0.01).promotion).toEqual([])
  })

  test('says whether the border came nearer since last month', () => {
    const before = standingOf('2026-09', [aCustomerWhoPaid('just-below', '2026-09', year(73_000, 73_000))])
    const after = standingOf('2026-10', [justBelow])
    expect(watchLists(after, startingRules, 0.1, before).promotion[0]?.nearer).toBe(1000)
  })
})

describe('movement between two months', () => {
  const before = standingOf('2026-09', [
    aCustomerWhoPaid('up', '2026-09', year(74_000, 74_000)),
    aCustomerWhoPaid('down', '2026-09', year(77_000, 77_000)),
    aCustomerWhoPaid('leaver', '2026-09', year(77_000, 77_000)),
  ])
  const after = standingOf(
    '2026-10',
    [
      aCustomerWhoPaid('up', '2026-10', year(74_000, 99_000)),
      aCustomerWhoPaid(
        'down',
        '2026-10',
        year(77_000, null).map((paid) => paid && paid - 2000),
      ),
      aCustomerWhoPaid('leaver', '2026-10', year(77_000, null)),
      aNewcomer('2026-10'),
    ],
    ['leaver'],
  )

  test('every customer is in one cell, and the cells open to their customers', () => {
    const movement = movementOf(before, after, startingRules, 'person')
    const { up, down, left, entered, count, spots } = movement
    expect({ up, down, left, entered }).toEqual({ up: 1, down: 1, left: 1, entered: 1 })
    expect(count.flat().reduce((a, b) => a + b)).toBe(4)
    for (const [i, from] of spots.entries())
      for (const [j, to] of spots.entries())
        expect(movedCustomers(before, after, startingRules, { kind: 'person', from, to })).toHaveLength(
          count[i]?.[j] ?? -1,
        )
    expect(movedCustomers(before, after, startingRules, { kind: 'person', from: away, to: noTier })).toEqual([
      'newcomer',
    ])
  })
})

describe('a frozen list [M-11]', () => {
  const base = ['2026-01', '2026-02', '2026-03']
  const bill = (customerId: string, month: string, paid: number): Paid => ({ customerId, month, paid })
  const bills = [
    ...base.flatMap((month) => [bill('one', month, 80_000), bill('two', month, 80_000)]),
    bill('one', '2025-05', 50_000),
    bill('one', '2026-04', 80_000),
    bill('two', '2026-04', 40_000),
    bill('one', '2026-05', 100_000),
    bill('late-comer', '2026-05', 900_000),
  ]
  const standing = standingOf('2026-03', [
    aCustomerWhoPaid('one', '2026-03', [80_000, 80_000, 80_000]),
    aCustomerWhoPaid('two', '2026-03', [80_000, 80_000, 80_000]),
  ])
  const ask = { id: 's', name: ' 一季度 A 级 ', tiers: ['A'], baseFrom: '2026-01', baseTo: '2026-03' }

  test('keeps customers and revenue apart, with both sides of each division', () => {
    const list = takeSnapshot(ask, standing, bills)
    if (!list.ok) throw new Error(list.error.code)
    const keeping = keepingOf(list.value, '2026-05', bills, new Set(['one', 'two', 'late-comer']))
    expect(keeping.customers).toEqual({ value: 0.5, numerator: 1, denominator: 2 })
    expect(keeping.revenue).toEqual({ value: 0.6875, numerator: 110_000, denominator: 160_000 })
    expect(keeping.monthRevenue.value).toBe(0.625)
    expect(keeping.monthOnMonth).toMatchObject({ numerator: 100_000, denominator: 120_000 })
    expect(keeping.yearOnYear.value).toBe(1)
    const april = keepingOf(list.value, '2026-04', bills, new Set(['one', 'two']))
    expect(pointsBetween(keeping.monthRevenue, april.monthRevenue)).toBeCloseTo(-0.125, 12)
    expect(pointsBetween(keeping.monthRevenue, null)).toBeNull()
  })

  test('discounts and new bad debt are weighed against revenue', () => {
    expect(discountShare(8000, 2000, 100_000)).toEqual({ value: 0.1, numerator: 10_000, denominator: 100_000 })
    expect(discountShare(1, 0, 0).value).toBeNull()
  })

  test('without a name, without customers or with a base turned round it is refused', () => {
    const code = (over: Partial<typeof ask>): string => {
      const result = takeSnapshot({ ...ask, ...over }, standing, bills)
      return result.ok ? 'ok' : result.error.code
    }
    expect(code({ name: ' ' })).toBe('snapshot.noName')
    expect(code({ tiers: ['D'] })).toBe('snapshot.empty')
    expect(code({ baseTo: '2025-12' })).toBe('snapshot.badMonths')
  })
})

describe('why this tier', () => {
  const month = '2026-10'
  const stories = [aSteadyShopOwner(month), justBelow, aNewcomer(month), aSilentCustomer(month)]
  const standing = standingOf(month, stories)
  const said = (id: string, words: typeof portfolioZh): string[] => {
    const row = standing.rows.find(({ customerId }) => customerId === id)
    return row ? explainTier(row, standing, startingRules).map((each) => sentence(words, each)) : []
  }

  test('the sum, its months, the line, the place and the version', () => {
    expect(said('shop-owner', portfolioZh)).toEqual([
      '2025-11 到 2026-10 有 12 个月账单，一共付了 ¥11,640。',
      '按 12 个月平均，每月 ¥970。',
      'A 级线 ¥760/月，已经达到。',
      '在 2 位同类客户里排第 1，前 50%。',
      '按 2026-1 版规则，2026-01-01 起用。',
    ])
    expect(said('just-below', portfolioZh)).toContain('离 A 级线 ¥760/月 还差 ¥20。')
    expect(said('just-below', portfolioEn)).toContain('¥20 short of tier A, which starts at ¥760 a month.')
  })

  test('without bills it says so', () => {
    expect(said('silent', portfolioZh)[0]).toBe('2025-11 到 2026-10 没有账单，所以没有等级。')
    expect(said('newcomer', portfolioEn)[1]).toBe('Only 2 months of bills so far; a tier is given after 3.')
  })
})
