import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import type { ChurnModel } from './model.ts'
import { type FeatureHistory, type Meanings, reasonsOf, splitByChangeable } from './reasons.ts'
import { scoreCustomer } from './score.ts'
import type { RawRow } from './table.ts'
import { churnEn } from './words.en.ts'
import { churnZh } from './words.zh.ts'

/** Dropped calls, fee and plan; every known value above the first bin raises the risk, fee most. */
const model: ChurnModel = {
  version: 1,
  kind: 'additive',
  spec: {
    version: 1,
    features: [
      { name: 'dropped', kind: 'number', edges: [5], tenths: [0, 1, 2, 3, 4, 5, 6, 8, 10] },
      { name: 'fee', kind: 'number', edges: [50], tenths: [60, 70, 80, 90, 100, 110, 120, 130, 140] },
      { name: 'plan', kind: 'category', values: ['monthly', 'yearly'], shares: [0.55, 0.45] },
      { name: 'complained', kind: 'category', values: ['0', '1'], shares: [0.9, 0.1] },
    ],
  },
  additive: {
    intercept: -2,
    shapes: [
      [0.3, -0.2, 0.6],
      [0.2, 0.9, -0.1],
      [0, 0.4, -0.4, 0],
      [0, -0.1, 0.5, 0],
    ],
    pairs: [],
  },
  calibration: { kind: 'none' },
  quality: {
    auc: { value: 0.8, low: 0.7, high: 0.9 },
    foldAuc: { mean: 0.8, sd: 0.01 },
    brier: 0.1,
    logLoss: 0.3,
    topDecileLift: 3,
    lift: [],
    calibration: [],
    folds: 5,
  },
  rows: 1000,
  leavers: 100,
  asOf: null,
  seed: 1,
  notices: [],
  alarms: [],
}

const meanings: Meanings = {
  dropped: { zh: '通话失败', en: 'Call failures', kind: 'count', changeable: true },
  fee: { zh: '月费', en: 'Monthly fee', kind: 'money', changeable: true },
  plan: {
    zh: '合同类型',
    en: 'Contract',
    kind: 'category',
    changeable: false,
    values: { monthly: { zh: '按月', en: 'month to month' }, yearly: { zh: '一年', en: 'one year' } },
  },
  complained: { zh: '投诉', en: 'Complaint', kind: 'flag', changeable: true },
}

const told = (row: RawRow, history?: FeatureHistory, own: Meanings = meanings) => {
  const score = scoreCustomer(model, row)
  if (!score.ok) throw new Error(score.error.code)
  const reasons = reasonsOf(model, { row, score: score.value, meanings: own, ...(history && { history }) })
  return {
    reasons,
    zh: reasons.map(({ said }) => sentence(churnZh, said)),
    en: reasons.map(({ said }) => sentence(churnEn, said)),
  }
}

describe('reasons', () => {
  test('name the fact and how it compares, strongest first, three at most', () => {
    const { zh, en } = told({ dropped: '12', fee: '29.85', plan: 'monthly', complained: '1' })
    expect(zh).toEqual(['月费 ¥29.85，比九成客户低', '通话失败 12 次，比九成客户多', '投诉：有'])
    expect(en).toEqual([
      'Monthly fee: ¥29.85, lower than nine in ten customers',
      'Call failures: 12, more than nine in ten customers',
      'Complaint: yes',
    ])
  })

  test('carry month and movement when earlier months are known', () => {
    const history = {
      dropped: [
        { month: '2026-07', value: 3 },
        { month: '2026-10', value: 12 },
        { month: '2026-09', value: 5 },
      ],
      plan: [
        { month: '2026-06', value: 'yearly' },
        { month: '2026-10', value: 'monthly' },
      ],
    }
    const { zh, en } = told({ dropped: '12', fee: '80', plan: 'monthly', complained: '0' }, history)
    expect(zh).toEqual(['通话失败从 7 月的 3 次增到 10 月的 12 次', '合同类型从“一年”变成“按月”（6 月到 10 月）'])
    expect(en[0]).toBe('Call failures rose from 3 in July to 12 in October')
  })

  test('that a month more went by is no movement', () => {
    const months = { zh: '在网', en: 'Time as a customer', kind: 'count', changeable: false } as const
    const own: Meanings = { ...meanings, dropped: { ...months, unit: { zh: '个月', en: 'months' } } }
    const history = (now: number) => ({
      dropped: [
        { month: '2026-07', value: 30 },
        { month: '2026-10', value: now },
      ],
    })
    const row = { dropped: '33', fee: '80', plan: 'yearly', complained: '0' }
    expect(told(row, history(33), own).zh).toEqual(['在网 33 个月（2026 年 10 月）'])
    expect(told(row, history(12), own).zh).toEqual(['在网从 7 月的 30 个月减到 10 月的 12 个月'])
  })

  test('a single snapshot has neither', () => {
    const { reasons } = told({ dropped: '12', fee: '80', plan: 'monthly', complained: '0' })
    for (const { said } of reasons) expect(Object.keys(said.params)).not.toContain('month')
  })

  test('what lowers the risk is no reason', () => {
    expect(told({ dropped: '1', fee: '80', plan: 'yearly', complained: '0' }).zh).toEqual([])
  })

  test('what is not on record says so', () => {
    expect(told({ fee: '80', plan: 'yearly' }).zh).toEqual(['通话失败：没有记录'])
  })

  test('a column nobody explained goes by its own name and is not promised to be changeable', () => {
    const { zh, en, reasons } = told({ dropped: '7', fee: '80', plan: 'monthly', complained: '0' }, undefined, {})
    expect(zh).toEqual(['dropped 7，比七成客户高', 'plan：monthly（55% 的客户一样）'])
    expect(en[1]).toBe('plan: monthly (as for 55% of customers)')
    expect(reasons.every(({ changeable }) => !changeable)).toBe(true)
  })

  test('are split into what the manager can change and what is given', () => {
    const { reasons } = told({ dropped: '12', fee: '80', plan: 'monthly', complained: '0' })
    const { changeable, given } = splitByChangeable(reasons)
    expect(changeable.map(({ column }) => column)).toEqual(['dropped'])
    expect(given.map(({ column }) => column)).toEqual(['plan'])
  })
})
