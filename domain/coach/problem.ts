import { type Said, sentence, type Words } from '#domain/kernel/said.ts'
import type { None, Problem, ProblemFacts } from '#domain/playbook/problem.ts'

/** What can be wrong with a rule beyond the form of its file. */
export type RuleFacts = {
  'pattern.form': { at: number; found: string }
  'pattern.costly': { ways: number; most: number }
  'fragment.unknown': { fragment: string }
  'rule.twice': { rule: string }
  'rewrite.absent': { rule: string }
  'example.missed': { rule: string; example: string }
  'counter.hit': { rule: string; example: string; words: string }
  'rewrite.marked': { rule: string; by: string }
  'field.empty': None
  'word.short': { word: string }
  'examples.few': { have: number; least: number }
}

/** One thing to correct in a file of rules, at its line. */
export type RuleProblem = Omit<Problem, 'said'> & { said: Said<RuleFacts> | Said<ProblemFacts> }

/** `core/coach/zh/order.yaml:12:9 rules[1].pattern: …` in one language. */
export const ruleProblemLine = (
  { file, line, column, field, said }: RuleProblem,
  words: Words<RuleFacts> & Words<ProblemFacts>,
): string => `${file}:${line}:${column} ${field === '' ? '' : `${field}: `}${sentence(words, said)}`
