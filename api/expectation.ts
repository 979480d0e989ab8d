import { z } from 'zod'
import { cans, expectationMoves, expectationStates, natures } from '#domain/expectation/board.ts'
import { Day, Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const Note = z.string().trim().max(400)

export const expectationShows = ['open', 'unanswered', 'resetting', 'agreed', 'settled', 'all'] as const

const ExpectationLine = z.object({
  id: Id,
  customer: Ref.extend({ calledBy: z.string() }),
  saidBy: Ref.nullable(),
  what: z.string(),
  nature: z.enum(natures),
  rank: z.number(),
  can: z.enum(cans).nullable(),
  offer: z.string(),
  /** How it arose, how it felt, and what is still uncertain. */
  origin: z.string().nullable(),
  feeling: z.string().nullable(),
  uncertain: z.string().nullable(),
  state: z.enum(expectationStates),
  agreedWording: z.string().nullable(),
  saidOn: Day,
  notedBy: Ref,
  updatedAt: Instant,
  history: z.array(
    z.object({
      at: Instant,
      by: z.string(),
      move: z.enum(['noted', ...expectationMoves]),
      wording: z.string(),
      reply: z.string(),
      can: z.enum(cans).nullable(),
      /** "Cannot" with nothing instead, and told so plainly [H-36]. */
      openly: z.boolean(),
    }),
  ),
  version: z.number(),
})

export const expectationEndpoints = endpoints({
  'GET /api/expectations': {
    summary: 'The expectation ledger, unanswered ones first, oldest on top',
    access: 'customer.read',
    query: z.object({
      show: z.enum(expectationShows).default('open'),
      whose: z.enum(['own', 'all']).default('own'),
      q: z.string().max(80).optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      rows: z.array(ExpectationLine),
      next: z.string().nullable(),
      counts: z.record(z.enum(expectationShows), z.number()),
    }),
  },
  'PUT /api/expectations/:id': {
    summary: 'Notes what a customer hopes for, under an id the writer made',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      customerId: Id,
      saidById: Id.nullable().optional(),
      what: z.string().trim().min(1).max(400),
      nature: z.enum(natures),
    }),
    reply: z.object({ id: Id, version: z.number() }),
    errors: ['record.not_found', 'record.exists'],
  },
  'PATCH /api/expectations/:id': {
    summary: 'Notes how it arose, how it felt, what is uncertain, or what kind of wish it is',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      nature: z.enum(natures).optional(),
      origin: Note.nullable().optional(),
      feeling: Note.nullable().optional(),
      uncertain: Note.nullable().optional(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'POST /api/expectations/:id/moves': {
    summary: 'Answers, lowers, proposes anew, agrees, explains, acknowledges or closes',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      moveId: Id,
      move: z.enum(expectationMoves),
      wording: z.string().max(400).default(''),
      reply: z.string().max(400).default(''),
      can: z.enum(cans).optional(),
      /** With `cannot` and no wording: there is nothing instead, and the customer was told so [H-36]. */
      openly: z.boolean().optional(),
      /** With `agreed`: the agreed wording becomes a promise due on this day. */
      promise: z.object({ id: Id, dueDay: Day }).optional(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
    toCustomer: ({ move, wording }: { move: string; wording: string }) => (move === 'reopened' ? [] : [wording]),
  },
  'GET /api/customers/:id/expectations': {
    summary: "One customer's expectations in the customer's own order, settled ones last",
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ rows: z.array(ExpectationLine) }),
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/expectations/order': {
    summary: 'Puts expectations in the order the customer gave',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ order: z.array(Id).min(1).max(100) }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
