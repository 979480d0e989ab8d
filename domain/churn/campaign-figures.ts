import { type Fen, fenOf } from '#domain/kernel/money.ts'
import { acceptedBy, type CampaignAssumptions, PUBLISHED_CAMPAIGN } from './profit.ts'
import { type RiskBorders, STARTING_RISK_BANDS } from './risk-band.ts'

/** What a branch reckons a contact to keep a customer with: what one who is kept still brings, what the offer and the contact cost, and
 * the share of would-be leavers who accept, in percent. */
export type CampaignFigures = { value: Fen; offer: Fen; contact: Fen; accept: number }

const { value, offer, contact, accept } = PUBLISHED_CAMPAIGN
const mean = ({ alpha, beta }: CampaignAssumptions['accept']): number => alpha / (alpha + beta)

/** The paper's own, its euro read as yuan. */
export const PUBLISHED_FIGURES: CampaignFigures = {
  value: fenOf(value),
  offer: fenOf(offer),
  contact: fenOf(contact),
  accept: 100 * mean(accept),
}

/** The same as the profit is reckoned with, in fen. */
export const assumptionsOf = ({ accept, ...money }: CampaignFigures): CampaignAssumptions => ({
  ...money,
  accept: acceptedBy(accept / 100),
})

/**
 * The probability of leaving from which a contact pays for itself: who would leave brings what they accept less the contact, who would have
 * stayed takes the offer all the same (the terms of EMPC, Verbraken, Verbeke & Baesens 2013). 1 or more: nobody is worth a contact.
 */
export const paysFrom = ({ value, offer, contact, accept }: CampaignFigures): number => {
  const gained = (accept / 100) * (value - offer) + offer
  return gained > 0 ? (offer + contact) / gained : Infinity
}

/** From where the warning speaks: with a branch's own figures as soon as a contact pays, without them where it starts. */
export const bordersBy = (figures: CampaignFigures | null): RiskBorders => {
  if (figures === null) return STARTING_RISK_BANDS
  const raised = Math.min(1, paysFrom(figures))
  return { raised, high: Math.max(raised, STARTING_RISK_BANDS.high) }
}
