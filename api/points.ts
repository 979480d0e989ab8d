import { z } from 'zod'
import { giftKinds, pointsKinds } from '#domain/customer/points.ts'
import { Day, Month, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Points = z.number().int().min(1).max(100_000_000)

const Lot = z.object({
  key: z.string(),
  month: z.string(),
  from: z.enum(['bill', 'reward']),
  what: z.string().nullable(),
  paidFen: z.number().nullable(),
  /** Of the star class [K-26]. */
  factor: z.number(),
  /** Percent counted; less than 100 after a late payment. */
  share: z.number(),
  points: z.number(),
  spent: z.number(),
  expired: z.number(),
  left: z.number(),
  lastDay: z.string(),
})

const Spent = z.object({
  id: Id,
  version: z.number(),
  on: z.string(),
  what: z.string(),
  gift: z.enum(giftKinds).nullable(),
  points: z.number(),
  /** The oldest first: which months gave how many. */
  of: z.array(z.object({ month: z.string(), points: z.number() })),
})

const Fields = z.object({
  kind: z.enum(pointsKinds),
  onDay: Day,
  what: z.string().trim().min(1).max(200),
  points: Points.nullable(),
  gift: z.enum(giftKinds).nullable(),
  month: Month.nullable(),
  share: z.number().int().min(0).max(100).nullable(),
})

/** Points reckoned from bills by the published rules, beside the billing system's own figure [K-26, K-27]. */
export const pointsEndpoints = endpoints({
  'GET /api/customers/:id/points': {
    summary:
      'Points earned by month, spent oldest first, what goes at the end of the year, and the billing system’s figure',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      official: z.number().nullable(),
      level: z.string().nullable(),
      left: z.number(),
      yearPoints: z.number(),
      expiring: z.object({ points: z.number(), on: z.string() }),
      lots: z.array(Lot),
      spent: z.array(Spent),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/points/:partId': {
    summary: 'Writes a gift taken, a reward given or a bill paid late',
    access: 'customer.write',
    params: z.object({ id: Id, partId: Id }),
    body: z.object({ baseVersion: Version.nullable(), fields: Fields.partial(), removed: z.boolean().optional() }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
  },
})
