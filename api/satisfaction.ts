import { z } from 'zod'
import { questionKinds } from '#domain/satisfaction/answer.ts'
import { gapKinds } from '#domain/satisfaction/five-gaps.ts'
import { grades } from '#domain/satisfaction/grade.ts'
import { surveyKinds } from '#domain/satisfaction/invitation.ts'
import { lensParts } from '#domain/satisfaction/lens.ts'
import { dimensions } from '#domain/satisfaction/servqual.ts'
import { representedResults } from '#domain/satisfaction/telling.ts'
import { zones } from '#domain/satisfaction/zone.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Params = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]))
const Reason = z.object({ code: z.string(), params: Params })
const Score = z.number().int().min(1).max(5)
const Scores = z.partialRecord(z.enum(questionKinds), Score)
const Words = z.string().trim().max(500)
/** What a survey is about. It stands on a page anybody with the address can open: no number of anybody in it. */
const Matter = z
  .string()
  .trim()
  .max(20)
  .regex(/^(?!.*\d{5})/)
const Share = z.object({ value: z.number(), low: z.number(), high: z.number() })
const Sheet = z.record(z.string().regex(/^([1-9]|1\d|2[0-2])$/), Score)

const Answer = z.object({
  id: Id,
  asks: z.enum(questionKinds),
  score: z.number(),
  on: Day,
  words: z.string(),
  /** Who wrote it down; null where the customer did. */
  by: z.string().nullable(),
})

const Pair = z.object({
  matter: z.string(),
  on: Day,
  expectedOn: Day,
  expected: z.number(),
  experienced: z.number(),
  grade: z.enum(grades),
  felt: z.enum(['above', 'met', 'below']),
  gap: z.number(),
  /** The day from which the border that graded it holds; `start` for the usual one. */
  border: z.string(),
})

const Item = z.object({
  number: z.number(),
  dimension: z.enum(dimensions),
  reversed: z.boolean(),
  expected: z.number(),
  experienced: z.number(),
  gap: z.number(),
})
const part = <P extends readonly [string, ...string[]]>(parts: P) =>
  z.object({
    parts: z.array(
      z.object({
        part: z.enum(parts),
        answered: z.number(),
        of: z.number(),
        gap: z.number().nullable(),
        sum: z.number(),
      }),
    ),
    total: z.number(),
    items: z.number(),
  })

/** The 22 items with both ways to look at them; the totals are the same [M-08, M-09]. */
const Servqual = z.object({ items: z.array(Item), dimensions: part(dimensions), lens: part(lensParts) })

const CustomerLine = { customerId: Id, name: z.string(), manager: z.string().nullable() }

/** Counts of customers by their newest answer. */
const ByScore = z.array(z.object({ score: z.number(), customers: z.number() }))

/** Asking what was expected and what was felt, and what follows from the answers. */
export const satisfactionEndpoints = endpoints({
  'GET /api/customers/:id/satisfaction': {
    summary:
      'What a customer answered, day by day and matter by matter; how it stood to what was expected [R-18, R-19]',
    access: 'customer.read',
    params: z.object({ id: Id }),
    reply: z.object({
      matters: z.array(z.object({ matter: z.string(), answers: z.array(Answer) })),
      /** Newest first. */
      pairs: z.array(Pair),
      satisfied: z.object({ score: z.number(), on: Day, zone: z.enum(zones) }).nullable(),
      notSafe: Reason.nullable(),
      servqual: Servqual.extend({ on: Day }).nullable(),
      surveys: z.array(
        z.object({
          id: Id,
          kind: z.enum(surveyKinds),
          matter: z.string(),
          sentOn: Day,
          until: Day,
          path: z.string(),
        }),
      ),
      /** Why a survey may not be sent now; null where it may. */
      against: z.record(z.enum(surveyKinds), Reason.nullable()),
      represented: z.array(
        z.object({
          id: Id,
          version: z.number(),
          on: Day,
          what: z.string(),
          askedOf: z.string(),
          result: z.enum(representedResults),
          by: z.string(),
          /** It came out of a contact. */
          inContact: z.boolean(),
          own: z.boolean(),
        }),
      ),
      /** Reasons to trust us, for before a contact. */
      trust: z.array(Reason),
      /** Changes this customer asked for and has not been told of. */
      owed: z.array(z.object({ changeId: Id, what: z.string(), said: Reason })),
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/customers/:id/surveys/:surveyId': {
    summary:
      'Asks a customer by a message with a link, or by a code to scan face to face; the gate is asked before a message. The same write twice is one survey',
    access: 'contact.run',
    params: z.object({ id: Id, surveyId: Id }),
    body: z.object({
      kind: z.enum(surveyKinds),
      matter: Matter,
      way: z.enum(['message', 'code']),
      agreedTime: z.boolean().default(false),
    }),
    reply: z.object({ path: z.string(), until: Day }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'DELETE /api/customers/:id/surveys/:surveyId': {
    summary: 'Withdraws a survey nobody has answered; or takes back, the same day, answers one wrote down oneself',
    access: 'contact.run',
    params: z.object({ id: Id, surveyId: Id }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused'],
  },
  'PUT /api/customers/:id/surveys/:surveyId/answers': {
    summary: 'Answers a customer gave on the call, written down by whoever asked',
    access: 'contact.run',
    params: z.object({ id: Id, surveyId: Id }),
    body: z.object({
      kind: z.enum(['expected', 'contact', 'satisfied']),
      matter: Matter,
      scores: Scores,
      words: Words,
    }),
    reply: z.object({ play: z.enum(['recover', 'listen', 'thank']).nullable() }),
    errors: ['record.not_found', 'record.exists', 'rule.refused', 'request.invalid'],
  },
  'GET /api/surveys/:token': {
    summary: 'A survey as the customer opens it, without a sign-in; nothing of the customer is told',
    access: 'anyone',
    params: z.object({ token: z.string().max(80) }),
    reply: z.object({
      kind: z.enum(surveyKinds),
      matter: z.string(),
      asks: z.array(z.enum(questionKinds)),
      branch: z.string(),
      until: Day,
    }),
    errors: ['record.not_found', 'rule.refused', 'session.too_many_tries'],
  },
  'PUT /api/surveys/:token': {
    summary: 'Answers a survey, once and without a sign-in',
    access: 'anyone',
    params: z.object({ token: z.string().max(80) }),
    body: z.object({
      scores: Scores,
      words: Words,
      sheets: z.object({ expected: Sheet, experienced: Sheet }).nullable().default(null),
    }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused', 'request.invalid', 'session.too_many_tries'],
  },
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
  'PUT /api/customers/:id/represented/:representedId': {
    summary: 'Records that we stood up for a customer within our own house, or what became of it [R-21]',
    access: 'contact.run',
    params: z.object({ id: Id, representedId: Id }),
    body: z.object({
      what: z.string().trim().min(1).max(80),
      askedOf: z.string().trim().min(1).max(30),
      on: Day,
      result: z.enum(representedResults),
      /** The contact it came out of. */
      touchId: Id.nullable().default(null),
      baseVersion: Version.nullable(),
    }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'access.denied', 'rule.refused'],
  },
  'DELETE /api/customers/:id/represented/:representedId': {
    summary: 'Takes such a record of one’s own back',
    access: 'contact.run',
    params: z.object({ id: Id, representedId: Id }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
})
