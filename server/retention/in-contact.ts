import { dayIn } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Refusal } from '#domain/playbook/refusal.ts'
import type { RunState } from '#domain/playbook/state.ts'
import { spendingOf } from '#domain/retention/authority.ts'
import { spentIn } from '#domain/retention/case.ts'
import { againstOffers, type OfferInContact, offerInWords } from '#domain/retention/from-contact.ts'
import { isOpenTo } from '#domain/retention/offer.ts'
import { authorityOf } from '#domain/retention/rules.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { lockSpending, spentElsewhere } from './authority.ts'
import { statesOfCustomer } from './events.ts'
import { openAmong } from './from-contact.ts'
import { asGiven } from './given-offer.ts'
import { offersOf } from './offers.ts'
import { rulesOf } from './rules.ts'

type Offered = Pick<RunState['offers'][number], 'what' | 'key'>

/**
 * Why an offer may not be put before this customer in a talk: the case is settled or the way out is owed; it is not on the branch's list
 * for them today; or it needs somebody's yes, or the customer's express word, which is given on the case [R-09, P-30]. Words alone, without
 * an offer of the list, cost nothing and need nobody.
 */
export const againstOffering = async (
  trx: Db,
  caller: Caller,
  now: Date,
  customer: { id: Id },
  { offers, wayOutTold }: { offers: RunState['offers']; wayOutTold: boolean },
  { key }: Offered,
): Promise<Refusal | null> => {
  const state = openAmong(await statesOfCustomer(trx, caller.branchId, customer.id))
  const against = state && againstOffers(state, wayOutTold)
  if (against) return { code: against, params: {} }
  if (key === undefined) return null
  const { kind } = await trx
    .selectFrom('customer')
    .select('kind')
    .where('branch_id', '=', caller.branchId)
    .where('id', '=', customer.id)
    .executeTakeFirstOrThrow()
  const today = dayIn(now, caller.timeZone)
  const list = await offersOf(trx, caller.branchId)
  const offer = list.find(({ id }) => id === key)
  if (!state?.caseId || !offer || !isOpenTo(offer, kind, today)) return { code: 'offer.unknown', params: {} }
  if (state.offerings.some((each) => each.offer.offerId === key && each.standing === 'approved')) return null
  if (offer.addsTermMonths > 0 || offer.openTo !== 'alike') return { code: 'offer.onCase', params: {} }
  await lockSpending(trx, caller)
  const talked = givenInTalk(offers, new Map(list.map(({ id, cost }) => [id, cost])))
  const inCase = spentIn(state, caller.staffId) + talked
  const inMonth = inCase + (await spentElsewhere(trx, caller, today, state.caseId))
  const authority = authorityOf(caller.roles, await rulesOf(trx, caller.branchId))
  const { by } = spendingOf(offer.cost, authority, { inCase, inMonth })
  return by === 'own' ? null : { code: 'offer.onCase', params: {} }
}

/** What this talk has given already and the case does not know yet. */
const givenInTalk = (offers: RunState['offers'], costs: ReadonlyMap<string, Fen>): Fen =>
  offers
    .filter(({ answer }) => answer === 'accepted')
    .reduce((sum, { key }) => sum + ((key === undefined ? undefined : costs.get(key)) ?? 0), 0)

/** What was offered in a talk, as a case keeps it; an offer since gone from the list stays as it was said. */
export const offersInContact = async (
  db: Db,
  branchId: number,
  offers: RunState['offers'],
): Promise<OfferInContact[]> => {
  const list = offers.some(({ key }) => key !== undefined) ? await offersOf(db, branchId) : []
  return offers.map(({ id, key, what, answer }) => {
    const offer = list.find((each) => each.id === key)
    return { id, answer, offer: offer ? asGiven(offer, false) : offerInWords(what) }
  })
}
