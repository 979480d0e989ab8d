import type { LeakAlarm } from './facts.ts'
import { aucOf } from './metrics.ts'
import { edgesOf } from './spec.ts'
import type { Column } from './table.ts'

/** When a column is said to know the answer.
 *
 * `value` .97: by itself it ranks nearly every leaver above nearly every stayer. The strongest honest single columns seen reach
 * about .75 (months with the company) to .85 (use); what reaches .97 was written down after, or because, the customer left.
 *
 * `absence` .65: whether the cell is filled at all ranks leavers from stayers. AUC .65 of a yes/no mark means that it is 30
 * points more often empty (or filled) among leavers than among stayers. Ordinary gaps in records hit both alike and stay near .5;
 * a gap of 30 points comes from filling the column in when somebody leaves.
 *
 * `pure` .95 with at least 20 rows: of those with (or without) an entry nearly all left, although few have one — a "date of
 * port-out" filled for a quarter of the leavers has an absence AUC of only .62, and still is the answer.
 *
 * All three are borders for an alarm that a human decides about, not proof. */
type LeakBorders = { value: number; absence: number; pure: number; pureRows: number }

const LEAK_BORDERS: LeakBorders = { value: 0.97, absence: 0.65, pure: 0.95, pureRows: 20 }

const GROUPS = 32

const groupsOf = (column: Column): (string | number)[] => {
  if (column.kind === 'category') return column.texts
  const edges = edgesOf(column.numbers.filter((value) => !Number.isNaN(value)).sort(), GROUPS)
  return Array.from(column.numbers, (value) =>
    Number.isNaN(value) ? '' : edges.filter((edge) => edge <= value).length,
  )
}

/** Each row's leaving rate among the *other* rows of its group, drawn towards the mean as 10 rows would be; a row that saw its
 * own label would make any column of unique values look perfect. */
const rateOfOthers = (groups: readonly (string | number)[], labels: Uint8Array): Float64Array => {
  const sums = new Map<string | number, { rows: number; leavers: number }>()
  const mean = labels.reduce((a, b) => a + b, 0) / labels.length
  groups.forEach((group, i) => {
    const sum = sums.get(group) ?? { rows: 0, leavers: 0 }
    sums.set(group, { rows: sum.rows + 1, leavers: sum.leavers + (labels[i] ?? 0) })
  })
  return Float64Array.from(groups, (group, i) => {
    const { rows, leavers } = sums.get(group) ?? { rows: 1, leavers: 0 }
    return (leavers - (labels[i] ?? 0) + 10 * mean) / (rows - 1 + 10)
  })
}

const known = (column: Column): Uint8Array =>
  column.kind === 'category'
    ? Uint8Array.from(column.texts, (text) => (text === '' ? 0 : 1))
    : Uint8Array.from(column.numbers, (value) => (Number.isNaN(value) ? 0 : 1))

const valueAuc = (column: Column, labels: Uint8Array): number => {
  const byGroup = aucOf(labels, rateOfOthers(groupsOf(column), labels))
  if (column.kind === 'category') return byGroup
  const there = [...labels.keys()].filter((i) => !Number.isNaN(column.numbers[i]))
  const straight = aucOf(
    there.map((i) => labels[i] ?? 0),
    there.map((i) => column.numbers[i] ?? 0),
  )
  // a straight ranking of few known rows says nothing about the column as a whole; absence is weighed apart
  return there.length * 2 < labels.length || Number.isNaN(straight)
    ? byGroup
    : Math.max(byGroup, straight, 1 - straight)
}

const round = (value: number): number => Math.round(value * 1000) / 1000

/** What is suspicious about one column; empty when nothing is. */
const alarmsOf = (column: Column, labels: Uint8Array, borders: LeakBorders): LeakAlarm[] => {
  const { name } = column
  const filled = known(column)
  const leavers = labels.reduce((a, b) => a + b, 0)
  const filledLeavers = labels.reduce((sum, label, i) => sum + label * (filled[i] ?? 0), 0)
  const filledRows = filled.reduce((a, b) => a + b, 0)
  const leaversWithout = 1 - filledLeavers / leavers
  const stayersWithout = 1 - (filledRows - filledLeavers) / (labels.length - leavers)
  const absence = 0.5 + Math.abs(leaversWithout - stayersWithout) / 2
  if (absence >= borders.absence)
    return [
      {
        code: 'leak.absence',
        params: {
          column: name,
          auc: round(absence),
          border: borders.absence,
          leaversWithout: round(leaversWithout),
          stayersWithout: round(stayersWithout),
        },
      },
    ]
  const sides = [
    { filled: true, rows: filledRows, leavers: filledLeavers },
    { filled: false, rows: labels.length - filledRows, leavers: leavers - filledLeavers },
  ]
  const pure = sides.find((side) => side.rows >= borders.pureRows && side.leavers / side.rows >= borders.pure)
  if (pure && pure.rows < labels.length)
    return [{ code: 'leak.pure', params: { column: name, ...pure, border: borders.pure } }]
  const auc = valueAuc(column, labels)
  return auc >= borders.value
    ? [{ code: 'leak.value', params: { column: name, auc: round(auc), border: borders.value } }]
    : []
}

/** Columns that know the answer: by their value or by merely being filled or empty. The caller decides, and may exclude them
 * when training again. */
export const leakAlarms = (
  columns: readonly Column[],
  labels: Uint8Array,
  borders: LeakBorders = LEAK_BORDERS,
): LeakAlarm[] => columns.flatMap((column) => alarmsOf(column, labels, borders))
