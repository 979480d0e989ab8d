import { z } from 'zod'
import { customerKinds } from '#domain/customer/kind.ts'
import { askers, dataParts } from '#domain/personal/erasure.ts'
import { lawful } from '#domain/personal/keeping.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Said = z.object({ code: z.string(), params: z.record(z.string(), z.unknown()) })

const KeepingShape = z.object({
  years: z.number().int().min(0).max(100),
  source: z.string().trim().min(1).max(200),
  since: Day,
  checkedOn: Day.nullable(),
})
export const KeepingsShape = z.object({ bills: KeepingShape, complaints: KeepingShape })

const Held = z.object({ what: z.enum(lawful), count: z.number(), until: Day, basis: KeepingShape })
const Count = z.object({ part: z.enum(dataParts), rows: z.number() })
const Line = z.object({ on: Day.nullable(), what: z.string(), note: z.string().nullable() })
const Section = z.object({ part: z.enum(dataParts), more: z.number(), lines: z.array(Line) })

/** A person's data as a whole: seen, taken along by them, erased on their word [P-29]. */
export const personalEndpoints = endpoints({
  'GET /api/customers/:id/personal-data': {
    summary: 'Everything kept about a customer, readable, numbers masked; looking is logged',
    access: 'customer.personal',
    params: z.object({ id: Id }),
    query: z.object({ language: z.enum(['zh', 'en']).default('zh') }),
    reply: z.object({ name: z.string(), code: z.string(), kind: z.enum(customerKinds), sections: z.array(Section) }),
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/personal-data/file': {
    summary:
      'The same as one file for the person: to read, to be read by a program, and the photos; nothing masked, logged with who asked',
    access: 'customer.personal',
    params: z.object({ id: Id }),
    query: z.object({ askedBy: z.enum(askers), language: z.enum(['zh', 'en']).default('zh') }),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'GET /api/customers/:id/erasure': {
    summary:
      'What erasing a customer would take away, what law keeps and until when, and what has to end first; afterwards what was done',
    access: 'customer.erase',
    params: z.object({ id: Id }),
    reply: z.object({
      done: z.object({ askedBy: z.enum(askers), askedOn: Day, at: z.string(), by: z.string() }).nullable(),
      goes: z.array(Count),
      /** Rows without words or names, for what is counted. */
      stays: z.array(Count),
      held: z.array(Held),
      blocks: z.array(Said),
    }),
    errors: ['record.not_found'],
  },
  'GET /api/lawful-keeping': {
    summary: 'How long law obliges the branch to keep bills and complaints, with source and the day it was compared',
    access: 'guard.set',
    reply: z.object({ keepings: KeepingsShape, version: Version.nullable() }),
  },
  'PUT /api/lawful-keeping': {
    summary: 'Sets those periods; what is held already keeps the day it was held under',
    access: 'guard.set',
    body: z.object({ baseVersion: Version.nullable(), keepings: KeepingsShape }),
    reply: z.object({ version: Version }),
    errors: ['record.conflict'],
  },
  'PUT /api/erasures/:id': {
    summary:
      'Erases a customer’s data for good, in one transaction; the code of the customer is said again to make sure',
    access: 'customer.erase',
    params: z.object({ id: Id }),
    body: z.object({ customerId: Id, code: z.string().max(80), askedBy: z.enum(askers), askedOn: Day }),
    reply: z.object({ rows: z.number(), held: z.number() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
})
