import { describe, expect, test } from 'vitest'
import { checkRules } from '#domain/coach/check.ts'
import { ruleProblemLine } from '#domain/coach/problem.ts'
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
