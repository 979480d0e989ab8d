import { sql } from 'kysely'
import type { Reply } from '#api/endpoint.ts'
import type { warningEndpoints } from '#api/warning.ts'
import { LEAST } from '#domain/churn/prepare.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Params } from '#domain/kernel/said.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { customersWithin } from '#server/customer/filter.ts'
import { newestDrift } from './drift.ts'
import { activeModel, meaningsOf, type StoredModel } from './model.ts'
import { TRAINING } from './train.ts'

type Shown = Reply<(typeof warningEndpoints)['GET /api/warning']>

/** The page about the warning itself: how good it is, what it rests on, and how many it warns of. */
export const showWarning = async (db: Db, caller: Caller): Promise<Shown> => {
  const { branchId } = caller
  const stored = await activeModel(db, branchId)
  return {
    ...(await newestMonth(db, caller)),
    model: stored && (await shownModel(db, branchId, stored)),
    drift: stored && (await newestDrift(db, branchId, stored)),
    least: LEAST,
    labels: await labelsOf(db, branchId),
    training: await lastTraining(db, caller),
    counts: await countsOf(db, caller),
  }
}

const newestMonth = async (db: Db, { branchId, timeZone }: Caller): Promise<Pick<Shown, 'month' | 'asOf'>> => {
  const row = await db
    .selectFrom('standing_month')
    .select(['month', 'computed_at'])
    .where('branch_id', '=', branchId)
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
  return { month: row ? monthOfNumber(row.month) : null, asOf: row ? dayIn(row.computed_at, timeZone) : null }
}

const shownModel = async (db: Db, branchId: number, { id, model, trainedAt, trainedBy }: StoredModel) => {
  const by = trainedBy
    ? await db
        .selectFrom('staff')
        .select('name')
        .where('branch_id', '=', branchId)
        .where('id', '=', trainedBy)
        .executeTakeFirst()
    : null
  const names = model.spec.features.map(({ name }) => name)
  const meanings = await meaningsOf(db, branchId, names)
  return {
    id,
    trainedAt: trainedAt.toISOString(),
    trainedBy: by?.name ?? null,
    rows: model.rows,
    leavers: model.leavers,
    asOf: model.asOf,
    quality: model.quality,
    calibration: model.calibration.kind,
    notices: model.notices,
    alarms: model.alarms,
    excluded: model.notices.flatMap(({ code, params }) => (code === 'column.excluded' ? [params.column] : [])),
    columns: names
      .map((name, f) => ({ name, meaning: meanings[name] ?? null, weight: spreadOf(model.additive.shapes[f] ?? []) }))
      .toSorted((a, b) => b.weight - a.weight),
  } as Shown['model']
}

/** How far a column can move the score by itself: from its lowest to its highest, on the logit scale. */
const spreadOf = (shape: readonly number[]): number =>
  shape.length === 0 ? 0 : Math.max(...shape) - Math.min(...shape)

const labelsOf = async (db: Db, branchId: number): Promise<Shown['labels']> => {
  const { rows } = await sql<Shown['labels']>`
    select count(*)::int as rows, count(*) filter (where left_later)::int as leavers, max(as_of)::text as "asOf"
    from (select distinct on (customer_id) left_later, as_of from attribute_snapshot
      where branch_id = ${branchId} and left_later is not null order by customer_id, as_of desc) newest`.execute(db)
  return rows[0] ?? { rows: 0, leavers: 0, asOf: null }
}

const lastTraining = async (db: Db, caller: Caller): Promise<Shown['training']> => {
  const row = await db
    .selectFrom('job')
    .leftJoin('staff', (on) => on.onRef('staff.branch_id', '=', 'job.branch_id').onRef('staff.id', '=', 'job.asked_by'))
    .select([
      'job.id',
      'job.state',
      'job.done',
      'job.total',
      'job.problem',
      'job.asked_by',
      'job.asked_at',
      'staff.name',
    ])
    .where('job.branch_id', '=', caller.branchId)
    .where('job.name', '=', TRAINING)
    .orderBy('job.asked_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (!row) return null
  return {
    jobId: row.id,
    state: row.state,
    done: row.done,
    total: row.total,
    problem: row.problem as { code: string; params: Params } | null,
    by: row.name,
    mine: row.asked_by === caller.staffId,
    askedAt: row.asked_at.toISOString(),
  }
}

const countsOf = async (db: Db, caller: Caller): Promise<Shown['counts']> => {
  const count = (band: string) => sql<number>`count(*) filter (where standing.band = ${band})::int`
  return customersWithin(db, caller, 'customer.read')
    .where(sql<boolean>`standing.state is distinct from 'left'`)
    .where('customer.left_on', 'is', null)
    .select([
      count('high').as('high'),
      count('raised').as('raised'),
      count('low').as('low'),
      sql<number>`count(*) filter (where standing.band is null)::int`.as('unknown'),
      sql<number>`count(standing.model_id)::int`.as('byModel'),
      sql<number | null>`(sum(standing.at_risk_fen) filter (where standing.band <> 'low'))::bigint`.as('atRiskFen'),
    ])
    .executeTakeFirstOrThrow()
}
