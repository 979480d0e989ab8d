import { describe, expect, test } from 'vitest'
import { checkRules } from '#domain/coach/check.ts'
import { lookAtTurn } from '#domain/coach/look.ts'
import { marksIn } from '#domain/coach/own-rule.ts'
import { ruleProblemLine } from '#domain/coach/problem.ts'
import { coachOf } from '#domain/coach/ready.ts'
import { ruleWordsEn } from '#domain/coach/words.en.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { readCoachPack } from './pack.ts'

const words = { ...problemWordsEn, ...ruleWordsEn }

describe('the rules of the core pack', () => {
  test('are sound: every file is read, every pattern is safe', async () => {
    const { problems } = await readCoachPack('content/core')
    expect(problems.map((problem) => ruleProblemLine(problem, words))).toEqual([])
  })

  test('mark their examples, leave their counter-examples alone, and propose nothing that would be marked', async () => {
    const { files, compiled } = await readCoachPack('content/core')
    expect(checkRules(files, compiled).map((problem) => ruleProblemLine(problem, words))).toEqual([])
  })
})

describe('the pairs that are taught [H-39][H-40]', () => {
  test('are twelve and three more; each avoided form is marked by its kind with another form, and no better form is marked', async () => {
    const { compiled, pairs } = await readCoachPack('content/core')
    const coach = coachOf(compiled)
    expect([pairs.filter(({ source }) => source === 'H-39').length, pairs.length]).toEqual([12, 15])
    for (const { act, avoid, better } of pairs)
      for (const language of ['zh', 'en'] as const) {
        const hits = lookAtTurn(coach, [{ by: 'staff', text: avoid[language] }], 0)
        expect(hits.find((hit) => hit.act === act)?.rewrite, avoid[language]).toBeTruthy()
        expect(marksIn(coach, better[language]).map(({ rule }) => rule)).toEqual([])
      }
  })
})
