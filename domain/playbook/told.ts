import type { Happening } from './event.ts'

/**
 * Our own words in what is written down, that the customer reads or is held to: what we can do about a wish, shown turned to the customer
 * and kept as our answer, and an offer made [P-35]. The customer's words, and promises as they were spoken, stay as they are.
 */
export const toldToCustomer = (event: Happening): string[] => {
  if (event.type === 'offerMade') return [event.offer.what]
  const content = event.type === 'captured' ? event.content : event.type === 'captureChanged' ? event.change : null
  return content?.kind === 'expectation' && content.offer ? [content.offer] : []
}
