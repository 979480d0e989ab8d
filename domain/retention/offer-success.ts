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

/** How often customers stayed after an offer of each way, beside those who were held out; a rate is null while too few. */
export type StaysByWay = {
  ways: { way: OfferWay; stayed: number; of: number; rate: Interval | null }[]
  heldOut: { stayed: number; of: number; rate: Interval | null } | null
}

/**
 * The ways beside each other and beside the control group, as insight shows them. Who gets which way is chosen, not drawn, so a way that
 * stands above the control group may owe it to its customers: what a campaign caused is `effectOf` alone.
 */
export const staysByWay = (
  past: readonly PastOffer[],
  heldOut: { stayed: number; of: number } | null,
  least: number = LEAST_OFFERS,
): StaysByWay => {
  const rated = (stayed: number, of: number) => ({
    stayed,
    of,
    rate: of >= least ? shareInterval(stayed / of, of) : null,
  })
  const ways = offerWays.map((way) => {
    const own = past.filter((each) => each.way === way && each.stayed !== null)
    return { way, ...rated(own.filter((each) => each.stayed === true).length, own.length) }
  })
  return { ways, heldOut: heldOut && rated(heldOut.stayed, heldOut.of) }
}
