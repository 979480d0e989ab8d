import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { baselineOf, driftBetween, driftCounter, driftOf } from './drift.ts'
import { groupsOf, placer } from './drift-groups.ts'
import { type FeatureSpec, learnSpec } from './spec.ts'
import { type RawRow, readColumn } from './table.ts'

/** Customers of whom some pay more and some complain. */
const customers = (count: number, seed: number, dearer = 0): RawRow[] => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => ({
    fee: random() < 0.05 ? '' : String(Math.round(40 + dearer + 100 * random())),
    plan: ['monthly', 'yearly', ''][Math.floor(random() * 3)] ?? '',
  }))
}

const learnt = (rows: readonly RawRow[]): FeatureSpec =>
  learnSpec(
    [readColumn('fee', 'number', rows, '2026-01-01'), readColumn('plan', 'category', rows, '2026-01-01')],
    Uint32Array.from(rows.keys()),
    { maxBins: 128, minRows: 10 },
  )

const riskOf = ({ fee }: RawRow): number => Math.min(1, Number(fee) / 300)

const reportOf = (before: readonly RawRow[], now: readonly RawRow[]) => {
  const spec = learnt(before)
  const baseline = baselineOf(spec, before, '', before.map(riskOf))
  const counter = driftCounter(spec, baseline.cuts)
  for (const row of now) counter.add(row, '', riskOf(row))
  return driftOf(spec, baseline, counter.counted())
}

describe('the population stability index', () => {
  test('is the sum of (now − then) · ln(now ÷ then)', () => {
    const { index } = driftBetween([100_000, 300_000, 600_000], [200_000, 300_000, 500_000])
    expect(index).toBeCloseTo(0.1 * Math.log(2) - 0.1 * Math.log(5 / 6), 4)
  })

  test('is never below 0, and 0 of the same', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 900 }), { minLength: 4, maxLength: 4 })
    fc.assert(fc.property(counts, counts, (before, now) => driftBetween(before, now).index >= 0))
    expect(driftBetween([3, 80, 17], [3, 80, 17]).index).toBe(0)
  })

  test('of customers drawn alike stays below what chance gives, 19 times in 20', () => {
    const rows = customers(400, 1)
    const spec = learnt(rows)
    const baseline = baselineOf(spec, rows, '', rows.map(riskOf))
    let above = 0
    for (let seed = 100; seed < 500; seed++) {
      const counter = driftCounter(spec, baseline.cuts)
      for (const row of customers(300, seed)) counter.add(row, '', riskOf(row))
      const { index, chance } = driftBetween(baseline.columns[1] ?? [], counter.counted().columns[1] ?? [])
      if (index > chance) above++
    }
    expect(above).toBeLessThan(40)
  })

  test('of few customers says nothing, however large it is', () => {
    expect(driftBetween([50, 50, 50], [3, 1, 0])).toMatchObject({ standing: 'steady' })
    expect(driftBetween([5000, 5000, 5000], [300, 100, 20])).toMatchObject({ standing: 'far' })
  })
})

describe('what is said about customers scored later', () => {
  test('nothing moved', () => {
    expect(reportOf(customers(900, 1), customers(700, 2))).toMatchObject({
      customers: 700,
      risk: { standing: 'steady' },
      said: { code: 'drift.steady' },
    })
  })

  test('one column moved: which, and where its customers went', () => {
    const report = reportOf(customers(900, 1), customers(700, 2, 45))
    expect(report?.columns.map(({ column, standing }) => [column, standing])).toEqual([
      ['fee', 'far'],
      ['plan', 'steady'],
    ])
    const most = report?.columns[0]?.most
    expect(most?.group).toMatchObject({ kind: 'between', to: null })
    expect((most?.now ?? 0) - (most?.before ?? 0)).toBeGreaterThan(0.3)
    expect(report?.said).toMatchObject({ code: 'drift.retrain', params: { columns: 2, moved: 1, far: 1 } })
  })

  test('with few customers that it cannot be told', () => {
    expect(reportOf(customers(900, 1), customers(60, 2, 45))?.said).toEqual({
      code: 'drift.few',
      params: { customers: 60, least: 100 },
    })
  })

  test('nothing of a model from before this was kept', () => {
    expect(driftOf(learnt(customers(300, 1)), undefined, { customers: 0, columns: [], risks: [] })).toBeNull()
  })
})

test('every cell has a group of its column: unknown, between two borders, a value, or any other', () => {
  const [fee, plan] = learnt(customers(900, 1)).features
  if (!fee || !plan) throw new Error('two columns')
  const groups = groupsOf(fee)
  expect(groups[placer(fee)('', '')]).toEqual({ kind: 'unknown' })
  expect(groups[placer(fee)('9999', '')]).toMatchObject({ kind: 'between', to: null })
  expect(groups[placer(fee)('1', '')]).toMatchObject({ kind: 'between', from: null })
  expect(groupsOf(plan)[placer(plan)('yearly', '')]).toEqual({ kind: 'value', value: 'yearly' })
  expect(groupsOf(plan)[placer(plan)('unheard of', '')]).toEqual({ kind: 'other' })
})
