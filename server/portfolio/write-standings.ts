import { sql } from 'kysely'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Params } from '#domain/kernel/said.ts'
import type { Standing } from '#domain/portfolio/standing.ts'
import type { Db } from '#server/db/pool.ts'

/** One stored reason: a coded sentence, whether somebody can change it, and how much it weighs (logit, or points). */
export type StoredReason = { code: string; params: Params; changeable: boolean; weight: number }

/** What is known of a customer's leaning to leave, beside the money. */
export type Assessment = {
  /** 0–1 where a model gave one. */
  risk: number | null
  /** 0–100 where only signals are known. */
  points: number | null
  band: 'low' | 'raised' | 'high' | null
  atRisk: Fen | null
  reasons: readonly StoredReason[]
  modelId: Id | null
  /** The day of the snapshot a model read; null where none did. */
  snapshotOn: Day | null
}

/** Assesses the customers of one part; those it leaves out have no assessment. */
export type Assess = (part: readonly Standing[]) => Promise<ReadonlyMap<Id, Assessment>>

const PART = 5000

/** Replaces a month's rows, part by part, so that a million customers do not stand in memory with all their reasons. */
export const writeStandings = async (
  trx: Db,
  branchId: number,
  month: number,
  rows: readonly Standing[],
  assess: Assess,
): Promise<void> => {
  await trx.deleteFrom('standing').where('branch_id', '=', branchId).where('month', '=', month).execute()
  for (let from = 0; from < rows.length; from += PART) {
    const part = rows.slice(from, from + PART)
    await insertPart(trx, branchId, month, part, await assess(part))
  }
}

const insertPart = async (
  trx: Db,
  branchId: number,
  month: number,
  part: readonly Standing[],
  known: ReadonlyMap<Id, Assessment>,
): Promise<void> => {
  const rows = part.map(({ customerId: id, kind, state, paid12, months, value, rank, top, tier }) => {
    const { atRisk: at_risk, modelId: model, snapshotOn: seen, ...one } = known.get(id) ?? unknown
    return {
      id,
      kind,
      state,
      paid: months > 0 ? paid12 : null,
      months,
      value,
      rank,
      top,
      tier,
      ...one,
      at_risk,
      model,
      seen,
    }
  })
  await sql`
    insert into standing (branch_id, month, customer_id, kind, state, paid12_fen, months_billed, value_fen, rank, top_share,
      tier, risk, signal_points, band, at_risk_fen, reasons, model_id, snapshot_on)
    select ${branchId}::int, ${month}::int, t.id, t.kind, t.state, t.paid, t.months, t.value, t.rank, t.top,
      t.tier, t.risk, t.points, t.band, t.at_risk, t.reasons, t.model, t.seen
    from json_to_recordset(${JSON.stringify(rows)}::json) as t(id uuid, kind text, state text, paid bigint, months int,
      value bigint, rank int, top float8, tier text, risk float8, points int, band text, at_risk bigint, reasons jsonb, model uuid, seen date)`.execute(
    trx,
  )
}

const unknown: Assessment = {
  risk: null,
  points: null,
  band: null,
  atRisk: null,
  reasons: [],
  modelId: null,
  snapshotOn: null,
}
