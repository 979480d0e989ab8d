import { z } from 'zod'
import { sources } from '#domain/customer/completeness.ts'
import { allTopics, marketKinds } from '#domain/customer/market-note.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const params = z.object({ id: Id, partId: Id })

const part = <T extends z.ZodRawShape>(fields: z.ZodObject<T>) =>
  z.object({
    baseVersion: Version.nullable(),
    fields: fields.partial(),
    removed: z.boolean().optional(),
    source: z.enum(sources).optional(),
  })
const written = {
  access: 'customer.write' as const,
  params,
  reply: z.object({ version: z.number() }),
  errors: ['record.not_found', 'record.conflict', 'rule.refused'] as const,
}

const EvaluationFields = z.object({
  quarter: z.string().regex(/^[12]\d{3}-Q[1-4]$/),
  business: z.number().int().min(0).max(60),
  shop: z.number().int().min(0).max(20),
  honest: z.number().int().min(0).max(20),
  note: z.string().trim().max(400).nullable(),
})
const NoteFields = z.object({ seenOn: Day, topic: z.enum(allTopics), what: z.string().trim().min(1).max(1000) })
const Points = z.number().nullable()

const Note = z.object({
  id: Id,
  version: z.number(),
  seenOn: z.string(),
  kind: z.enum(marketKinds),
  topic: z.enum(allTopics),
  what: z.string(),
  notedBy: z.string(),
})

/** What an office keeps about retail outlets beside their dossier. */
export const outletEndpoints = endpoints({
  'GET /api/customers/:id/outlet': {
    summary:
      'An outlet’s monthly level in four parts [K-30], its quarterly evaluations [K-31], what visits found out [K-33]',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      level: z
        .object({
          month: z.string(),
          quantity: z.number(),
          brands: z.number(),
          averagePriceFen: z.number().nullable(),
          paidElectronically: z.number().nullable(),
          parts: z.object({ quantity: Points, brands: Points, price: Points, settlement: Points }),
          score: z.number(),
          level: z.number(),
          before: z.number().nullable(),
        })
        .nullable(),
      evaluations: z.array(EvaluationFields.extend({ id: Id, version: z.number(), notedBy: z.string() })),
      notes: z.array(Note),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/evaluations/:partId': {
    summary: 'Writes a quarter’s evaluation: business 60, shop 20, honest dealing 20 [K-31]',
    body: part(EvaluationFields),
    ...written,
  },
  'PUT /api/customers/:id/market-notes/:partId': {
    summary: 'Writes something a visit found out: place, operating state, feedback [K-33]',
    body: part(NoteFields),
    ...written,
  },
  'GET /api/outlets/formats': {
    summary: 'How many outlets in reach are of format “other”; more than one in twenty is too many [K-30]',
    access: 'customer.read',
    reply: z.object({ of: z.number(), other: z.number() }),
  },
  'GET /api/outlets/market-notes': {
    summary: 'What visits found out between two days, by street [K-33]',
    access: 'customer.read',
    query: z.object({ from: Day, to: Day }),
    reply: z.object({
      notes: z.array(Note.extend({ customer: z.object({ id: Id, name: z.string() }), street: z.string().nullable() })),
    }),
  },
})
