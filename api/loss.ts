import { z } from 'zod'
import { reasons, type ReasonId } from '#domain/retention/case-reason.ts'
import { leavingWays, returnResults } from '#domain/retention/loss.ts'
import { touchChannels } from '#domain/touch/touch.ts'
import { Day, Month } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const Said = z.object({ code: z.string(), params: Params })
const Reason = z.enum(Object.keys(reasons) as [ReasonId, ...ReasonId[]])
const Line = z.object({ reason: Reason, line: z.string().trim().min(1).max(300) })

const Loss = z.object({
  id: Id,
  version: z.number(),
  customerId: Id,
  name: z.string(),
  calledBy: z.string(),
  kind: z.enum(['person', 'group', 'outlet']),
  tier: z.string().nullable(),
  manager: z.string().nullable(),
  way: z.enum(leavingWays),
  leftOn: Day,
  /** What they paid in the twelve months before: what losing them costs in a year. */
  paid12Fen: z.number(),
  backOn: Day.nullable(),
  /** Why they left and what it taught; null until somebody wrote it down. */
  line: Line.extend({ by: z.string(), at: z.string() }).nullable(),
  /** The next visit, or why there is none; `taskId` as long as it stands on Today. */
  next: z.object({ dueOn: Day.nullable(), provisional: z.boolean(), said: Said, taskId: Id.nullable() }),
  talks: z.array(
    z.object({
      id: Id,
      on: Day,
      result: z.enum(returnResults),
      askAgainOn: Day.nullable(),
      by: z.string(),
      /** Noted by the reader today: can still be taken back. */
      fresh: z.boolean(),
    }),
  ),
  mayWrite: z.boolean(),
})

/** Customers who left: why, what it taught, and the visit that asks. */
export const lossEndpoints = endpoints({
  'GET /api/losses': {
    summary: 'The customers of weight who left in a month, the largest first, each with its line or without [R-15]',
    access: 'customer.read',
    query: z.object({ month: Month.optional(), open: z.stringbool().optional() }),
    reply: z.object({
      month: Month,
      /** Twelve months' payments from which a loss is looked at, fen. */
      fromFen: z.number(),
      rows: z.array(Loss),
      /** Of the month: without a line; and lost ones below that border. */
      missing: z.number(),
      small: z.number(),
      /** Earlier months that still lack lines. */
      earlier: z.array(z.object({ month: Month, missing: z.number() })),
      byReason: z.array(z.object({ reason: Reason.nullable(), customers: z.number(), paid12Fen: z.number() })),
    }),
  },
  'GET /api/customers/:id/losses': {
    summary: 'When a customer left and came back, newest first, with the visits since',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ rows: z.array(Loss) }),
    errors: ['record.not_found'],
  },
  'PUT /api/losses/:id': {
    summary: 'Marks a customer as left, under an id the writer made; plans the visit within ten workdays [R-16]',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ customerId: Id, way: z.enum(leavingWays), leftOn: Day, line: Line.nullable().default(null) }),
    reply: z.object({ dueOn: Day.nullable() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'DELETE /api/losses/:id': {
    summary: 'Marked by mistake: the customer never left, and nothing is planned',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
  'PUT /api/losses/:id/lines/:lineId': {
    summary: 'Why they left, and what it taught, in one line; the newest holds',
    access: 'contact.run',
    params: z.object({ id: Id, lineId: Id }),
    body: Line,
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'PUT /api/losses/:id/talks/:talkId': {
    summary: 'What a visit to a customer who left came to; the contact stands on the timeline, the next is planned',
    access: 'contact.run',
    params: z.object({ id: Id, talkId: Id }),
    body: z.object({
      on: Day,
      channel: z.enum(touchChannels),
      result: z.enum(returnResults),
      /** The day they named; null when they named none. Only of `later`. */
      askAgainOn: Day.nullable().default(null),
      words: z.string().trim().max(1000).default(''),
    }),
    reply: z.object({ dueOn: Day.nullable() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'DELETE /api/losses/:id/talks/:talkId': {
    summary: 'Takes back what the reader noted today',
    access: 'contact.run',
    params: z.object({ id: Id, talkId: Id }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
})
