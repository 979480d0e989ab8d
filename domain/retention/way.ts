/** The six ways in which something can be offered. The names say what the customer gets, not what we sell. */
export const offerWays = ['advantage', 'care', 'bundle', 'fit', 'addition', 'service'] as const
export type OfferWay = (typeof offerWays)[number]

/**
 * The seven ways to retain as taught: new advantages, care, a bundle others lack, what fits this customer, a fitting
 * addition, better service when products are equal; and, the seventh, keeping measure: to retain (挽留) must not become to force
 * (强留). The seventh is taken by letting go well, never by an offer.
 */
export const ways = [...offerWays, 'measure'] as const
export type Way = (typeof ways)[number]

/** What moves a customer to stay or go [K-08]. */
export const sensitivities = ['safety', 'price', 'service', 'brand'] as const
export type Sensitivity = (typeof sensitivities)[number]

/** Which ways lead for whom, the first best. A starting point that an office edits. */
export type WaysBySensitivity = Readonly<Record<Sensitivity, readonly OfferWay[]>>

/** Price: what fits, then a bundle. Service: making it good, then a person who cares. Safety: steady service. Brand: what others lack. */
export const usualWays: WaysBySensitivity = {
  price: ['fit', 'bundle'],
  service: ['service', 'care'],
  safety: ['service', 'fit'],
  brand: ['advantage', 'addition'],
}
