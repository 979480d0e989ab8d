import { sql } from 'kysely'
import type { FeatureHistory } from '#domain/churn/reasons.ts'
import type { Raw, RawRow } from '#domain/churn/table.ts'
import { addDays, type Day, daysBetween, isDay, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'

/** What was known of a customer on a day, and how its columns stood in earlier months where they are known. */
export type Snapshot = { asOf: Day; row: RawRow; history?: FeatureHistory }

type SnapshotRow = { id: Id; as_of: Day; attributes: unknown }

/** A year back: older states say nothing about the movement that led here. */
const MONTHS_KEPT = 13

/** The newest snapshot of each customer that is not after `day`. */
export const newestSnapshots = async (
  db: Db,
  branchId: number,
  ids: readonly Id[],
  day: Day,
): Promise<Map<Id, Snapshot>> => {
  const { rows } = await sql<SnapshotRow>`
    select customer_id as id, as_of, attributes from attribute_snapshot
    where branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[]) and as_of <= ${day}::date
    order by customer_id, as_of desc`.execute(db)
  const found = new Map<Id, Snapshot>()
  for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
    const newest = own[0]
    if (!newest) continue
    const history = historyOf(own.slice(0, MONTHS_KEPT))
    found.set(id, { asOf: newest.as_of, row: newest.attributes as RawRow, ...(history ? { history } : {}) })
  }
  return found
}

/** Months and movement can be told only where there is more than one month; a single snapshot has neither. */
const historyOf = (rows: readonly SnapshotRow[]): FeatureHistory | undefined => {
  const byMonth = new Map<Month, RawRow>()
  for (const row of rows)
    if (!byMonth.has(monthOf(row.as_of))) byMonth.set(monthOf(row.as_of), row.attributes as RawRow)
  if (byMonth.size < 2) return undefined
  const history: Record<string, { month: Month; value: Raw }[]> = {}
  for (const [month, row] of byMonth)
    for (const [column, value] of Object.entries(row)) (history[column] ??= []).push({ month, value })
  return history
}

/** The rows a model can learn from: each customer's newest snapshot that says whether they left afterwards. */
export const labelledSnapshots = async (
  db: Db,
  branchId: number,
): Promise<{ rows: RawRow[]; labels: boolean[]; asOf: Day | null }> => {
  const { rows } = await sql<SnapshotRow & { left_later: boolean }>`
    select distinct on (customer_id) customer_id as id, as_of, attributes, left_later from attribute_snapshot
    where branch_id = ${branchId} and left_later is not null
    order by customer_id, as_of desc`.execute(db)
  const asOf = rows.reduce<Day | null>((newest, row) => (newest && newest > row.as_of ? newest : row.as_of), null)
  return {
    rows: rows.map((row) => asSeenOn(row, asOf ?? row.as_of)),
    labels: rows.map((row) => row.left_later),
    asOf,
  }
}

/** Snapshots of several days are laid over one another: a day cell keeps its distance from the day it was seen. */
const asSeenOn = ({ as_of, attributes }: SnapshotRow, day: Day): RawRow => {
  const row = attributes as RawRow
  const shift = daysBetween(as_of, day)
  if (shift === 0) return row
  return Object.fromEntries(
    Object.entries(row).map(([column, cell]) => [
      column,
      typeof cell === 'string' && isDay(cell.trim()) ? addDays(cell.trim(), shift) : cell,
    ]),
  )
}
