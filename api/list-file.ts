import { caseEndpoints } from './case.ts'
import { endpoints } from './endpoint.ts'
import { expectationEndpoints } from './expectation.ts'
import { insightEndpoints } from './insight.ts'
import { touchEndpoints } from './touch.ts'
import { valueEndpoints } from './value.ts'
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
  'GET /api/today/file': {
    summary: 'The reader’s own list of today as a file; logged',
    access: 'customer.export',
    query: z.object(asFile),
    reply: 'file',
  },
  'GET /api/handovers/file': {
    summary: 'What was asked of the reader, or by the reader, as a file; logged',
    access: 'customer.export',
    query: z.object({ whose: z.enum(['toMe', 'fromMe']).default('toMe'), ...asFile }),
    reply: 'file',
  },
  'GET /api/value/watch/file': {
    summary: 'Customers near a tier border, both ways, as a file; logged with what was asked',
    access: 'customer.export',
    query: valueEndpoints['GET /api/value/watch'].query.omit({ limit: true }).extend(asFile),
    reply: 'file',
  },
  'GET /api/frozen-lists/:id/file': {
    summary: 'The customers of a frozen list with their base, and who of them is kept, as a file; logged',
    access: 'customer.export',
    params: z.object({ id: z.uuid() }),
    query: z.object(asFile),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'GET /api/team/records/file': {
    summary: 'The records a figure of the team counts as a file; logged with what was asked',
    access: 'team.read',
    query: insightEndpoints['GET /api/team/records'].query.extend(asFile),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'GET /api/me/records/file': {
    summary: 'The records one’s own figure counts as a file; logged with what was asked',
    access: 'team.own',
    query: insightEndpoints['GET /api/me/records'].query.extend(asFile),
    reply: 'file',
  },
  'GET /api/people/file': {
    summary: 'Everyone of the branch as a file; logged',
    access: 'staff.write',
    query: z.object(asFile),
    reply: 'file',
  },
})
