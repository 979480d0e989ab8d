import { sql } from 'kysely'
import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Id } from '#domain/kernel/id.ts'
import { usualHours, type WorkingTime } from '#domain/kernel/working-hours.ts'
import { givenBy } from '#domain/retention/case.ts'
import { clocksOf } from '#domain/retention/case-clock.ts'
import { type CaseState, type Offering, stageOf } from '#domain/retention/case-state.ts'
import type { Sensitivity } from '#domain/retention/way.ts'
import type { Db } from '#server/db/pool.ts'

/** What a customer was like when an offer was made, so that offers are compared among customers alike. */
export type Likeness = { kind: CustomerKind; tier: string | null; sensitivity: Sensitivity | null }

export const caseTime = ({ timeZone }: { timeZone: string }): WorkingTime => ({ hours: usualHours, timeZone })

/** The columns lists and clocks read of a case. */
export const columnsOf = (state: CaseState, time: WorkingTime) => {
  const clocks = clocksOf(state, time)
  const next = clocks.find(({ who }) => who === 'owner')
  const lead = clocks.find(({ who }) => who === 'lead')
  return {
    stage: stageOf(state),
    owner_id: state.ownerId,
    next_kind: next?.kind ?? null,
    next_due: next?.dueAt ?? null,
    lead_kind: lead?.kind === 'approve' || lead?.kind === 'dispatch' ? lead.kind : null,
    lead_due: lead?.dueAt ?? null,
    outcome: state.ended?.outcome ?? null,
  }
}

/** Writes where a case stands now beside its events. */
export const projectCase = async (
  trx: Db,
  branchId: number,
  at: Date,
  { id, state, time, like, version }: { id: Id; state: CaseState; time: WorkingTime; like: Likeness; version: number },
): Promise<void> => {
  await trx
    .updateTable('retention_case')
    .set({ ...columnsOf(state, time), changed_at: at, version })
    .where('branch_id', '=', branchId)
    .where('id', '=', id)
    .execute()
  await trx
    .deleteFrom('retention_offering')
    .where('branch_id', '=', branchId)
    .where('case_id', '=', id)
    .where('id', '!=', sql<Id>`all(${state.offerings.map((each) => each.id)}::uuid[])`)
    .execute()
  for (const offering of state.offerings) {
    const columns = offeringColumns(offering, state)
    if (!columns) continue
    const row = { branch_id: branchId, case_id: id, id: offering.id, ...columns }
    await trx
      .insertInto('retention_offering')
      .values({ ...row, ...like })
      .onConflict((on) => on.columns(['branch_id', 'case_id', 'id']).doUpdateSet(row))
      .execute()
  }
}

/** The columns budgets and success are counted by; null of an offer made in words only. */
export const offeringColumns = (offering: Offering, state: CaseState) => {
  const giver = givenBy(offering)
  const { offerId, way } = offering.offer
  if (offerId === null || way === null) return null
  return {
    offer_key: offerId,
    way,
    cost_fen: offering.offer.cost,
    given_by: giver,
    given_at: giver === null ? null : (offering.madeAt ?? offering.approvalAskedAt),
    made: offering.madeAt !== null,
    stayed: state.followUp && state.ended ? state.ended.outcome !== 'left' : null,
  }
}
