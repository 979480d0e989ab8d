import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { logitOf } from './additive.ts'
import { aucOf } from './metrics.ts'
import { type ChurnModel, trainChurnModel, trainCrossFitted, type TrainOptions } from './model.ts'
import { readLabels } from './prepare.ts'
import { moneyAtRisk, scoreCustomer, scorerOf } from './score.ts'
import { binRow } from './spec.ts'
import type { RawRow } from './table.ts'

/** A branch where people on monthly plans with many dropped calls leave, the more so together; blanks are ordinary. */
const aBranch = (rows: number, seed = 3): { rows: RawRow[]; labels: number[] } => {
  const random = seededRandom(seed)
  const made = Array.from({ length: rows }, () => {
    const dropped = Math.floor(random() * 20)
    const plan = ['monthly', 'yearly', 'two years'][Math.floor(random() * 3)] ?? 'monthly'
    const fee = random() < 0.05 ? ' ' : (20 + random() * 180).toFixed(2)
    const both = plan === 'monthly' && dropped > 10 ? 2 : 0
    const logit = -2.5 + 0.1 * dropped + (plan === 'monthly' ? 1 : 0) + both
    return {
      row: { dropped: String(dropped), plan, fee, country: 'CN' },
      left: random() < 1 / (1 + Math.exp(-logit)) ? 1 : 0,
    }
  })
  return { rows: made.map(({ row }) => row), labels: made.map(({ left }) => left) }
}

const QUICK: TrainOptions = { additive: { bags: 2, sweeps: 150, pairs: 3 } }

const trained = (rows: readonly RawRow[], labels: readonly number[], options: TrainOptions = {}): ChurnModel => {
  const model = trainChurnModel(rows, labels, { ...QUICK, ...options })
  if (!model.ok) throw new Error(model.error.code)
  return model.value
}

const branch = aBranch(900)
let model: ChurnModel
beforeAll(() => {
  model = trained(branch.rows, branch.labels)
})

const anyRow = fc.record({
  dropped: fc.oneof(fc.integer({ min: -5, max: 40 }), fc.constant(''), fc.constant('?')),
  plan: fc.constantFrom('monthly', 'yearly', 'two years', 'unheard of', '', null),
  fee: fc.oneof(fc.double({ min: 0, max: 400, noNaN: true }), fc.constant(' ')),
})

const scored = (own: ChurnModel, row: RawRow) => {
  const score = scoreCustomer(own, row)
  if (!score.ok) throw new Error(score.error.code)
  return score.value
}

test('the copies of a model score the rows they did not see as well as the model was tested', () => {
  const { rows, labels } = aBranch(400)
  const fitted = trainCrossFitted(rows, labels, QUICK)
  if (!fitted.ok) throw new Error(fitted.error.code)
  const { model: own, crossFits, foldOf } = fitted.value
  const unseen = rows.map((row, i) => {
    const copy = crossFits[foldOf[i] ?? -1]
    if (!copy) throw new Error('no copy')
    return scored({ ...own, ...copy }, row).logit
  })
  expect(aucOf(labels, unseen)).toBeCloseTo(own.quality.auc.value, 4)
  expect(
    aucOf(
      labels,
      rows.map((row) => scored(own, row).logit),
    ),
  ).toBeGreaterThan(own.quality.auc.value + 0.01)
})

describe('a trained model', () => {
  test('ranks well out of fold and says how sure it is of that', () => {
    const { auc, topDecileLift, brier } = model.quality
    expect(auc.value).toBeGreaterThan(0.75)
    expect(auc.low).toBeLessThan(auc.value)
    expect(topDecileLift).toBeGreaterThan(1.5)
    expect(brier).toBeLessThan(0.25)
    expect(model.quality.calibration.reduce((sum, bin) => sum + bin.rows, 0)).toBe(900)
  })

  test('finds the two columns that act together', () => {
    const [first] = model.additive.pairs
    const names = [first?.a, first?.b].map((f) => model.spec.features[f ?? 0]?.name)
    expect(new Set(names)).toEqual(new Set(['dropped', 'plan']))
  })

  test('contributions add up to the logit, which is that of shapes and pairs', () => {
    fc.assert(
      fc.property(anyRow, (row) => {
        const { logit, intercept, contributions } = scored(model, row)
        const sum = contributions.reduce((total, { value }) => total + value, intercept)
        return sum === logit && Math.abs(logit - logitOf(model.additive, binRow(model.spec, row, ''))) < 1e-12
      }),
    )
  })

  test('contributions are against the average customer', () => {
    const sums = new Map<string, number>()
    for (const row of branch.rows)
      for (const { column, value } of scored(model, row).contributions)
        sums.set(column, (sums.get(column) ?? 0) + value)
    for (const sum of sums.values()) expect(Math.abs(sum / branch.rows.length)).toBeLessThan(1e-6)
  })

  test('probability never falls as the logit rises', () => {
    const scores = branch.rows.map((row) => scored(model, row)).toSorted((a, b) => a.logit - b.logit)
    scores.forEach(({ probability }, i) => expect(probability).toBeGreaterThanOrEqual(scores[i - 1]?.probability ?? 0))
  })

  test('stored as JSON it scores the same', () => {
    const stored: ChurnModel = JSON.parse(JSON.stringify(model))
    expect(stored).toEqual(model)
    fc.assert(
      fc.property(anyRow, (row) => {
        expect(scored(stored, row)).toEqual(scored(model, row))
      }),
    )
  })

  test('what was never seen adds nothing', () => {
    const { contributions } = scored(model, { dropped: '3', fee: '50', plan: 'unheard of' })
    expect(contributions.find(({ column }) => column === 'plan')?.value).toBe(0)
  })

  test('the order of rows changes nothing', () => {
    const order = [...branch.rows.keys()].reverse()
    const turned = trained(
      order.map((i) => branch.rows[i] ?? {}),
      order.map((i) => branch.labels[i] ?? 0),
    )
    expect(turned).toEqual(model)
  })

  test('a constant column is left out and named', () => {
    expect(model.notices).toEqual([{ code: 'column.constant', params: { column: 'country' } }])
    expect(model.spec.features.map(({ name }) => name)).toEqual(['dropped', 'plan', 'fee'])
  })

  test('a model of a later version is not guessed at', () => {
    const later: ChurnModel = JSON.parse(JSON.stringify({ ...model, version: 2 }))
    expect(scorerOf(later)).toEqual({ ok: false, error: { code: 'score.model_unknown', params: { version: 2 } } })
  })

  test('money at risk is probability times the yearly value', () => {
    expect(moneyAtRisk(0.25, 120_001)).toBe(30_000)
    expect(moneyAtRisk(0.25, -500)).toBe(0)
  })
})

describe('training refuses', () => {
  const refusal = (rows: readonly RawRow[], labels: readonly number[], options: TrainOptions = {}) => {
    const answer = trainChurnModel(rows, labels, { ...QUICK, ...options })
    return answer.ok ? undefined : answer.error
  }

  test('what cannot carry a model, saying why', () => {
    const { rows, labels } = branch
    expect(refusal(rows.slice(0, 150), labels.slice(0, 150))?.code).toBe('train.too_few_rows')
    expect(refusal(rows, labels.slice(1))?.code).toBe('train.rows_labels_differ')
    expect(refusal(rows, labels.with(6, 2))).toEqual({
      code: 'train.label_unreadable',
      params: { row: 7, value: '2' },
    })
    expect(
      refusal(
        rows,
        rows.map(() => 0),
      )?.code,
    ).toBe('train.one_class')
    expect(
      refusal(
        rows,
        rows.map((_, i) => (i < 29 ? 1 : 0)),
      )?.code,
    ).toBe('train.too_few_leavers')
    expect(
      refusal(
        rows,
        rows.map((_, i) => (i < 29 ? 0 : 1)),
      )?.code,
    ).toBe('train.too_few_stayers')
    expect(refusal(rows, labels, { exclude: ['dropped', 'plan', 'fee'] })?.code).toBe('train.no_columns')
    expect(refusal(rows, labels, { foldOf: [0, 1] })?.code).toBe('train.folds_unusable')
    expect(refusal(rows, labels, { foldOf: labels })?.code).toBe('train.fold_one_class')
  })

  test('days after the day of the data, unless the column may lie ahead', () => {
    const rows = branch.rows.map((row, i) => ({ ...row, seen: i === 4 ? '2026-12-01' : '2026-10-01' }))
    expect(refusal(rows, branch.labels)).toEqual({ code: 'train.as_of_missing', params: { column: 'seen' } })
    expect(refusal(rows, branch.labels, { asOf: '2026-11-01' })).toEqual({
      code: 'train.future_day',
      params: { row: 5, column: 'seen', day: '2026-12-01', asOf: '2026-11-01' },
    })
    const dated = trained(rows, branch.labels, { asOf: '2026-11-01', futureColumns: ['seen'] })
    expect(scorerOf(dated)).toMatchObject({ ok: false, error: { code: 'score.as_of_missing' } })
    expect(scorerOf(dated, '2026-11-01').ok).toBe(true)
  })

  test('labels that say nothing, with their row', () => {
    expect(readLabels(['Yes', 'no', '离网', 1, 0, true])).toEqual({ ok: true, value: Uint8Array.of(1, 0, 1, 1, 0, 1) })
    expect(readLabels(['是', 'perhaps'])).toEqual({
      ok: false,
      error: { code: 'train.label_unreadable', params: { row: 2, value: 'perhaps' } },
    })
  })
})

test('given folds are kept to', () => {
  const own = trained(branch.rows, branch.labels, { foldOf: branch.rows.map((_, i) => i % 3) })
  expect(own.quality.folds).toBe(3)
  expect(own.quality.auc.value).toBeGreaterThan(0.75)
})

test('training tells how far it is', () => {
  const told: string[] = []
  trained(branch.rows, branch.labels, { folds: 3, onFit: (done, of) => told.push(`${done}/${of}`) })
  expect(told).toEqual(['1/4', '2/4', '3/4', '4/4'])
})

describe('columns', () => {
  test('identifiers are left out and named', () => {
    const rows = branch.rows.map((row, i) => ({ ...row, who: `customer ${i}`, line: 13_900_000_000 + i, phone: i }))
    const own = trained(rows, branch.labels)
    expect(own.notices.map(({ code, params }) => [code, params.column])).toEqual([
      ['column.constant', 'country'],
      ['column.identifier', 'who'],
      ['column.identifier', 'line'],
      ['column.personal', 'phone'],
    ])
  })

  test('one that knows the answer raises an alarm and can be excluded', () => {
    const rows = branch.rows.map((row, i) => ({ ...row, reason: branch.labels[i] ? ['price', 'moved'][i % 2] : '' }))
    const own = trained(rows, branch.labels)
    expect(own.alarms.map(({ code, params }) => [code, params.column])).toEqual([['leak.absence', 'reason']])
    const without = trained(rows, branch.labels, { exclude: ['reason'] })
    expect(without.alarms).toEqual([])
    expect(without.additive).toEqual(model.additive)
  })
})
