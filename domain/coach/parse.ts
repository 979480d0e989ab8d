import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import type { Path } from '#domain/playbook/locate.ts'
import { inOrder, type Locate, readYaml } from '#domain/playbook/yaml.ts'
import { expand, type Fragments } from './fragment.ts'
import { patternWays } from './pattern-cost.ts'
import type { RuleFacts, RuleProblem } from './problem.ts'
import { type Context, fragmentFileSchema, type RuleFile, ruleFileSchema } from './rule.ts'

/** A file of rules that was read, and where each of its fields stands. */
export type ReadRules = { file: string; content: RuleFile; locate: Locate }

export const parseFragments = (file: string, text: string): Result<Fragments, RuleProblem[]> => {
  const read = readYaml(file, text, fragmentFileSchema)
  return read.ok ? ok(read.value.value.fragments) : read
}

/** Reads a file of rules and checks every pattern in it; all problems are returned at once, each with its line. */
export const parseRules = (file: string, text: string, fragments: Fragments): Result<ReadRules, RuleProblem[]> => {
  const read = readYaml(file, text, ruleFileSchema)
  if (!read.ok) return read
  const { value: content, locate } = read.value
  const problems = [...patternProblems(content, fragments), ...ruleProblems(content)].map(({ path, said }) => ({
    ...locate(path),
    said,
  }))
  return problems.length === 0 ? ok({ file, content, locate }) : refuse(inOrder(problems))
}

type Remark = { path: Path; said: Said<RuleFacts> }

const patternProblems = (content: RuleFile, fragments: Fragments): Remark[] =>
  patternsOf(content).flatMap(({ path, pattern }): Remark[] => {
    const whole = expand(pattern, fragments)
    if (!whole.ok) return [{ path, said: { code: 'fragment.unknown', params: { fragment: whole.error } } }]
    const ways = patternWays(whole.value)
    return ways.ok ? [] : [{ path, said: ways.error }]
  })

type Placed = { path: Path; pattern: string }

const patternsOf = ({ unless, context, rules }: RuleFile): Placed[] => [
  ...listed(unless, ['unless']),
  ...contextual(context, ['context']),
  ...rules.flatMap((rule, index) => [
    ...(rule.pattern === undefined ? [] : [{ path: ['rules', index, 'pattern'], pattern: rule.pattern }]),
    ...listed(rule.unless, ['rules', index, 'unless']),
    ...contextual(rule.context, ['rules', index, 'context']),
  ]),
]

const listed = (patterns: readonly string[] | undefined, path: Path): Placed[] =>
  (patterns ?? []).map((pattern, index) => ({ path: [...path, index], pattern }))

const contextual = (context: Context | undefined, path: Path): Placed[] =>
  Object.entries(context ?? {}).flatMap(([key, pattern]) =>
    typeof pattern === 'string' ? [{ path: [...path, key], pattern }] : [],
  )

const ruleProblems = ({ level: given, rules }: RuleFile): Remark[] =>
  rules.flatMap(({ id, level = given, rewrite }, index): Remark[] => [
    ...(rules.findIndex((other) => other.id === id) < index
      ? [{ path: ['rules', index, 'id'], said: { code: 'rule.twice' as const, params: { rule: id } } }]
      : []),
    ...(level !== 'neutral' && rewrite === undefined
      ? [{ path: ['rules', index], said: { code: 'rewrite.absent' as const, params: { rule: id } } }]
      : []),
  ])
