import type { Reply } from '#api/endpoint.ts'
import type { retentionEndpoints } from '#api/retention.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { spendingOf } from '#domain/retention/authority.ts'
import { reduceCase, spentIn } from '#domain/retention/case.ts'
import type { CaseEvent } from '#domain/retention/case-event.ts'
import { rankOffers, type TodaysNeed } from '#domain/retention/offer.ts'
import { authorityOf } from '#domain/retention/rules.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { approversOf, spentElsewhere } from './authority.ts'
import { eventsOf } from './events.ts'
import { offersOf, pastOffers } from './offers.ts'
import { rulesOf } from './rules.ts'
import { requireCase, requireSubject } from './subject.ts'

type Ranked = Reply<(typeof retentionEndpoints)['GET /api/retention/:id/offers']>

/** What could be offered in a case: what answers a reason given in it first, each with whose word it needs [R-08, R-10, R-12, P-30]. */
export const rankedOffers = async (db: Db, caller: Caller, now: Date, id: Id): Promise<Ranked> => {
  const { customer_id } = await requireCase(db, caller, id)
  const subject = await requireSubject(db, caller, customer_id, 'contact.run')
  const events = await eventsOf(db, caller.branchId, [id])
  const state = reduceCase(events)
  const rules = await rulesOf(db, caller.branchId)
  const today = dayIn(now, caller.timeZone)
  const authority = authorityOf(caller.roles, rules)
  const inCase = spentIn(state, caller.staffId)
  const spent = { inCase, inMonth: inCase + (await spentElsewhere(db, caller, today, id)) }
  const approvers = await approversOf(db, caller.branchId, subject.owned, rules)
  const rows = rankOffers(await offersOf(db, caller.branchId), {
    kind: subject.kind,
    tier: subject.tier,
    sensitivity: subject.sensitivity,
    needs: needsIn(events, caller.timeZone),
    today,
    past: await pastOffers(db, caller.branchId),
    ways: rules.ways,
  })
  return {
    rows: rows.map(({ offer, why }) => {
      const spending = spendingOf(offer.cost, authority, spent)
      const askWhom = spending.by === 'own' ? [] : approvers(offer.cost, caller.staffId)
      return {
        key: offer.id,
        name: offer.name,
        way: offer.way,
        costFen: offer.cost,
        benefitFen: offer.benefit,
        months: offer.months,
        addsTermMonths: offer.addsTermMonths,
        why,
        spending: { ...spending, askWhom: askWhom.map(({ name }) => name) },
      }
    }),
    sensitivity: subject.sensitivity,
    leftFen: {
      inCase: Math.max(0, authority.perCase - spent.inCase),
      inMonth: Math.max(0, authority.perMonth - spent.inMonth),
    },
  }
}

/** The reasons noted in the case are the needs of today: the customer's own first, then what we took them to be. */
const needsIn = (events: readonly CaseEvent[], timeZone: string): TodaysNeed[] =>
  events
    .flatMap((event) =>
      event.type === 'reasonsNoted'
        ? event.reasons
            .filter(({ voice }) => voice !== 'model')
            .map(({ reason, voice, words }) => ({ key: reason, voice, words, on: dayIn(event.at, timeZone) }))
        : [],
    )
    .toSorted((a, b) => Number(a.voice !== 'customer') - Number(b.voice !== 'customer'))
    .map(({ voice: _voice, ...need }, place) => ({ ...need, rank: place + 1 }))
