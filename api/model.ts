import { z } from 'zod'
import { paysFrom } from '#domain/churn/campaign-figures.ts'
import { customerKinds } from '#domain/customer/kind.ts'
import { Day } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Interval = z.object({ value: z.number(), low: z.number(), high: z.number() })

const Amount = z.number().int().min(0).max(1_000_000_000)

/** In fen, and of whom accepts in percent. */
export const CampaignFiguresShape = z.object({
  value: Amount,
  offer: Amount,
  contact: Amount,
  accept: z.number().int().min(1).max(99),
})

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
  'GET /api/warning/campaign-figures': {
    summary:
      'What a contact to keep a customer is reckoned with here, from which risk the warning speaks by it, and each setting before',
    access: 'warning.read',
    reply: z.object({
      /** Null: the paper’s hold, and the warning speaks where it starts. */
      figures: CampaignFiguresShape.nullable(),
      version: z.number().nullable(),
      borders: z.object({ raised: z.number(), high: z.number() }),
      /** The newest first. */
      past: z.array(
        z.object({ version: z.number(), figures: CampaignFiguresShape.nullable(), by: z.string(), on: Day }),
      ),
      mayChange: z.boolean(),
    }),
  },
  'PUT /api/warning/campaign-figures': {
    summary:
      'Keeps the branch’s own figures of a campaign, or goes back to the paper’s; the newest month is scored anew. Figures by which nobody is worth a contact are refused',
    access: 'warning.train',
    body: z.object({
      figures: CampaignFiguresShape.refine((own) => paysFrom(own) < 1, { path: ['value'] }).nullable(),
      baseVersion: z.number().nullable(),
    }),
    reply: z.object({ version: z.number(), jobId: Id }),
    errors: ['record.conflict'],
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
