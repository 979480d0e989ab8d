import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { cardTiers, postalClasses, startingRules } from './presets.ts'
import { problemsOf, type KindRule } from './rules.ts'
import { personRules } from './stories.ts'
import { portfolioEn } from './words.en.ts'
import { portfolioZh } from './words.zh.ts'

const codes = (rule: KindRule): string[] => problemsOf(personRules(rule)).map(({ code }) => code)

describe('tier rules', () => {
  test('the ready-made ones are usable [K-25][K-29]', () => {
    expect(problemsOf(startingRules)).toEqual([])
    expect(codes(postalClasses)).toEqual([])
    expect(codes(cardTiers)).toEqual([])
  })

  test('everything wrong is told at once', () => {
    const rule: KindRule = {
      by: 'amount',
      per: 'month',
      divideBy: 'billed',
      minMonths: 0,
      bands: [
        { tier: 'A', from: 100 },
        { tier: 'A', from: 200 },
        { tier: ' ', from: 1.5 },
      ],
    }
    expect(codes(rule)).toEqual([
      'rule.badMinMonths',
      'rule.sameTierTwice',
      'rule.unnamedTier',
      'rule.wrongOrder',
      'rule.badAmount',
      'rule.noFloor',
    ])
  })

  test('shares rise and end with everybody', () => {
    const rule: KindRule = {
      by: 'share',
      of: 'customers',
      per: 'year',
      divideBy: 'twelve',
      minMonths: 1,
      bands: [
        { tier: 'A', top: 0.2 },
        { tier: 'B', top: 0.2 },
        { tier: 'C', top: 1.2 },
      ],
    }
    expect(codes(rule)).toEqual(['rule.wrongOrder', 'rule.badShare', 'rule.noFloor'])
    expect(codes({ ...rule, bands: [] })).toEqual(['rule.noBands'])
    expect(codes({ ...rule, bands: [{ tier: 'A', top: Number.NaN }] })).toContain('rule.badShare')
  })

  test('a version without name, day or kind is refused in both languages', () => {
    const problems = problemsOf({ version: ' ', validFrom: '2026-02-30', kinds: {} })
    expect(problems.map((said) => sentence(portfolioZh, said))).toEqual([
      '请给这版规则起个版本号。',
      '起用日期“2026-02-30”不存在，请写成 2026-01-01 这样。',
      '至少给一类客户设等级。',
    ])
    expect(sentence(portfolioEn, problems[1] ?? { code: '', params: {} })).toContain('does not exist')
  })
})
