import { z } from 'zod'
import { careKinds } from '#domain/touch/care.ts'
import { Day } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Line = z.string().trim().min(1).max(300)

const Thanks = z.object({ id: Id, words: z.string(), saidOn: Day, to: z.array(z.string()), notedBy: z.string() })

/** Caring as acts, thanks as they were said, and one's own week with what it took. */
export const relationshipEndpoints = endpoints({
  'GET /api/customers/:id/care': {
    summary: 'What was done to care about a customer, and their thanks in their own words, newest first',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      acts: z.array(
        z.object({
          id: Id,
          kind: z.enum(careKinds),
          line: z.string(),
          by: z.string(),
          on: Day,
          promised: z.boolean(),
        }),
      ),
      thanks: z.array(Thanks),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/care-acts/:id': {
    summary: 'One of the cares, in a line; with a day it becomes a promise as well. The same write twice is one',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      customerId: Id,
      kind: z.enum(careKinds),
      line: Line,
      /** “We will”: kept by this day, under an id the writer made. */
      promise: z.object({ id: Id, dueDay: Day }).nullable().default(null),
    }),
    reply: 'nothing',
    errors: ['record.not_found', 'record.exists'],
  },
  'PUT /api/thanks/:id': {
    summary: 'A customer’s thanks word for word, for those who earned them',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ customerId: Id, words: z.string().trim().min(1).max(1000), toIds: z.array(Id).min(1).max(10) }),
    reply: 'nothing',
    errors: ['record.not_found', 'record.exists'],
  },
  'DELETE /api/thanks/:id': {
    summary: 'Takes back what the reader noted today',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'GET /api/me/week': {
    summary: 'One’s own week: thanks that were earned, lines of thanks, and what contacts took; nobody else reads it',
    access: 'team.own',
    reply: z.object({
      from: Day,
      thanks: z.array(Thanks.extend({ calledBy: z.string() })),
      /** Lines of one’s own, and those colleagues sent. */
      lines: z.array(
        z.object({ id: Id, line: z.string(), to: z.string().nullable(), from: z.string(), own: z.boolean(), on: Day }),
      ),
      contacts: z.array(z.object({ runId: Id, calledBy: z.string(), on: Day, strain: z.number().nullable() })),
      colleagues: z.array(z.object({ id: Id, name: z.string() })),
    }),
  },
  'PUT /api/me/gratitude/:id': {
    summary: 'A line of thanks, kept for oneself or sent to a colleague',
    access: 'team.own',
    params: z.object({ id: Id }),
    body: z.object({ line: Line, toId: Id.nullable() }),
    reply: 'nothing',
    errors: ['record.not_found', 'record.exists'],
  },
  'PUT /api/me/strain/:runId': {
    summary: 'What a contact of one’s own took, in one tap; null takes it back. Nobody else ever reads it',
    access: 'team.own',
    params: z.object({ runId: Id }),
    body: z.object({ level: z.number().int().min(1).max(3).nullable() }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
