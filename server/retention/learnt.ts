import type { Reply } from '#api/endpoint.ts'
import type { offerEndpoints } from '#api/offer.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { perceptionGap } from '#domain/retention/case-reason.ts'
import type { CaseState } from '#domain/retention/case-state.ts'
import { LEAST_OFFERS, staysByWay } from '#domain/retention/offer-success.ts'
import { causedByWay } from '#server/campaign/by-way.ts'
import { customersWithin } from '#server/customer/filter.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { namesOf } from '#server/staff/names.ts'
import { statesOf } from './events.ts'
import { pastOffers } from './offers.ts'

type Learnt = Reply<(typeof offerEndpoints)['GET /api/retention-learnt']>
type Taught = CaseState & { lesson: NonNullable<CaseState['lesson']> }

/** So many closed cases back. */
const REMEMBERED = 500
const SHOWN = 20

/** What the closed cases in reach taught: reasons by the tree, stays by way of all the branch with what a campaign showed a way to cause, and the lessons in words. */
export const whatWasLearnt = async (db: Db, caller: Caller, now: Date): Promise<Learnt> => {
  const rows = await customersWithin(db, caller, 'customer.read')
    .innerJoin('retention_case', (on) =>
      on.on('retention_case.branch_id', '=', caller.branchId).onRef('retention_case.customer_id', '=', 'customer.id'),
    )
    .where('retention_case.stage', '=', 'closed')
    .select(['retention_case.id', 'retention_case.owner_id'])
    .orderBy('retention_case.changed_at', 'desc')
    .orderBy('retention_case.id')
    .limit(REMEMBERED)
    .execute()
  const ids = rows.map(({ id }) => id)
  const states = await statesOf(db, caller.branchId, ids)
  const names = await namesOf(
    db,
    caller.branchId,
    rows.flatMap(({ owner_id }) => owner_id ?? []),
  )
  const closed = ids.flatMap((id) => states.get(id) ?? []).filter((state): state is Taught => state.lesson !== null)
  const caused = await causedByWay(db, caller.branchId, dayIn(now, caller.timeZone))
  const ways = staysByWay(await pastOffers(db, caller.branchId)).map((each) => {
    const by = caused.get(each.way)
    return { ...each, caused: by ? { title: by.title, said: by.effect.said, share: by.effect.difference } : null }
  })
  return {
    reasons: byReason(closed),
    ways,
    least: LEAST_OFFERS,
    gap: perceptionGap(closed),
    lessons: closed.slice(0, SHOWN).map(({ caseId, lesson, ownerId }) => ({
      caseId: caseId ?? '',
      text: lesson.text,
      reason: lesson.reason,
      by: ownerId === null ? '' : (names.get(ownerId) ?? ''),
      on: dayIn(lesson.at, caller.timeZone),
      proposed: lesson.propose,
    })),
  }
}

const byReason = (closed: readonly Taught[]): Learnt['reasons'] =>
  [...Map.groupBy(closed, ({ lesson }) => lesson.reason)]
    .map(([reason, cases]) => ({
      reason,
      cases: cases.length,
      left: cases.filter(({ ended }) => ended?.outcome === 'left').length,
    }))
    .toSorted((a, b) => b.left - a.left || b.cases - a.cases)
