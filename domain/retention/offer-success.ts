import type { CustomerKind } from '#domain/customer/kind.ts'
import { type Interval, shareInterval } from '#domain/statistics/interval.ts'
import { type OfferWay, offerWays, type Sensitivity } from './way.ts'

/** An offer made in an earlier case and what became of the customer; null while the follow-up is still to come. */
export type PastOffer = {
  offerId: string
  way: OfferWay
  kind: CustomerKind
  tier: string | null
  sensitivity: Sensitivity | null
  stayed: boolean | null
}

type Likeness = Pick<PastOffer, 'kind' | 'tier' | 'sensitivity'>

/** How often customers who got an offer were still there. `rate` null means not yet enough. `alike`: seen on customers alike, else on all. */
export type OfferSuccess = { stayed: number; of: number; rate: Interval | null; alike: boolean; least: number }

/** With fewer the interval is wider than ±17 points and tells no offer from another. */
export const LEAST_OFFERS = 30

/** Alike in all three, then without the tier, then in kind alone, then anybody: the first of these with enough customers answers. */
const circles: readonly (readonly (keyof Likeness)[])[] = [
  ['kind', 'sensitivity', 'tier'],
  ['kind', 'sensitivity'],
  ['kind'],
  [],
]

/**
 * How often customers alike stayed after an offer, with its 95 % interval (Wilson 1927); `offerId` null pools all offers. It says what became of
 * them, not what the offer caused: only a holdout can say that (`effectOf`). Below `least` customers in every
 * circle it says "not yet enough", with the count of all. Who accepted and who declined count alike, or an offer that nobody wants would look good.
 */
export const successOf = (
  offerId: string | null,
  past: readonly PastOffer[],
  like: Likeness,
  least: number = LEAST_OFFERS,
): OfferSuccess => {
  const own = past.filter((each) => each.stayed !== null && (offerId === null || each.offerId === offerId))
  for (const [width, same] of circles.entries()) {
    const circle = own.filter((each) => same.every((trait) => each[trait] === like[trait]))
    if (circle.length < least) continue
    const stayed = circle.filter((each) => each.stayed === true).length
    return {
      stayed,
      of: circle.length,
      rate: shareInterval(stayed / circle.length, circle.length),
      alike: width < 3,
      least,
    }
  }
  return { stayed: own.filter((each) => each.stayed === true).length, of: own.length, rate: null, alike: false, least }
}

/** How often customers stayed after an offer of each way; a rate is null while too few. */
export type StaysByWay = { way: OfferWay; stayed: number; of: number; rate: Interval | null }[]

/**
 * The ways beside each other. Who gets which way is chosen, not drawn, so a way that stands above another may owe it to its
 * customers: what a way caused is told by the holdout of a campaign that tried it (`effectOf`), and shown beside.
 */
export const staysByWay = (past: readonly PastOffer[], least: number = LEAST_OFFERS): StaysByWay =>
  offerWays.map((way) => {
    const own = past.filter((each) => each.way === way && each.stayed !== null)
    const stayed = own.filter((each) => each.stayed === true).length
    return {
      way,
      stayed,
      of: own.length,
      rate: own.length >= least ? shareInterval(stayed / own.length, own.length) : null,
    }
  })
