import { describe, expect, test } from 'vitest'
import type { Words } from '#domain/kernel/said.ts'
import { expectNamesInBoth } from '#test/names.ts'
import type { KeepFacts } from './keep-or-replace.ts'
import type { LossFacts } from './loss.ts'
import type { PulseFacts } from './pulse.ts'
import type { TaughtFacts } from './taught.ts'
import * as en from './words.en.ts'
import * as zh from './words.zh.ts'

const beside = { keep: 25_000, replace: 100_000, times: 4 }

/** One set of facts for every sentence. */
const samples: LossFacts & KeepFacts & TaughtFacts & PulseFacts = {
  'loss.badFactor': { factor: 'chance', value: 1.2, least: 0, most: 1 },
  'loss.made': { monthly: 20_000, expectedMonths: 21.34, margin: 0.4, chance: 0.31, worth: 158_800, loss: 49_228 },
  'keep.unknown': {},
  'replace.edited': beside,
  'replace.measured': { ...beside, won: 64 },
  'replace.asTaught': { keep: 25_000, low: 125_000, high: 150_000, timesLow: 5, timesHigh: 6 },
  'replace.only': { replace: 100_000 },
  'taught.outOfRange': { id: 'lessChurn', value: 3, least: 0, most: 1 },
  'taught.same': { id: 'winOne' },
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
    [zh.pulseQuestions, en.pulseQuestions],
    [zh.sourceNames, en.sourceNames],
    [zh.taughtNames, en.taughtNames],
  ])
})
