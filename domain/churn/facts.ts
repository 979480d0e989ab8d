import type { Day, Month } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'

/** Why a model cannot be trained or a row not be read. Rows count from 1. */
type RefusalFacts = {
  'train.rows_labels_differ': { rows: number; labels: number }
  'train.too_few_rows': { rows: number; least: number }
  'train.one_class': { rows: number; leavers: number }
  'train.too_few_leavers': { leavers: number; least: number }
  'train.too_few_stayers': { stayers: number; least: number }
  'train.no_columns': { rows: number }
  'train.label_unreadable': { row: number; value: string }
  /** `customer`: whose row it is, where the rows are customers somebody can look up. */
  'train.future_day': { row: number; column: string; day: Day; asOf: Day; customer?: string }
  'train.as_of_missing': { column: string }
  'train.folds_unusable': { rows: number; folds: number }
  'train.fold_one_class': { fold: number; rows: number }
  'score.as_of_missing': { column: string }
  'score.model_unknown': { version: number }
}

/** What was noticed about columns while training; nothing is dropped in silence. */
type ColumnFacts = {
  'column.constant': { column: string }
  'column.identifier': { column: string; distinct: number }
  /** By its name it tells who somebody is or who looks after them. */
  'column.personal': { column: string }
  'column.excluded': { column: string }
  'column.stray_text': { column: string; cells: number; example: string }
}

/** A column that knows the answer. */
type LeakFacts = {
  'leak.value': { column: string; auc: number; border: number }
  'leak.absence': { column: string; auc: number; border: number; leaversWithout: number; stayersWithout: number }
  'leak.pure': { column: string; filled: boolean; rows: number; leavers: number; border: number }
}

/** Whether customers scored now still lie as those a model learnt from. */
export type DriftFacts = {
  'drift.few': { customers: number; least: number }
  'drift.steady': { customers: number }
  'drift.look': { customers: number; columns: number; moved: number; far: number }
  'drift.retrain': { customers: number; columns: number; moved: number; far: number }
}

/** Money in fen; a change in percent, below 0 where it went down; units in both languages, empty where the name says it. */
export type Amount = {
  kind: 'money' | 'count' | 'days' | 'change' | 'score'
  value: number
  unitZh: string
  unitEn: string
}

/** The name, unit and value of a column in both languages, so that a stored reason renders in either. */
type Named = { zh: string; en: string }
type Valued = Named & Amount

/** Reasons from a trained model. */
export type FeatureFacts = {
  /** `tenths`: how many tenths of all customers lie below (above) this value, 5…9. */
  'feature.above': Valued & { tenths: number }
  'feature.below': Valued & { tenths: number }
  'feature.ordinary': Valued
  'feature.moved': Valued & { month: Month; before: number; beforeMonth: Month }
  'feature.at': Valued & { month: Month }
  'feature.category': Named & { valueZh: string; valueEn: string; share: number | null }
  'feature.category_moved': Named & {
    valueZh: string
    valueEn: string
    month: Month
    beforeZh: string
    beforeEn: string
    beforeMonth: Month
  }
  'feature.yes': Named
  'feature.no': Named
  'feature.unknown': Named
}

/** Reasons from rules over what is known of a customer, where no labels exist. */
export type SignalFacts = {
  'signal.bill_long': { from: Fen; fromMonth: Month; to: Fen; toMonth: Month; months: number }
  'signal.bill_short': { from: Fen; fromMonth: Month; to: Fen; toMonth: Month }
  'signal.bill_level': { now: Fen; month: Month; usual: Fen }
  'signal.bill_elasticity': { fell: Fen; came: Fen; fromMonth: Month; toMonth: Month }
  'signal.silent': { months: number; since: Month }
  'signal.contract': { days: number; day: Day }
  'signal.contract_over': { days: number; day: Day }
  'signal.complaint_open': { since: Day; days: number }
  'signal.complaint_recent': { day: Day; days: number }
  'signal.port_out': { day: Day; days: number }
  'signal.competitor': { day: Day; days: number; name: string | null }
  'signal.birthday': { day: Day }
  'signal.manager_changed': { day: Day; days: number }
  'signal.forwarding': { since: Day; days: number }
  'signal.promise_broken': { day: Day; promises: number }
  'signal.no_contact': { day: Day; days: number }
  'signal.never_contacted': { since: Day; days: number }
}

/** Why a survival model cannot be fitted. Rows count from 1. */
type SurvivalFacts = {
  'survival.rows_differ': { column: string; customers: number; values: number }
  'survival.not_number': { column: string; row: number }
  'survival.too_few_leavers': { leavers: number; least: number }
  'survival.columns_depend': { columns: string }
}

type SegmentRisk = {
  segment: string
  customers: number
  age: number
  within: number
  share: number
  low: number
  high: number
}

/** The chance of leaving by what customers alike did, where no model can be trained. Ages and times in months. */
export type SegmentFacts = { 'segment.own': SegmentRisk; 'segment.all': SegmentRisk }

export type SignalRefusalFacts = {
  'signal.future_day': { what: string; day: Day; asOf: Day }
  'signal.day_unreadable': { what: string; value: string }
  'signal.month_twice': { month: Month }
  'signal.as_of_unreadable': { value: string }
}

export type ChurnFacts = RefusalFacts &
  ColumnFacts &
  LeakFacts &
  DriftFacts &
  FeatureFacts &
  SignalFacts &
  SignalRefusalFacts &
  SurvivalFacts &
  SegmentFacts

export type Refusal = Said<RefusalFacts>
export type SurvivalRefusal = Said<SurvivalFacts>
export type ColumnNotice = Said<ColumnFacts>
export type LeakAlarm = Said<LeakFacts>
