import { z } from 'zod'
import { gapKinds } from '#domain/satisfaction/five-gaps.ts'
import { grades } from '#domain/satisfaction/grade.ts'
import { zones } from '#domain/satisfaction/zone.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'
import { Servqual } from './servqual.ts'

const Id = z.uuid()
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const Reason = z.object({ code: z.string(), params: Params })
const Share = z.object({ value: z.number(), low: z.number(), high: z.number() })
const CustomerLine = { customerId: Id, name: z.string(), manager: z.string().nullable() }

/** Counts of customers by their newest answer. */
const ByScore = z.array(z.object({ score: z.number(), customers: z.number() }))

/** What the answers of one's own customers come to, and what was changed because of them. */
export const satisfactionEndpoints = endpoints({
  'GET /api/satisfaction': {
    summary: 'Newest answers of one’s own customers, and how many who gave an answer stayed a year [R-20, M-04]',
    access: 'contact.run',
    reply: z.object({
      customers: z.number(),
      scores: ByScore,
      zones: z.array(z.object({ zone: z.enum(zones), customers: z.number() })),
      stay: z.array(
        z.object({
          score: z.number(),
          customers: z.number(),
          stayed: z.number(),
          rate: Share.nullable(),
          said: Reason.nullable(),
        }),
      ),
      /** Answered so long ago that the year is over, until the last month with bills. */
      untilMonth: z.string().nullable(),
      grades: z.array(z.object({ grade: z.enum(grades), count: z.number() })),
      border: z.object({ border: z.number(), validFrom: Day.nullable(), by: z.string().nullable() }),
      mayRule: z.boolean(),
    }),
  },
  'GET /api/satisfaction/records': {
    summary: 'The answers behind a figure',
    access: 'contact.run',
    query: z.object({
      of: z.enum(['score', 'zone', 'year', 'grade', 'item', 'gap']),
      value: z.string().max(20),
    }),
    reply: z.object({
      rows: z.array(
        z.object({
          id: Id,
          ...CustomerLine,
          matter: z.string(),
          on: Day,
          /** Null for a promise. */
          score: z.number().nullable(),
          /** What was expected, where a grade is asked for. */
          expected: z.number().nullable(),
          stayed: z.boolean().nullable(),
          words: z.string(),
        }),
      ),
      total: z.number(),
    }),
    errors: ['request.invalid'],
  },
  'GET /api/satisfaction/servqual': {
    summary: 'The newest 22 items of each of one’s own customers, together: P − E an item and a dimension [M-08, M-09]',
    access: 'contact.run',
    reply: Servqual.extend({ sheets: z.number(), from: Day.nullable(), to: Day.nullable() }),
  },
  'GET /api/satisfaction/gaps': {
    summary: 'The five gaps of service quality, with own figures where there are any [M-07]',
    access: 'contact.run',
    reply: z.object({
      gaps: z.array(
        z.object({
          gap: z.enum(gapKinds),
          count: z.object({ short: z.number(), of: z.number() }).nullable(),
          share: Share.nullable(),
        }),
      ),
    }),
  },
  'GET /api/satisfaction/changes': {
    summary: 'What was changed because customers said so, and who is still to be told [R-21]',
    access: 'contact.run',
    reply: z.object({
      rows: z.array(
        z.object({
          id: Id,
          version: z.number(),
          what: z.string(),
          doneOn: Day.nullable(),
          by: z.string(),
          askers: z.array(z.object({ ...CustomerLine, calledBy: z.string(), toldOn: Day.nullable() })),
          /** Askers of colleagues. */
          others: z.number(),
        }),
      ),
    }),
  },
  'PUT /api/satisfaction/changes/:id': {
    summary: 'Sets a change, or says that it is done; who asked for it is to be told',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({
      what: z.string().trim().min(1).max(80),
      doneOn: Day.nullable(),
      askers: z.array(Id).max(200),
      baseVersion: Version.nullable(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
    toCustomer: ({ what }: { what: string }) => [what],
  },
  'PUT /api/satisfaction/changes/:id/told/:customerId': {
    summary: 'A customer is told what became of what they said; the gate is asked, and the words are kept as a contact',
    access: 'contact.run',
    params: z.object({ id: Id, customerId: Id }),
    body: z.object({
      touchId: Id,
      text: z.string().trim().min(1).max(500),
      agreedTime: z.boolean().default(false),
    }),
    reply: z.object({ on: Day }),
    errors: ['record.not_found', 'rule.refused'],
    toCustomer: ({ text }: { text: string }) => [text],
  },
  'DELETE /api/satisfaction/changes/:id/told/:customerId': {
    summary: 'Takes back that one told a customer, within the hour',
    access: 'contact.run',
    params: z.object({ id: Id, customerId: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'PUT /api/satisfaction/border': {
    summary: 'From today on, how many points above expectation are excellent; earlier answers keep their border [M-01]',
    access: 'satisfaction.rule',
    body: z.object({ border: z.number() }),
    reply: z.object({ validFrom: Day }),
    errors: ['rule.refused'],
  },
})
