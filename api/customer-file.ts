import { z } from 'zod'
import { sources } from '#domain/customer/completeness.ts'
import { decisionRoles } from '#domain/customer/deciders.ts'
import { stages } from '#domain/customer/experience.ts'
import { consentPurposes, memberKinds, memberStatuses, relationships } from '#domain/customer/file.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Line = (most = 120) => z.string().trim().min(1).max(most)
const Text = (most = 400) => z.string().trim().max(most).nullable()
const Fen = z.number().int().min(0).max(1e13).nullable()
const Birthday = z.record(z.string(), z.unknown()).nullable()

const PersonFields = z.object({
  name: Line(60),
  addressForm: Text(40),
  title: Text(60),
  department: Text(60),
  decisionRole: z.enum(decisionRoles).nullable(),
  relationship: z.enum(relationships).nullable(),
  phone: Text(40),
  birthday: Birthday,
  note: Text(1000),
  lastMetOn: Day.nullable(),
})
const MemberFields = z.object({
  kind: z.enum(memberKinds),
  number: Text(40),
  holderName: Text(60),
  userName: Text(60),
  product: Text(120),
  monthlyFeeFen: Fen,
  main: z.boolean(),
  status: z.enum(memberStatuses),
  contractUntil: Day.nullable(),
})
const HoldingFields = z.object({
  product: Line(),
  note: Text(200),
  monthlyFeeFen: Fen,
  until: Day.nullable(),
  answers: z.record(z.string(), z.string()),
})
const SightingFields = z.object({ seenOn: Day, competitor: Text(60), source: Line(60), what: Line(1000) })
const WishFields = z.object({ what: Line(400), saidOn: Day, doneOn: Day.nullable() })

const kept = { id: Id, version: z.number() }
const Consent = z.object({
  purpose: z.enum(consentPurposes),
  state: z.enum(['given', 'refused']),
  since: Day,
  until: Day.nullable(),
  source: z.string(),
})

/**
 * A write to one part: only the fields that change, and the version they were changed from (null for a new one). `removed`
 * puts it away or brings it back.
 */
const part = <T extends z.ZodRawShape>(fields: z.ZodObject<T>) =>
  z.object({
    baseVersion: Version.nullable(),
    fields: fields.partial(),
    removed: z.boolean().optional(),
    /** How it was learnt [K-36]. */
    source: z.enum(sources).optional(),
  })

const partEndpoint = <B extends z.ZodType>(summary: string, body: B) => ({
  summary,
  access: 'customer.write' as const,
  params: z.object({ id: Id, partId: Id }),
  body,
  reply: z.object({ version: z.number() }),
  errors: ['record.not_found', 'record.conflict', 'rule.refused'] as const,
})

const Change = z.object({
  entity: z.string(),
  entityId: Id,
  /** Of the entity, after the change; a value can be put back by it. */
  version: z.number().nullable(),
  field: z.string(),
  before: z.unknown(),
  after: z.unknown(),
  at: z.string(),
  by: z.string().nullable(),
  source: z.enum(sources).nullable(),
})

export const customerFileEndpoints = endpoints({
  'GET /api/customers/:id/file': {
    summary: 'What stands under a customer: people, numbers, products, sightings, small wishes, consents',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      people: z.array(PersonFields.extend({ ...kept, reading: z.string().nullable() })),
      members: z.array(MemberFields.extend(kept)),
      holdings: z.array(HoldingFields.extend({ ...kept, stage: z.enum(stages).nullable(), stageOn: Day.nullable() })),
      sightings: z.array(SightingFields.extend({ ...kept, notedBy: z.string() })),
      wishes: z.array(WishFields.extend(kept)),
      consents: z.array(Consent),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/people/:partId': partEndpoint('Writes a contact person [K-20]', part(PersonFields)),
  'PUT /api/customers/:id/members/:partId': partEndpoint('Writes a number or member [K-28]', part(MemberFields)),
  'PUT /api/customers/:id/holdings/:partId': partEndpoint(
    'Writes a product in use or in question; its answers set the stage of experience [K-16]',
    part(HoldingFields),
  ),
  'PUT /api/customers/:id/sightings/:partId': partEndpoint('Writes a competitor seen', part(SightingFields)),
  'PUT /api/customers/:id/wishes/:partId': partEndpoint('Writes a small wish [K-35]', part(WishFields)),
  'PUT /api/customers/:id/consents/:purpose': {
    summary: 'Says what a customer agrees to be contacted for; `any` refused is do-not-disturb',
    access: 'customer.write',
    params: z.object({ id: Id, purpose: z.enum(consentPurposes) }),
    body: z.object({ state: z.enum(['given', 'refused']).nullable(), until: Day.nullable(), source: Line(60) }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/history': {
    summary: 'Every change to a customer and what stands under it, newest first',
    access: 'customer.read',
    params: z.object({ id: Id }),
    query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(300) }),
    reply: z.object({ changes: z.array(Change) }),
    errors: ['record.not_found'],
  },
  'POST /api/customers/:id/restore': {
    summary: 'Puts back what a field held before a change',
    access: 'customer.write',
    params: z.object({ id: Id }),
    body: z.object({ field: z.string().max(60), version: Version }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'POST /api/customers/:id/reveal': {
    summary: 'Shows one masked value; the reason is logged with who asked',
    access: 'customer.reveal',
    params: z.object({ id: Id }),
    body: z.object({
      what: z.discriminatedUnion('of', [
        z.object({ of: z.literal('number') }),
        z.object({ of: z.literal('member'), id: Id }),
        z.object({ of: z.literal('person'), id: Id }),
        z.object({ of: z.literal('field'), field: z.string().max(60) }),
      ]),
      reason: Line(200),
    }),
    reply: z.object({ value: z.string() }),
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/group': {
    summary: 'The group a person works at, where a group customer is called as the employer in the file [K-34]',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({ group: z.object({ id: Id, name: z.string() }).nullable() }),
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/bills': {
    summary: 'Bills by month, oldest first, as many as 25 months',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      months: z.array(z.object({ month: z.string(), totalFen: z.number(), kinds: z.record(z.string(), z.number()) })),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/standing': {
    summary: 'Value, tier and risk as the newest month has them, and the month before',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      month: z.string().nullable(),
      paid12Fen: z.number().nullable(),
      monthsBilled: z.number(),
      rank: z.number().nullable(),
      topShare: z.number().nullable(),
      tier: z.string().nullable(),
      risk: z.number().nullable(),
      signalPoints: z.number().nullable(),
      band: z.enum(['low', 'raised', 'high']).nullable(),
      atRiskFen: z.number().nullable(),
      reasons: z.array(
        z.object({ code: z.string(), params: z.record(z.string(), z.unknown()), changeable: z.boolean() }),
      ),
      before: z
        .object({
          month: z.string(),
          tier: z.string().nullable(),
          risk: z.number().nullable(),
          paid12Fen: z.number().nullable(),
        })
        .nullable(),
      /** The twelve months before the last twelve, for a comparison; null where they are not all there. */
      paidYearBeforeFen: z.number().nullable(),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/open': {
    summary: 'What is owed to a customer, and the last word between us',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      promises: z.number(),
      dueToday: z.number(),
      overdue: z.number(),
      expectations: z.number(),
      cases: z.number(),
      touchesThisYear: z.number(),
      activeThisYear: z.number(),
    }),
    errors: ['record.not_found'],
  },
})
