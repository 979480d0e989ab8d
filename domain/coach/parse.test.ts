import { describe, expect, test } from 'vitest'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { problemWordsZh } from '#domain/playbook/words.zh.ts'
import { checkRules } from './check.ts'
import { compileCoach } from './compile.ts'
import { parseRules } from './parse.ts'
import { ruleProblemLine, type RuleProblem } from './problem.ts'
import { ruleWordsEn } from './words.en.ts'
import { ruleWordsZh } from './words.zh.ts'

const sound = `act: order
language: zh
role: staff
level: avoid
source: H-35
title: { zh: "命令", en: "An order" }
why: { zh: "让人紧张。", en: "It makes people tense." }
rules:
  - id: must
    triggers: ["必须"]
    pattern: '您{{gap}}必须'
    rewrite: "您能不能先×？"
    examples: ["您必须来", "你必须交", "您明天必须到"]
    counterExamples: ["我必须道歉", "我们必须今天答复", "不必"]
`
const fragments = { gap: '.{0,4}' }

const broken = (passage: string, by: string): RuleProblem[] => {
  expect(sound).toContain(passage)
  const read = parseRules('coach/zh/order.yaml', sound.replace(passage, by), fragments)
  if (!read.ok) return read.error
  return checkRules(
    [read.value],
    compileCoach([read.value], fragments, (char) => char),
  )
}

describe('reading a file of rules', () => {
  test('a sound file has no problem', () => {
    expect(broken('id: must', 'id: must')).toEqual([])
  })

  test.each([
    ['a pattern that could run wild', "'您{{gap}}必须'", "'您.*必须'", '11:14 rules[0].pattern pattern.form'],
    ['a fragment that is not there', '{{gap}}', '{{gab}}', '11:14 rules[0].pattern fragment.unknown'],
    ['a mark without a better wording', '    rewrite: "您能不能先×？"\n', '', '9:5 rules[0] rewrite.absent'],
    ['an example that is missed', '"您明天必须到"', '"您一定要到"', '13:32 rules[0].examples[2] example.missed'],
    ['a counter-example that is hit', '"不必"', '"您必须"', '14:44 rules[0].counterExamples[2] counter.hit'],
    ['a wording that would be marked', '"您能不能先×？"', '"您必须先×"', '12:14 rules[0].rewrite rewrite.marked'],
    ['too few examples', '"您必须来", ', '', '13:5 rules[0].examples list.short'],
    ['a level there is not', 'level: avoid', 'level: never', '4:8 level value.unknown'],
    ['a field there is not', 'triggers:', 'trigger:', ''],
  ])('%s is shown with its line', (_, passage, by, shown) => {
    const [first] = broken(passage, by).map(
      ({ line, column, field, said }) => `${line}:${column} ${field} ${said.code}`,
    )
    if (shown !== '') expect(first).toBe(shown)
    else expect(first).toBeDefined()
  })

  test('every problem is said in both languages', () => {
    const [problem] = broken('{{gap}}', '{{gab}}')
    if (!problem) throw new Error('no problem')
    expect(ruleProblemLine(problem, { ...problemWordsZh, ...ruleWordsZh })).toContain('没有名为“gab”的片段')
    expect(ruleProblemLine(problem, { ...problemWordsEn, ...ruleWordsEn })).toContain('There is no fragment “gab”')
  })
})
