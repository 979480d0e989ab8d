import type { Id } from '#domain/kernel/id.ts'
import type { CaseHappening, GivenOffer } from './case-event.ts'
import { type CaseState, isClosed } from './case-state.ts'

/** What was offered in a contact, by the run's event that noted it, and what they said to it. */
export type OfferInContact = { id: Id; offer: GivenOffer; answer: 'accepted' | 'declined' }

/** A filed contact as a retention case hears of it. */
export type HeldContact = {
  touch: Id
  direction: 'inbound' | 'outbound'
  reached: boolean
  /** Led by a playbook that persuades; any other one helps. */
  persuading: boolean
  /** What the customer hoped for in it, as the ledger has it. */
  expectations: readonly Id[]
  /** The way out was gone through with the customer. */
  wayOutTold: boolean
  /** What was put before the customer, and what was noted so by mistake. */
  offers: readonly OfferInContact[]
  offersTakenBack: readonly Id[]
}

/** One thing a contact tells; `part` names it within the contact, so that the same contact filed again tells it once. */
export type Told = { part: string; happening: CaseHappening }

/** An offer made in words only: nothing of the branch's list, and no money of ours. */
export const offerInWords = (what: string): GivenOffer => ({
  offerId: null,
  name: { zh: what, en: what },
  way: null,
  cost: 0,
  benefit: 0,
  addsTermMonths: 0,
  termAgreed: false,
  openTo: 'alike',
})

/**
 * What a contact adds to the customer's open case, so that nobody writes down twice what they have just said: the talk itself, which
 * counts against the guard when it persuaded, the hopes it brought, the way out where it was told, and each offer with its
 * answer, so that a "no" said there starts the same rest as one noted on the case. Nothing to a closed case or one nobody has. Once a word
 * is settled, or the customer has applied to leave, a talk is help whatever led it. `isTold`: the parts this contact told before.
 */
export const toldByContact = (
  state: CaseState,
  contact: HeldContact,
  isTold: (part: string) => boolean = () => false,
): Told[] => {
  if (!listens(state)) return []
  const { touch, direction, reached, persuading } = contact
  const still = persuading && state.settled === null && state.leave.requestedAt === null
  const talk: CaseHappening = { type: 'talked', touch, direction, reached, about: still ? 'staying' : 'helping' }
  const hopes = still ? contact.expectations.filter((id) => !state.expectations.includes(id)) : []
  const told: Told[] = [{ part: talkPart(reached), happening: talk }]
  if (reached) {
    if (contact.wayOutTold) told.push({ part: 'wayOutShown', happening: { type: 'wayOutShown', how: 'said' } })
    for (const expectation of hopes)
      told.push({ part: `expectation ${expectation}`, happening: { type: 'expectationTaken', expectation } })
    told.push(...offersTold(state, contact.offers, isTold))
  }
  return told.filter(({ part }) => !isTold(part))
}

/** The parts a contact told that no longer hold since it was corrected: an offer noted by mistake, a talk that reached nobody after all. */
export const untoldByContact = (
  state: CaseState,
  { reached, offers, offersTakenBack }: HeldContact,
  isTold: (part: string) => boolean,
): string[] => {
  if (!listens(state)) return []
  const gone = reached ? offersTakenBack : [...offersTakenBack, ...offers.map(({ id }) => id)]
  return [talkPart(!reached), ...gone.flatMap((id) => [offerPart(id), answerPart(id)])].filter(isTold)
}

const listens = (state: CaseState): boolean => state.caseId !== null && state.ownerId !== null && !isClosed(state)

const talkPart = (reached: boolean): string => `talked ${reached}`
const offerPart = (id: Id): string => `offered ${id}`
const answerPart = (id: Id): string => `replied ${id}`

/** An offer the case let pass or made already, and that waits for its answer, is answered; any other is made and answered. */
const offersTold = (
  { offerings }: CaseState,
  offers: readonly OfferInContact[],
  isTold: (part: string) => boolean,
): Told[] => {
  const waiting = offerings.filter(({ standing }) => ['approved', 'made', 'thinking'].includes(standing))
  return offers
    .filter(({ id }) => !isTold(answerPart(id)))
    .flatMap(({ id, offer, answer }) => {
      const place = waiting.findIndex((each) => offer.offerId !== null && each.offer.offerId === offer.offerId)
      const [known] = place === -1 ? [] : waiting.splice(place, 1)
      const offering = known?.id ?? id
      const reply: Told = { part: answerPart(id), happening: { type: 'replied', offering, reply: answer, words: '' } }
      if (known && known.standing !== 'approved') return [reply]
      return [{ part: offerPart(id), happening: { type: 'offered', offering, offer: known?.offer ?? offer } }, reply]
    })
}

/** Why an offer may not be made in a talk now, whoever holds it; what a case page asks is asked here too [R-09, P-30]. */
export const againstOffers = (
  { settled, leave }: CaseState,
  wayOutTold: boolean,
): 'offer.settled' | 'offer.wayOutFirst' | null => {
  if (settled !== null || leave.requestedAt !== null) return 'offer.settled'
  const owed = leave.askedAt !== null && (leave.shownAt === null || leave.shownAt < leave.askedAt)
  return owed && !wayOutTold ? 'offer.wayOutFirst' : null
}
