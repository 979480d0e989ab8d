import { z } from 'zod'
import { findingKinds } from '#domain/customer/finding.ts'
import { allTopics } from '#domain/customer/market-note.ts'
import { returnResults } from '#domain/retention/loss.ts'
import { outcomes } from '#domain/touch/outcome.ts'
import { touchChannels, touchPurposes } from '#domain/touch/touch.ts'
import { OffsetInstant } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const directions = ['active', 'passive'] as const

const Touch = z.object({
  id: Id,
  at: z.string(),
  channel: z.enum(touchChannels),
  direction: z.enum(directions),
  purpose: z.enum(touchPurposes),
  outcome: z.enum(outcomes).nullable(),
  reached: z.boolean(),
  minutes: z.number().nullable(),
  /** The customer's own words, and ours. */
  said: z.string().nullable(),
  note: z.string().nullable(),
  by: z.string(),
  person: z.string().nullable(),
  /** What the contact showed once it was thought over [K-38]. */
  findingKind: z.enum(findingKinds).nullable(),
  finding: z.string().nullable(),
  /** What a visit to a shop found out about the market [K-33]. */
  market: z.array(z.object({ topic: z.enum(allTopics), what: z.string() })),
  /** Of a visit to a customer who had left: what it came to. */
  returned: z.object({ result: z.enum(returnResults), askAgainOn: z.string().nullable() }).nullable(),
  runId: Id.nullable(),
  promises: z.number(),
  expectations: z.number(),
  /** What was written down while talking, as it was said; null for a contact without a playbook. */
  captures: z
    .object({
      needs: z.array(z.string()),
      expectations: z.array(z.string()),
      promises: z.array(z.object({ what: z.string(), dueDay: z.string(), dueTime: z.string().nullable() })),
    })
    .nullable(),
})

export const touchLogEndpoints = endpoints({
  'GET /api/customers/:id/touches': {
    summary: 'The log of contacts with a customer, newest first [S-01, P-10]',
    access: 'customer.read',
    params: z.object({ id: Id }),
    query: z.object({
      direction: z.enum(directions).optional(),
      /** Only where people met face to face. */
      met: z.stringbool().optional(),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(100).default(20),
    }),
    reply: z.object({ rows: z.array(Touch), next: z.string().nullable() }),
    errors: ['record.not_found', 'request.invalid'],
  },
  'PUT /api/customers/:id/touches/:touchId/finding': {
    summary: 'Says what a contact showed: an opportunity, or something to improve [K-38]; null takes it back',
    access: 'customer.write',
    params: z.object({ id: Id, touchId: Id }),
    body: z.object({
      finding: z.object({ kind: z.enum(findingKinds), text: z.string().trim().min(1).max(400) }).nullable(),
    }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/touches/:touchId': {
    summary: 'Records a contact that had no playbook; the same write twice is one write',
    access: 'contact.run',
    params: z.object({ id: Id, touchId: Id }),
    body: z.object({
      at: OffsetInstant.optional(),
      channel: z.enum(touchChannels),
      direction: z.enum(directions),
      purpose: z.enum(touchPurposes),
      outcome: z.enum(outcomes).nullable(),
      minutes: z.number().int().min(0).max(1440).nullable(),
      said: z.string().trim().max(2000).nullable(),
      note: z.string().trim().max(2000).nullable(),
      personId: Id.nullable(),
      /** Cues of style seen or heard, added to the dossier [K-14]. */
      cues: z.array(z.string().trim().min(1).max(120)).max(10).optional(),
      /** Of a visit to a shop: place, operating state, feedback [K-33]. */
      market: z
        .array(z.object({ topic: z.enum(allTopics), what: z.string().trim().min(1).max(1000) }))
        .max(10)
        .optional(),
    }),
    reply: z.object({ id: Id }),
    errors: ['record.not_found', 'rule.refused'],
  },
})
