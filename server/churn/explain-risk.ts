import type { Reply } from '#api/endpoint.ts'
import type { warningEndpoints } from '#api/warning.ts'
import { billHealth } from '#domain/churn/bill-health.ts'
import { knownColumns, knowsEnough } from '#domain/churn/known-columns.ts'
import { splitByChangeable } from '#domain/churn/reasons.ts'
import { STARTING_SIGNALS } from '#domain/churn/signal-settings.ts'
import type { KnownCustomer } from '#domain/churn/signal-rules.ts'
import type { Day } from '#domain/kernel/day.ts'
import { monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { StoredReason } from '#server/portfolio/write-standings.ts'
import { reasonOfModel, reasonOfSignal } from './assess.ts'
import { knownCustomers } from './known.ts'
import { activeModel } from './model.ts'
import { type MadeBy, remake } from './remake.ts'
import { stayOfAlike } from './segments.ts'
import { signalsOf } from './signals-of.ts'
import { newestSnapshots } from './snapshots.ts'

type Explained = Reply<(typeof warningEndpoints)['GET /api/customers/:id/risk']>
type Made = Pick<
  Explained,
  'by' | 'asOf' | 'parts' | 'intercept' | 'logit' | 'unseen' | 'corrected' | 'model' | 'segment'
>

/** What a customer's risk is made of, part by part, beside what the newest month says of it. */
export const explainRisk = async (db: Db, caller: Caller, id: string, today: Day): Promise<Explained> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const [now, earlier] = await db
    .selectFrom('standing')
    .select([
      'month',
      'risk',
      'signal_points',
      'band',
      'at_risk_fen',
      'paid12_fen',
      'reasons',
      'model_id',
      'snapshot_on',
    ])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .orderBy('month', 'desc')
    .limit(2)
    .execute()
  const known = (await knownCustomers(db, caller.branchId, [id], today)).get(id) ?? {}
  const active = await activeModel(db, caller.branchId)
  const snapshot = active && (await newestSnapshots(db, caller.branchId, [id], today, active.id)).get(id)
  const columns = active && knownColumns(active.model, snapshot?.row ?? {})
  // what the page says was made by the version and the snapshot kept beside it; where there is none yet, by those of today
  const modelId = now?.model_id ?? active?.id
  const snapshotOn = now?.model_id ? now.snapshot_on : columns && knowsEnough(columns) ? snapshot?.asOf : null
  const made =
    (modelId && snapshotOn
      ? await madeByModel(
          db,
          caller.branchId,
          { customerId: id, modelId, snapshotOn, paid12: now?.paid12_fen ?? null },
          now?.risk ?? null,
        )
      : null) ?? (await madeBySignals(db, caller.branchId, known, today, active ? null : id))
  const { changeable, given } = splitByChangeable((now?.reasons ?? []) as unknown as StoredReason[])
  const { bills = [], use = [] } = known
  return {
    month: now ? monthOfNumber(now.month) : null,
    ...made,
    risk: now?.risk ?? null,
    points: now?.signal_points ?? null,
    band: now?.band ?? null,
    atRiskFen: now?.at_risk_fen ?? null,
    paid12Fen: now?.paid12_fen ?? null,
    before: earlier?.risk ?? null,
    missing: { bills: bills.length === 0, use: use.length === 0, columns },
    changeable,
    given,
    health: billHealth(bills, today, STARTING_SIGNALS.bills),
  }
}

/** Stored risks have seven digits; more than that apart and something they were made of was corrected since. */
const DIGITS = 1e-5

const madeByModel = async (db: Db, branchId: number, by: MadeBy, risk: number | null): Promise<Made | null> => {
  const made = await remake(db, branchId, by)
  if (!made) return null
  const { stored, score } = made
  return {
    by: 'model',
    asOf: made.asOf,
    parts: made.parts.map((part) => ({ ...reasonOfModel(part), column: part.column })),
    intercept: score.intercept,
    logit: score.logit,
    unseen: made.unseen,
    corrected: risk !== null && Math.abs(score.probability - risk) > DIGITS,
    model: { id: stored.id, trainedAt: stored.trainedAt.toISOString(), auc: stored.model.quality.auc },
    segment: null,
  }
}

/** `alike`: whose segment is asked how its customers stayed, where no model can say more. */
const madeBySignals = async (
  db: Db,
  branchId: number,
  known: KnownCustomer,
  today: Day,
  alike: string | null,
): Promise<Made> => {
  const scored = signalsOf(known, today)
  const parts = scored ? scored.parts.map((part) => ({ ...reasonOfSignal(part), column: null })) : []
  return {
    by: scored ? 'signals' : null,
    asOf: scored ? today : null,
    parts,
    intercept: null,
    logit: null,
    unseen: false,
    corrected: false,
    model: null,
    segment: alike === null ? null : await stayOfAlike(db, branchId, alike, today),
  }
}
