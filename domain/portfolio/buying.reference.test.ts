import { describe, expect, test } from 'vitest'
import { hasReference, referenceLines, referenceRows } from '#test/reference-data.ts'
import { bgNbdActive, bgNbdExpected, fitBgNbd } from './bg-nbd.ts'
import { concentrationOf, topShare } from './concentration.ts'
import { fitGammaGamma } from './gamma-gamma.ts'
import { fitParetoNbd, paretoNbdActive, paretoNbdExpected } from './pareto-nbd.ts'
import { purchasesOf } from './purchases.ts'
import { fitSbg, sbgExpectedPeriods, sbgStayAt } from './sbg.ts'

const there = hasReference('cdnow/CDNOW_sample.txt') && hasReference('sbg-customer-retention/customer_retention.csv')
const notHere = there ? '' : ': not here, see WEIXI_REFERENCE_DATA'

describe.skipIf(!there)(`sBG, seven years of two segments (Fader & Hardie 2007)${notHere}`, () => {
  const years = there ? referenceRows('sbg-customer-retention/customer_retention.csv') : []
  const cohort = (segment: string): number[] => years.map((row) => Number(row[segment]) * 10)

  test('gives the published parameters and tells years 8 to 12 within 3 %', () => {
    for (const [segment, alpha, beta, logLikelihood, missed, periods] of [
      ['"high_end"', 0.668088, 3.806096, -1611.158147, 0.02832, 5.92225],
      ['"regular"', 0.704077, 1.182043, -1680.265188, 0.01486, 3.69491],
    ] as const) {
      const seen = cohort(segment)
      const model = fitSbg(seen.slice(0, 8))
      if (!model) throw new Error('not fitted')
      expect(model.alpha).toBeCloseTo(alpha, 5)
      expect(model.beta).toBeCloseTo(beta, 5)
      expect(model.logLikelihood).toBeCloseTo(logLikelihood, 5)
      const errors = [8, 9, 10, 11, 12].map((year) => Math.abs((sbgStayAt(model, year) * 1000) / (seen[year] ?? 1) - 1))
      expect(errors.reduce((a, b) => a + b, 0) / 5).toBeCloseTo(missed, 4)
      expect(sbgExpectedPeriods(model, 0, 0.1)).toBeCloseTo(periods, 4)
    }
  })
})

describe.skipIf(!there)(`buying at CDNOW, 39 weeks of 2,357 customers${notHere}`, () => {
  const bought = there ? referenceRows('cdnow/cdnow_customers_summary_with_transactions.csv') : []
  const customers = bought.map(({ x, t_x: last, T: watched }) => ({
    repeats: Number(x),
    last: Number(last),
    watched: Number(watched),
  }))

  test('BG/NBD gives the published parameters, and 1.226 purchases of the customer in the paper', () => {
    const model = fitBgNbd(customers)
    if (!model) throw new Error('not fitted')
    expect(model.r).toBeCloseTo(0.242593, 5)
    expect(model.alpha).toBeCloseTo(4.413532, 4)
    expect(model.a).toBeCloseTo(0.792886, 3)
    expect(model.b).toBeCloseTo(2.425753, 3)
    expect(model.logLikelihood).toBeCloseTo(-9582.425561, 5)
    const customer = { repeats: 2, last: 30.43, watched: 38.86 }
    expect(bgNbdExpected(model, customer, 39)).toBeCloseTo(1.225911, 5)
    expect(bgNbdActive(model, customer)).toBeCloseTo(0.726609, 5)
  })

  test('Pareto/NBD gives the published parameters, and 25.46 purchases of the customer in the BTYD vignette', () => {
    const model = fitParetoNbd(customers)
    if (!model) throw new Error('not fitted')
    expect(model.r).toBeCloseTo(0.553276, 5)
    expect(model.alpha).toBeCloseTo(10.57761, 4)
    expect(model.s).toBeCloseTo(0.606214, 4)
    expect(model.beta).toBeCloseTo(11.6679, 3)
    expect(model.logLikelihood).toBeCloseTo(-9594.97393, 5)
    const customer = { repeats: 26, last: 30.86, watched: 31 }
    expect(paretoNbdExpected(model, customer, 52)).toBeCloseTo(25.46, 2)
    expect(paretoNbdActive(model, customer)).toBeCloseTo(0.998, 3)
  })

  test('Gamma-Gamma gives the published parameters from the 946 who came back', () => {
    const model = fitGammaGamma(bought.map(({ x, zbar }) => ({ repeats: Number(x), average: Number(zbar) })))
    if (!model) throw new Error('not fitted')
    expect(model.customers).toBe(946)
    expect(model.p).toBeCloseTo(6.2488, 4)
    expect(model.q).toBeCloseTo(3.74459, 4)
    expect(model.gamma).toBeCloseTo(15.44776, 3)
    expect(model.logLikelihood).toBeCloseTo(-4055.923244, 5)
  })

  test('twelve months say that a fifth of customers bring two thirds, not four fifths', () => {
    const paid = new Map<string, number>()
    for (const line of referenceLines('cdnow/CDNOW_master.txt').slice(1)) {
      const [id = '', , , dollars] = line.trim().split(/\s+/)
      paid.set(id, (paid.get(id) ?? 0) + Math.round(Number(dollars) * 100))
    }
    expect(paid.size).toBe(23_570)
    expect(topShare(paid.values(), 0.2)?.revenue).toBeCloseTo(0.677774, 5)
    expect(concentrationOf(paid.values()).gini).toBeCloseTo(0.634571, 5)
  })

  test('raw purchase days, put together, are the published summary', () => {
    const days = new Map<string, number[]>()
    for (const line of referenceLines('cdnow/CDNOW_sample.txt')) {
      const [, id = '', day = ''] = line.trim().split(/\s+/)
      days.set(id, [
        ...(days.get(id) ?? []),
        Date.parse(`${day.slice(0, 4)}-${day.slice(4, 6)}-${day.slice(6)}`) / 604_800_000,
      ])
    }
    const today = Date.parse('1997-09-30') / 604_800_000
    const first = purchasesOf(days.get('0001') ?? [], today)
    expect(first?.repeats).toBe(2)
    expect(first?.last).toBeCloseTo(30.43, 2)
    expect(first?.watched).toBeCloseTo(38.86, 2)
    const repeats = [...days.values()].map((own) => purchasesOf(own, today)?.repeats ?? 0)
    expect(repeats.filter((count) => count > 0).length).toBe(946)
  })
})
