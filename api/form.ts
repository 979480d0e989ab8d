import { z } from 'zod'
import { formActs } from '#domain/form/acts.ts'
import { MOST_ROWS } from '#domain/form/answer.ts'
import type { Layout } from '#domain/form/layout.ts'
import type { KnownFormFacts } from '#domain/form/prefill.ts'
import { formMoves, formStates, type Signatures } from '#domain/form/standing.ts'
import { isPenPath, MOST_PEN_TEXT } from '#domain/kernel/pen.ts'
import { Day, Instant, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const Ref = z.object({ id: Id, name: z.string() })
const Text = z.object({ zh: z.string(), en: z.string() })
const Key = z.string().max(60)

const Row = z.record(z.string().max(60), z.union([z.string().max(400), z.number()]))
const Answer = z.union([
  z.string().max(4000),
  z.number(),
  z.boolean(),
  z.array(z.string().max(60)).max(60),
  z.array(Row).max(MOST_ROWS),
])

const Sign = z.object({
  name: z.string().trim().min(1).max(40),
  /** What was drawn, as path data in the box of `domain/kernel/pen.ts`; null where the name was typed. */
  path: z.string().max(MOST_PEN_TEXT).refine(isPenPath).nullable(),
  at: Instant,
})

export const formShows = ['open', 'waiting', 'due', 'filed', 'all'] as const

const FormLine = z.object({
  id: Id,
  key: Key,
  title: Text,
  customer: Ref.nullable(),
  author: Ref,
  state: z.enum(formStates),
  onDay: Day,
  dueOn: Day.nullable(),
  /** What is due has come, and it is not filed. */
  due: z.boolean(),
  signedBy: z.array(z.string()),
  runId: Id.nullable(),
  corrects: Id.nullable(),
  changedAt: Instant,
  filedAt: Instant.nullable(),
})

const Gift = z.object({
  id: Id,
  name: z.string(),
  inStore: z.number(),
  note: z.string(),
  version: Version,
})

/** What a form is about. All of it must be of the one customer. */
const About = z.object({
  customerId: Id.nullable(),
  personId: Id.nullish(),
  runId: Id.nullish(),
  caseId: Id.nullish(),
  appointmentId: Id.nullish(),
})

const language = z.enum(['zh', 'en']).default('zh')

export const formEndpoints = endpoints({
  'GET /api/form-layouts': {
    summary: 'The forms in use for the reader’s unit, each with its whole layout [P-19…P-26]',
    access: 'contact.run',
    reply: z.object({
      layouts: z.array(z.object({ hash: z.string(), pack: z.string(), layout: z.custom<Layout>() })),
    }),
  },
  'GET /api/form-layouts/:key/pdf': {
    summary:
      'A form to print and write on by hand; with a customer, filled in as far as the reader may see. Every print is logged',
    access: 'contact.run',
    params: z.object({ key: Key }),
    query: z.object({ language, customerId: Id.optional() }),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'GET /api/form-facts': {
    summary: 'What is known to fill a form with: of a customer, a contact, a case, a meeting, a day',
    access: 'contact.run',
    query: z.object({
      customerId: Id.optional(),
      personId: Id.optional(),
      runId: Id.optional(),
      caseId: Id.optional(),
      appointmentId: Id.optional(),
      day: Day.optional(),
    }),
    reply: z.object({ facts: z.custom<KnownFormFacts>() }),
    errors: ['record.not_found'],
  },
  'GET /api/forms': {
    summary: 'Filled forms, the newest first; an owner’s own sheets only for that owner',
    access: 'contact.run',
    query: z.object({
      show: z.enum(formShows).default('all'),
      customerId: Id.optional(),
      runId: Id.optional(),
      caseId: Id.optional(),
      key: Key.optional(),
      /** Sheets about a day's work, of that day. */
      day: Day.optional(),
    }),
    reply: z.object({
      rows: z.array(FormLine),
      counts: z.record(z.enum(formShows), z.number()),
      /** There are more than are listed. */
      more: z.boolean(),
    }),
  },
  'GET /api/forms/:id': {
    summary: 'One form with its layout, what is written, who signed, what it made and what the reader may do with it',
    access: 'contact.run',
    params: z.object({ id: Id }),
    reply: FormLine.extend({
      layout: z.custom<Layout>(),
      person: Ref.nullable(),
      caseId: Id.nullable(),
      after: Ref.nullable(),
      /** The correction that took its place, and the form this one corrects. */
      correctedBy: Id.nullable(),
      /** The form that followed this one: the receipt of an application. */
      followedBy: z.object({ id: Id, key: Key }).nullable(),
      answers: z.record(z.string(), Answer),
      signatures: z.custom<Signatures>(),
      /** Names of the colleagues and days that answers speak of by id. */
      names: z.record(z.string(), z.string()),
      decided: z.object({ by: z.string(), at: Instant, note: z.string() }).nullable(),
      /** What filing made: answers owed to the customer, and when the customer heard [P-20]. */
      made: z.array(
        z.object({
          promiseId: Id,
          what: z.string(),
          owner: z.string(),
          dueAt: Instant,
          state: z.enum(['open', 'kept', 'broken', 'withdrawn']),
          toldAt: Instant.nullable(),
        }),
      ),
      can: z.array(z.enum(formActs)),
      /** The places this reader may sign at, or hand the pad over for. */
      signable: z.array(z.string()),
      version: Version,
    }),
    errors: ['record.not_found'],
  },
  'PUT /api/forms/:id': {
    summary:
      'Begins a form under an id the writer made, or writes in it; with every signature it needs it is filed. Sent twice it is one form',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: About.extend({
      key: Key,
      /** The layout that was filled in; without it, the one in use. */
      hash: z.string().max(64).optional(),
      /** The form it follows. */
      afterId: Id.nullish(),
      onDay: Day.optional(),
      changes: z
        .array(z.object({ field: z.string().max(60), from: Answer.nullable(), to: Answer.nullable() }))
        .max(80)
        .default([]),
      signatures: z
        .array(Sign.extend({ field: z.string().max(60) }))
        .max(8)
        .default([]),
    }),
    reply: z.object({ version: Version, state: z.enum(formStates) }),
    errors: ['record.not_found', 'record.exists', 'record.conflict', 'rule.refused'],
  },
  'PUT /api/forms/:id/signatures/:field': {
    summary: 'Signs: from then on what is written stands. The last signature it needs files it',
    access: 'contact.run',
    params: z.object({ id: Id, field: z.string().max(60) }),
    body: Sign,
    reply: z.object({ version: Version, state: z.enum(formStates) }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'POST /api/forms/:id/moves': {
    summary:
      'Files a form, asks a lead, takes the request back, says yes or no to it, puts a draft away or brings it back',
    access: 'contact.run',
    params: z.object({ id: Id }),
    body: z.object({ move: z.enum(formMoves), note: z.string().trim().max(400).default('') }),
    reply: z.object({ version: Version, state: z.enum(formStates) }),
    errors: ['record.not_found', 'rule.refused'],
  },
  'PUT /api/forms/:id/corrections/:correctionId': {
    summary:
      'Begins the correction of a form that no longer changes: a form of its own that names it, with the same words and no signature',
    access: 'contact.run',
    params: z.object({ id: Id, correctionId: Id }),
    reply: z.object({ version: Version }),
    errors: ['record.not_found', 'record.exists', 'rule.refused'],
  },
  'GET /api/forms/:id/pdf': {
    summary: 'A form on paper, with every copy it has and a code that leads back to the record. Every print is logged',
    access: 'contact.run',
    params: z.object({ id: Id }),
    query: z.object({ language }),
    reply: 'file',
    errors: ['record.not_found'],
  },
  'GET /api/gifts': {
    summary: 'Gifts in store',
    access: 'contact.run',
    reply: z.object({ gifts: z.array(Gift), may: z.boolean() }),
  },
  'PUT /api/gifts/:id': {
    summary: 'Enters a gift, or says how many there are now',
    access: 'form.approve',
    params: z.object({ id: Id }),
    body: z.object({
      name: z.string().trim().min(1).max(60),
      inStore: z.number().int().min(0).max(100_000),
      note: z.string().trim().max(100).default(''),
      baseVersion: Version.nullable(),
    }),
    reply: z.object({ version: Version }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
  },
})
