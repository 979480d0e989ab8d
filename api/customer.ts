import { z } from 'zod'
import { sources } from '#domain/customer/completeness.ts'
import { choices } from '#domain/customer/dossier.ts'
import { customerKinds } from '#domain/customer/kind.ts'
import { actions } from '#domain/staff/role.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const DossierValues = z.record(z.string(), z.unknown())

export const customerSorts = ['name', 'value', 'risk', 'last_touch', 'since'] as const

/** One line of a list: who, how valuable, how at risk, when last spoken to. Personal data is masked. */
const CustomerLine = z.object({
  id: Id,
  code: z.string(),
  kind: z.enum(customerKinds),
  name: z.string(),
  /** How the surname is read where people often misread it (单 → Shàn). */
  reading: z.string().nullable(),
  addressForm: z.string().nullable(),
  tier: z.string().nullable(),
  paid12Fen: z.number().nullable(),
  /** Probability of leaving, 0..1; null where no model was trained. */
  risk: z.number().nullable(),
  band: z.enum(['low', 'raised', 'high']).nullable(),
  phone: z.string().nullable(),
  manager: Ref.nullable(),
  backup: Ref.nullable(),
  officialLevel: z.string().nullable(),
  since: z.string().nullable(),
  lastTouchAt: z.string().nullable(),
  tags: z.array(z.string()),
  openPromises: z.number(),
})

/** Filters of a list; they live in the address of the page. */
export const CustomerFilter = z.object({
  q: z.string().max(80).optional(),
  kind: z.enum(customerKinds).optional(),
  tier: z.string().max(8).optional(),
  band: z.enum(['low', 'raised', 'high']).optional(),
  /** Whose tier rose or fell in the newest month [K-26]. */
  moved: z.enum(['up', 'down']).optional(),
  /** Format of an outlet [K-30]. */
  format: z.enum(choices.format).optional(),
  managerId: Id.optional(),
  /** Only one's own and those one backs up, where one could see more. */
  mine: z.stringbool().optional(),
  quietDays: z.coerce.number().int().min(1).max(3650).optional(),
  tag: z.string().trim().max(40).optional(),
})

const Customer = z.object({
  id: Id,
  code: z.string(),
  kind: z.enum(customerKinds),
  name: z.string(),
  reading: z.string().nullable(),
  addressForm: z.string().nullable(),
  since: z.string().nullable(),
  officialLevel: z.string().nullable(),
  officialPoints: z.number().nullable(),
  manager: Ref.nullable(),
  backup: Ref.nullable(),
  unit: Ref.nullable(),
  phone: z.string().nullable(),
  lastTouchAt: z.string().nullable(),
  /** The day they left; null while they are with us. */
  leftOn: z.string().nullable(),
  dossier: DossierValues,
  version: z.number(),
  /** What the reader may do with this very customer. */
  can: z.array(z.enum(actions)),
})

/** Fields of the customer record itself that may be edited beside the dossier's. */
const CustomerFields = z.object({
  name: z.string().trim().min(1).max(120),
  addressForm: z.string().trim().max(40).nullable(),
  since: Day.nullable(),
})

export const customerEndpoints = endpoints({
  'GET /api/customers': {
    summary: 'A page of customers the reader may see, with filters and order',
    access: 'customer.read',
    query: CustomerFilter.extend({
      sort: z.enum(customerSorts).default('name'),
      dir: z.enum(['asc', 'desc']).default('asc'),
      cursor: z.string().max(400).optional(),
      limit: z.coerce.number().int().min(1).max(200).default(50),
    }),
    reply: z.object({
      rows: z.array(CustomerLine),
      /** Pass back to read on; null at the end. */
      next: z.string().nullable(),
      /** Counted up to a border, so that a list never scans a branch; ask for the exact figure when it matters. */
      count: z.object({
        value: z.number(),
        capped: z.boolean(),
        /** Those of them with a tier: what coverage and movement count. */
        tiered: z.number(),
      }),
    }),
    errors: ['request.invalid'],
  },
  'GET /api/customers/count': {
    summary: 'The exact number of customers under a filter',
    access: 'customer.read',
    query: CustomerFilter,
    reply: z.object({ value: z.number() }),
  },
  'GET /api/customers/:id': {
    summary: 'One customer with the dossier; the old address of a merged one answers with the one that was kept',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: Customer,
    errors: ['record.not_found', 'customer.erased'],
  },
  'PUT /api/customers/:id': {
    summary: 'Adds a customer under an id the writer made; the same write twice is one write',
    access: 'customer.write',
    params: z.object({ id: Id }),
    body: CustomerFields.partial().extend({
      code: z.string().trim().min(1).max(60),
      kind: z.enum(customerKinds),
      name: z.string().trim().min(1).max(120),
      phone: z.string().max(40).optional(),
      dossier: DossierValues.optional(),
    }),
    reply: z.object({ id: Id, version: z.number() }),
    errors: ['record.exists', 'rule.refused'],
  },
  'PATCH /api/customers/:id': {
    summary: 'Changes fields; those nobody else touched merge, the others come back as a conflict',
    access: 'customer.write',
    params: z.object({ id: Id }),
    body: z.object({
      baseVersion: Version,
      fields: CustomerFields.partial().optional(),
      dossier: DossierValues.optional(),
      /** How it was learnt [K-36]. */
      source: z.enum(sources).optional(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
  },
})
