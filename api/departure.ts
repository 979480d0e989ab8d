import { z } from 'zod'
import { departureSteps } from '#domain/retention/departure.ts'
import { Day } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const Said = z.object({
  code: z.string(),
  params: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
})

const Departure = z.object({
  id: Id,
  person: Ref,
  leftOn: Day,
  /** Of all their customers: taken over, told, met again. */
  progress: Said,
  done: z.boolean(),
  late: z.number(),
})

/** Somebody who goes: each customer passes to somebody with what was promised, is told, and is seen again. */
export const departureEndpoints = endpoints({
  'GET /api/departures': {
    summary:
      'Departures of people whose customers the reader may see, unfinished ones first; an administrator sees all as sums',
    access: 'staff.read',
    reply: z.object({ rows: z.array(Departure) }),
  },
  'GET /api/departures/ahead/:staffId': {
    summary: 'What would pass to whom if this person went today: sums only',
    access: 'staff.write',
    params: z.object({ staffId: Id }),
    reply: z.object({
      person: Ref,
      customers: z.number(),
      promises: z.number(),
      /** Backups who take over, each with how many. */
      takers: z.array(Ref.extend({ customers: z.number() })),
      /** Customers without a backup who could: somebody is named for them. */
      without: z.number(),
      /** Who could take those, the person’s own unit first. */
      candidates: z.array(Ref.extend({ unit: z.string() })),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/departures/:id': {
    summary:
      'Ends somebody’s employment: signed out, every customer and all that is open passes on; nobody is left without an owner',
    access: 'staff.write',
    params: z.object({ id: Id }),
    body: z.object({ staffId: Id, /** For customers without a backup. */ toId: Id.nullable().default(null) }),
    reply: z.object({ customers: z.number() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'GET /api/departures/:id': {
    summary: 'The hand-over list: each customer the reader may see, with the next thing owed to them',
    access: 'staff.read',
    params: z.object({ id: Id }),
    reply: Departure.extend({
      rows: z.array(
        z.object({
          customerId: Id,
          name: z.string(),
          calledBy: z.string(),
          kind: z.enum(['person', 'group', 'outlet']),
          tier: z.string().nullable(),
          takenBy: Ref,
          /** Promises open on the day. */
          promises: z.number(),
          cardReadOn: Day.nullable(),
          toldOn: Day.nullable(),
          metOn: Day.nullable(),
          next: z
            .object({
              step: z.enum(departureSteps),
              dueOn: Day,
              overdue: z.boolean(),
              provisional: z.boolean(),
              said: Said,
            })
            .nullable(),
          mayRead: z.boolean(),
        }),
      ),
    }),
    errors: ['record.not_found'],
  },
  'POST /api/departures/:id/cards/:customerId': {
    summary: 'The one who took the customer over has read the hand-over card',
    access: 'contact.run',
    params: z.object({ id: Id, customerId: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
