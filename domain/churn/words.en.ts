import { addMonths, type Day, type Month } from '#domain/kernel/day.ts'
import type { Words } from '#domain/kernel/said.ts'
import { percent } from '#domain/kernel/wording.ts'
import { dayParts, figure, money, monthParts } from './amounts.ts'
import type { Amount, ChurnFacts, SignalFacts } from './facts.ts'

const MONTHS = 'January February March April May June July August September October November December'.split(' ')

/** `November` beside a month of the same year, else `November 2025`. */
const month = (text: Month, beside?: Month): string => {
  const { year, month: of } = monthParts(text)
  const name = MONTHS[of - 1] ?? text
  return beside?.startsWith(`${year}-`) ? name : `${name} ${year}`
}

/** `5 November`, with its year unless it is the year of the day it is read on. */
const day = (text: Day, daysAgo: number): string => {
  const { year, month: of, day: on, sameYear } = dayParts(text, daysAgo)
  return `${on} ${MONTHS[of - 1] ?? of}${sameYear ? '' : ` ${year}`}`
}

const count = (n: number, one: string, many = `${one}s`): string => `${figure(n)} ${n === 1 ? one : many}`

const ago = (days: number): string => (days === 0 ? 'today' : days === 1 ? 'yesterday' : `${days} days ago`)

const amount = ({ kind, value, unitEn }: Omit<Amount, 'unitZh'>): string => {
  if (kind === 'money') return money(value)
  if (kind === 'change') return changed(value)
  if (unitEn === '%') return `${figure(value)}%`
  // An office writes its units in the plural: one month, not one months.
  if (unitEn) return count(value, unitEn.replace(/(?<=[^s])s$/, ''), unitEn)
  return kind === 'days' ? count(value, 'day') : figure(value)
}

const changed = (value: number): string =>
  value === 0 ? 'unchanged' : `${value < 0 ? 'down' : 'up'} ${figure(Math.abs(value))}%`

const TENTHS = ['none', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine']

const than = (n: number): string => `than ${TENTHS[n] ?? n} in ten customers`

const counted = (kind: Amount['kind']): boolean => kind === 'count' || kind === 'days'

/** `Call failures: 12`, `Use down 38%`. */
const named = (f: Amount & { en: string }): string => `${f.en}${f.kind === 'change' ? '' : ':'} ${amount(f)}`

const moved = (f: ChurnFacts['feature.moved']): string => {
  const [now, then] = [month(f.month, f.beforeMonth), month(f.beforeMonth, f.month)]
  const before = amount({ ...f, value: f.before })
  if (f.kind === 'change') return `${named(f)} in ${now}, ${before} in ${then}`
  return `${f.en} ${f.value > f.before ? 'rose' : 'fell'} from ${before} in ${then} to ${amount(f)} in ${now}`
}

const threeMonths = ({ fromMonth, toMonth }: ChurnFacts['signal.bill_short']): string =>
  `${month(fromMonth, toMonth)} to ${month(addMonths(fromMonth, 2), fromMonth)}`

const alike = (share: number): string => (share < 0.01 ? 'fewer than 1%' : percent(share))

const SEGMENTS: Record<string, string> = { person: 'persons', group: 'groups', outlet: 'outlets' }

const segment = (name: string): string => SEGMENTS[name] ?? `“${name}” customers`

export const churnEn: Words<ChurnFacts> = {
  'train.rows_labels_differ': (f) =>
    `There are ${count(f.rows, 'customer row')} but ${count(f.labels, 'label')}; there must be one label a row.`,
  'train.too_few_rows': (f) =>
    `Only ${count(f.rows, 'row')}; training needs at least ${f.least}. Use the signal score until there are more records.`,
  'train.one_class': (f) =>
    f.leavers === 0
      ? `None of the ${f.rows} customers left, so there is nothing to compare and nothing to train on. Import those who left as well, and say so in the column “churn”.`
      : `All of the ${f.rows} customers left, so there is nothing to compare and nothing to train on. Import those who stayed as well, and say so in the column “churn”.`,
  'train.too_few_leavers': (f) =>
    `Only ${count(f.leavers, 'customer')} left; training needs at least ${f.least}. Use the signal score until then.`,
  'train.too_few_stayers': (f) => `Only ${count(f.stayers, 'customer')} stayed; training needs at least ${f.least}.`,
  'train.no_columns': (f) =>
    `No column of the ${f.rows} rows can be used: each is the same in every row, an identifier, or excluded. Import columns in which customers differ: use, monthly fee, complaints.`,
  'train.label_unreadable': (f) =>
    `Row ${f.row}: the label “${f.value}” does not say whether the customer left. Write 1 or 0, yes or no.`,
  'train.future_day': (f) =>
    `${f.customer ? `Customer ${f.customer}` : `Row ${f.row}`}: “${f.column}” is ${f.day}, later than the data day ${f.asOf}. Correct it and import again; if its days may well lie ahead, put “expiry” into the column’s name.`,
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
    `Of ${segment(f.segment)} with us for ${count(f.age, 'month')}, about ${percent(f.share, 1)} leave within ${count(f.within, 'month')} (${percent(f.low, 1)}–${percent(f.high, 1)}), seen on ${count(f.customers, 'customer')}`,
  'segment.all': (f) =>
    `Too few ${segment(f.segment)} yet, so all customers are looked at: with us for ${count(f.age, 'month')}, about ${percent(f.share, 1)} leave within ${count(f.within, 'month')} (${percent(f.low, 1)}–${percent(f.high, 1)}), seen on ${count(f.customers, 'customer')}`,

  'column.constant': (f) => `“${f.column}” is the same in every row and was not used.`,
  'column.personal': (f) =>
    `“${f.column}” by its name holds people, their manager, numbers, birthdays or addresses, which tell who somebody is; it was not used.`,
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

  'drift.few': (f) => `Only ${f.customers} customers were scored; below ${f.least} no change can be told from chance.`,
  'drift.steady': (f) => `${f.customers} customers lie much as those it learnt from. The model can go on.`,
  'drift.look': (f) =>
    `${f.moved} of ${f.columns} columns differ from the training. See first whether the customers changed or only how they are recorded; train again once there are new outcomes.`,
  'drift.retrain': (f) =>
    `The customers are quite unlike those it learnt from (${f.moved} of ${f.columns} columns moved, ${f.far} of them far). Its figures no longer speak of them: check the data, then train again.`,

  'feature.above': (f) => `${named(f)}, ${counted(f.kind) ? 'more' : 'higher'} ${than(f.tenths)}`,
  'feature.below': (f) => `${named(f)}, ${counted(f.kind) ? 'less' : 'lower'} ${than(f.tenths)}`,
  'feature.ordinary': named,
  'feature.moved': moved,
  'feature.at': (f) => `${named(f)} (${month(f.month)})`,
  'feature.category': (f) =>
    `${f.en}: ${f.valueEn}${f.share === null ? '' : ` (as for ${alike(f.share)} of customers)`}`,
  'feature.category_moved': (f) =>
    `${f.en} changed from “${f.beforeEn}” in ${month(f.beforeMonth, f.month)} to “${f.valueEn}” in ${month(f.month, f.beforeMonth)}`,
  'feature.yes': (f) => `${f.en}: yes`,
  'feature.no': (f) => `${f.en}: no`,
  'feature.unknown': (f) => `${f.en}: not on record`,

  'signal.bill_long': (f) =>
    `Bills went from ${money(f.from)} to ${money(f.to)} a month in ${count(f.months, 'month')} (${month(f.fromMonth)} to ${month(f.toMonth)})`,
  'signal.bill_short': (f) =>
    `The last two bills come to ${money(f.to)} a month, against ${money(f.from)} from ${threeMonths(f)}`,
  'signal.bill_level': (f) => `The bill for ${month(f.month)} was ${money(f.now)}; ${money(f.usual)} is usual`,
  'signal.bill_elasticity': (f) =>
    `Bills fell by ${money(f.fell)} and ${f.came > 0 ? `only ${money(f.came)}` : 'nothing'} came back (${month(f.fromMonth)} to ${month(f.toMonth)})`,
  'signal.silent': (f) =>
    f.months === 1
      ? `No use on record in ${month(f.since)}`
      : `No use on record for ${f.months} months, since ${month(f.since)}`,
  'signal.contract': (f) =>
    f.days === 0
      ? 'The contract ends today'
      : `The contract ends on ${day(f.day, -f.days)}, in ${count(f.days, 'day')}`,
  'signal.contract_over': (f) => `The contract ended on ${day(f.day, f.days)}, ${ago(f.days)}, and is not renewed`,
  'signal.complaint_open': (f) =>
    f.days === 0
      ? 'A complaint made today is still open'
      : `The complaint of ${day(f.since, f.days)} is still open after ${count(f.days, 'day')}`,
  'signal.complaint_recent': (f) => `Complained on ${day(f.day, f.days)}, ${ago(f.days)}`,
  'signal.port_out': (f) => `Asked on ${day(f.day, f.days)} about taking the number elsewhere, ${ago(f.days)}`,
  'signal.competitor': (f) =>
    `A move of ${f.name ?? 'another company'} was noted on ${day(f.day, f.days)}, ${ago(f.days)}`,
  'signal.birthday': (f) => `The birthday on ${day(f.day, 0)} passed without a greeting`,
  'signal.manager_changed': (f) => `The account manager changed on ${day(f.day, f.days)}, ${ago(f.days)}`,
  'signal.forwarding': (f) =>
    `Calls have gone on to another network since ${day(f.since, f.days)}, ${count(f.days, 'day')} now`,
  'signal.promise_broken': (f) =>
    f.promises === 1
      ? `What was promised for ${day(f.day, 0)} was not done`
      : `${f.promises} promises were not kept, the last one due on ${day(f.day, 0)}`,
  'signal.no_contact': (f) => `Not contacted for ${count(f.days, 'day')}, last on ${day(f.day, f.days)}`,
  'signal.never_contacted': (f) =>
    `A customer since ${day(f.since, f.days)}, and not contacted in ${count(f.days, 'day')}`,

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

/** What a signal is called where it is counted, without any customer's facts. */
export const signalNamesEn: Record<keyof SignalFacts, string> = {
  'signal.bill_long': 'Bills falling for long',
  'signal.bill_short': 'Bills fell in two months',
  'signal.bill_level': 'A bill below the usual',
  'signal.bill_elasticity': 'Bills fell and did not recover',
  'signal.silent': 'No use recorded',
  'signal.contract': 'A contract about to end',
  'signal.contract_over': 'A contract ended, not renewed',
  'signal.complaint_open': 'A complaint still open',
  'signal.complaint_recent': 'A recent complaint',
  'signal.port_out': 'Asked about porting out',
  'signal.competitor': 'Another provider about',
  'signal.birthday': 'A birthday nobody greeted',
  'signal.manager_changed': 'The manager changed',
  'signal.forwarding': 'Calls forwarded to another network',
  'signal.promise_broken': 'A promise not kept',
  'signal.no_contact': 'No contact for long',
  'signal.never_contacted': 'Never contacted',
}
