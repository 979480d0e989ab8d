import { driftCounter } from '#domain/churn/drift.ts'
import { bordersBy } from '#domain/churn/campaign-figures.ts'
import { bandOfRisk } from '#domain/churn/risk-band.ts'
import { knownColumns, knowsEnough } from '#domain/churn/known-columns.ts'
import { type Reason, reasonsOf } from '#domain/churn/reasons.ts'
import { moneyAtRisk, scorerOf, type Score } from '#domain/churn/score.ts'
import type { SignalPart } from '#domain/churn/signals.ts'
import type { RawRow } from '#domain/churn/table.ts'
import type { Day, Month } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Standing } from '#domain/portfolio/standing.ts'
import type { Db } from '#server/db/pool.ts'
import type { Assess, Assessment, StoredReason } from '#server/portfolio/write-standings.ts'
import { campaignFiguresOf } from './campaign-figures.ts'
import { keepCounted } from './drift.ts'
import { knownCustomers, knownInOrder } from './known.ts'
import { activeModel, meaningsOf, modelFor, type StoredModel } from './model.ts'
import { signalsOf } from './signals-of.ts'
import { newestSnapshots, type Snapshot } from './snapshots.ts'

/**
 * How likely customers are to leave, as it stood on a day: by the branch's model where a snapshot holds enough of what it looks at,
 * else by signals, which are points and no probability; of whom too little is known, nothing is said. A customer the model learnt from is scored by a copy that did not see them. Who has
 * left already is not assessed. Inside a transaction, parts in the order of their ids. [R-13][R-31]
 */
export const assessor = async (db: Db, branchId: number, day: Day): Promise<Assessor> => {
  const stored = await activeModel(db, branchId)
  const byModel = stored && (await modelAssessor(db, branchId, stored))
  // With a model few are left to signals; without, all of them.
  const knownOf = stored
    ? (ids: readonly Id[]) => knownCustomers(db, branchId, ids, day)
    : await knownInOrder(db, branchId, day)
  const assess: Assess = async (part) => {
    const here = part.filter(({ present }) => present)
    const ids = here.map(({ customerId }) => customerId)
    const assessed = new Map<Id, Assessment>()
    const snapshots = stored ? await newestSnapshots(db, branchId, ids, day, stored.id) : new Map<Id, Snapshot>()
    for (const standing of here) {
      const snapshot = snapshots.get(standing.customerId)
      const said = byModel && snapshot ? byModel.assess(standing, snapshot) : null
      if (said) assessed.set(standing.customerId, said)
    }
    const others = ids.filter((id) => !assessed.has(id))
    for (const [id, known] of await knownOf(others)) {
      const scored = signalsOf(known, day)
      if (scored)
        assessed.set(id, {
          risk: null,
          points: scored.score,
          band: scored.band,
          atRisk: null,
          reasons: scored.reasons.map(reasonOfSignal),
          modelId: null,
          snapshotOn: null,
        })
    }
    return assessed
  }
  const keepDrift = async (month: Month): Promise<void> => {
    if (stored && byModel) await keepCounted(db, branchId, stored.id, month, byModel.counted())
  }
  return { assess, keepDrift }
}

/** `keepDrift`: keeps how those the model scored lay, once all parts are assessed. */
export type Assessor = { assess: Assess; keepDrift: (month: Month) => Promise<void> }

const modelAssessor = async (db: Db, branchId: number, stored: StoredModel) => {
  const { id } = stored
  const columns = stored.model.spec.features.map(({ name }) => name)
  const meanings = await meaningsOf(db, branchId, columns)
  const model = await modelFor(db, branchId, stored)
  const borders = bordersBy(await campaignFiguresOf(db, branchId))
  const counter = driftCounter(stored.model.spec, stored.model.baseline?.cuts ?? [])
  const scorers = new Map<string, (row: RawRow) => Score>()
  const scorerFor = ({ asOf, fold }: Snapshot): ((row: RawRow) => Score) => {
    const key = `${fold ?? ''} ${asOf}`
    const made = scorers.get(key)
    if (made) return made
    const scorer = scorerOf(model(fold), asOf)
    if (!scorer.ok) throw new Error(`model ${id}: ${scorer.error.code}`)
    scorers.set(key, scorer.value)
    return scorer.value
  }
  const assess = ({ paid12, months }: Standing, snapshot: Snapshot): Assessment | null => {
    if (!knowsEnough(knownColumns(stored.model, snapshot.row))) return null
    const score = scorerFor(snapshot)(snapshot.row)
    counter.add(snapshot.row, snapshot.asOf, score.probability)
    return {
      risk: score.probability,
      points: null,
      band: bandOfRisk(score.probability, borders),
      atRisk: months > 0 ? moneyAtRisk(score.probability, paid12) : null,
      reasons: reasonsOf(model(snapshot.fold), { ...snapshot, score, meanings }).map(reasonOfModel),
      modelId: id,
      snapshotOn: snapshot.asOf,
    }
  }
  return { assess, counted: counter.counted }
}

export const reasonOfModel = ({ said, changeable, contribution }: Reason): StoredReason => ({
  ...said,
  changeable,
  weight: Math.round(contribution * 1e4) / 1e4,
})

export const reasonOfSignal = ({ said, changeable, points }: SignalPart): StoredReason => ({
  ...said,
  changeable,
  weight: points,
})
