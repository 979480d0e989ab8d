import { z } from 'zod'
import { Day, Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })

const filter = {
  /** Who did it. */
  by: Id.optional(),
  /** Whom it was about. */
  customerId: Id.optional(),
  /** The first word of the act: `promise`, `offer`, `retention`. */
  about: z
    .string()
    .regex(/^[a-zA-Z_]{1,40}$/)
    .optional(),
  /** Days of the branch, both included. */
  from: Day.optional(),
  until: Day.optional(),
}

const Entry = z.object({
  id: Id,
  at: Instant,
  /** Null for what the program did, and for what is nobody’s business but the writer’s. */
  by: Ref.nullable(),
  /** `promise.made`: the kind of record and what was done to it. */
  action: z.string(),
  /** Null where it was about nobody, or about somebody the reader may not know. */
  customer: Ref.nullable(),
  /** How many fields were changed; which ones stands on the customer’s own page. */
  changed: z.number(),
  /** The reason that was given, where one had to be. */
  reason: z.string().nullable(),
  sealed: z.boolean(),
  erased: z.boolean(),
})

/** The log of what was done: by whom, about whom, when; sealed into a chain that shows tampering [P-31]. */
export const auditEndpoints = endpoints({
  'GET /api/audit': {
    summary:
      'What was done, newest first: a lead sees their units, an administrator everything without customers’ names',
    access: 'audit.read',
    query: z.object({
      ...filter,
      cursor: z.string().max(200).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({ rows: z.array(Entry), next: z.string().nullable() }),
  },
  'GET /api/audit/file': {
    summary: 'The log as a file, with the filters of the page; itself logged',
    access: 'audit.read',
    query: z.object({
      ...filter,
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      language: z.enum(['zh', 'en']).default('zh'),
    }),
    reply: 'file',
  },
  'GET /api/audit/choices': {
    summary: 'What the log can be narrowed to: people, and kinds of record that occur in it',
    access: 'audit.read',
    reply: z.object({ people: z.array(Ref), about: z.array(z.string()) }),
  },
  'GET /api/audit/chain': {
    summary: 'How far the log is sealed, and its newest seal',
    access: 'audit.read',
    reply: z.object({
      seals: z.number(),
      rows: z.number(),
      unsealed: z.number(),
      head: z.string().nullable(),
      sealedAt: Instant.nullable(),
    }),
  },
  'POST /api/audit/checks': {
    summary: 'Asks for the whole chain to be walked and compared with the rows; the job’s result tells what was found',
    access: 'audit.read',
    body: z.object({ id: Id }),
    reply: z.object({ jobId: Id }),
  },
})
