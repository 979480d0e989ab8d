import type { SpokenExpectation } from '#domain/touch/find-expectations.ts'
import { saidBefore } from '#domain/touch/said-before.ts'
import type { SaidBack } from './said-back.ts'

/** A wish for the ledger, once: as the customer said it, or in our words where only these were confirmed; `confirmed` when they said yes to it. */
export type HeardWish = { turn: number; start: number; what: string; said: 'customer' | 'us'; confirmed: boolean }

/** The wishes of a talk in its order; one that was said back and confirmed stands once, in the customer's words [H-31]. */
export const heardWishes = (
  expectations: readonly (SpokenExpectation & { turn: number })[],
  saidBack: readonly SaidBack[],
): HeardWish[] => {
  const own = expectations.map(({ turn, start, text }): HeardWish => ({
    turn,
    start,
    what: text,
    said: 'customer',
    confirmed: false,
  }))
  const sure = saidBack.filter(({ about, confirmed, what }) => about === 'facts' && confirmed === true && what !== '')
  const ours: HeardWish[] = []
  for (const { turn, start, what } of sure) {
    const known = saidBefore(what, own)
    if (known) known.confirmed = true
    else ours.push({ turn, start, what, said: 'us', confirmed: true })
  }
  return [...own, ...ours].toSorted((a, b) => a.turn - b.turn || a.start - b.start)
}
