import { useRead } from '#web/client/query.ts'

/** An offer that may be put before the customer here and now, nobody to be asked first. */
export type OfferHere = { key: string; name: { zh: string; en: string }; costFen: number }

/** What the customer's open retention case lets be offered in the talk: what was let pass for it, and what the reader may give alone. */
export const useCaseOffers = (customerId: string, enabled: boolean): { offers: OfferHere[]; settled: boolean } => {
  const cases = useRead('GET /api/customers/:id/retention', { params: { id: customerId } }, { enabled })
  const open = cases.data?.rows.find(({ stage }) => stage !== 'closed')
  const asked = { params: { id: open?.id ?? '' } }
  const shown = useRead('GET /api/retention/:id', asked, { enabled: open !== undefined }).data
  const ranked = useRead('GET /api/retention/:id/offers', asked, { enabled: open !== undefined }).data
  if (!shown) return { offers: [], settled: false }
  const passed = shown.offerings.filter(({ standing }) => standing === 'approved').map(({ offer }) => offer)
  const known = new Set(shown.offerings.map(({ offer }) => offer.key))
  const free = (ranked?.rows ?? []).filter(
    ({ key, spending, addsTermMonths }) => !known.has(key) && spending.by === 'own' && addsTermMonths === 0,
  )
  return {
    offers: [...passed, ...free].flatMap(({ key, name, costFen }) => (key === null ? [] : { key, name, costFen })),
    settled: shown.settled !== null || shown.guard.applied,
  }
}
