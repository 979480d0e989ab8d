import { caseEndpoints } from './case.ts'
import { endpoints } from './endpoint.ts'
import { expectationEndpoints } from './expectation.ts'
import { touchEndpoints } from './touch.ts'
import { warningEndpoints } from './warning.ts'
import { z } from 'zod'

const asFile = {
  format: z.enum(['xlsx', 'csv']).default('xlsx'),
  language: z.enum(['zh', 'en']).default('zh'),
}

/** Every list as a file, in the order of the screen; only what the reader may export, and written down with what was asked. */
export const listFileEndpoints = endpoints({
  'GET /api/promises/file': {
    summary: 'The promise ledger as a file; logged with what was asked',
    access: 'customer.export',
    query: touchEndpoints['GET /api/promises'].query.omit({ cursor: true, limit: true }).extend(asFile),
    reply: 'file',
  },
  'GET /api/expectations/file': {
    summary: 'The expectation ledger as a file; logged with what was asked',
    access: 'customer.export',
    query: expectationEndpoints['GET /api/expectations'].query.omit({ cursor: true, limit: true }).extend(asFile),
    reply: 'file',
  },
  'GET /api/cases/file': {
    summary: 'Requests and complaints as a file; logged with what was asked',
    access: 'customer.export',
    query: caseEndpoints['GET /api/cases'].query.extend(asFile),
    reply: 'file',
  },
  'GET /api/warning/customers/file': {
    summary: 'Customers at risk with their reasons as a file; logged with what was asked',
    access: 'customer.export',
    query: warningEndpoints['GET /api/warning/customers'].query.omit({ cursor: true, limit: true }).extend(asFile),
    reply: 'file',
  },
})
