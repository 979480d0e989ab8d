import type { Reply } from '#api/endpoint.ts'
import type { warningEndpoints } from '#api/warning.ts'
import { billHealth } from '#domain/churn/bill-health.ts'
import { knownColumns, knowsEnough } from '#domain/churn/known-columns.ts'
import { contributionsOf, splitByChangeable } from '#domain/churn/reasons.ts'
import { scoreCustomer } from '#domain/churn/score.ts'
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
import { activeModel, meaningsOf, modelFor, type StoredModel } from './model.ts'
import { signalsOf } from './signals-of.ts'
import { newestSnapshots, type Snapshot } from './snapshots.ts'

type Explained = Reply<(typeof warningEndpoints)['GET /api/customers/:id/risk']>
type Made = Pick<Explained, 'by' | 'asOf' | 'parts' | 'intercept' | 'logit' | 'unseen' | 'model'>

/** What a customer's risk is made of, part by part, beside what the newest month says of it. */
export const explainRisk = async (db: Db, caller: Caller, id: string, today: Day): Promise<Explained> => {
  await requireCustomer(db, caller, id, 'customer.read')
  const [now, earlier] = await db
    .selectFrom('standing')
    .select(['month', 'risk', 'signal_points', 'band', 'at_risk_fen', 'paid12_fen', 'reasons'])
    .where('branch_id', '=', caller.branchId)
    .where('customer_id', '=', id)
    .orderBy('month', 'desc')
    .limit(2)
    .execute()
  const known = (await knownCustomers(db, caller.branchId, [id], today)).get(id) ?? {}
  const stored = await activeModel(db, caller.branchId)
  const snapshot = (await newestSnapshots(db, caller.branchId, [id], today)).get(id)
  const columns = stored && knownColumns(stored.model, snapshot?.row ?? {})
  const made =
    (stored && snapshot && columns && knowsEnough(columns)
      ? await madeByModel(db, caller.branchId, stored, snapshot)
      : null) ?? madeBySignals(known, today)
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

const madeByModel = async (db: Db, branchId: number, stored: StoredModel, snapshot: Snapshot): Promise<Made | null> => {
  const model = (await modelFor(db, branchId, stored))(snapshot.fold)
  const score = scoreCustomer(model, snapshot.row, snapshot.asOf)
  if (!score.ok) return null
  const columns = model.spec.features.map(({ name }) => name)
  const meanings = await meaningsOf(db, branchId, columns)
  const parts = contributionsOf(model, { ...snapshot, score: score.value, meanings })
  return {
    by: 'model',
    asOf: snapshot.asOf,
    parts: parts.map((part) => ({ ...reasonOfModel(part), column: part.column })),
    intercept: score.value.intercept,
    logit: score.value.logit,
    unseen: snapshot.fold !== null,
    model: { id: stored.id, trainedAt: stored.trainedAt.toISOString(), auc: model.quality.auc },
  }
}

const madeBySignals = (known: KnownCustomer, today: Day): Made => {
  const scored = signalsOf(known, today)
  const parts = scored ? scored.parts.map((part) => ({ ...reasonOfSignal(part), column: null })) : []
  return {
    by: scored ? 'signals' : null,
    asOf: scored ? today : null,
    parts,
    intercept: null,
    logit: null,
    unseen: false,
    model: null,
  }
}
