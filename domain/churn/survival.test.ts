import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { concordanceOf } from './concordance.ts'
import { coxStayAt, fitCox } from './cox.ts'
import { logRank } from './log-rank.ts'
import { fitSegments, leaveWithin, segmentRisk } from './segment-survival.ts'
import { meanStay, medianStay, type Stay, stayAt, survivalOf } from './survival.ts'

const stay = fc.record({ until: fc.integer({ min: 1, max: 30 }), left: fc.boolean() })
const stays = fc.array(stay, { minLength: 1, maxLength: 60 })

/** Customers who leave at a monthly rate, watched from when they joined or from when the records begin, until today. */
const aBranch = (customers: number, rate: (i: number) => number, seed: number, recordsFrom = 0): Stay[] => {
  const random = seededRandom(seed)
  return Array.from({ length: customers }, (_, i): Stay | null => {
    const stays = -Math.log(1 - random()) / rate(i)
    const today = 60 * random()
    const from = Math.max(0, today - recordsFrom)
    const until = Math.ceil(Math.min(stays, today))
    if (recordsFrom > 0 && (stays < from || until <= Math.ceil(from))) return null
    return { until, left: stays < today, ...(recordsFrom > 0 ? { from: Math.ceil(from) } : {}) }
  }).filter((stay) => stay !== null)
}

describe('a survival curve', () => {
  test('never rises, holds itself in its interval, and counts everybody once', () => {
    fc.assert(
      fc.property(stays, (own) => {
        const { steps, customers, leavers } = survivalOf(own)
        expect([customers, leavers]).toEqual([own.length, own.filter(({ left }) => left).length])
        return steps.every(({ stay: { value, low, high } }, i) => {
          const before = steps[i - 1]?.stay.value ?? 1
          return value <= before + 1e-12 && low <= value && value <= high && low >= 0 && high <= 1
        })
      }),
    )
  })

  test('is the plain share when everybody was watched to the end', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 2, maxLength: 40 }), (ages) => {
        const curve = survivalOf(ages.map((until) => ({ until, left: true })))
        return curve.steps.every(
          ({ time, stay }) => Math.abs(stay.value - ages.filter((age) => age > time).length / ages.length) < 1e-9,
        )
      }),
    )
  })

  test('mean stay is the mean when everybody was watched to the end', () => {
    const ages = [3, 5, 5, 8]
    const curve = survivalOf(ages.map((until) => ({ until, left: true })))
    expect(meanStay(curve, 8)?.value).toBeCloseTo(5.25, 12)
    expect(medianStay(curve).value).toBe(5)
  })

  test('by hand: of five, one leaves at 2, one is lost from sight at 3, two leave at 4', () => {
    const curve = survivalOf([
      { until: 2, left: true },
      { until: 3, left: false },
      { until: 4, left: true },
      { until: 4, left: true },
      { until: 9, left: false },
    ])
    expect(stayAt(curve, 1)?.value).toBe(1)
    expect(stayAt(curve, 3)?.value).toBeCloseTo(0.8, 12)
    expect(stayAt(curve, 8)?.value).toBeCloseTo(0.8 / 3, 12)
    expect(stayAt(curve, 10)).toBeNull()
  })

  test('those who joined before the records begin do not make customers look more faithful', () => {
    const late = aBranch(8000, () => 0.05, 4, 12)
    const honest = stayAt(survivalOf(late), 24)
    const naive = stayAt(survivalOf(late.map(({ until, left }) => ({ until, left }))), 24)
    expect(honest?.value).toBeCloseTo(Math.exp(-0.05 * 24), 1)
    expect(naive?.value).toBeGreaterThan(0.5)
  })

  test('nobody, and nonsense, give an empty curve', () => {
    for (const own of [
      [],
      [{ until: 0, left: true }],
      [{ until: Number.NaN, left: false }],
      [{ until: 3, left: true, from: 3 }],
    ]) {
      const curve = survivalOf(own)
      expect([curve.customers, curve.steps.length, stayAt(curve, 1), meanStay(curve, 1)]).toEqual([0, 0, null, null])
    }
  })
})

describe('the log-rank test', () => {
  test('expects in all groups together as many to leave as left, whatever the order of groups', () => {
    fc.assert(
      fc.property(stays, stays, stays, (a, b, c) => {
        const test = logRank({ a, b, c })
        const other = logRank({ c, a, b })
        const sum = (of: 'left' | 'expected'): number => test.groups.reduce((total, group) => total + group[of], 0)
        expect(sum('expected')).toBeCloseTo(sum('left'), 8)
        expect(other.chiSquare).toBeCloseTo(test.chiSquare, 4)
        return test.p >= 0 && test.p <= 1
      }),
    )
  })

  test('cries wolf about five times in a hundred where groups are alike', () => {
    let cries = 0
    for (let round = 0; round < 400; round++) {
      const own = aBranch(120, () => 0.04, round)
      if (logRank({ one: own.slice(0, 50), two: own.slice(50) }).p < 0.05) cries++
    }
    expect(cries / 400).toBeGreaterThan(0.02)
    expect(cries / 400).toBeLessThan(0.09)
  })

  test('one group alone is like itself', () => {
    expect(logRank({ one: [{ until: 3, left: true }], none: [] })).toMatchObject({ chiSquare: 0, p: 1 })
  })
})

describe('concordance', () => {
  test('is the share of comparable pairs in the right order', () => {
    const risky = fc.array(fc.tuple(stay, fc.integer({ min: 0, max: 4 })), { minLength: 2, maxLength: 40 })
    fc.assert(
      fc.property(risky, (rows) => {
        const wins = rows.flatMap(([one, risk]) =>
          rows.flatMap(([other, its]) =>
            one.left && (one.until < other.until || (one.until === other.until && !other.left))
              ? [risk > its ? 1 : risk === its ? 0.5 : 0]
              : [],
          ),
        )
        const found = concordanceOf(
          rows.map(([own]) => own),
          rows.map(([, risk]) => risk),
        )
        if (wins.length === 0) return found === null
        return Math.abs((found?.value ?? -1) - wins.reduce((a, b) => a + b, 0) / wins.length) < 1e-9
      }),
    )
  })

  test('keeps half months apart', () => {
    const half = [
      { until: 1, left: false },
      { until: 1.5, left: true },
      { until: 2, left: false },
    ]
    expect(concordanceOf(half, [9, 2, 1])?.value).toBe(1)
  })
})

describe('Cox', () => {
  const group = Array.from({ length: 3000 }, (_, i) => i % 2)
  const own = aBranch(3000, (i) => 0.03 * (i % 2 === 1 ? 2 : 1), 8)

  test('finds twice the rate of leaving, and the curve of both', () => {
    const model = fitCox(own, { group })
    if (!model.ok) throw new Error(model.error.code)
    const { coefficient, error } = model.value.terms[0] ?? { coefficient: 0, error: 1 }
    expect(Math.abs(coefficient - Math.LN2)).toBeLessThan(2.5 * error)
    expect(coxStayAt(model.value, { group: 1 }, 20)).toBeCloseTo(Math.exp(-0.06 * 20), 1)
    expect(coxStayAt(model.value, { group: 0 }, 20)).toBeCloseTo(Math.exp(-0.03 * 20), 1)
  })

  test('does not change when a column is measured from elsewhere or in other units', () => {
    const [one, other] = [fitCox(own, { group }), fitCox(own, { group: group.map((value) => 1000 + value * 100) })]
    if (!one.ok || !other.ok) throw new Error('refused')
    expect((other.value.terms[0]?.coefficient ?? 0) * 100).toBeCloseTo(one.value.terms[0]?.coefficient ?? 0, 6)
    expect(other.value.logLikelihood.with).toBeCloseTo(one.value.logLikelihood.with, 6)
  })

  test('refuses what it cannot fit, each with its own code', () => {
    const code = (of: ReturnType<typeof fitCox>): string => (of.ok ? 'fitted' : of.error.code)
    expect(code(fitCox(own, { group, again: group }))).toBe('survival.columns_depend')
    expect(code(fitCox(own, { same: group.map(() => 7) }))).toBe('survival.columns_depend')
    expect(code(fitCox(own, { group: [1, 2] }))).toBe('survival.rows_differ')
    expect(code(fitCox(own, { group: group.map((value, i) => (i === 4 ? Number.NaN : value)) }))).toBe(
      'survival.not_number',
    )
    expect(code(fitCox(own.slice(0, 3), { group: [0, 1, 0] }))).toBe('survival.too_few_leavers')
  })
})

describe('where no model can be trained', () => {
  const branch = {
    大客户: aBranch(300, () => 0.01, 1),
    中小: aBranch(300, () => 0.06, 2),
    新分群: aBranch(12, () => 0.06, 3),
  }
  const model = fitSegments(branch)

  test('a segment answers with its own history and interval', () => {
    const risk = segmentRisk(model, '中小', 6, 3)
    expect(risk?.basis).toBe('segment')
    expect(risk?.leave.low).toBeLessThan(1 - Math.exp(-0.18))
    expect(risk?.leave.high).toBeGreaterThan(1 - Math.exp(-0.18))
    expect(risk?.leave.value).toBeGreaterThan(segmentRisk(model, '大客户', 6, 3)?.leave.value ?? 1)
  })

  test('one with too few, or never seen, is answered by all, and says so', () => {
    expect(segmentRisk(model, '新分群', 6, 3)).toMatchObject({ basis: 'all', said: { code: 'segment.all' } })
    expect(segmentRisk(model, '没有见过', 6, 3)?.basis).toBe('all')
    expect(segmentRisk(model, '中小', 60, 12)).toBeNull()
  })

  test('nobody left is no promise that nobody will', () => {
    const curve = survivalOf(Array.from({ length: 20 }, () => ({ until: 12, left: false })))
    const leave = leaveWithin(curve, 3, 6)
    expect(leave?.value).toBe(0)
    expect(leave?.high).toBeGreaterThan(0.1)
  })

  test('years one after another make the whole', () => {
    fc.assert(
      fc.property(stays, fc.integer({ min: 1, max: 10 }), fc.integer({ min: 1, max: 10 }), (own, first, second) => {
        const curve = survivalOf(own)
        const [whole, one, two] = [
          leaveWithin(curve, 0, first + second),
          leaveWithin(curve, 0, first),
          leaveWithin(curve, first, second),
        ]
        if (!whole || !one || !two) return true
        return Math.abs(1 - whole.value - (1 - one.value) * (1 - two.value)) < 1e-12
      }),
    )
  })
})

describe('customers whom our records met late', () => {
  const late = Array.from({ length: 60 }, (_, i) => ({ from: 20, until: i < 6 ? 30 : 50, left: i < 6 }))

  test('say nothing of the ages before', () => {
    const model = fitSegments({ person: late })
    expect(segmentRisk(model, 'person', 6, 12)).toBeNull()
    expect(segmentRisk(model, 'person', 19, 12)).toBeNull()
    expect(segmentRisk(model, 'person', 24, 12)).toMatchObject({
      basis: 'segment',
      leave: { value: expect.closeTo(0.1, 9) },
    })
  })

  test('alike are counted once for all of them', () => {
    const counted = [
      { from: 20, until: 30, left: true, customers: 6 },
      { from: 20, until: 50, left: false, customers: 54 },
    ]
    expect(survivalOf(counted)).toEqual(survivalOf(late))
  })
})
