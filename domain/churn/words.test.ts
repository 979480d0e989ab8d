import { describe, expect, test } from 'vitest'
import type { ChurnFacts } from './facts.ts'
import { churnEn } from './words.en.ts'
import { churnZh } from './words.zh.ts'

const named = { zh: '通话时长', en: 'Minutes of calls' }
const valued = { ...named, kind: 'count', unitZh: '分钟', unitEn: 'minutes', value: 1234.5 } as const

/** One set of facts for every sentence. */
const samples: ChurnFacts = {
  'train.rows_labels_differ': { rows: 300, labels: 299 },
  'train.too_few_rows': { rows: 150, least: 200 },
  'train.one_class': { rows: 300, leavers: 0 },
  'train.too_few_leavers': { leavers: 12, least: 30 },
  'train.too_few_stayers': { stayers: 1, least: 30 },
  'train.no_columns': { rows: 300 },
  'train.label_unreadable': { row: 7, value: 'maybe' },
  'train.future_day': { row: 5, column: 'joined', day: '2026-12-01', asOf: '2026-11-01' },
  'train.as_of_missing': { column: 'joined' },
  'train.folds_unusable': { rows: 300, folds: 1 },
  'train.fold_one_class': { fold: 2, rows: 60 },
  'score.as_of_missing': { column: 'joined' },
  'score.model_unknown': { version: 2 },
  'survival.rows_differ': { column: 'fee', customers: 300, values: 299 },
  'survival.not_number': { column: 'fee', row: 7 },
  'survival.too_few_leavers': { leavers: 12, least: 30 },
  'survival.columns_depend': { columns: 'fee, fee twice' },
  'segment.own': { segment: '集团', customers: 84, age: 12, within: 3, share: 0.052, low: 0.02, high: 0.11 },
  'segment.all': { segment: '集团', customers: 84, age: 12, within: 3, share: 0.052, low: 0.02, high: 0.11 },
  'column.constant': { column: 'country' },
  'column.personal': { column: '客户经理' },
  'column.identifier': { column: 'phone', distinct: 900 },
  'column.excluded': { column: 'reason' },
  'column.stray_text': { column: 'fee', cells: 1, example: '?' },
  'leak.value': { column: 'closed', auc: 0.991, border: 0.97 },
  'leak.absence': { column: 'reason', auc: 0.83, border: 0.65, leaversWithout: 0.04, stayersWithout: 0.7 },
  'leak.pure': { column: 'ported', filled: true, rows: 40, leavers: 40, border: 0.95 },
  'drift.few': { customers: 40, least: 100 },
  'drift.steady': { customers: 900 },
  'drift.look': { customers: 900, columns: 12, moved: 2, far: 0 },
  'drift.retrain': { customers: 900, columns: 12, moved: 6, far: 5 },
  'feature.above': { ...valued, tenths: 9 },
  'feature.below': { ...valued, kind: 'days', unitZh: '', unitEn: '', tenths: 6 },
  'feature.ordinary': { ...valued, kind: 'money' },
  'feature.moved': { ...valued, month: '2026-10', before: 2000, beforeMonth: '2026-07' },
  'feature.at': { ...valued, month: '2026-10' },
  'feature.category': { ...named, valueZh: '按月', valueEn: 'month to month', share: 0.553 },
  'feature.category_moved': {
    ...named,
    valueZh: '按月',
    valueEn: 'monthly',
    month: '2026-10',
    beforeZh: '一年',
    beforeEn: 'yearly',
    beforeMonth: '2026-07',
  },
  'feature.yes': named,
  'feature.no': named,
  'feature.unknown': named,
  'signal.bill_long': { from: 12000, fromMonth: '2025-11', to: 9000, toMonth: '2026-10', months: 12 },
  'signal.bill_short': { from: 12000, fromMonth: '2026-06', to: 9000, toMonth: '2026-10' },
  'signal.bill_level': { now: 4500, month: '2026-10', usual: 9000 },
  'signal.bill_elasticity': { fell: 6000, came: 1000, fromMonth: '2025-11', toMonth: '2026-10' },
  'signal.silent': { months: 1, since: '2026-10' },
  'signal.contract': { days: 0, day: '2026-11-23' },
  'signal.contract_over': { days: 1, day: '2026-11-22' },
  'signal.complaint_open': { since: '2026-11-03', days: 20 },
  'signal.complaint_recent': { day: '2026-10-03', days: 51 },
  'signal.port_out': { day: '2026-11-10', days: 13 },
  'signal.competitor': { day: '2026-11-10', days: 13, name: null },
  'signal.birthday': { day: '2026-11-11' },
  'signal.manager_changed': { day: '2026-10-20', days: 34 },
  'signal.forwarding': { since: '2026-11-01', days: 22 },
  'signal.promise_broken': { day: '2026-11-05', promises: 2 },
  'signal.no_contact': { day: '2026-07-01', days: 145 },
  'signal.never_contacted': { since: '2026-07-01', days: 145 },
  'signal.future_day': { what: 'lastContact', day: '2026-12-01', asOf: '2026-11-23' },
  'signal.day_unreadable': { what: 'bill', value: '2026-13' },
  'signal.month_twice': { month: '2026-10' },
  'signal.as_of_unreadable': { value: 'today' },
}

const saying = (words: typeof churnZh): Record<string, string> =>
  Object.fromEntries(
    Object.entries(samples).map(([code, facts]) => {
      const say = words[code as keyof ChurnFacts] as (facts: unknown) => string
      return [code, say(facts)]
    }),
  )

describe('every sentence', () => {
  test('renders in both languages with nothing missing', () => {
    for (const words of [churnZh, churnEn])
      for (const text of Object.values(saying(words))) expect(text).not.toMatch(/undefined|NaN|null|\[object/)
  })

  test('is never put as a cause', () => {
    for (const text of Object.values(saying(churnZh))) expect(text).not.toMatch(/因为|导致|造成/)
    for (const text of Object.values(saying(churnEn))) expect(text).not.toMatch(/because|caused?\b|due to/i)
  })

  test('reads naturally', () => {
    const [zh, en] = [saying(churnZh), saying(churnEn)]
    expect(zh['feature.above']).toBe('通话时长 1,235 分钟，比九成客户多')
    expect(en['feature.above']).toBe('Minutes of calls: 1,235 minutes, more than nine in ten customers')
    expect(zh['signal.contract']).toBe('合约今天到期')
    expect(en['signal.contract_over']).toBe('The contract ended on 22 November, yesterday, and is not renewed')
    expect(zh['signal.complaint_recent']).toBe('10 月 3 日投诉过（51 天前）')
    expect(zh['signal.bill_short']).toBe('近两个月账单每月 ¥90，6 月到 8 月是每月 ¥120')
    expect(en['signal.silent']).toBe('No use on record in October 2026')
    expect(en['column.stray_text']).toBe('“fee” holds numbers; 1 cell did not (such as “?”) and counted as not known.')
  })

  test('keeps Chinese and figures apart, and never puts two spaces', () => {
    for (const text of Object.values(saying(churnZh))) expect(text).not.toMatch(/\d\p{Script=Han}|[月日]\d| {2}/u)
  })
})

describe('what moved', () => {
  const complaints = {
    zh: '近半年投诉',
    en: 'Complaints in half a year',
    kind: 'count',
    unitZh: '次',
    unitEn: '',
  } as const
  const november = { month: '2026-11', beforeMonth: '2026-04' } as const
  const both = (facts: ChurnFacts['feature.moved']) => [
    churnZh['feature.moved'](facts),
    churnEn['feature.moved'](facts),
  ]

  test('is told from then to now', () => {
    expect(both({ ...complaints, ...november, value: 3, before: 1 })).toEqual([
      '近半年投诉从 4 月的 1 次增到 11 月的 3 次',
      'Complaints in half a year rose from 1 in April to 3 in November',
    ])
  })

  test('names the years where they are two', () => {
    expect(both({ ...complaints, month: '2027-01', beforeMonth: '2026-10', value: 0, before: 2 })).toEqual([
      '近半年投诉从 2026 年 10 月的 2 次减到 2027 年 1 月的 0 次',
      'Complaints in half a year fell from 2 in October 2026 to 0 in January 2027',
    ])
  })

  test('of money goes up and down, to the yuan', () => {
    const spend = { zh: '每月消费', en: 'Monthly spend', kind: 'money', unitZh: '', unitEn: '' } as const
    expect(both({ ...spend, ...november, value: 97_013, before: 1_234_567 })).toEqual([
      '每月消费从 4 月的 ¥12,346 降到 11 月的 ¥970',
      'Monthly spend fell from ¥12,346 in April to ¥970 in November',
    ])
  })

  test('and is a change itself says how much less, not minus so much', () => {
    const use = { zh: '用量', en: 'Use', kind: 'change', unitZh: '', unitEn: '' } as const
    expect(both({ ...use, ...november, value: -38, before: 3 })).toEqual([
      '用量少了 38%（11 月），4 月多了 3%',
      'Use down 38% in November, up 3% in April',
    ])
    expect(churnZh['feature.at']({ ...use, month: '2026-11', value: 0 })).toBe('用量没有变（2026 年 11 月）')
  })

  test('to one is one month, not one months', () => {
    const left = { zh: '合约剩余', en: 'Time left', kind: 'count', unitZh: '个月', unitEn: 'months' } as const
    expect(both({ ...left, ...november, value: 1, before: 8 })[1]).toBe(
      'Time left fell from 8 months in April to 1 month in November',
    )
  })
})

test('an imported figure loses the decimals nobody reads', () => {
  const score = { ...named, kind: 'score', unitZh: '', unitEn: '' } as const
  const read = (value: number) => churnZh['feature.ordinary']({ ...score, value })
  expect([197.64, 46.035, 0.254, 4370].map(read)).toEqual([
    '通话时长 198',
    '通话时长 46',
    '通话时长 0.25',
    '通话时长 4,370',
  ])
})
