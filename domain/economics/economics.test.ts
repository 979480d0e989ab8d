import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { edited, measured, startingAt, weakest } from './assumption.ts'
import { editFigure, figureIds, figureNow, ownFactors } from './figures.ts'
import { keepOrReplace, LEAST_WON } from './keep-or-replace.ts'
import {
  branchLoss,
  expectedMonths,
  LEAST_STAYING,
  type Loss,
  type LossFactors,
  lossOf,
  lossSpan,
  monthlyStayOf,
  usualFactors,
} from './loss.ts'
import { chainOf } from './profit-chain.ts'
import { LEAST_PULSE, type Pulse, type PulseAnswer, pulsesOf, pulseUnitOf, pulseWeekOf } from './pulse.ts'
import { bridgeOf, bridgePartOf, bridgeParts, likenessesOf, type TwoSpans } from './revenue-bridge.ts'
import { taughtFigures, taughtIds } from './taught.ts'

describe('the bridge of revenue [R-01]', () => {
  const row = (before: number, after: number, knownBefore = before > 0): TwoSpans => ({
    customers: 1,
    before,
    after,
    knownBefore,
  })

  test('puts each customer into one part, stock and increment apart', () => {
    const bridge = bridgeOf([
      row(100, 100),
      row(100, 150),
      row(100, 40),
      row(100, 0),
      row(0, 80),
      row(0, 60, true),
      row(0, -10, true),
    ])
    expect(bridge.steps.map(({ part, customers, change }) => [part, customers, change])).toEqual([
      ['kept', 1, 0],
      ['grown', 1, 50],
      ['shrunk', 1, -60],
      ['lost', 1, -100],
      ['new', 1, 80],
      ['back', 1, 60],
      ['adjusted', 1, -10],
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
        const { before, after, steps } = bridgeOf(rows.map(([b, a, known]) => row(b, a, known)))
        expect(steps.reduce((sum, { change }) => sum + change, 0)).toBe(after - before)
        expect(steps.reduce((sum, { customers }) => sum + customers, 0)).toBe(rows.length)
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

test('customers alike in signs share a part, so that a store may add them up first [R-01]', () => {
  const fen = fc.integer({ min: -3, max: 3 })
  fc.assert(
    fc.property(fen, fen, fc.boolean(), (before, after, knownBefore) => {
      const alike = bridgeParts.filter((part) =>
        likenessesOf(part).some(
          (one) =>
            one.before === Math.sign(before) &&
            one.after === Math.sign(after) &&
            one.change === Math.sign(after - before) &&
            one.knownBefore === knownBefore,
        ),
      )
      expect(alike).toEqual([bridgePartOf({ before, after, knownBefore })])
    }),
  )
})

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

  test('is a span where staying is known to a span', () => {
    const { stay, span } = monthlyStayOf({ paid: 500, again: 490 })
    expect([stay.source, stay.value]).toEqual(['measured', 0.98])
    if (!span) throw new Error('no span')
    const at = lossSpan({ ...factors, monthlyStay: stay }, span)
    expect(at?.value).toBe(loss().loss)
    expect(at?.low).toBeLessThan(loss().loss)
    expect(at?.high).toBeGreaterThan(loss().loss)
    expect(monthlyStayOf({ paid: LEAST_STAYING - 1, again: 1 })).toMatchObject({
      stay: { source: 'start' },
      span: null,
    })
  })

  test('adds up over a branch, with a span that holds what happens 95 times in a hundred', () => {
    const random = seededRandom(11)
    const all = Array.from({ length: 300 }, () =>
      loss({ monthly: measured(Math.round(5_000 + random() * 40_000)), chance: measured(random() * 0.6) }),
    )
    const add = (of: (chance: number, monthly: number) => number): number =>
      all.reduce((sum, { factors: { chance, monthly } }) => sum + of(chance.value, monthly.value), 0)
    const sums = {
      customers: all.length,
      monthly: add((_, m) => m),
      leaving: add((p) => p),
      lost: add((p, m) => p * m),
      spread: add((p, m) => p * (1 - p) * m * m),
    }
    const { customers, leaving, loss: span, worth } = branchLoss([{ sums, factors }])
    const eachWorth = all.reduce((sum, each) => sum + each.worth, 0)
    expect(customers).toBe(300)
    expect(Math.abs(worth - eachWorth)).toBeLessThan(300)
    expect(Math.abs(span.value - all.reduce((sum, each) => sum + each.loss, 0))).toBeLessThan(600)
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
  const at = new Date('2026-11-22T02:00:00Z')

  test('are all there, and an edit keeps what was, who and when', () => {
    expect(taughtFigures.map(({ id }) => id)).toEqual(taughtIds)
    expect(taughtIds.map((id) => figureNow(id, []))).toEqual([5, 6, 10, 0.06, 1_000_000, 1, 0.05, 1, 1.4, 250])
    const once = editFigure([], { id: 'winCostsLow', to: 3, by: 'gu', at })
    if (!once.ok) throw new Error(once.error.code)
    expect(once.value).toEqual({ id: 'winCostsLow', from: 5, to: 3, by: 'gu', at })
    const edits = [once.value]
    expect(figureNow('winCostsLow', edits)).toBe(3)
    expect(editFigure(edits, { id: 'winCostsLow', to: 3, by: 'gu', at })).toMatchObject({
      error: { code: 'figure.same' },
    })
    expect(editFigure(edits, { id: 'winCostsLow', to: null, by: 'gu', at })).toMatchObject({
      value: { from: 3, to: null },
    })
    expect(editFigure([], { id: 'lessChurn', to: 1.5, by: 'gu', at })).toMatchObject({
      error: { code: 'figure.outOfRange' },
    })
  })

  test('feed nothing: the factors of a loss stay as they were, and the comparison only quotes them', () => {
    const edits = taughtIds.map((id) => ({ id, from: 1, to: 0.01, by: 'gu', at }))
    expect(ownFactors(edits)).toEqual(ownFactors([]))
    const perSave = { value: 25_000, low: 20_000, high: 40_000 }
    const taught = { low: 5, high: 6 }
    const own = {
      perSave,
      winning: { spent: 3_000_000, won: LEAST_WON },
      keepEdited: null,
      winEdited: null,
    }
    expect(keepOrReplace(own, { low: 1, high: 90 })).toEqual(keepOrReplace(own, taught))
    expect(keepOrReplace(own, taught)).toMatchObject({ basis: 'own', said: { params: { replace: 100_000, times: 4 } } })
    const few = { ...own, winning: { spent: 3_000_000, won: LEAST_WON - 1 } }
    expect(keepOrReplace(few, taught)).toMatchObject({ basis: 'quoted', replace: null, said: { code: 'keep.only' } })
    expect(keepOrReplace({ ...few, winEdited: 80_000 }, taught)).toMatchObject({ basis: 'own', replace: 80_000 })
    const unknown = { perSave: null, winning: null, keepEdited: null, winEdited: null }
    expect(keepOrReplace(unknown, taught)).toMatchObject({ basis: 'quoted', said: { code: 'keep.unknown' } })
    expect(keepOrReplace({ ...own, perSave: null }, taught)).toMatchObject({ said: { code: 'replace.only' } })
    expect(keepOrReplace({ ...unknown, keepEdited: 0, winEdited: 5 }, taught)).toMatchObject({
      said: { params: { times: null } },
    })
  })

  test('the branch’s own figures are set and taken back; every one says what it may be', () => {
    const set = [{ id: 'margin', from: 0.4, to: 0.55, by: 'gu', at } as const]
    expect(ownFactors(set).margin).toEqual({ value: 0.55, source: 'edited' })
    expect(ownFactors([...set, { id: 'margin', from: 0.55, to: null, by: 'gu', at }]).margin).toEqual(
      usualFactors.margin,
    )
    expect(figureNow('costToWin', [])).toBeNull()
    expect(figureIds.length).toBe(15)
    expect(editFigure([], { id: 'months', to: 0, by: 'gu', at })).toMatchObject({ error: { params: { least: 1 } } })
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

describe('where an answer is counted [R-28]', () => {
  const units = [
    { id: 'top', parentId: null, people: 1 },
    { id: 'town', parentId: 'top', people: 2 },
    { id: 'east', parentId: 'town', people: 3 },
    { id: 'west', parentId: 'town', people: 6 },
  ]

  test('is a unit that at least five could have answered from', () => {
    expect([pulseUnitOf('west', units), pulseUnitOf('east', units), pulseUnitOf('top', units)]).toEqual([
      'west',
      'town',
      'top',
    ])
    expect(pulseUnitOf('east', [{ id: 'east', parentId: null, people: 1 }])).toBeNull()
  })

  test('and the week is the running one from Friday on', () => {
    const days = ['2026-11-22', '2026-11-23', '2026-11-26', '2026-11-27']
    expect(days.map(pulseWeekOf)).toEqual(['2026-11-16', '2026-11-16', '2026-11-16', '2026-11-23'])
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
