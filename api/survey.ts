import { z } from 'zod'
import { questionKinds } from '#domain/satisfaction/answer.ts'
import { grades } from '#domain/satisfaction/grade.ts'
import { surveyKinds } from '#domain/satisfaction/invitation.ts'
import { representedResults } from '#domain/satisfaction/telling.ts'
import { zones } from '#domain/satisfaction/zone.ts'
import { Day, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'
import { Servqual } from './servqual.ts'

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
const Sheet = z.record(z.string().regex(/^([1-9]|1\d|2[0-2])$/), Score)

const Sheets = z.object({ expected: Sheet, experienced: Sheet })

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

/** Asking a customer what was expected and what was felt, on the call or by a page without a sign-in; what is known of it before a contact. */
export const surveyEndpoints = endpoints({
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
      /** Who around a displeased customer is known to us; null where they are not displeased. */
      circle: Reason.nullable(),
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
      kind: z.enum(surveyKinds),
      matter: Matter,
      scores: Scores,
      words: Words,
      /** Of the 22 items those that were asked, on both sheets [M-08]. */
      sheets: Sheets.nullable().default(null),
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
      sheets: Sheets.nullable().default(null),
    }),
    reply: 'nothing',
    errors: ['record.not_found', 'rule.refused', 'request.invalid', 'session.too_many_tries'],
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
