import { z } from 'zod'
import type { Figure } from '#domain/insight/figure.ts'
import { promiseMoves, promiseStates, promiseSteps } from '#domain/touch/promise-ledger.ts'
import type { PromisePace } from '#domain/touch/promise-time.ts'
import { Day, Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })

export const promiseShows = ['open', 'due', 'overdue', 'untold', 'settled', 'all'] as const

const PromiseLine = z.object({
  id: Id,
  customer: Ref.extend({ calledBy: z.string() }),
  toPerson: Ref.nullable(),
  what: z.string(),
  kind: z.string(),
  dueAt: Instant,
  /** The day first promised, when it was moved since. */
  firstDueAt: Instant,
  provisional: z.boolean(),
  madeAt: Instant,
  owner: Ref,
  state: z.enum(promiseStates),
  standing: z.enum(['open', 'today', 'overdue', 'kept', 'late', 'broken', 'withdrawn']),
  settledAt: Instant.nullable(),
  toldAt: Instant.nullable(),
  /** The customer still has to hear how it stands. */
  owesWord: z.boolean(),
  history: z.array(
    z.object({
      at: Instant,
      by: z.string(),
      move: z.enum(promiseSteps),
      note: z.string(),
      from: Instant.nullable(),
      to: Instant.nullable(),
      toName: z.string().nullable(),
    }),
  ),
  version: z.number(),
})

export const touchEndpoints = endpoints({
  'GET /api/promises': {
    summary: 'The promise ledger, what falls due first on top, with the kept rate beside promises per 100 contacts',
    access: 'customer.read',
    query: z.object({
      show: z.enum(promiseShows).default('open'),
      /** Only one's own, or of everyone whose customers one may see. */
      whose: z.enum(['own', 'all']).default('own'),
      q: z.string().max(80).optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      rows: z.array(PromiseLine),
      next: z.string().nullable(),
      counts: z.record(z.enum(promiseShows), z.number()),
      /** Over the last 90 days. */
      figures: z.custom<{ kept: Figure; told: Figure; perHundred: Figure }>(),
    }),
  },
  'GET /api/promises/paces': {
    summary: 'How fast promises of each kind were kept: own ones where there are enough, else all colleagues’ [R-07]',
    access: 'contact.run',
    reply: z.object({ paces: z.array(z.custom<PromisePace>()) }),
  },
  'PUT /api/promises/:id': {
    summary: 'Makes a promise outside a contact, under an id the writer made',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      customerId: Id,
      toPersonId: Id.nullable().optional(),
      what: z.string().trim().min(1).max(400),
      dueDay: Day,
      dueTime: z
        .string()
        .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
        .nullable()
        .default(null),
    }),
    reply: z.object({ id: Id, version: z.number() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'POST /api/promises/:id/moves': {
    summary: 'Keeps, breaks, tells, postpones, hands over, releases or reopens a promise',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      /** Made by the writer: the same move sent twice is one move. */
      moveId: Id,
      move: z.enum(promiseMoves),
      note: z.string().max(400).default(''),
      dueAt: Instant.optional(),
      toId: Id.optional(),
      /** When it was done, as a device says that could not send it at once; never in the future, never before the step it follows. */
      doneAt: Instant.optional(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/customers/:id/promises': {
    summary: 'Everything promised to one customer, open ones first',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ rows: z.array(PromiseLine) }),
    errors: ['record.not_found'],
  },
})
