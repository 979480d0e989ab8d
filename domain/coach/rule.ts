import { z } from 'zod'

/** What a hit means to the writer. `neutral` acts are seen, not marked; `suggest` never says that anything is wrong. */
export const levels = ['forbid', 'avoid', 'hint', 'suggest', 'neutral'] as const
export type Level = (typeof levels)[number]

/** Where a pattern looks: one clause, one sentence, or all of what was said in the turn. */
export const scopes = ['clause', 'sentence', 'turn'] as const
export type Scope = (typeof scopes)[number]

export const roles = ['staff', 'customer'] as const
export type Role = (typeof roles)[number]

const text = z.string().min(1)
const list = z.array(text).min(1)
const bilingual = z.strictObject({ zh: text, en: text })

/** What must hold around the words for the rule to speak. Every pattern is looked for in normal text. */
const context = z.strictObject({
  /** What the customer said last must match, or must not. */
  customer: text.optional(),
  notCustomer: text.optional(),
  /** The rest of the turn after the words, and what came before them in it. */
  after: text.optional(),
  notAfter: text.optional(),
  before: text.optional(),
  notBefore: text.optional(),
  /** Anywhere in the turn. */
  turn: text.optional(),
  notTurn: text.optional(),
  /** Only in the first words staff say in a conversation. */
  opening: z.boolean().optional(),
})
export type Context = z.infer<typeof context>

/** A sentence, or a sentence with what the customer said just before it. */
const example = z.union([text, z.strictObject({ customer: text, says: text }), z.strictObject({ later: text })])
export type Example = z.infer<typeof example>

const rule = z.strictObject({
  id: z.string().regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/),
  level: z.enum(levels).optional(),
  triggers: list,
  /** Without a pattern the trigger itself is what is marked. */
  pattern: text.optional(),
  /** Patterns that excuse it when they match in the same sentence (in the same turn for scope `turn`). */
  unless: list.optional(),
  scope: z.enum(scopes).optional(),
  context: context.optional(),
  /** What a good agent says instead; whole sentences, `×` where a time or thing goes in. */
  rewrite: text.optional(),
  /** What the rewrite stands for: the marked words, or the sentence they stand in. */
  replaces: z.enum(['words', 'sentence']).optional(),
  why: bilingual.optional(),
  source: text.optional(),
  examples: z.array(example).min(3),
  counterExamples: z.array(example).min(3),
})
export type Rule = z.infer<typeof rule>

/** One file: an act in one language, what is wrong or right about it, and the ways it is said. */
export const ruleFileSchema = z.strictObject({
  act: z.string().regex(/^[a-z][A-Za-z]*$/),
  language: z.enum(['zh', 'en']),
  role: z.enum(roles),
  level: z.enum(levels),
  /** Whether "not …" before the words, or quoting somebody, takes the meaning away. */
  exempt: z.boolean().optional(),
  source: text,
  title: bilingual,
  why: bilingual,
  unless: list.optional(),
  context: context.optional(),
  rules: z.array(rule).min(1),
})
export type RuleFile = z.infer<typeof ruleFileSchema>

/** Named parts of patterns, written `{{name}}` in a pattern. */
export const fragmentFileSchema = z.strictObject({ fragments: z.record(text, text) })
