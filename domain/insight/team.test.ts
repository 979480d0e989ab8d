import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { type Covered, coverageBuckets, coverageOf } from './coverage.ts'
import { distributionOf, quantileOf } from './distribution.ts'
import { explainFigure } from './figure.ts'
import { type Compared, gapsOf } from './gap.ts'
import { dealt, isoWeek, lastDays, lastWeeks } from './series.ts'
import { insightZh } from './words.zh.ts'
import { workloadOf } from './workload.ts'

const where = { unit: 'north', day: '2026-11-23' }

describe('coverage', () => {
  const every: Record<string, number> = { A: 30, B: 45, C: 90, D: 180 }
  const customer = (tier: string, days: number | null): Covered => ({
    tier,
    days,
    every: every[tier] ?? null,
  })

  test('the bold line stands right of the cadence of each tier', () => {
    const { rows } = coverageOf(
      ['A', 'B', 'C', 'D'].map((tier) => customer(tier, 3)),
      ['A', 'B', 'C', 'D'],
      where,
    )
    expect(rows.map(({ border }) => border)).toEqual([3, 4, 5, 6])
  })

  test('the last day is still in time, never contacted is not', () => {
    const all = [customer('A', 30), customer('A', 31), customer('A', null), customer('Z', 500)]
    const { rows, inCadence, past } = coverageOf(all, ['A', 'Z'], where)
    expect(rows[0]).toMatchObject({
      customers: 3,
      never: 1,
      counts: [0, 0, 1, 1, 0, 0, 1],
      past: [0, 0, 0, 1, 0, 0, 1],
    })
    expect(rows[1]?.border).toBeNull()
    expect([inCadence.numerator, inCadence.denominator, past]).toEqual([1, 3, 2])
    expect(coverageOf([], ['A'], where).inCadence.value).toBeNull()
  })

  test('several who stand alike count as many', () => {
    const three = { tier: 'A', days: 40, every: 30 }
    expect(coverageOf([{ ...three, customers: 3 }], ['A'], where)).toEqual(
      coverageOf([three, three, three], ['A'], where),
    )
  })

  test('every customer is in one cell', () => {
    const anyCustomer = fc
      .tuple(fc.constantFrom('A', 'B'), fc.option(fc.nat(400)), fc.option(fc.integer({ min: 1, max: 365 })))
      .map(([tier, days, every]) => ({ tier, days, every }))
    fc.assert(
      fc.property(fc.array(anyCustomer), (customers) => {
        const { rows, past } = coverageOf(customers, ['A', 'B'], where)
        const sum = (numbers: number[][]): number => numbers.flat().reduce((a, b) => a + b, 0)
        expect(sum(rows.map(({ counts }) => counts))).toBe(customers.length)
        expect(sum(rows.map((row) => row.past))).toBe(past)
        for (const row of rows) {
          expect(row.counts).toHaveLength(coverageBuckets.length)
          if (row.border !== null) expect(row.past.slice(row.border)).toEqual(row.counts.slice(row.border))
        }
      }),
    )
  })
})

describe('work at hand', () => {
  test('in the order of the names; more than a day and a half is too much, exactly that is not', () => {
    const { loads, overloaded } = workloadOf(
      ['fang', 'ji', 'lin'],
      [
        { ownerId: 'ji', minutes: 721, customers: 30 },
        { ownerId: 'fang', minutes: 720, customers: 31 },
        { ownerId: 'gone', minutes: 999, customers: 40 },
      ],
      where,
    )
    expect(loads.map(({ hours, over, customers }) => [hours, over, customers])).toEqual([
      [12, false, 31],
      [12, true, 30],
      [0, false, 0],
    ])
    expect([overloaded.numerator, overloaded.denominator]).toEqual([1, 3])
    expect(sentence(insightZh, explainFigure(overloaded, { hours: 12 }))).toBe(
      '3 人里有 1 人手上的活超过 12 小时（一天半）。',
    )
  })
})

describe('a distribution, not a ranking', () => {
  const people = (n: number): { personId: string; value: number }[] =>
    Array.from({ length: n }, (_, i) => ({ personId: `p${i}`, value: (i * 7) % 5 }))

  test('with few people it is refused, since a dot would be a name', () => {
    expect(distributionOf(people(4), 'p0', 1)).toMatchObject({ error: { params: { people: 4, needed: 5 } } })
    expect(distributionOf([...people(4), { personId: 'x', value: Number.NaN }], 'p0', 1).ok).toBe(false)
  })

  test('only the own dot is told, equal ones are stacked', () => {
    fc.assert(
      fc.property(fc.integer({ min: 5, max: 40 }), (n) => {
        const result = distributionOf(people(n), 'p3', 1)
        if (!result.ok) return false
        const { dots } = result.value
        const seats = new Set(dots.map(({ value, stack }) => `${value}/${stack}`))
        const named = JSON.stringify(dots).includes('personId')
        return seats.size === n && dots.filter(({ own }) => own).length === 1 && !named
      }),
    )
  })

  test('quantiles', () => {
    expect([0, 0.25, 0.5, 1].map((share) => quantileOf([1, 2, 3, 4], share))).toEqual([1, 1.75, 2.5, 4])
  })
})

describe('days and weeks', () => {
  test('seven days end today; twelve whole weeks end before this one', () => {
    expect(lastDays('2026-11-23').map(({ from }) => from.slice(5))).toEqual([
      '11-17',
      '11-18',
      '11-19',
      '11-20',
      '11-21',
      '11-22',
      '11-23',
    ])
    const weeks = lastWeeks('2026-11-25')
    expect(weeks).toHaveLength(12)
    expect(weeks.at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-22', week: 47 })
    expect(isoWeek('2027-01-01')).toBe(53)
    expect(isoWeek('2025-12-29')).toBe(1)
  })

  test('records are dealt to their days', () => {
    const hands = dealt(lastDays('2026-11-23', 2), ['2026-11-22', '2026-11-22', '2026-11-01'], (day) => day)
    expect(hands.map(({ records }) => records.length)).toEqual([2, 0])
  })
})

describe('where experience falls short of expectation [M-01]', () => {
  const answers = (topic: string, unit: 'days' | 'grade', pairs: [number, number][]): Compared[] =>
    pairs.map(([expected, experienced], i) => ({ customerId: `c${i}`, topic, unit, expected, experienced }))
  const times = (n: number, pair: [number, number]): [number, number][] => Array.from({ length: n }, () => pair)

  test('the widest first, thin evidence last and without figures', () => {
    const gaps = gapsOf(
      [
        ...answers('礼貌', 'grade', times(6, [4, 5])),
        ...answers('开通时限', 'days', times(17, [5, 11])),
        ...answers('账单清楚', 'grade', times(9, [5, 3])),
        ...answers('上门时间', 'days', times(2, [1, 30])),
        ...answers('坏数据', 'grade', times(9, [9, 3])),
      ],
      { unit: null, from: '2026-11-01', until: '2026-12-01' },
    )
    expect(gaps.map(({ topic, gap }) => [topic, gap])).toEqual([
      ['开通时限', 6],
      ['账单清楚', 2],
      ['礼貌', -1],
      ['上门时间', null],
    ])
    expect(gaps.map(({ said }) => sentence(insightZh, said))).toEqual([
      '开通时限：期望 5 天，体验 11 天',
      '账单清楚：期望 5 分，体验 3 分（满分 5）',
      '礼貌：期望 4 分，体验 5 分（满分 5）',
      '上门时间：只问到 2 次，证据尚不足，还差 3 次',
    ])
    expect(gaps[0]?.short).toMatchObject({
      numerator: 17,
      denominator: 17,
      source: { numerator: { where: { topic: '开通时限' } } },
    })
  })
})
