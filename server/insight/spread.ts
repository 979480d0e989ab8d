import { sql } from 'kysely'
import { distributionOf } from '#domain/insight/distribution.ts'
import { ownUntil } from '#domain/insight/own-first.ts'
import { keptFigure, type Period, type PromiseRecord } from '#domain/insight/promises.ts'
import { explainedOutlier } from '#domain/insight/spread.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Month } from '#domain/kernel/day.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { idsOf, type Whose } from './whose.ts'

/** One place of the plot: a percentage point. */
const STEP = 0.01

/** How the kept rate spreads over the people of a team, nobody named; those who have not looked themselves are left out yet. */
export const spreadOf = async (
  db: Db,
  caller: Caller,
  whose: Whose,
  month: Month,
  promises: { records: readonly PromiseRecord[]; period: Period; now: Date },
  open: ReadonlySet<Id>,
) => {
  const { records, period, now } = promises
  const carried = await openPromises(db, caller.branchId, idsOf(whose))
  const owned = Map.groupBy(records, ({ ownerId }) => ownerId)
  const values = idsOf(whose)
    .filter((id) => open.has(id))
    .flatMap((personId) => {
      const { value } = keptFigure(owned.get(personId) ?? [], period, now)
      return value === null ? [] : [{ personId, value, open: carried.get(personId) ?? 0 }]
    })
  const spread = distributionOf(values, caller.staffId, STEP)
  const outlier = spread.ok ? explainedOutlier(values) : null
  return {
    shown: spread.ok ? spread.value : null,
    refused: spread.ok ? null : spread.error,
    outlier: outlier && { value: Math.round(outlier.value / STEP) * STEP, openPromises: outlier.open },
    waiting: idsOf(whose).length - idsOf(whose).filter((id) => open.has(id)).length,
    ownUntil: ownUntil(month),
  }
}

const openPromises = async (db: Db, branchId: number, owners: readonly Id[]): Promise<Map<Id, number>> => {
  const rows = await db
    .selectFrom('promise')
    .select(['owner_id', sql<number>`count(*)::int`.as('n')])
    .where('branch_id', '=', branchId)
    .where('state', '=', 'open')
    .where('owner_id', '=', sql<Id>`any(${[...owners]}::uuid[])`)
    .groupBy('owner_id')
    .execute()
  return new Map(rows.map(({ owner_id, n }) => [owner_id, n]))
}
