import { type Said } from '#domain/kernel/said.ts'
import { expand } from './fragment.ts'
import type { CompiledCoach, CompiledRule, Reason } from './compiled.ts'
import { foldFor } from './compile.ts'
import { lookAtTurn } from './look.ts'
import { normalise } from './normalise.ts'
import { isMark, type OwnLevel } from './own-level.ts'
import { patternWays } from './pattern-cost.ts'
import type { RuleFacts } from './problem.ts'
import { type Coach, coachOf } from './ready.ts'

/** A rule of wording as a lead writes it down: plain words, and a pattern only where words are not enough. */
export type OwnRule = {
  language: 'zh' | 'en'
  level: OwnLevel
  title: string
  /** Words that are marked; with a pattern, words that wake it. */
  words: readonly string[]
  pattern: string
  /** With one of these in the same sentence it is not meant. */
  unless: readonly string[]
  rewrite: string
  why: string
  examples: readonly string[]
  counterExamples: readonly string[]
}

/** Fewer of either prove nothing. */
export const LEAST_EXAMPLES = 3

export type OwnRuleField = keyof OwnRule

/** What keeps a rule from being published, and in which field of the form. */
export type OwnRuleFault = { field: OwnRuleField; said: Said<RuleFacts> }

/** A rule of a branch as the engine takes it, with its name and reason. */
export type CompiledOwn = { rule: CompiledRule; title: Reason; why: Reason; fold: string }

/** The form as a rule of the engine; `simplified` as for the packs' rules, left out where only a preview is wanted. */
export const compileOwn = (
  id: string,
  own: OwnRule,
  simplified: (char: string) => string = (char) => char,
): CompiledOwn => {
  const act = `own.${id}`
  const rule: CompiledRule = {
    id: `${own.language}.${act}`,
    language: own.language,
    role: 'staff',
    act,
    level: own.level,
    triggers: [...new Set(filled(own.words).map((word) => normalise(word).text))],
    pattern: own.pattern.trim() || null,
    unless: filled(own.unless).map((words) => literally(normalise(words).text)),
    context: null,
    scope: 'clause',
    exempt: true,
    rewrite: own.rewrite.trim(),
    replaces: 'sentence',
    why: act,
    source: 'own',
  }
  return {
    rule,
    title: { zh: own.title, en: own.title },
    why: { zh: own.why, en: own.why },
    fold: foldFor(JSON.stringify(rule), simplified),
  }
}

const filled = (lines: readonly string[]): string[] => lines.map((line) => line.trim()).filter((line) => line !== '')

const literally = (words: string): string => words.replace(/[.?()[\]{}|^$*+/\\]/g, '\\$&')

/** The packs' rules and a branch's own as one set. */
export const withOwn = (compiled: CompiledCoach, own: readonly CompiledOwn[]): CompiledCoach => ({
  ...compiled,
  rules: [...compiled.rules, ...own.map(({ rule }) => rule)],
  titles: { ...compiled.titles, ...Object.fromEntries(own.map(({ rule, title }) => [rule.act, title])) },
  reasons: { ...compiled.reasons, ...Object.fromEntries(own.map(({ rule, why }) => [rule.why, why])) },
  fold: compiled.fold + own.map(({ fold }) => fold).join(''),
})

/**
 * Everything that keeps a rule from being published [H-42]: too few words or examples, a pattern that could be slow, an example it
 * misses, a counter-example it marks, or a better form that would itself be marked. `coach` holds the rules it would stand beside.
 */
export const faultsOf = (own: OwnRule, coach: Coach): OwnRuleFault[] => {
  const missing = missingIn(own)
  if (missing.length > 0) return missing
  const patterns = patternFaults(own, coach)
  return patterns.length > 0 ? patterns : exampleFaults(own, coach)
}

const needed = ['title', 'rewrite', 'why'] as const

/** One Chinese character stands in too many harmless words to be a rule; 不 above all. */
const isTooShort = (word: string): boolean => [...word].length < 2

const missingIn = (own: OwnRule): OwnRuleFault[] => {
  const words = filled(own.words)
  const short = words.find(isTooShort)
  return [
    ...needed
      .filter((field) => own[field].trim() === '')
      .map((field): OwnRuleFault => ({ field, said: { code: 'field.empty', params: {} } })),
    ...(words.length === 0 ? [{ field: 'words' as const, said: { code: 'field.empty' as const, params: {} } }] : []),
    ...(short === undefined
      ? []
      : [{ field: 'words' as const, said: { code: 'word.short' as const, params: { word: short } } }]),
    ...(['examples', 'counterExamples'] as const).flatMap((field): OwnRuleFault[] => {
      const have = filled(own[field]).length
      return have >= LEAST_EXAMPLES
        ? []
        : [{ field, said: { code: 'examples.few', params: { have, least: LEAST_EXAMPLES } } }]
    }),
  ]
}

const patternFaults = (own: OwnRule, coach: Coach): OwnRuleFault[] => {
  if (own.pattern.trim() === '') return []
  const whole = expand(own.pattern.trim(), coach.compiled.fragments)
  if (!whole.ok) return [{ field: 'pattern', said: { code: 'fragment.unknown', params: { fragment: whole.error } } }]
  const ways = patternWays(whole.value)
  return ways.ok ? [] : [{ field: 'pattern', said: ways.error }]
}

const exampleFaults = (own: OwnRule, coach: Coach): OwnRuleFault[] => {
  const compiled = compileOwn('draft', own)
  const bare = { ...coach.compiled, rules: [], titles: {}, reasons: {} }
  const alone = coachOf(withOwn(bare, [compiled]))
  const rule = own.title
  const by = marksIn(coachOf(withOwn({ ...coach.compiled }, [compiled])), own.rewrite)[0]
  return [
    ...filled(own.examples)
      .filter((example) => marksIn(alone, example).length === 0)
      .map((example): OwnRuleFault => ({
        field: 'examples',
        said: { code: 'example.missed', params: { rule, example } },
      })),
    ...filled(own.counterExamples).flatMap((example) =>
      marksIn(alone, example)
        .slice(0, 1)
        .map(({ start, end }): OwnRuleFault => ({
          field: 'counterExamples',
          said: { code: 'counter.hit', params: { rule, example, words: example.slice(start, end) } },
        })),
    ),
    ...(by ? [{ field: 'rewrite' as const, said: markedBy(own, by, coach) }] : []),
  ]
}

const markedBy = (own: OwnRule, by: { act: string }, coach: Coach): Said<RuleFacts> => ({
  code: 'rewrite.marked',
  params: { rule: own.title, by: coach.compiled.titles[by.act]?.[own.language] ?? own.title },
})

/** What is marked in words said later in a talk, so that nothing is asked of an opening. */
export const marksIn = (coach: Coach, text: string) =>
  lookAtTurn(
    coach,
    [
      { by: 'staff', text: '' },
      { by: 'customer', text: '' },
      { by: 'staff', text },
    ],
    2,
  ).filter(({ level }) => isMark(level))
