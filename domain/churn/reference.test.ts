import { describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { churnData, hasChurnData, type LabelledRows } from '#test/churn-data.ts'
import { fitAdditive, logitOf } from './additive.ts'
import { ADDITIVE } from './boost-options.ts'
import { foldRows } from './folds.ts'
import { leakAlarms } from './leak.ts'
import { fitLogistic, linearColumns, logisticLogit } from './logistic.ts'
import { aucOf, topDecileLift } from './metrics.ts'
import { scoreCustomer } from './score.ts'
import { trainChurnModel } from './model.ts'
import { BINNING, encode, learnSpec } from './spec.ts'
import { type Column, columnNames, kindOf, readColumn } from './table.ts'
import { fitTrees, treesLogit } from './trees.ts'

type Fit = (columns: Column[], train: Uint32Array, test: Uint32Array, labels: Uint8Array) => number[]

const byBins =
  (fit: (design: ReturnType<typeof encode>, labels: Uint8Array) => (bins: number[]) => number): Fit =>
  (columns, train, test, labels) => {
    const spec = learnSpec(columns, train, BINNING)
    const logit = fit(encode(spec, columns, train), labels)
    const { codes } = encode(spec, columns, test)
    return Array.from(test, (_, i) => logit(codes.map((own) => own[i] ?? 0)))
  }

const additiveWith = (pairs: number): Fit =>
  byBins((design, labels) => {
    const model = fitAdditive(design, labels, { ...ADDITIVE, pairs }, seededRandom(1))
    return (bins) => logitOf(model, bins)
  })

const additive = additiveWith(ADDITIVE.pairs)

const trees = byBins((design, labels) => {
  const model = fitTrees(design, labels)
  return (bins) => treesLogit(model, bins)
})

const logistic: Fit = (columns, train, test, labels) => {
  const spec = learnSpec(columns, train, { ...BINNING, minRows: 1 })
  const model = fitLogistic(linearColumns(spec, columns, train), labels)
  const wide = linearColumns(spec, columns, test)
  return Array.from(test, (_, i) =>
    logisticLogit(
      model,
      wide.map((column) => column[i] ?? 0),
    ),
  )
}

const columnsOf = ({ rows }: LabelledRows): Column[] =>
  columnNames(rows).map((name) => readColumn(name, kindOf(rows.map((row) => row[name])), rows, '2000-01-01'))

/** Mean AUC and lift over the five folds of the first repeat. */
const firstRepeat = (data: LabelledRows, fit: Fit): { auc: number; lift: number } => {
  const columns = columnsOf(data)
  const folds = data.folds[0] ?? new Uint8Array()
  const labelsOf = (rows: Uint32Array): Uint8Array => Uint8Array.from(rows, (i) => data.labels[i] ?? 0)
  const figures = [0, 1, 2, 3, 4].map((fold) => {
    const { train, test } = foldRows(folds, fold)
    const scores = fit(columns, train, test, labelsOf(train))
    return [aucOf(labelsOf(test), scores), topDecileLift(labelsOf(test), scores)] as const
  })
  const mean = (which: 0 | 1): number => figures.reduce((sum, pair) => sum + pair[which], 0) / 5
  return { auc: mean(0), lift: mean(1) }
}

const there = hasChurnData('ibm') && hasChurnData('iranian')
const title = `public data, first of ten repeats${there ? '' : ': not here, see WEIXI_REFERENCE_DATA'}`

describe.skipIf(!there)(title, () => {
  // The first repeat measured .8491 and .9784 when these borders were set; the bench holds the means of all ten repeats to
  // .845 and .976.
  test('the additive model with pairs keeps its AUC on the IBM sample', () => {
    const { auc, lift } = firstRepeat(churnData('ibm'), additive)
    expect(auc).toBeGreaterThan(0.845)
    expect(lift).toBeGreaterThan(2.8)
  }, 120_000)

  test('the additive model with pairs keeps its AUC at the Iranian operator', () => {
    const { auc, lift } = firstRepeat(churnData('iranian'), additive)
    expect(auc).toBeGreaterThan(0.9765)
    expect(lift).toBeGreaterThan(5.9)
  }, 120_000)

  test('ridge logistic regression gives the published figures', () => {
    expect(firstRepeat(churnData('iranian'), logistic).auc).toBeCloseTo(0.93098, 4)
    expect(firstRepeat(churnData('ibm'), logistic).auc).toBeCloseTo(0.84547, 3)
  }, 120_000)

  // published means over all ten repeats: the bench holds ours over all ten to the same borders
  test.each([
    { set: 'ibm', learner: 'main effects alone', fit: additiveWith(0), published: 0.84983 },
    { set: 'ibm', learner: 'boosted trees', fit: trees, published: 0.8445 },
    { set: 'iranian', learner: 'main effects alone', fit: additiveWith(0), published: 0.96431 },
    { set: 'iranian', learner: 'boosted trees', fit: trees, published: 0.98708 },
  ] as const)(
    '$learner keep within .003 of the published AUC, $set',
    ({ set, fit, published }) => {
      expect(firstRepeat(churnData(set), fit).auc).toBeGreaterThanOrEqual(published - 0.003)
    },
    120_000,
  )

  test('no honest column of either set raises an alarm', () => {
    for (const set of ['ibm', 'iranian'] as const) {
      const data = churnData(set)
      expect(leakAlarms(columnsOf(data), data.labels)).toEqual([])
    }
  })

  test('blank total charges are not known, and a model of raw rows says what it is made of', () => {
    const { rows, labels } = churnData('ibm')
    const quick = { bags: 1, sweeps: 100, pairs: 2 }
    const model = trainChurnModel(rows, [...labels], { additive: quick })
    if (!model.ok) throw new Error(model.error.code)
    const total = columnsOf({ rows, labels, folds: [] }).find(({ name }) => name === 'TotalCharges')
    expect(total?.kind).toBe('number')
    expect(total?.kind === 'number' && total.numbers.filter((value) => Number.isNaN(value)).length).toBe(11)
    const newcomer = rows.find((row) => row['TotalCharges'] === ' ')
    const score = scoreCustomer(model.value, newcomer ?? {})
    expect(score.ok && score.value.probability).toBeLessThan(0.5)
    expect(model.value.quality.auc.value).toBeGreaterThan(0.84)
  }, 120_000)
})
