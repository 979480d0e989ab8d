import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, addMonths } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import { billHealth } from './bill-health.ts'
import type { KnownCustomer } from './signal-rules.ts'
import { STARTING_SIGNALS } from './signal-settings.ts'
import { type SignalScore, signalScore } from './signals.ts'
import { churnEn } from './words.en.ts'
import { churnZh } from './words.zh.ts'

const asOf = '2026-11-23'

const months = (fens: readonly number[]) =>
  fens.map((fen, i) => ({ month: addMonths('2026-11', i - fens.length), fen }))

const scored = (known: KnownCustomer): SignalScore => {
  const score = signalScore(known, asOf)
  if (!score.ok) throw new Error(score.error.code)
  return score.value
}

const codes = (known: KnownCustomer): string[] => scored(known).parts.map(({ said }) => said.code)

describe('bills', () => {
  test('a year of falling bills speaks in both languages, with months', () => {
    const bills = months([12000, 12000, 12000, 11000, 11000, 11000, 10000, 10000, 10000, 9000, 9000, 9000])
    const { parts } = scored({ bills })
    const long = parts.find(({ said }) => said.code === 'signal.bill_long')
    expect(long && sentence(churnZh, long.said)).toBe(
      '近 12 个月账单从每月 ¥120 降到 ¥90（2025 年 11 月到 2026 年 10 月）',
    )
    expect(long && sentence(churnEn, long.said)).toBe(
      'Bills went from ¥120 to ¥90 a month in 12 months (November 2025 to October 2026)',
    )
  })

  test('four components, each unknown until enough months are', () => {
    const steady = billHealth(months([100, 100, 100, 100]), asOf, STARTING_SIGNALS.bills)
    expect(steady).toEqual({ longTrend: null, shortTrend: null, level: 1, elasticity: null })
    const back = billHealth(months([100, 100, 60, 100, 100, 100, 100, 100, 100]), asOf, STARTING_SIGNALS.bills)
    expect(back).toMatchObject({ longTrend: expect.closeTo(2 / 13 + 0, 1), shortTrend: 0, level: 1, elasticity: 1 })
  })

  test('a sudden low bill shows in the short trend and the level, not as a long fall', () => {
    const found = codes({ bills: months([100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 100, 50]) })
    expect(found).toContain('signal.bill_short')
    expect(found).toContain('signal.bill_level')
    expect(found).not.toContain('signal.bill_long')
  })

  test('old bills and gaps do not speak of the present', () => {
    const falling = [100, 100, 100, 90, 80, 70, 60, 50, 40, 30]
    const old = months(falling).map(({ month, fen }) => ({ month: addMonths(month, -4), fen }))
    expect(codes({ bills: old })).toEqual([])
    const gap = months(falling).filter(({ month }) => month !== '2026-09')
    expect(scored({ bills: gap }).health).toEqual({ longTrend: null, shortTrend: null, level: null, elasticity: null })
    expect(codes({ use: [{ month: '2026-05', amount: 0 }] })).toEqual([])
  })

  test('the running month is not a bill yet', () => {
    const bills = [...months([100, 100, 100, 100, 100, 100]), { month: '2026-11', fen: 0 }]
    expect(codes({ bills })).toEqual([])
  })
})

describe('signals', () => {
  test('nothing known is nothing said', () => {
    expect(scored({})).toMatchObject({ score: 0, band: 'low', reasons: [], parts: [] })
  })

  test('every rule speaks when it should', () => {
    const found = codes({
      use: [
        { month: '2026-08', amount: 90 },
        { month: '2026-09', amount: 0 },
        { month: '2026-10', amount: 0 },
      ],
      contractEnds: '2026-12-31',
      complaints: [{ opened: '2026-11-03', closed: null }],
      portOutAsked: '2026-11-10',
      competitors: [{ seen: '2026-10-15', name: null }],
      birthdayMissed: '2026-11-11',
      managerChanged: '2026-10-20',
      forwardingSince: '2026-11-01',
      brokenPromises: ['2026-11-05', '2026-10-05'],
      lastContact: '2026-07-01',
    })
    expect(found.toSorted()).toEqual([
      'signal.birthday',
      'signal.competitor',
      'signal.complaint_open',
      'signal.contract',
      'signal.forwarding',
      'signal.manager_changed',
      'signal.no_contact',
      'signal.port_out',
      'signal.promise_broken',
      'signal.silent',
    ])
  })

  test('a settled complaint counts for ninety days, an ended contract too', () => {
    expect(codes({ complaints: [{ opened: '2026-09-01', closed: '2026-09-03' }] })).toEqual(['signal.complaint_recent'])
    expect(codes({ complaints: [{ opened: '2026-08-01', closed: '2026-08-03' }] })).toEqual([])
    expect(codes({ contractEnds: '2026-11-01' })).toEqual(['signal.contract_over'])
    expect(codes({ contractEnds: '2027-06-01' })).toEqual([])
  })

  test('silence counts from the latest month back, gaps end it', () => {
    const use = [
      { month: '2026-07', amount: 0 },
      { month: '2026-09', amount: 0 },
      { month: '2026-10', amount: 0 },
    ]
    expect(scored({ use }).parts).toMatchObject([{ points: 24, said: { params: { months: 2, since: '2026-09' } } }])
  })

  test('the parts are all the score is made of, reasons its three strongest', () => {
    const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays(asOf, -n))
    const known = fc.record(
      {
        portOutAsked: day,
        forwardingSince: day,
        managerChanged: day,
        lastContact: day,
        brokenPromises: fc.array(day, { maxLength: 4 }),
        complaints: fc.array(fc.record({ opened: day, closed: fc.constant(null) }), { maxLength: 2 }),
        contractEnds: fc.integer({ min: -200, max: 200 }).map((n) => addDays(asOf, n)),
        bills: fc.array(fc.integer({ min: 0, max: 30000 }), { maxLength: 14 }).map(months),
      },
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(known, (own) => {
        const { score, band, parts, reasons } = scored(own)
        const sum = parts.reduce((total, { points }) => total + points, 0)
        const { raised, high } = STARTING_SIGNALS.bands
        expect(score).toBe(Math.min(100, sum))
        expect(band).toBe(score >= high ? 'high' : score >= raised ? 'raised' : 'low')
        expect(reasons).toEqual(parts.slice(0, 3))
        for (const { said } of parts)
          for (const words of [churnZh, churnEn]) expect(sentence(words, said)).not.toMatch(/undefined|NaN|signal\./)
      }),
    )
  })

  test('days that cannot be are refused by name', () => {
    const refusal = (known: KnownCustomer) => {
      const answer = signalScore(known, asOf)
      return answer.ok ? undefined : answer.error
    }
    expect(refusal({ lastContact: '2026-12-01' })).toEqual({
      code: 'signal.future_day',
      params: { what: 'lastContact', day: '2026-12-01', asOf },
    })
    expect(refusal({ contractEnds: '2026-02-30' })?.code).toBe('signal.day_unreadable')
    expect(refusal({ bills: [{ month: '2027-01', fen: 1 }] })?.code).toBe('signal.future_day')
    expect(refusal({ bills: [...months([1]), ...months([2])] })?.code).toBe('signal.month_twice')
    expect(refusal({ contractEnds: '2027-02-28' })).toBeUndefined()
  })
})
