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
  'column.identifier': { column: 'phone', distinct: 900 },
  'column.excluded': { column: 'reason' },
  'column.stray_text': { column: 'fee', cells: 1, example: '?' },
  'leak.value': { column: 'closed', auc: 0.991, border: 0.97 },
  'leak.absence': { column: 'reason', auc: 0.83, border: 0.65, leaversWithout: 0.04, stayersWithout: 0.7 },
  'leak.pure': { column: 'ported', filled: true, rows: 40, leavers: 40, border: 0.95 },
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
    expect(zh['feature.above']).toBe('通话时长 1,234.5 分钟，多于九成客户')
    expect(en['feature.above']).toBe('Minutes of calls: 1,234.5 minutes, more than nine in ten customers')
    expect(zh['signal.contract']).toBe('合约今天（2026-11-23）到期')
    expect(en['signal.contract_over']).toBe('The contract ended on 2026-11-22, 1 day ago, and is not renewed')
    expect(en['signal.silent']).toBe('No use on record for 1 month, since October 2026')
    expect(en['column.stray_text']).toBe('“fee” holds numbers; 1 cell did not (such as “?”) and counted as not known.')
  })
})
