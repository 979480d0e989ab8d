import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Fen } from '#domain/kernel/money.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type OfferSuccess, type PastOffer, successOf } from './offer-success.ts'
import { type OfferWay, type Sensitivity, usualWays, type WaysBySensitivity } from './way.ts'

/** Something within someone's authority that may be given. Money over all its months: `cost` ours, `benefit` what the customer saves or gets. */
export type Offer = {
  id: string
  name: { zh: string; en: string }
  way: OfferWay
  kinds: readonly CustomerKind[]
  /** Reasons to leave and needs (dossier keys or a branch's own words for a need) that it answers. */
  answers: readonly string[]
  cost: Fen
  benefit: Fen
  months: number
  addsTermMonths: number
  openTo: 'alike' | 'leaversOnly'
  from: Day
  until: Day | null
  /** How much the company wants it sold now, 0 for not at all; it never outweighs a need. */
  campaign: number
}

/** What the customer needs today: a recorded need, or the id of a reason to leave in this case. `words` as spoken. */
export type TodaysNeed = { key: string; words: string; on: Day; rank: number }

export type OfferAsk = {
  kind: CustomerKind
  tier: string | null
  sensitivity: Sensitivity | null
  needs: readonly TodaysNeed[]
  today: Day
  past: readonly PastOffer[]
  ways?: WaysBySensitivity
  least?: number
}

export type OfferFacts = {
  'offer.answersNeed': { words: string; on: Day; today: Day }
  'offer.noNeed': Record<string, never>
  'offer.fits': { sensitivity: Sensitivity; way: OfferWay }
  'offer.stayed': { stayed: number; of: number; low: number; high: number; alike: boolean }
  'offer.fewTried': { of: number; least: number }
  'offer.money': { cost: Fen; benefit: Fen; months: number }
}

/** An offer in its place, with the sentences that put it there: need, fit, what became of it with customers alike, and its money. */
export type RankedOffer = { offer: Offer; why: Said<OfferFacts>[]; answered: TodaysNeed[]; success: OfferSuccess }

/**
 * What to offer this customer, the best first. What answers a need of today stands above all that does not, the
 * customer's first need above the second; then what fits the sensitivity; then how often customers alike stayed (the lower end of the
 * interval; what is untried counts as the average); only then what a campaign wants, and the cheaper. Offers of other kinds, out of date or
 * meant only for leavers are not among them.
 */
export const rankOffers = (offers: readonly Offer[], ask: OfferAsk): RankedOffer[] => {
  const usual = successOf(null, ask.past, ask, ask.least).rate?.low ?? 0
  return offers
    .filter((offer) => mayBeOffered(offer, ask))
    .map((offer) => ranked(offer, ask))
    .map((each) => ({ ...each, place: placeOf(each, ask, usual) }))
    .sort((a, b) => compare(a.place, b.place) || (a.offer.id < b.offer.id ? -1 : 1))
    .map(({ place: _place, ...each }) => each)
}

const mayBeOffered = (offer: Offer, { kind, today }: OfferAsk): boolean =>
  isOpenTo(offer, kind, today) && offer.openTo === 'alike'

/** Within its days, and meant for customers of this kind. */
export const isOpenTo = ({ kinds, from, until }: Offer, kind: CustomerKind, today: Day): boolean =>
  kinds.includes(kind) && from <= today && (until === null || today <= until)

const ranked = (offer: Offer, ask: OfferAsk): RankedOffer => {
  const answered = ask.needs.filter(({ key }) => offer.answers.includes(key)).toSorted((a, b) => a.rank - b.rank)
  const success = successOf(offer.id, ask.past, ask, ask.least)
  return { offer, answered, success, why: whyOf(offer, answered, success, ask) }
}

const whyOf = (
  offer: Offer,
  answered: TodaysNeed[],
  { rate, stayed, of, alike, least }: OfferSuccess,
  ask: OfferAsk,
): Said<OfferFacts>[] => {
  const { way, cost, benefit, months } = offer
  const need = answered[0]
  const fits = ask.sensitivity !== null && fitOf(offer, ask) < Infinity
  return [
    need
      ? { code: 'offer.answersNeed', params: { words: need.words, on: need.on, today: ask.today } }
      : { code: 'offer.noNeed', params: {} },
    ...(fits && ask.sensitivity
      ? [{ code: 'offer.fits', params: { sensitivity: ask.sensitivity, way } } satisfies Said<OfferFacts>]
      : []),
    rate
      ? { code: 'offer.stayed', params: { stayed, of, low: rate.low, high: rate.high, alike } }
      : { code: 'offer.fewTried', params: { of, least } },
    { code: 'offer.money', params: { cost, benefit, months } },
  ]
}

/** The place of an offer's way among those that lead for this sensitivity; Infinity for none. */
const fitOf = ({ way }: Offer, { sensitivity, ways = usualWays }: OfferAsk): number => {
  const at = sensitivity === null ? -1 : ways[sensitivity].indexOf(way)
  return at === -1 ? Infinity : at
}

/** Smaller stands first, figure by figure. */
const placeOf = ({ offer, answered, success }: RankedOffer, ask: OfferAsk, usual: number): number[] => [
  answered[0]?.rank ?? Infinity,
  -answered.length,
  fitOf(offer, ask),
  -(success.rate?.low ?? usual),
  -offer.campaign,
  offer.cost,
]

const compare = (one: readonly number[], other: readonly number[]): number => {
  for (const [i, figure] of one.entries()) {
    const second = other[i] ?? 0
    if (figure !== second) return figure < second ? -1 : 1
  }
  return 0
}
