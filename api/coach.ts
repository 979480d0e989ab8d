import { z } from 'zod'
import type { CompiledCoach } from '#domain/coach/compiled.ts'
import { hitEnds } from '#domain/coach/fired.ts'
import { ownLevels } from '#domain/coach/own-level.ts'
import type { CompiledOwn } from '#domain/coach/own-rule.ts'
import type { Policy } from '#domain/coach/policy.ts'
import { levels } from '#domain/coach/rule.ts'
import { Instant, Version } from './bounds.ts'
import { endpoints } from './endpoint.ts'

const Id = z.uuid()
const language = z.enum(['zh', 'en'])
const Text = z.object({ zh: z.string(), en: z.string() })

/** `zh.order.must`, or `zh.own.` and the id of a branch's rule. */
const RuleId = z.string().regex(/^(zh|en)(\.[A-Za-z0-9-]{1,60}){2}$/)

const lines = z.array(z.string().trim().min(1).max(120)).max(20)
const Draft = z.object({
  language,
  level: z.enum(ownLevels),
  title: z.string().trim().max(40),
  words: lines,
  pattern: z.string().trim().max(400),
  unless: lines,
  rewrite: z.string().trim().max(200),
  why: z.string().trim().max(200),
  examples: lines,
  counterExamples: lines,
})

const Measured = z.object({ right: z.number(), marked: z.number() })

const Rule = z.object({
  id: z.string(),
  level: z.enum(levels),
  words: z.array(z.string()),
  rewrite: z.string().nullable(),
  why: Text.nullable(),
  examples: z.array(z.string()),
  counterExamples: z.array(z.string()),
})

const Kind = z.object({
  act: z.string(),
  language,
  title: Text,
  why: Text,
  source: z.string(),
  rules: z.array(Rule),
  /** Of the sentences it marked when it was measured, how many rightly; null where none was there. */
  measured: Measured.nullable(),
})

const OwnShown = z.object({
  id: Id,
  version: z.number(),
  draft: Draft,
  /** What is in force; null before the first publication and after a withdrawal. */
  live: z.object({ edition: z.number(), definition: Draft }).nullable(),
  editions: z.number(),
  changedBy: z.string(),
  changedAt: Instant,
})

const Looked = z.object({
  start: z.number(),
  end: z.number(),
  words: z.string(),
  rule: z.string(),
  level: z.enum(levels),
  title: Text,
  why: Text,
  rewrite: z.string().nullable(),
  source: z.string(),
})

/** The rules of wording, for whoever writes; a branch's own; what they marked. */
export const coachEndpoints = endpoints({
  'GET /api/coach': {
    summary: 'The rules of the packs in one language, ready to be used; they change with the program only',
    access: 'signed-in',
    query: z.object({ language: language.default('zh') }),
    reply: z.object({ version: z.string(), compiled: z.custom<CompiledCoach>() }),
  },
  'GET /api/coach/own': {
    summary: 'The rules this branch has published, ready to be used, and whether a language model may be asked',
    access: 'signed-in',
    reply: z.object({ rules: z.array(z.custom<CompiledOwn>()), rephrases: z.boolean() }),
  },
  'GET /api/coach/library': {
    summary: 'Every rule as it can be read, with examples and measured precision; the pairs that are taught',
    access: 'staff.read',
    reply: z.object({
      kinds: z.array(Kind),
      pairs: z.array(
        z.object({
          source: z.string(),
          act: z.string(),
          avoid: Text,
          better: Text,
          measured: z.object({ zh: Measured.nullable(), en: Measured.nullable() }),
        }),
      ),
      own: z.array(OwnShown),
      mayDraft: z.boolean(),
    }),
  },
  'GET /api/coach/policies': {
    summary: 'What the usual rules protect a customer from, for when one of them comes up in a contact',
    access: 'signed-in',
    reply: z.object({ policies: z.array(z.custom<Policy>()) }),
  },
  'POST /api/coach/look': {
    summary: 'Looks at words as the writing fields do, with the branch’s own rules',
    access: 'signed-in',
    body: z.object({
      text: z.string().min(1).max(4000),
      by: z.enum(['staff', 'customer', 'note']).default('staff'),
      /** What the other side said just before. */
      before: z.string().max(2000).optional(),
      /** Whether these are the first words of a talk. */
      opening: z.boolean().default(false),
    }),
    reply: z.object({ hits: z.array(Looked) }),
  },
  'POST /api/coach/rephrase': {
    summary:
      'Asks the language model, where one is set up, for another way to put marked words; an answer that would be marked is not given',
    access: 'signed-in',
    body: z.object({ text: z.string().trim().min(1).max(600) }),
    reply: z.object({ text: z.string() }),
    errors: ['rule.refused'],
  },
  'PUT /api/coach/rules/:id': {
    summary: 'Keeps the draft of a rule of our own, under an id the writer made',
    access: 'script.revise',
    params: z.object({ id: Id }),
    body: z.object({ draft: Draft, baseVersion: Version.nullable() }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict'],
  },
  'POST /api/coach/rules/:id/publish': {
    summary: 'Puts the draft into force as the next edition; refused with every example it fails',
    access: 'script.revise',
    params: z.object({ id: Id }),
    body: z.object({ baseVersion: Version }),
    reply: z.object({ version: z.number(), edition: z.number() }),
    errors: ['record.not_found', 'record.conflict', 'rule.refused'],
  },
  'POST /api/coach/rules/:id/withdraw': {
    summary: 'Takes a rule out of force; its editions stay, and publishing brings it back',
    access: 'script.revise',
    params: z.object({ id: Id }),
    body: z.object({ baseVersion: Version }),
    reply: z.object({ version: z.number() }),
    errors: ['record.not_found', 'record.conflict'],
  },
  'PUT /api/coach/hits/:id': {
    summary: 'What became of one mark: kept for the writer alone; a sum without persons counts it',
    access: 'signed-in',
    params: z.object({ id: Id }),
    body: z.object({ rule: RuleId, ended: z.enum(hitEnds) }),
    reply: 'nothing',
    errors: ['record.not_found'],
  },
  'GET /api/coach/hits': {
    summary: 'What the reader was marked for, most frequent first; nobody else’s can be asked for',
    access: 'signed-in',
    reply: z.object({
      rows: z.array(
        z.object({ rule: z.string(), title: Text, marked: z.number(), taken: z.number(), lastAt: Instant }),
      ),
    }),
  },
  'GET /api/coach/fired': {
    summary: 'How often each rule fired this month and the two before, by nobody in particular',
    access: 'team.read',
    reply: z.object({
      rows: z.array(
        z.object({
          rule: z.string(),
          title: Text,
          month: z.string(),
          /** Null where they are too few to tell of nobody. */
          marked: z.number().nullable(),
          taken: z.number().nullable(),
        }),
      ),
    }),
  },
})
