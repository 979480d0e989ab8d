import { sql } from 'kysely'
import type { FeatureHistory } from '#domain/churn/reasons.ts'
import type { Raw, RawRow } from '#domain/churn/table.ts'
import { addDays, type Day, daysBetween, isDay, type Month, monthOf } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Db } from '#server/db/pool.ts'

/** What was known of a customer on a day, and how its columns stood in earlier months where they are known. `fold` says that the
 * model learnt from this very row, and which of its copies did not. */
export type Snapshot = { asOf: Day; row: RawRow; fold: number | null; history?: FeatureHistory }

type SnapshotRow = { id: Id; as_of: Day; attributes: unknown; fold: number | null }

/** A year back: older states say nothing about the movement that led here. */
const MONTHS_KEPT = 13

/** The newest snapshot of each customer that is not after `day`, as this model met it. */
export const newestSnapshots = async (
  db: Db,
  branchId: number,
  ids: readonly Id[],
  day: Day,
  modelId: Id,
): Promise<Map<Id, Snapshot>> => {
  const { rows } = await sql<SnapshotRow>`
    select customer_id as id, as_of, attributes, (folds ->> ${modelId})::int as fold from attribute_snapshot
    where branch_id = ${branchId} and customer_id = any(${[...ids]}::uuid[]) and as_of <= ${day}::date
    order by customer_id, as_of desc`.execute(db)
  const found = new Map<Id, Snapshot>()
  for (const [id, own] of Map.groupBy(rows, (row) => row.id)) {
    const newest = own[0]
    if (!newest) continue
    const history = historyOf(own.slice(0, MONTHS_KEPT))
    const { as_of: asOf, attributes, fold } = newest
    found.set(id, { asOf, row: attributes as RawRow, fold, ...(history ? { history } : {}) })
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

/** Whose snapshot of which day, in the order of the rows. */
type LabelledKey = { id: Id; asOf: Day }

/** The rows a model can learn from: each customer's newest snapshot that says whether they left afterwards. */
export const labelledSnapshots = async (
  db: Db,
  branchId: number,
): Promise<{ rows: RawRow[]; labels: boolean[]; keys: LabelledKey[]; asOf: Day | null }> => {
  const { rows } = await sql<SnapshotRow & { left_later: boolean }>`
    select distinct on (customer_id) customer_id as id, as_of, attributes, left_later from attribute_snapshot
    where branch_id = ${branchId} and left_later is not null
    order by customer_id, as_of desc`.execute(db)
  const asOf = rows.reduce<Day | null>((newest, row) => (newest && newest > row.as_of ? newest : row.as_of), null)
  return {
    rows: rows.map((row) => asSeenOn(row, asOf ?? row.as_of)),
    labels: rows.map((row) => row.left_later),
    keys: rows.map(({ id, as_of }) => ({ id, asOf: as_of })),
    asOf,
  }
}

/** Remembers which copy of the model did not see which row; rows it did not learn from have none. */
export const keepFolds = async (
  trx: Db,
  branchId: number,
  modelId: Id,
  keys: readonly LabelledKey[],
  foldOf: readonly number[],
): Promise<void> => {
  await sql`
    update attribute_snapshot s set folds = s.folds || jsonb_build_object(${modelId}::text, f.fold)
    from unnest(${keys.map(({ id }) => id)}::uuid[], ${keys.map(({ asOf }) => asOf)}::date[], ${[...foldOf]}::smallint[])
      as f (customer_id, as_of, fold)
    where s.branch_id = ${branchId} and s.customer_id = f.customer_id and s.as_of = f.as_of`.execute(trx)
}

/** Snapshots of several days are laid over one another: a day cell keeps its distance from the day it was seen. */
const asSeenOn = ({ as_of, attributes }: Pick<SnapshotRow, 'as_of' | 'attributes'>, day: Day): RawRow => {
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
