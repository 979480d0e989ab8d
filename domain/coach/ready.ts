import type { Language } from '#domain/kernel/said.ts'
import { type Automaton, automatonOf } from './automaton.ts'
import type { CompiledCoach, CompiledRule } from './compiled.ts'
import { expand, type Fragments } from './fragment.ts'
import type { Fold } from './normalise.ts'
import type { Context } from './rule.ts'

/** A rule with its patterns built. */
export type ReadyRule = CompiledRule & {
  found: RegExp | null
  excused: RegExp[]
  around: ReadyContext
}

export type ReadyContext = { [K in Exclude<keyof Context, 'opening'>]?: RegExp } & { opening: boolean }

/** Rules ready to look: build once, use for every turn. */
export type Coach = {
  rules: ReadyRule[]
  automaton: Automaton
  /** For each word of the automaton, the rules it wakes. */
  wakes: { length: number; rules: number[] }[]
  fold: Fold
  compiled: CompiledCoach
}

/** Builds the rules of a pack; of one language only, if wished. */
export const coachOf = (compiled: CompiledCoach, language?: Language): Coach => {
  const rules = compiled.rules
    .filter((rule) => !language || rule.language === language)
    .map((rule) => ready(rule, compiled.fragments))
  const words = new Map<string, number[]>()
  rules.forEach((rule, index) => {
    for (const word of rule.triggers) words.set(word, [...(words.get(word) ?? []), index])
  })
  return {
    rules,
    automaton: automatonOf([...words.keys()]),
    wakes: [...words].map(([word, rules]) => ({ length: word.length, rules })),
    fold: foldOf(compiled.fold),
    compiled,
  }
}

const ready = (rule: CompiledRule, fragments: Fragments): ReadyRule => ({
  ...rule,
  found: rule.pattern === null ? null : built(rule.pattern, fragments, 'gu'),
  excused: rule.unless.map((pattern) => built(pattern, fragments)),
  around: around(rule.context ?? {}, fragments),
})

/** Patterns were checked when the pack was read; one that names a missing fragment cannot match. */
const built = (pattern: string, fragments: Fragments, flags = 'u'): RegExp => {
  const whole = expand(pattern, fragments)
  return new RegExp(whole.ok ? whole.value : '(?!)', flags)
}

const around = ({ opening, ...patterns }: Context, fragments: Fragments): ReadyContext => {
  const ready: ReadyContext = { opening: opening ?? false }
  for (const key of Object.keys(patterns) as (keyof typeof patterns)[]) {
    const pattern = patterns[key]
    if (pattern !== undefined) ready[key] = built(pattern, fragments)
  }
  return ready
}

const foldOf = (pairs: string): Fold => {
  const fold = new Map<string, string>()
  for (let i = 0; i + 1 < pairs.length; i += 2) fold.set(pairs.charAt(i), pairs.charAt(i + 1))
  return fold
}
