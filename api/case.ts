import { z } from 'zod'
import { caseKinds, caseMoves } from '#domain/case/service-case.ts'
import { Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })

export const caseShows = ['open', 'unasked', 'closed', 'all'] as const

const CaseLine = z.object({
  id: Id,
  code: z.string(),
  customer: Ref.extend({ calledBy: z.string() }).nullable(),
  kind: z.enum(caseKinds),
  what: z.string(),
  owner: Ref,
  openedAt: Instant,
  dueAt: Instant,
  provisional: z.boolean(),
  standing: z.enum(['waiting', 'overdue', 'answered', 'closed', 'unasked']),
  answeredAt: Instant.nullable(),
  answer: z.string().nullable(),
  closedAt: Instant.nullable(),
  felt: z.string().nullable(),
  askedAt: Instant.nullable(),
  version: z.number(),
})

export const caseEndpoints = endpoints({
  'GET /api/cases': {
    summary: 'Requests and complaints, what is due first on top',
    access: 'customer.read',
    query: z.object({ show: z.enum(caseShows).default('open'), whose: z.enum(['own', 'all']).default('own') }),
    reply: z.object({ rows: z.array(CaseLine), counts: z.record(z.enum(caseShows), z.number()) }),
  },
  'PUT /api/cases/:id': {
    summary: 'Opens a case under an id the writer made; its clock starts at once',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ customerId: Id, kind: z.enum(caseKinds), what: z.string().trim().min(1).max(400) }),
    reply: z.object({ id: Id, code: z.string(), version: z.number() }),
    errors: ['record.not_found', 'record.exists'],
  },
  'POST /api/cases/:id/moves': {
    summary: 'Answers, asks how it felt, closes or reopens a case',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ move: z.enum(caseMoves), text: z.string().max(1000).default('') }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/customers/:id/cases': {
    summary: "One customer's cases, open ones first",
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ rows: z.array(CaseLine) }),
    errors: ['record.not_found'],
  },
})
