import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { Day } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Interval = z.object({ value: z.number(), low: z.number(), high: z.number() })

/** The versions of the warning model, how long ahead it warned, and what is known without one. */
export const modelEndpoints = endpoints({
  'GET /api/warning/versions': {
    summary:
      'Every model that was trained here, the newest first, with what it learnt from, its figures and the months it scored',
    access: 'warning.read',
    reply: z.object({
      versions: z.array(
        z.object({
          id: Id,
          active: z.boolean(),
          trainedAt: z.string(),
          trainedBy: z.string().nullable(),
          rows: z.number(),
          leavers: z.number(),
          asOf: Day.nullable(),
          auc: Interval,
          topDecileLift: z.number(),
          brier: z.number(),
          alarms: z.number(),
          excluded: z.array(z.string()),
          /** Months whose standings it made, oldest first. */
          months: z.array(z.string()),
        }),
      ),
    }),
  },
  'PUT /api/warning/versions/:id/use': {
    summary:
      'Scores with this version from now on; the newest month is scored anew. Taken back by using the one before',
    access: 'warning.train',
    params: z.object({ id: Id }),
    /** `before`: the version in use until now; `jobId`: null where it is the same. */
    reply: z.object({ before: Id.nullable(), jobId: Id.nullable() }),
    errors: ['record.not_found'],
  },
  'GET /api/warning/versions/:id/file': {
    summary: 'A version as a JSON file, without anything of a single customer; logged',
    access: 'warning.train',
    params: z.object({ id: Id }),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'GET /api/warning/lead-time': {
    summary: 'Of customers who left: how many had been warned of, and how long before',
    access: 'warning.read',
    reply: z.object({
      losses: z.number(),
      /** Nothing was said of them before they left. */
      unknown: z.number(),
      share: Interval.nullable(),
      /** Days ahead, shortest first. */
      days: z.array(z.number()),
      /** Null with fewer than `least`. */
      median: z.number().nullable(),
      least: z.number(),
    }),
  },
  'GET /api/warning/segments': {
    summary: 'How long customers of each kind stayed, as seen so far: what is known without a model',
    access: 'warning.read',
    reply: z.object({
      /** Months looked ahead. */
      within: z.number(),
      customers: z.number(),
      leavers: z.number(),
      segments: z.array(
        z.object({
          segment: z.enum(customerKinds),
          customers: z.number(),
          leavers: z.number(),
          /** Months by which half have left; null where so many never left. */
          median: z.number().nullable(),
          /** Who stayed `age` months: the share that leaves within the next; `all` where the kind itself has too few. */
          at: z.array(
            z.object({ age: z.number(), basis: z.enum(['segment', 'all']), leave: Interval, customers: z.number() }),
          ),
        }),
      ),
    }),
  },
})
