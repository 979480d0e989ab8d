import { describe, expect, test } from 'vitest'
import type { Words } from '#domain/kernel/said.ts'
import { expectNamesInBoth } from '#test/names.ts'
import type { FigureFacts } from './figures.ts'
import type { KeepFacts } from './keep-or-replace.ts'
import type { LossFacts } from './loss.ts'
import type { PulseFacts } from './pulse.ts'
import * as en from './words.en.ts'
import * as zh from './words.zh.ts'

/** One set of facts for every sentence. */
const samples: LossFacts & KeepFacts & FigureFacts & PulseFacts = {
  'loss.badFactor': { factor: 'chance', value: 1.2, least: 0, most: 1 },
  'loss.made': { monthly: 20_000, expectedMonths: 21.34, margin: 0.4, chance: 0.31, worth: 158_800, loss: 49_228 },
  'keep.unknown': { low: 5, high: 6 },
  'keep.only': { keep: 25_000, byHand: false, low: 5, high: 6 },
  'replace.only': { replace: 100_000, byHand: true, low: 5, high: 6 },
  'keep.both': { keep: 25_000, keepByHand: true, replace: 100_000, replaceByHand: false, times: 4 },
  'figure.outOfRange': { id: 'lessChurn', value: 3, least: 0, most: 1 },
  'figure.same': { id: 'winOne' },
  'pulse.tooFew': { least: 5 },
  'pulse.kept': { least: 5 },
}

describe('every sentence of economics', () => {
  test.each([
    ['zh', zh.economicsZh],
    ['en', en.economicsEn],
  ] as const)('is whole in %s', (_language, words: Words<typeof samples>) => {
    for (const [code, facts] of Object.entries(samples)) {
      const text = (words[code as keyof typeof samples] as (f: unknown) => string)(facts)
      expect(text, code).not.toMatch(/undefined|NaN|\[object|null|\s{2}/)
      expect(text, code).toMatch(/[。.]$/u)
    }
  })
})

test('every name is there in both languages', () => {
  expectNamesInBoth([
    [zh.bridgeNames, en.bridgeNames],
    [zh.chainNames, en.chainNames],
    [zh.factorNames, en.factorNames],
    [zh.figureNames, en.figureNames],
    [zh.pulseQuestions, en.pulseQuestions],
    [zh.sourceNames, en.sourceNames],
    [zh.taughtNames, en.taughtNames],
  ])
})
