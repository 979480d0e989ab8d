import { dayIn } from '#domain/kernel/day.ts'
import type { GivenOffer } from '#domain/retention/case-event.ts'
import { isOpenTo, type Offer } from '#domain/retention/offer.ts'
import type { Db } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'
import { offersOf } from './offers.ts'
import type { Subject } from './subject.ts'

/** The offer as it stands today; one that is out of date or for others cannot be made. */
export const givenOffer = async (
  trx: Db,
  caller: Caller,
  now: Date,
  { kind }: Pick<Subject, 'kind'>,
  key: string,
  termAgreed: boolean,
): Promise<GivenOffer> => {
  const today = dayIn(now, caller.timeZone)
  const offer = (await offersOf(trx, caller.branchId)).find(({ id }) => id === key)
  return offer && isOpenTo(offer, kind, today) ? asGiven(offer, termAgreed) : fail('record.not_found')
}

export const asGiven = (offer: Offer, termAgreed: boolean): GivenOffer => {
  const { id: offerId, name, way, cost, benefit, addsTermMonths, openTo } = offer
  return { offerId, name, way, cost, benefit, addsTermMonths, termAgreed, openTo }
}
