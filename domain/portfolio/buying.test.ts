import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Random, seededRandom } from '#domain/kernel/random.ts'
import { bgNbdActive, bgNbdExpected, fitBgNbd } from './bg-nbd.ts'
import { expectedSpend, fitGammaGamma } from './gamma-gamma.ts'
import { lifetimeValue } from './lifetime-value.ts'
import { fitParetoNbd, paretoNbdActive, paretoNbdExpected } from './pareto-nbd.ts'
import { type Purchases, purchasesOf } from './purchases.ts'
import { fitSbg, sbgExpectedPeriods, sbgRetention, sbgStayAt } from './sbg.ts'

const exponential = (random: Random, rate: number): number => -Math.log(1 - random()) / rate
/** A Gamma(2, scale⁻¹) amount: the sum of two exponential ones. */
const gamma2 = (random: Random, rate: number): number => exponential(random, rate) + exponential(random, rate)

type Outlet = { seen: Purchases; later: number }

/** Outlets that order at rates of their own, one in five weeks on average; `life` says after how many orders, or weeks, one stops. */
const outlets = (
  count: number,
  weeks: number,
  seed: number,
  life: (random: Random) => [orders: number, weeks: number],
) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, (): Outlet => {
    const rate = gamma2(random, 10)
    const [orders, until] = life(random)
    const times = [0]
    for (let time = exponential(random, rate); time < Math.min(weeks * 2, until); time += exponential(random, rate)) {
      if (times.length > orders) break
      times.push(time)
    }
    const seen = purchasesOf(times, weeks) ?? { repeats: 0, last: 0, watched: weeks }
    return { seen, later: times.filter((time) => time > weeks).length }
  })
}

/** Stops after an order with a chance of its own, Beta(1, 4) by inversion: one in five on average. */
const afterAnOrder = (random: Random): [number, number] => {
  const stops = 1 - (1 - random()) ** (1 / 4)
  return [1 + Math.floor(exponential(random, -Math.log1p(-stops))), Number.POSITIVE_INFINITY]
}

/** Stops at any moment, at a rate of its own, Gamma(2, 80): once in forty weeks on average. */
const anyTime = (random: Random): [number, number] => [
  Number.POSITIVE_INFINITY,
  exponential(random, gamma2(random, 80)),
]

const params = fc.record({
  r: fc.double({ min: 0.1, max: 4, noNaN: true }),
  alpha: fc.double({ min: 0.5, max: 40, noNaN: true }),
  a: fc.double({ min: 0.2, max: 4, noNaN: true }),
  b: fc.double({ min: 0.2, max: 6, noNaN: true }),
  s: fc.double({ min: 0.1, max: 4, noNaN: true }),
  beta: fc.double({ min: 0.5, max: 40, noNaN: true }),
})

const customer = fc
  .tuple(
    fc.integer({ min: 0, max: 25 }),
    fc.double({ min: 0.02, max: 1, noNaN: true }),
    fc.integer({ min: 1, max: 80 }),
  )
  .map(([repeats, share, watched]): Purchases => ({ repeats, last: repeats > 0 ? share * watched : 0, watched }))

describe('both buying models', () => {
  test('give a chance, and never expect less of a longer time', () => {
    fc.assert(
      fc.property(params, customer, fc.integer({ min: 1, max: 60 }), (model, own, time) => {
        for (const [active, near, far] of [
          [bgNbdActive(model, own), bgNbdExpected(model, own, time), bgNbdExpected(model, own, time * 2)],
          [paretoNbdActive(model, own), paretoNbdExpected(model, own, time), paretoNbdExpected(model, own, time * 2)],
        ] as const) {
          expect(active).toBeGreaterThanOrEqual(0)
          expect(active).toBeLessThanOrEqual(1)
          expect(near).toBeGreaterThanOrEqual(-1e-9)
          expect(far).toBeGreaterThanOrEqual(near - 1e-9 * (1 + near))
        }
      }),
    )
  })

  test('believe less in a customer the longer the silence', () => {
    fc.assert(
      fc.property(params, customer, fc.integer({ min: 1, max: 40 }), (model, own, silence) => {
        const later = { ...own, watched: own.watched + silence }
        return (
          bgNbdActive(model, later) <= bgNbdActive(model, own) + 1e-9 &&
          paretoNbdActive(model, later) <= paretoNbdActive(model, own) + 1e-9
        )
      }),
    )
  })

  test('tell next year’s orders of outlets that were not told to them', () => {
    const told = (branch: Outlet[], expected: (seen: Purchases) => number): number =>
      branch.reduce((sum, { seen }) => sum + expected(seen), 0) / branch.reduce((sum, { later }) => sum + later, 0)
    const orderly = outlets(1500, 52, 6, afterAnOrder)
    const bg = fitBgNbd(orderly.map(({ seen }) => seen))
    const sudden = outlets(1500, 52, 6, anyTime)
    const pareto = fitParetoNbd(sudden.map(({ seen }) => seen))
    if (!bg || !pareto) throw new Error('not fitted')
    expect(bg.r / bg.alpha).toBeCloseTo(0.2, 1)
    expect(bg.a / (bg.a + bg.b)).toBeCloseTo(0.2, 1)
    expect(Math.abs(told(orderly, (seen) => bgNbdExpected(bg, seen, 52)) - 1)).toBeLessThan(0.1)
    expect(pareto.r / pareto.alpha).toBeCloseTo(0.2, 1)
    expect(pareto.s / pareto.beta).toBeCloseTo(0.025, 2)
    expect(Math.abs(told(sudden, (seen) => paretoNbdExpected(pareto, seen, 52)) - 1)).toBeLessThan(0.1)
  })

  test('fit the same whether time is told in weeks or days, and in whatever order customers come', () => {
    const seen = outlets(300, 52, 2, afterAnOrder).map((outlet) => outlet.seen)
    const inDays = seen
      .map(({ repeats, last, watched }) => ({ repeats, last: last * 7, watched: watched * 7 }))
      .reverse()
    const [weeks, days] = [fitBgNbd(seen), fitBgNbd(inDays)]
    expect((days?.alpha ?? 0) / 7).toBeCloseTo(weeks?.alpha ?? 0, 2)
    expect(days?.r).toBeCloseTo(weeks?.r ?? 0, 3)
  })

  test('are not learnt from nobody who came back, or from impossible times', () => {
    const once = Array.from({ length: 500 }, () => ({ repeats: 0, last: 0, watched: 20 }))
    const impossible = outlets(200, 52, 3, afterAnOrder).map(({ seen }) => ({ ...seen, last: seen.watched + 1 }))
    for (const customers of [[], once, impossible])
      expect([fitBgNbd(customers), fitParetoNbd(customers)]).toEqual([null, null])
  })
})

test('purchases are counted from the first one, each moment once, and not beyond today', () => {
  expect(purchasesOf([9, 3, 3, 12, 40], 20)).toEqual({ repeats: 2, last: 9, watched: 17 })
  expect(purchasesOf([40], 20)).toBeNull()
})

describe('what one purchase is worth', () => {
  const random = seededRandom(9)
  // ν is Gamma(4, 1/100): the sum of four; a purchase is Gamma(2, ν); over all customers the mean is 2 · 100 ÷ 3
  const spending = Array.from({ length: 4000 }, () => {
    const rate = gamma2(random, 100) + gamma2(random, 100)
    const repeats = 1 + Math.floor(random() * 6)
    const sum = Array.from({ length: repeats }, () => gamma2(random, rate)).reduce((a, b) => a + b, 0)
    return { repeats, average: sum / repeats }
  })

  test('is found from customers who spend about means of their own', () => {
    const model = fitGammaGamma(spending)
    if (!model) throw new Error('not fitted')
    expect(Math.abs((model.p * model.gamma) / (model.q - 1) / (200 / 3) - 1)).toBeLessThan(0.06)
    expect(Math.abs(model.p / 2 - 1)).toBeLessThan(0.15)
  })

  test('lies between the customer’s own average and that of all, nearer to the own the more was seen', () => {
    const model = fitGammaGamma(spending)
    if (!model) throw new Error('not fitted')
    const [none, once, often] = [0, 1, 50].map((repeats) => expectedSpend(model, { repeats, average: 300 }) ?? 0)
    expect(none).toBeLessThan(once ?? 0)
    expect(once).toBeLessThan(often ?? 0)
    expect(often).toBeLessThan(300)
  })

  test('is not learnt from nobody, nor from all spending the same', () => {
    expect(fitGammaGamma([])).toBeNull()
    expect(fitGammaGamma(Array.from({ length: 90 }, () => ({ repeats: 2, average: 50 })))).toBeNull()
  })
})

describe('renewals', () => {
  const model = { alpha: 0.7, beta: 1.2 }

  test('staying is renewing again and again', () => {
    const spread = fc.double({ min: 0.1, max: 10, noNaN: true })
    fc.assert(
      fc.property(spread, spread, fc.integer({ min: 1, max: 30 }), (alpha, beta, renewals) => {
        const own = { alpha, beta, logLikelihood: 0 }
        const whole = Array.from({ length: renewals }, (_, t) => sbgRetention(own, t)).reduce((a, b) => a * b, 1)
        expect(sbgRetention(own, renewals)).toBeGreaterThan(sbgRetention(own, renewals - 1))
        expect(sbgStayAt(own, renewals)).toBeCloseTo(whole, 9)
      }),
    )
  })

  test('a cohort made by the model gives the model back', () => {
    const own = { ...model, logLikelihood: 0 }
    const cohort = Array.from({ length: 9 }, (_, t) => 1e6 * sbgStayAt(own, t))
    const fitted = fitSbg(cohort)
    expect(fitted?.alpha).toBeCloseTo(0.7, 4)
    expect(fitted?.beta).toBeCloseTo(1.2, 4)
  })

  test('whoever renewed before is worth more periods, and a discount is needed', () => {
    const own = { ...model, logLikelihood: 0 }
    expect(sbgExpectedPeriods(own, 5, 0.1)).toBeGreaterThan(sbgExpectedPeriods(own, 0, 0.1))
    expect(() => sbgExpectedPeriods(own, 0, 0)).toThrow(RangeError)
  })

  test('one period, nobody lost, or customers who come back are no cohort', () => {
    for (const there of [[], [10, 9], [10, 10, 10], [10, 8, 9], [10, Number.NaN, 3]]) expect(fitSbg(there)).toBeNull()
  })
})

describe('lifetime value', () => {
  const plain = { months: 24, margin: 0.5, yearlyDiscount: 0 }

  test('of one who surely stays is the months times the margin, and the months add up', () => {
    const { value, months } = lifetimeValue(10_000, (month) => month, plain)
    expect(value).toBe(24 * 5000)
    expect(Math.round(months.reduce((sum, { worth }) => sum + worth, 0))).toBe(value)
  })

  test('a year later is worth the yearly discount less', () => {
    const late = lifetimeValue(100_00, (month) => (month >= 12 ? 1 : 0), { months: 12, margin: 1, yearlyDiscount: 0.1 })
    expect(late.value).toBe(Math.round(10_000 / 1.1))
  })
})
