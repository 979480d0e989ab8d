import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { longestView, viewScreens } from '#domain/customer/view.ts'
import { CustomerFilter, customerSorts } from './customer.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Said = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })

/** Enough of a customer to tell it from another one. */
const Candidate = z.object({
  id: Id,
  code: z.string(),
  kind: z.enum(customerKinds),
  name: z.string(),
  phone: z.string().nullable(),
  manager: z.string().nullable(),
  lastTouchAt: z.string().nullable(),
})

const View = z.object({
  id: Id,
  name: z.string(),
  shared: z.boolean(),
  owner: z.string(),
  mine: z.boolean(),
  /** The filters, order and hidden columns of the screen, as its address has them. */
  definition: z.record(z.string(), z.unknown()),
})

const Picked = z.object({
  /** Rows ticked, or everything under a filter: one of the two, so that what was left out never means everybody. */
  ids: z.array(Id).max(500).optional(),
  filter: CustomerFilter.optional(),
})

export const bulkMost = 5000

export const customerActEndpoints = endpoints({
  'GET /api/customers/export': {
    summary: 'A list of customers as a file, personal data masked; logged with what was asked',
    access: 'customer.export',
    query: CustomerFilter.extend({
      sort: z.enum(customerSorts).default('name'),
      dir: z.enum(['asc', 'desc']).default('asc'),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      language: z.enum(['zh', 'en']).default('zh'),
      ids: z.string().max(20_000).optional(),
    }),
    reply: 'file',
  },
  'GET /api/customers/duplicates': {
    summary: 'Customers that may be one and the same, each pair with its reasons',
    access: 'customer.read',
    query: z.object({ customerId: Id.optional() }),
    reply: z.object({
      pairs: z.array(z.object({ a: Candidate, b: Candidate, score: z.number(), why: z.array(Said) })),
    }),
  },
  'PUT /api/customers/:id/apart/:otherId': {
    summary: 'Says that two customers are two; the pair is not suggested again',
    access: 'customer.write',
    params: z.object({ id: Id, otherId: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/merges/:mergeId': {
    summary: 'Merges another customer into this one; everything moves, and can be moved back',
    access: 'customer.merge',
    params: z.object({ id: Id, mergeId: Id }),
    body: z.object({
      goneId: Id,
      /** Fields whose value is taken from the one that goes; the others stay, and gaps are filled. */
      take: z.array(z.string().max(60)).max(80),
    }),
    reply: z.object({ moved: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'DELETE /api/customers/:id/merges/:mergeId': {
    summary: 'Undoes a merge: what still stands as the merge left it goes back; the rest is listed',
    access: 'customer.merge',
    params: z.object({ id: Id, mergeId: Id }),
    reply: z.object({ goneId: Id, left: z.array(z.string()) }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'GET /api/customers/:id/merges': {
    summary: 'Merges into a customer that still stand',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      merges: z.array(
        z.object({ id: Id, goneId: Id, goneName: z.string(), goneCode: z.string(), by: z.string(), at: z.string() }),
      ),
    }),
    errors: ['record.not_found'],
  },
  'POST /api/customers/bulk': {
    summary: 'One change to many customers: who keeps them, or their tags',
    access: 'customer.write',
    body: Picked.extend({
      bulkId: Id,
      managerId: Id.optional(),
      backupId: Id.nullable().optional(),
      addTags: z.array(z.string().trim().min(1).max(40)).max(10).optional(),
      removeTags: z.array(z.string().trim().min(1).max(40)).max(10).optional(),
    }).refine(({ ids, filter }) => (ids === undefined) !== (filter === undefined), {
      message: 'either ids or filter',
    }),
    reply: z.object({ changed: z.number() }),
    errors: ['access.denied', 'rule.refused'],
  },
  'DELETE /api/customers/bulk/:bulkId': {
    summary: 'Takes a change to many back, where it still stands',
    access: 'customer.write',
    params: z.object({ bulkId: Id }),
    reply: z.object({ changed: z.number(), left: z.number() }),
    errors: ['record.not_found'],
  },
  'GET /api/views': {
    summary: 'Saved views of a screen: one’s own and those shared',
    access: 'signed-in',
    query: z.object({ screen: z.enum(viewScreens) }),
    reply: z.object({ views: z.array(View) }),
    errors: ['access.denied'],
  },
  'PUT /api/views/:id': {
    summary: 'Saves a view under an id the writer made',
    access: 'signed-in',
    params: z.object({ id: Id }),
    body: z.object({
      screen: z.enum(viewScreens),
      name: z.string().trim().min(1).max(40),
      shared: z.boolean(),
      definition: z
        .record(z.string(), z.unknown())
        .refine((definition) => JSON.stringify(definition).length <= longestView),
    }),
    reply: 'nothing',
    errors: ['access.denied', 'rule.refused'],
  },
  'DELETE /api/views/:id': {
    summary: 'Deletes one of one’s own views',
    access: 'signed-in',
    params: z.object({ id: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
