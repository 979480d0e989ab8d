import { z } from 'zod'
import { type Checklist, wears } from '#domain/playbook/checklist.ts'
import { Day, Instant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const params = z.object({ id: Id })
const Wear = z.enum(wears)
const Place = z.enum(['leaving', 'door'])
/** A pair of a check list, as `group.pair`. */
const Name = z
  .string()
  .regex(/^[a-z0-9-]+\.[a-z0-9-]+$/)
  .max(120)
const Seen = z.record(Name, z.enum(['do', 'dont'])).refine((seen) => Object.keys(seen).length <= 300)

/** The self-check before leaving and at the door, and the same list as a supervisor's sheet [S-09…S-24]. */
export const bearingEndpoints = endpoints({
  'GET /api/checklists': {
    summary: 'The check lists of the packs the reader’s unit works with',
    access: 'signed-in',
    reply: z.object({ checklists: z.array(z.custom<Checklist>()) }),
  },
  'GET /api/self-checks': {
    summary: 'The reader’s own last looks; nobody else can read them',
    access: 'signed-in',
    reply: z.object({
      checks: z.array(
        z.object({
          id: Id,
          checklist: z.string(),
          wear: Wear,
          place: Place,
          exceptions: z.array(z.string()),
          doneAt: Instant,
        }),
      ),
    }),
  },
  'PUT /api/self-checks/:id': {
    summary: 'Keeps a look at oneself under an id the writer made: only what was not in order is named',
    access: 'signed-in',
    params,
    body: z.object({ checklist: z.string().max(80), wear: Wear, place: Place, exceptions: z.array(Name).max(300) }),
    reply: z.object({ id: Id }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'GET /api/bearing-sheets': {
    summary:
      'Sheets about the reader, with all that stands in them; of those the reader gave, only whether they were read',
    access: 'signed-in',
    reply: z.object({
      mine: z.array(
        z.object({
          id: Id,
          by: z.string(),
          seenOn: Day,
          checklist: z.string(),
          wear: Wear,
          seen: Seen,
          note: z.string(),
          readAt: Instant.nullable(),
        }),
      ),
      given: z.array(z.object({ id: Id, to: z.string(), seenOn: Day, readAt: Instant.nullable() })),
      /** Colleagues the reader may observe. */
      observes: z.array(z.object({ id: Id, name: z.string() })),
    }),
  },
  'PUT /api/bearing-sheets/:id': {
    summary: 'Gives a colleague of one’s units a sheet of what was seen on a visit; from then on it is theirs',
    access: 'team.read',
    params,
    body: z.object({
      observedId: Id,
      checklist: z.string().max(80),
      wear: Wear,
      seenOn: Day,
      seen: Seen,
      note: z.string().trim().max(1000).default(''),
    }),
    reply: z.object({ id: Id }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'POST /api/bearing-sheets/:id/readings': {
    summary: 'The colleague has read their sheet',
    access: 'signed-in',
    params,
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
