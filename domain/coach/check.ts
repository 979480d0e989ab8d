import type { CompiledCoach } from './compiled.ts'
import { lookAtTurn, type Turn } from './look.ts'
import type { ReadRules } from './parse.ts'
import type { RuleProblem } from './problem.ts'
import { type Coach, coachOf } from './ready.ts'
import type { Example } from './rule.ts'

/**
 * Tries every rule on its own examples and counter-examples, and every proposed wording on all rules: a rule that misses
 * one, hits the other or proposes what would itself be marked is a problem at its line.
 */
export const checkRules = (files: readonly ReadRules[], compiled: CompiledCoach): RuleProblem[] => {
  const coach = coachOf(compiled)
  return files.flatMap(({ content, locate }) =>
    content.rules.flatMap((rule, index) => {
      const id = `${content.language}.${content.act}.${rule.id}`
      const alone = { ...compiled, rules: compiled.rules.filter((other) => other.id === id) }
      const own = coachOf(alone)
      const at = (field: string, entry?: number) =>
        locate(['rules', index, field, ...(entry === undefined ? [] : [entry])])
      return [
        ...rule.examples.flatMap((example, entry): RuleProblem[] =>
          hitsOn(own, content.role, example).length > 0
            ? []
            : [
                {
                  ...at('examples', entry),
                  said: { code: 'example.missed', params: { rule: id, example: textOf(example) } },
                },
              ],
        ),
        ...rule.counterExamples.flatMap((example, entry): RuleProblem[] =>
          hitsOn(own, content.role, example).map(({ start, end }) => ({
            ...at('counterExamples', entry),
            said: {
              code: 'counter.hit',
              params: { rule: id, example: textOf(example), words: textOf(example).slice(start, end) },
            },
          })),
        ),
        ...(rule.rewrite === undefined ? [] : hitsOn(coach, 'staff', { later: rule.rewrite }))
          .filter(({ level }) => level === 'forbid' || level === 'avoid' || level === 'hint')
          .map(({ rule: by }): RuleProblem => ({
            ...at('rewrite'),
            said: { code: 'rewrite.marked', params: { rule: id, by } },
          })),
      ]
    }),
  )
}

const textOf = (example: Example): string =>
  typeof example === 'string' ? example : 'later' in example ? example.later : example.says

const hitsOn = (coach: Coach, role: 'staff' | 'customer', example: Example) => {
  const turns = turnsOf(role, example)
  return lookAtTurn(coach, turns, turns.length - 1)
}

const turnsOf = (role: 'staff' | 'customer', example: Example): Turn[] => {
  const said: Turn = { by: role, text: textOf(example) }
  if (typeof example === 'string') return [said]
  if ('later' in example) return [{ by: 'staff', text: '' }, { by: 'customer', text: '' }, said]
  return [{ by: 'customer', text: example.customer }, said]
}
