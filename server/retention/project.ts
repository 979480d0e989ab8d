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
  for (const offering of state.offerings) {
    const row = { branch_id: branchId, case_id: id, id: offering.id, ...offeringColumns(offering, state) }
    await trx
      .insertInto('retention_offering')
      .values({ ...row, ...like })
      .onConflict((on) => on.columns(['branch_id', 'case_id', 'id']).doUpdateSet(row))
      .execute()
  }
}

/** The columns budgets and success are counted by. */
export const offeringColumns = (offering: Offering, state: CaseState) => {
  const giver = givenBy(offering)
  return {
    offer_key: offering.offer.offerId,
    way: offering.offer.way,
    cost_fen: offering.offer.cost,
    given_by: giver,
    given_at: giver === null ? null : (offering.madeAt ?? offering.approvalAskedAt),
    made: offering.madeAt !== null,
    stayed: state.followUp && state.ended ? state.ended.outcome !== 'left' : null,
  }
}
