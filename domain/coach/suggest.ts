import type { Said } from '#domain/kernel/said.ts'
import type { Hit } from './look.ts'

type None = Readonly<Record<string, never>>

/** What may be asked or said next. A suggestion never says that something is wrong, and counts in no score. */
export type SuggestionFacts = {
  'ask.difficulty': { asked: number }
  'ask.consequence': None
  'ask.benefit': None
  'say.benefit': None
}

/** The four kinds of question on the way from a situation to a need [H-29]. */
export const spinKinds = ['situation', 'problem', 'implication', 'payoff'] as const
export type SpinKind = (typeof spinKinds)[number]

const kindOfRule: Readonly<Record<string, SpinKind>> = {
  situation: 'situation',
  difficulty: 'problem',
  satisfied: 'problem',
  implication: 'implication',
  'need-payoff': 'payoff',
}

/** The kind of question a rule of either language finds; null for rules about something else. */
export const spinKindOf = (rule: string): SpinKind | null => {
  const [, act, name = ''] = rule.split('.')
  return act === 'spinProblem' ? (kindOfRule[name] ?? null) : null
}

/** How many questions of each kind were asked in a conversation. */
export const spinOf = (hits: readonly Hit[]): Record<SpinKind, number> => {
  const asked = { situation: 0, problem: 0, implication: 0, payoff: 0 }
  for (const { rule } of hits) {
    const kind = spinKindOf(rule)
    if (kind) asked[kind]++
  }
  return asked
}

/** Two questions about facts and none about a difficulty: from here on they feel like an interrogation [H-29]. */
const ENOUGH_FACTS = 2

/** What staff might do next, from everything they have said: the next kind of question, a benefit left unsaid [H-29][H-30]. */
export const suggestionsFor = (hits: readonly Hit[]): Said<SuggestionFacts>[] => {
  const asked = spinOf(hits)
  const rules = new Set(hits.map(({ rule }) => rule))
  const suggestions: Said<SuggestionFacts>[] = []
  if (asked.payoff === 0) {
    if (asked.implication > 0) suggestions.push({ code: 'ask.benefit', params: {} })
    else if (asked.problem > 0) suggestions.push({ code: 'ask.consequence', params: {} })
    else if (asked.situation >= ENOUGH_FACTS)
      suggestions.push({ code: 'ask.difficulty', params: { asked: asked.situation } })
  }
  if (rules.has('zh.fabBenefit.because-feature') && !rules.has('zh.fabBenefit.so-you'))
    suggestions.push({ code: 'say.benefit', params: {} })
  return suggestions
}
