import type { ContractKey } from '#api/contract.ts'

type Sample = Readonly<Record<string, unknown>>

/** What the least of a schema gets wrong: words that only one place knows. */
export const samples: Readonly<Partial<Record<ContractKey, { params?: Sample; query?: Sample; body?: Sample }>>> = {
  'PUT /api/customers/:id/represented/:representedId': { body: { on: '2026-11-20' } },
  'PUT /api/customers/:id/people/:partId': { body: { fields: { name: '联系人' } } },
  'PUT /api/customers/:id/members/:partId': { body: { fields: { kind: 'line' } } },
  'PUT /api/customers/:id/holdings/:partId': { body: { fields: { product: '套餐' } } },
  'PUT /api/customers/:id/sightings/:partId': {
    body: { fields: { seenOn: '2026-11-20', source: '客户', what: '看见' } },
  },
  'PUT /api/customers/:id/wishes/:partId': { body: { fields: { what: '纸质账单', saidOn: '2026-11-20' } } },
  'PUT /api/customers/:id/points/:partId': {
    body: { fields: { kind: 'reward', onDay: '2026-11-20', what: '补积分', points: 10 } },
  },
  'PUT /api/forms/:id': { body: { key: 'opinion-sheet' } },
  'GET /api/sight/:kind/:id': { params: { kind: 'customer' } },
}
