import { describe, expect, test } from 'vitest'
import { checkRules } from '#domain/coach/check.ts'
import { lookAtTurn } from '#domain/coach/look.ts'
import { marksIn } from '#domain/coach/own-rule.ts'
import { ruleProblemLine } from '#domain/coach/problem.ts'
import { coachOf } from '#domain/coach/ready.ts'
import { ruleWordsEn } from '#domain/coach/words.en.ts'
import { problemWordsEn } from '#domain/playbook/words.en.ts'
import { customerKinds } from '#domain/playbook/definition.ts'
import { policiesIn } from '#domain/coach/policy.ts'
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

describe('the cards of rules [H-43]', () => {
  test('say what the rule protects, and what can be done, to the customer and without a marked word', async () => {
    const { compiled, policies } = await readCoachPack('content/core')
    const coach = coachOf(compiled)
    expect(new Set(policies.map(({ id }) => id)).size).toBe(policies.length)
    for (const kind of customerKinds)
      expect(policies.filter(({ kinds }) => kinds.includes(kind)).length).toBeGreaterThan(2)
    for (const { protects, instead } of policies) {
      expect(protects.zh).toMatch(/您|贵公司/)
      expect(protects.en).toMatch(/\byou/i)
      for (const text of [protects.zh, instead.zh, protects.en, instead.en])
        expect(marksIn(coach, text).map(({ rule }) => `${rule}: ${text}`)).toEqual([])
    }
  })

  test('come up when the customer speaks of it, for their kind only', async () => {
    const { policies } = await readCoachPack('content/core')
    const found = (text: string, kind: (typeof customerKinds)[number]) =>
      policiesIn(text, kind, policies).map(({ id }) => id)
    expect(found('客户嫌补卡还要看身份证，说太麻烦', 'person')).toEqual(['own-papers'])
    expect(found('客户嫌补卡还要看身份证，说太麻烦', 'group')).toEqual([])
    expect(found('Why do they need a stamp and an authorisation again?', 'group')).toEqual(['company-seal'])
    expect(found('The barcode reader is slow', 'person')).toEqual([])
    expect(found('紧俏的订不到，能不能给我加货', 'outlet')).toHaveLength(2)
  })
})
