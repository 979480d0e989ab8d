import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { edited, measured, startingAt, weakest } from './assumption.ts'
import { keepOrReplace, LEAST_WON } from './keep-or-replace.ts'
import { branchLoss, expectedMonths, type Loss, type LossFactors, lossOf, usualFactors } from './loss.ts'
import { chainOf } from './profit-chain.ts'
import { LEAST_PULSE, type Pulse, type PulseAnswer, pulsesOf } from './pulse.ts'
import { bridgeOf, type TwoSpans } from './revenue-bridge.ts'
import { editTaught, taughtFigures, taughtIds, taughtNow } from './taught.ts'

describe('the bridge of revenue [R-01]', () => {
  const row = (customerId: string, before: number, after: number, knownBefore = before > 0): TwoSpans => ({
    customerId,
    before,
    after,
    knownBefore,
  })

  test('puts each customer into one part, stock and increment apart', () => {
    const bridge = bridgeOf([
      row('same', 100, 100),
      row('more', 100, 150),
      row('less', 100, 40),
      row('gone', 100, 0),
      row('new', 0, 80),
      row('back', 0, 60, true),
      row('refunded', 0, -10, true),
    ])
    expect(bridge.steps.map(({ part, customers, change }) => [part, customers[0], change])).toEqual([
      ['kept', 'same', 0],
      ['grown', 'more', 50],
      ['shrunk', 'less', -60],
      ['lost', 'gone', -100],
      ['new', 'new', 80],
      ['back', 'back', 60],
      ['adjusted', 'refunded', -10],
    ])
    expect(bridge).toMatchObject({
      before: 400,
      after: 420,
      increment: 140,
      stock: { customers: 4, before: 400, after: 290, kept: 0.725 },
    })
    expect(bridgeOf([]).stock.kept).toBeNull()
  })

  test('adds up to the fen, whatever was paid or refunded', () => {
    const fen = fc.integer({ min: -1_000_000, max: 100_000_000 })
    fc.assert(
      fc.property(fc.array(fc.tuple(fen, fen, fc.boolean())), (rows) => {
        const { before, after, steps } = bridgeOf(rows.map(([b, a, known], i) => row(String(i), b, a, known)))
        expect(steps.reduce((sum, { change }) => sum + change, 0)).toBe(after - before)
        expect(steps.reduce((sum, { customers }) => sum + customers.length, 0)).toBe(rows.length)
      }),
    )
  })
})

const factors: LossFactors = {
  monthly: measured(20_000),
  chance: measured(0.3),
  monthlyStay: measured(0.98),
  months: startingAt(12),
  margin: startingAt(0.5),
  yearlyDiscount: startingAt(0),
}

const loss = (change: Partial<LossFactors> = {}): Loss => {
  const result = lossOf({ ...factors, ...change })
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('what a customer’s leaving would cost [R-31]', () => {
  test('is monthly value × survival × margin × chance, each factor shown', () => {
    const months = Array.from({ length: 12 }, (_, i) => 0.98 ** (i + 1)).reduce((a, b) => a + b, 0)
    expect(expectedMonths(0.98, 12)).toBeCloseTo(months, 10)
    expect(loss()).toMatchObject({
      worth: Math.round(months * 20_000 * 0.5),
      loss: Math.round(Math.round(months * 10_000) * 0.3),
    })
    expect(loss().said.params).toMatchObject({ monthly: 20_000, margin: 0.5, chance: 0.3 })
    expect(loss({ monthlyStay: measured(1), ...usualFactors }).expectedMonths).toBe(24)
  })

  test('follows every edit, and is named by the weakest of what it rests on', () => {
    expect(loss({ margin: edited(1) }).worth).toBe(loss().worth * 2)
    expect(loss({ yearlyDiscount: edited(0.1) }).worth).toBeLessThan(loss().worth)
    expect(loss({ chance: edited(0) }).loss).toBe(0)
    expect([loss().source, weakest(['measured', 'edited']), weakest(['edited', 'asTaught'])]).toEqual([
      'start',
      'edited',
      'asTaught',
    ])
  })

  test('names the factor that cannot be', () => {
    expect(lossOf({ ...factors, chance: edited(1.2) })).toMatchObject({
      error: { code: 'loss.badFactor', params: { factor: 'chance' } },
    })
    expect(lossOf({ ...factors, months: edited(Number.NaN) })).toMatchObject({
      error: { params: { factor: 'months' } },
    })
    expect(lossOf({ ...factors, monthly: measured(-1) })).toMatchObject({ error: { params: { factor: 'monthly' } } })
  })

  test('adds up over a branch, with a span that holds what happens 95 times in a hundred', () => {
    const random = seededRandom(11)
    const all = Array.from({ length: 300 }, () =>
      loss({ monthly: measured(Math.round(5_000 + random() * 40_000)), chance: measured(random() * 0.6) }),
    )
    const { customers, leaving, loss: span, worth } = branchLoss(all)
    expect([customers, worth]).toEqual([300, all.reduce((sum, each) => sum + each.worth, 0)])
    expect(leaving).toBeCloseTo(
      all.reduce((sum, each) => sum + each.factors.chance.value, 0),
      9,
    )
    let within = 0
    for (let k = 0; k < 2000; k++) {
      const lost = all.reduce((sum, each) => sum + (random() < each.factors.chance.value ? each.worth : 0), 0)
      if (span.low <= lost && lost <= span.high) within++
    }
    expect(within / 2000).toBeGreaterThan(0.93)
    expect(within / 2000).toBeLessThan(0.97)
  })
})

describe('sayings as taught [M-06][R-02][R-03]', () => {
  test('are all there, and an edit keeps what was, who and when', () => {
    expect(taughtFigures.map(({ id }) => id)).toEqual(taughtIds)
    expect(taughtIds.map((id) => taughtNow(id, []))).toEqual([5, 6, 10, 0.06, 1_000_000, 1, 0.05, 1, 1.4])
    const at = new Date('2026-11-22T02:00:00Z')
    const once = editTaught([], { id: 'winCostsLow', to: 3, by: 'gu', at })
    if (!once.ok) throw new Error(once.error.code)
    expect(once.value).toEqual([{ id: 'winCostsLow', from: 5, to: 3, by: 'gu', at }])
    expect(taughtNow('winCostsLow', once.value)).toBe(3)
    expect(editTaught(once.value, { id: 'winCostsLow', to: 3, by: 'gu', at })).toMatchObject({
      error: { code: 'taught.same' },
    })
    expect(editTaught([], { id: 'lessChurn', to: 1.5, by: 'gu', at })).toMatchObject({
      error: { code: 'taught.outOfRange' },
    })
  })

  test('change no other figure: only the comparison that has none of its own names them', () => {
    const edits = [{ id: 'winCostsHigh', from: 6, to: 60, by: 'gu', at: new Date(0) } as const]
    const perSave = { value: 25_000, low: 20_000, high: 40_000 }
    const own = { perSave, winning: { spent: 3_000_000, won: LEAST_WON }, winOneEdited: null }
    expect(keepOrReplace(own, edits)).toEqual(keepOrReplace(own, []))
    expect(keepOrReplace(own, [])).toMatchObject({
      basis: 'measured',
      said: { params: { replace: 100_000, times: 4 } },
    })
    const few = { ...own, winning: { spent: 3_000_000, won: LEAST_WON - 1 } }
    expect(keepOrReplace(few, edits)).toMatchObject({ basis: 'asTaught', replace: { low: 125_000, high: 1_500_000 } })
    expect(keepOrReplace({ ...few, winOneEdited: 80_000 }, [])).toMatchObject({
      basis: 'edited',
      replace: { low: 80_000 },
    })
    expect(keepOrReplace({ perSave: null, winning: null, winOneEdited: null }, [])).toMatchObject({
      basis: 'none',
      replace: null,
    })
    expect(keepOrReplace({ ...own, perSave: null }, [])).toMatchObject({ said: { code: 'replace.only' } })
  })
})

describe('the weekly pulse of colleagues [R-28]', () => {
  const week = '2026-11-16'
  const answers = (unitId: string, count: number, well = 4): PulseAnswer[] =>
    Array.from({ length: count }, () => ({ unitId, week, well, able: 3 }))
  const shown = (pulses: Pulse[]): string[] =>
    pulses.filter(({ well }) => well !== null).map(({ unitId }) => unitId ?? 'all')

  test('is shown from five answers on, as means and never as a count', () => {
    const pulses = pulsesOf([...answers('a', 4), ...answers('a', 1, 2), ...answers('b', 12)], ['a', 'b'], week)
    expect(pulses).toMatchObject([
      { unitId: 'a', well: 3.6, able: 3, count: 'few' },
      { unitId: 'b', well: 4, count: 'some' },
      { unitId: null, well: 3.9, count: 'some' },
    ])
    expect(pulsesOf(answers('a', 4), ['a'], week)[0]).toMatchObject({ well: null, said: { code: 'pulse.tooFew' } })
  })

  test('keeps a unit back when it would give a smaller one away', () => {
    const pulses = pulsesOf([...answers('a', 6), ...answers('b', 9), ...answers('c', 2)], ['a', 'b', 'c'], week)
    expect(shown(pulses)).toEqual(['b', 'all'])
    expect(pulses[0]?.said?.code).toBe('pulse.kept')
    expect(shown(pulsesOf([...answers('a', 6), ...answers('c', 2)], ['a', 'c'], week))).toEqual(['all'])
  })

  test('never leaves fewer than five people between what is shown', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 1, maxLength: 6 }), (counts) => {
        const units = counts.map((_, i) => `u${i}`)
        const pulses = pulsesOf(
          counts.flatMap((count, i) => answers(`u${i}`, count)),
          units,
          week,
        )
        const all = counts.reduce((a, b) => a + b, 0)
        const sizes = pulses.slice(0, -1).map(({ well }, i) => (well === null ? 0 : (counts[i] ?? 0)))
        for (const size of sizes) if (size > 0) expect(size).toBeGreaterThanOrEqual(LEAST_PULSE)
        if (pulses.at(-1)?.well === null) return
        const rest = all - sizes.reduce((a, b) => a + b, 0)
        expect(rest === 0 || rest >= LEAST_PULSE).toBe(true)
      }),
    )
  })

  test('passes over other weeks and answers off the scale', () => {
    const odd = [
      { unitId: 'a', week, well: 9, able: 3 },
      { unitId: 'a', week: '2026-11-09', well: 1, able: 1 },
    ]
    expect(pulsesOf([...answers('a', 5), ...odd], ['a'], week)[0]).toMatchObject({ well: 4, able: 3 })
  })
})

test('the links of the chain stand side by side, a missing figure as a gap [R-28]', () => {
  const none = { pulse: null, promisesKept: null, satisfaction: null, stayed: null, revenue: null }
  const chain = chainOf(
    [
      { ...none, month: '2026-08', pulse: 3.5, revenue: 100 },
      { ...none, month: '2026-10', pulse: 4, promisesKept: 0.9, revenue: 90 },
    ],
    '2026-08',
    3,
  )
  expect(chain.map(({ link, points, change }) => [link, points.map(({ value }) => value), change])).toEqual([
    ['pulse', [3.5, null, 4], 0.5],
    ['promisesKept', [null, null, 0.9], null],
    ['satisfaction', [null, null, null], null],
    ['stayed', [null, null, null], null],
    ['revenue', [100, null, 90], -10],
  ])
})
