import type { CompiledCoach, CompiledRule } from './compiled.ts'
import type { Fragments } from './fragment.ts'
import { normalise } from './normalise.ts'
import type { ReadRules } from './parse.ts'
import type { Rule, RuleFile } from './rule.ts'

/**
 * Makes plain data of rule files that were read without a problem: words normal, what only editors need left out. `simplified` gives the simplified form of one character; only variants of characters that rules use are kept.
 */
export const compileCoach = (
  files: readonly ReadRules[],
  fragments: Fragments,
  simplified: (char: string) => string,
): CompiledCoach => {
  const compiled: CompiledCoach = { rules: [], titles: {}, reasons: {}, fragments, fold: '' }
  for (const { content } of files) {
    const act = `${content.language}.${content.act}`
    compiled.titles[content.act] ??= content.title
    compiled.reasons[act] = content.why
    for (const rule of content.rules) {
      const made = compiledRule(content, rule)
      if (rule.why) compiled.reasons[made.id] = rule.why
      compiled.rules.push(made)
    }
  }
  return { ...compiled, fold: foldFor(JSON.stringify([compiled.rules, fragments]), simplified) }
}

const compiledRule = (content: RuleFile, rule: Rule): CompiledRule => {
  const act = `${content.language}.${content.act}`
  const id = `${act}.${rule.id}`
  const context = { ...content.context, ...rule.context }
  return {
    id,
    language: content.language,
    role: content.role,
    act: content.act,
    level: rule.level ?? content.level,
    triggers: [...new Set(rule.triggers.map((word) => normalise(word).text))],
    pattern: rule.pattern ?? null,
    unless: [...(content.unless ?? []), ...(rule.unless ?? [])],
    context: Object.keys(context).length === 0 ? null : context,
    scope: rule.scope ?? 'clause',
    exempt: content.exempt ?? true,
    rewrite: rule.rewrite ?? null,
    replaces: rule.replaces ?? 'sentence',
    why: rule.why ? id : act,
    source: rule.source ?? content.source,
  }
}

/** The unified ideographs of the basic plane: every traditional character in common use is among them. */
const [FIRST, LAST] = [0x4e00, 0x9fff]

/** Variants of those characters that rules use, each with the character the rules are written with. */
export const foldFor = (rules: string, simplified: (char: string) => string): string => {
  const used = new Set(rules)
  let pairs = ''
  for (let code = FIRST; code <= LAST; code++) {
    const char = String.fromCharCode(code)
    const simple = simplified(char)
    if (simple !== char && simple.length === 1 && used.has(simple)) pairs += char + simple
  }
  return pairs
}
