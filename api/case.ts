import { z } from 'zod'
import type { NextAsk } from '#domain/case/clocks.ts'
import { complaintLevels, motives, temperaments } from '#domain/case/complaint.ts'
import { limitCodes, limitKinds } from '#domain/case/limits.ts'
import { caseKinds, caseMoves } from '#domain/case/service-case.ts'
import { Day, Instant } from './bounds.ts'
import { CaseShown, ComplaintMoveWish, toldIn } from './complaint.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })

export const caseShows = ['open', 'unasked', 'closed', 'escalated', 'all'] as const

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
  /** What a complaint asks for next; null for a request. */
  complaint: z
    .object({
      level: z.enum(complaintLevels),
      paused: z.boolean(),
      escalated: z.boolean(),
      /** Closed without the customer's word, after three tries on three days. */
      unconfirmed: z.boolean(),
      next: z.object({ ask: z.custom<NextAsk>(), due: Instant }).nullable(),
    })
    .nullable(),
})

const unit = z.enum(['workingMinutes', 'hours', 'days', 'workdays'])

export const caseEndpoints = endpoints({
  'GET /api/cases': {
    summary: 'Requests and complaints, what is due first on top',
    access: 'customer.read',
    query: z.object({ show: z.enum(caseShows).default('open'), whose: z.enum(['own', 'all']).default('own') }),
    reply: z.object({ rows: z.array(CaseLine), counts: z.record(z.enum(caseShows), z.number()) }),
  },
  'GET /api/cases/:id': {
    summary: 'One case; a complaint with its clocks, its steps and everything that was done about it',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: CaseLine.extend({ shown: CaseShown.nullable() }),
    errors: ['record.not_found'],
  },
  'PUT /api/cases/:id': {
    summary: 'Opens a case under an id the writer made; its clock starts at once',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      customerId: Id,
      kind: z.enum(caseKinds),
      what: z.string().trim().min(1).max(400),
      /** The customer's own words. */
      said: z.string().trim().max(1000).default(''),
    }),
    reply: z.object({ id: Id, code: z.string(), version: z.number() }),
    errors: ['record.not_found', 'record.exists'],
  },
  'POST /api/cases/:id/moves': {
    summary: 'Answers, closes or reopens a request; asks how either kind felt',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ move: z.enum(caseMoves), text: z.string().max(1000).default('') }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
    toCustomer: ({ move, text }: { move: string; text: string }) => (move === 'answered' ? [text] : []),
  },
  'POST /api/cases/:id/complaint': {
    summary:
      'One move of the complaint procedure: a step, a word on progress, a pause, the customer’s word, the closing',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: ComplaintMoveWish,
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
    toCustomer: toldIn,
  },
  'PATCH /api/cases/:id': {
    summary: 'What kind of complaint it is: grade, what the customer wants most, how they are, their own words',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      /** The version it was changed from: what somebody else changed since is not overwritten. */
      baseVersion: z.number().int().min(1),
      level: z.enum(complaintLevels).optional(),
      motive: z.enum(motives).nullable().optional(),
      temperament: z.enum(temperaments).nullable().optional(),
      said: z.string().trim().max(1000).optional(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict'],
  },
  'PUT /api/cases/:id/handings/:handing': {
    summary: 'Hands a complaint to somebody of another department: event, demand, problem and measure, to a person',
    access: 'handover.ask',
    params: z.object({ id: Id, handing: Id }),
    body: z.object({
      event: z.string().trim().max(400),
      demand: z.string().trim().max(400),
      problem: z.string().trim().max(400),
      measure: z.string().trim().max(400),
      toId: Id.nullable(),
      dueAt: Instant,
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'GET /api/complaint-limits': {
    summary: 'The time limits of complaints in force today, each with its source and whether somebody compared it',
    access: 'staff.read',
    reply: z.object({
      limits: z.array(
        z.object({
          code: z.enum(limitCodes),
          kind: z.enum(limitKinds),
          amount: z.number(),
          unit,
          since: Day.nullable(),
          source: z.string(),
          note: z.object({ zh: z.string(), en: z.string() }),
          checked: z.object({ by: z.string(), on: Day }).nullable(),
        }),
      ),
    }),
  },
  'PUT /api/complaint-limits/:id': {
    summary: 'Keeps a limit as somebody found it in its source; from then on it warns',
    access: 'case.limit',
    params: z.object({ id: Id }),
    body: z.object({
      code: z.enum(limitCodes),
      kind: z.enum(['law', 'standard']),
      amount: z.number().int().min(1).max(10_000),
      unit,
      since: Day.nullable(),
      source: z.string().trim().min(1).max(200),
    }),
    reply: 'nothing',
  },
  'GET /api/customers/:id/cases': {
    summary: "One customer's cases, open ones first",
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ rows: z.array(CaseLine) }),
    errors: ['record.not_found'],
  },
})
