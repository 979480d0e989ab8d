import { z } from 'zod'
import { guestAnswers, guestMoves, guestStates } from '#domain/event/guest.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const Reason = z.object({ code: z.string(), params: Params })

export const eventShows = ['ahead', 'past'] as const

const Fields = z.object({
  title: z.string().trim().min(1).max(60),
  onDay: Day,
  startsAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .nullable(),
  place: z.string().trim().min(1).max(80),
  seats: z.number().int().min(1).max(5000).nullable(),
})

const Event = Fields.extend({
  id: Id,
  version: z.number(),
  calledOff: z.boolean(),
  setBy: z.string(),
  /** Of everybody's guests, by state. */
  counts: z.record(z.enum(guestStates), z.number()),
  /** Of them, customers the reader may talk to. */
  own: z.number(),
})

const Guest = z.object({
  id: Id,
  version: z.number(),
  customerId: Id,
  name: z.string(),
  calledBy: z.string(),
  kind: z.enum(['person', 'group', 'outlet']),
  tier: z.string().nullable(),
  manager: z.string().nullable(),
  answer: z.enum(guestAnswers),
  state: z.enum(guestStates),
  /** What they were told has changed since. */
  again: z.boolean(),
  /** What is to be done next, as it stands on Today. */
  task: z.object({ id: Id, playbook: z.string(), dueOn: Day }).nullable(),
  /** After the day: when to ask how it was, and whether somebody has. */
  followUp: z.object({ dueOn: Day, done: z.boolean() }).nullable(),
})

/** Club events with their guest lists: invite, receive, ask afterwards [S-05]. */
export const eventEndpoints = endpoints({
  'GET /api/events': {
    summary: 'Club events to come, soonest first, or past ones, latest first',
    access: 'contact.run',
    query: z.object({ show: z.enum(eventShows).default('ahead') }),
    reply: z.object({ rows: z.array(Event), counts: z.record(z.enum(eventShows), z.number()) }),
  },
  'GET /api/events/:id': {
    summary: 'One event with those of its guests the reader may talk to',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: Event.extend({ guests: z.array(Guest), mayChange: z.boolean() }),
    errors: ['record.not_found'],
  },
  'PUT /api/events/:id': {
    summary:
      'Sets an event, under an id the writer made, or changes it; with another day, hour or place all who were told are asked anew',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: Fields.extend({ baseVersion: Version.nullable() }),
    /** `again`: how many guests have to be told of the change. */
    reply: z.object({ version: z.number(), again: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'access.denied', 'rule.refused'],
  },
  'POST /api/events/:id/call-off': {
    summary: 'Calls an event off; who was asked gets a task, so that they are told',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ baseVersion: Version }),
    reply: z.object({ version: z.number(), told: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'access.denied', 'rule.refused'],
  },
  'DELETE /api/events/:id/call-off': {
    summary: 'Takes calling off back: invitations and tasks stand as before; who has been told it is off is asked anew',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: z.object({ version: z.number(), again: z.number() }),
    errors: ['record.not_found', 'access.denied', 'rule.refused'],
  },
  'GET /api/events/:id/candidates': {
    summary: 'Customers who could be put on the list, each with what the contact gate says of inviting them [R-30]',
    access: 'contact.run',
    params: z.object({ id: Id }),
    query: z.object({
      q: z.string().max(80).optional(),
      kind: z.enum(['person', 'group', 'outlet']).optional(),
      tier: z.string().max(8).optional(),
    }),
    reply: z.object({
      rows: z.array(
        z.object({
          customerId: Id,
          name: z.string(),
          calledBy: z.string(),
          kind: z.enum(['person', 'group', 'outlet']),
          tier: z.string().nullable(),
          manager: z.string().nullable(),
          /** Null where nothing speaks against it. */
          against: z.object({ reasons: z.array(Reason), nextAt: z.string().nullable() }).nullable(),
        }),
      ),
      more: z.boolean(),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/events/:id/guests/:guestId': {
    summary:
      'Puts a customer on the list and plans the invitation; the gate is asked. The same write twice is one guest',
    access: 'contact.run',
    params: z.object({ id: Id, guestId: Id }),
    body: z.object({ customerId: Id }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'DELETE /api/events/:id/guests/:guestId': {
    summary: 'Takes somebody off the list who has not been asked',
    access: 'contact.run',
    params: z.object({ id: Id, guestId: Id }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
  'POST /api/events/:id/guests/:guestId/moves': {
    summary: 'What a guest answered, or whether they came; the next task follows from it',
    access: 'contact.run',
    params: z.object({ id: Id, guestId: Id }),
    body: z.object({ move: z.enum(guestMoves), baseVersion: Version }),
    reply: z.object({ version: z.number(), state: z.enum(guestStates) }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
  },
  'GET /api/customers/:id/events': {
    summary: 'The events a customer is or was invited to, and how it went',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      rows: z.array(
        z.object({
          eventId: Id,
          title: z.string(),
          onDay: Day,
          place: z.string(),
          calledOff: z.boolean(),
          state: z.enum(guestStates),
        }),
      ),
    }),
    errors: ['record.not_found'],
  },
})
