import type { Month } from '#domain/kernel/day.ts'
import type { Words } from '#domain/kernel/said.ts'
import { percent, yuan } from '#domain/kernel/wording.ts'
import type { ChurnFacts } from './facts.ts'

type Amount = { kind: 'money' | 'count' | 'days' | 'score'; value: number; unitEn: string }

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

const month = (text: Month): string => `${MONTHS[Number(text.slice(5)) - 1] ?? text} ${text.slice(0, 4)}`

const number = (value: number): string => new Intl.NumberFormat('en-US', { maximumFractionDigits: 2 }).format(value)

const count = (n: number, one: string, many = `${one}s`): string => `${number(n)} ${n === 1 ? one : many}`

const amount = ({ kind, value, unitEn }: Amount): string => {
  if (kind === 'money') return yuan(Math.round(value))
  if (unitEn === '%') return `${number(value)}%`
  if (unitEn) return `${number(value)} ${unitEn}`
  return kind === 'days' ? count(value, 'day') : number(value)
}

const TENTHS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const tenths = (n: number): string => `${TENTHS[n] ?? n} in ten customers`

const more = (kind: Amount['kind']): string => (kind === 'money' || kind === 'score' ? 'higher than' : 'more than')

const less = (kind: Amount['kind']): string => (kind === 'money' || kind === 'score' ? 'lower than' : 'less than')

export const churnEn: Words<ChurnFacts> = {
  'train.rows_labels_differ': (f) =>
    `There are ${count(f.rows, 'customer row')} but ${count(f.labels, 'label')}; there must be one label a row.`,
  'train.too_few_rows': (f) =>
    `Only ${count(f.rows, 'row')}; training needs at least ${f.least}. Use the signal score until there are more records.`,
  'train.one_class': (f) =>
    f.leavers === 0
      ? `None of the ${f.rows} customers left, so there is nothing to compare and nothing to train on.`
      : `All of the ${f.rows} customers left, so there is nothing to compare and nothing to train on.`,
  'train.too_few_leavers': (f) =>
    `Only ${count(f.leavers, 'customer')} left; training needs at least ${f.least}. Use the signal score until then.`,
  'train.too_few_stayers': (f) => `Only ${count(f.stayers, 'customer')} stayed; training needs at least ${f.least}.`,
  'train.no_columns': (f) =>
    `No column of the ${f.rows} rows can be used: each is the same in every row, an identifier, or excluded.`,
  'train.label_unreadable': (f) =>
    `Row ${f.row}: the label “${f.value}” does not say whether the customer left. Write 1 or 0, yes or no.`,
  'train.future_day': (f) =>
    `Row ${f.row}: “${f.column}” is ${f.day}, later than the data day ${f.asOf}. Correct it, or say that this column may lie ahead.`,
  'train.as_of_missing': (f) => `“${f.column}” holds dates; say which day the data describe.`,
  'train.folds_unusable': (f) =>
    `The given folds cannot be used: ${count(f.rows, 'row')}, ${count(f.folds, 'fold')}. Every row needs a fold number, and there must be two folds or more.`,
  'train.fold_one_class': (f) =>
    `Fold ${f.fold} (${count(f.rows, 'row')}) leaves only leavers or only stayers on one side, so it cannot be tested.`,
  'score.as_of_missing': (f) => `“${f.column}” holds dates; say which day the row describes.`,
  'score.model_unknown': (f) => `Model version ${f.version} is newer than this program. Upgrade first.`,

  'survival.rows_differ': (f) =>
    `There are ${count(f.customers, 'customer')} but ${count(f.values, 'value')} of “${f.column}”; there must be one a customer.`,
  'survival.not_number': (f) => `Row ${f.row}: “${f.column}” is not a number. Fill it in or leave the row out.`,
  'survival.too_few_leavers': (f) =>
    `Only ${count(f.leavers, 'customer')} left; so many columns need at least ${f.least}. Use fewer columns, or the survival of segments.`,
  'survival.columns_depend': (f) =>
    `One of these columns follows from the others or is the same in every row: ${f.columns}. Leave one out.`,

  'segment.own': (f) =>
    `Of “${f.segment}” customers with us for ${count(f.age, 'month')}, about ${percent(f.share, 1)} leave within ${count(f.within, 'month')} (${percent(f.low, 1)}–${percent(f.high, 1)}), seen on ${count(f.customers, 'customer')}`,
  'segment.all': (f) =>
    `Too few “${f.segment}” customers yet, so all customers are looked at: with us for ${count(f.age, 'month')}, about ${percent(f.share, 1)} leave within ${count(f.within, 'month')} (${percent(f.low, 1)}–${percent(f.high, 1)}), seen on ${count(f.customers, 'customer')}`,

  'column.constant': (f) => `“${f.column}” is the same in every row and was not used.`,
  'column.identifier': (f) =>
    `“${f.column}” looks like an identifier (${count(f.distinct, 'different value')}) and was not used.`,
  'column.excluded': (f) => `“${f.column}” was left out as asked.`,
  'column.stray_text': (f) =>
    `“${f.column}” holds numbers; ${count(f.cells, 'cell')} did not (such as “${f.example}”) and counted as not known.`,

  'leak.value': (f) =>
    `“${f.column}” by itself almost gives the answer (AUC ${f.auc}, alarm at ${f.border}). It may have been written down after the customer left; check where it comes from and exclude it if so.`,
  'leak.absence': (f) =>
    `Whether “${f.column}” is filled in shows who left: it is empty for ${percent(f.leaversWithout)} of those who left and ${percent(f.stayersWithout)} of those who stayed (AUC ${f.auc}, alarm at ${f.border}). Check where it comes from and exclude it if need be.`,
  'leak.pure': (f) =>
    `Of the ${f.rows} rows ${f.filled ? 'with' : 'without'} an entry in “${f.column}”, ${f.leavers} left (alarm at ${percent(f.border)}). It may have been written down when the customer left; check where it comes from and exclude it if so.`,

  'feature.above': (f) => `${f.en}: ${amount(f)}, ${more(f.kind)} ${tenths(f.tenths)}`,
  'feature.below': (f) => `${f.en}: ${amount(f)}, ${less(f.kind)} ${tenths(f.tenths)}`,
  'feature.ordinary': (f) => `${f.en}: ${amount(f)}`,
  'feature.moved': (f) =>
    `${f.en}: ${amount(f)} in ${month(f.month)}, ${amount({ ...f, value: f.before })} in ${month(f.beforeMonth)}`,
  'feature.at': (f) => `${f.en}: ${amount(f)} in ${month(f.month)}`,
  'feature.category': (f) =>
    f.share === null ? `${f.en}: ${f.valueEn}` : `${f.en}: ${f.valueEn}, as for ${percent(f.share)} of customers`,
  'feature.category_moved': (f) =>
    `${f.en}: ${f.valueEn} in ${month(f.month)}, ${f.beforeEn} in ${month(f.beforeMonth)}`,
  'feature.yes': (f) => `${f.en}: yes`,
  'feature.no': (f) => `${f.en}: no`,
  'feature.unknown': (f) => `${f.en}: not on record`,

  'signal.bill_long': (f) =>
    `Bills have gone down over ${f.months} months: ${yuan(f.from)} a month on average in the three months from ${month(f.fromMonth)}, ${yuan(f.to)} in the three to ${month(f.toMonth)}`,
  'signal.bill_short': (f) =>
    `Bills have gone down lately: ${yuan(f.from)} a month on average in the three months from ${month(f.fromMonth)}, ${yuan(f.to)} in the two to ${month(f.toMonth)}`,
  'signal.bill_level': (f) => `The bill for ${month(f.month)} was ${yuan(f.now)}; ${yuan(f.usual)} is usual`,
  'signal.bill_elasticity': (f) =>
    `From ${month(f.fromMonth)} to ${month(f.toMonth)} bills fell by ${yuan(f.fell)} in all, and ${yuan(f.came)} came back`,
  'signal.silent': (f) => `No use on record for ${count(f.months, 'month')}, since ${month(f.since)}`,
  'signal.contract': (f) =>
    f.days === 0 ? `The contract ends today (${f.day})` : `The contract ends on ${f.day}, in ${count(f.days, 'day')}`,
  'signal.contract_over': (f) => `The contract ended on ${f.day}, ${count(f.days, 'day')} ago, and is not renewed`,
  'signal.complaint_open': (f) => `The complaint of ${f.since} is still open after ${count(f.days, 'day')}`,
  'signal.complaint_recent': (f) => `There was a complaint on ${f.day}, ${count(f.days, 'day')} ago`,
  'signal.port_out': (f) => `Asked about taking the number elsewhere on ${f.day}, ${count(f.days, 'day')} ago`,
  'signal.competitor': (f) =>
    `${f.name === null ? 'Another company' : f.name} called on the customer on ${f.day}, ${count(f.days, 'day')} ago`,
  'signal.birthday': (f) => `The birthday on ${f.day} passed without a greeting`,
  'signal.manager_changed': (f) => `The account manager changed on ${f.day}, ${count(f.days, 'day')} ago`,
  'signal.forwarding': (f) => `Calls go on to another network since ${f.since}, ${count(f.days, 'day')}`,
  'signal.promise_broken': (f) =>
    f.promises === 1
      ? `What was promised for ${f.day} was not done`
      : `${count(f.promises, 'promise')} were not kept, the last one due on ${f.day}`,
  'signal.no_contact': (f) => `The last contact was on ${f.day}, ${count(f.days, 'day')} ago`,
  'signal.never_contacted': (f) => `A customer since ${f.since}, and not contacted in ${count(f.days, 'day')}`,

  'signal.future_day': (f) => `${what(f.what)} is ${f.day}, later than ${f.asOf}. Please correct it.`,
  'signal.day_unreadable': (f) => `${what(f.what)} “${f.value}” is not a date. Please correct it.`,
  'signal.month_twice': (f) => `${month(f.month)} is there twice. Please keep one.`,
  'signal.as_of_unreadable': (f) => `The data day “${f.value}” is not a date.`,
}

const WHAT: Record<string, string> = {
  'complaint.opened': 'The day of the complaint',
  'complaint.closed': 'The day the complaint was settled',
  'competitor.seen': 'The day another company called',
  'promise.due': 'The day of the promise',
  portOutAsked: 'The day of asking about taking the number elsewhere',
  birthdayMissed: 'The birthday without a greeting',
  managerChanged: 'The day the manager changed',
  forwardingSince: 'The first day of forwarding',
  lastContact: 'The day of the last contact',
  customerSince: 'The first day as a customer',
  contractEnds: 'The end of the contract',
  bill: 'The month of a bill',
  use: 'The month of use',
}

const what = (key: string): string => WHAT[key] ?? key
