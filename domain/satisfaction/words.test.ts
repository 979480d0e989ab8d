import { describe, expect, test } from 'vitest'
import type { Words } from '#domain/kernel/said.ts'
import { expectNamesInBoth } from '#test/names.ts'
import type { CircleFacts } from './circle.ts'
import type { ValueFacts } from './customer-value.ts'
import type { GradeFacts } from './grade.ts'
import type { SurveyFacts } from './invitation.ts'
import type { ServqualFacts } from './servqual.ts'
import type { TellingFacts } from './telling.ts'
import * as servqualEn from './servqual.en.ts'
import * as servqualZh from './servqual.zh.ts'
import * as en from './words.en.ts'
import * as zh from './words.zh.ts'
import type { ZoneFacts } from './zone.ts'

const both = { experienced: 4.5, expected: 3 }
const shift = { from: 4, to: 2, before: '2026-08-02', on: '2026-11-20' }
const stood = { what: '免一次停机', on: '2026-11-21', today: '2026-11-22' }

/** One set of facts for every sentence. */
const samples: GradeFacts & ZoneFacts & CircleFacts & SurveyFacts & TellingFacts & ServqualFacts & ValueFacts = {
  'grade.excellent': both,
  'grade.good': both,
  'grade.acceptable': both,
  'grade.poor': both,
  'grade.outOfScale': { value: 7 },
  'grade.badBorder': { border: 0 },
  'grade.noRule': { day: '2026-11-22' },
  'zone.notSafe': { score: 4 },
  'zone.notSafeMeasured': { score: 4, stayed: 30, customers: 40, low: 0.6, high: 0.86 },
  'zone.few': { score: 4, customers: 3, least: 30 },
  'circle.known': { people: 2, firm: '衡川精密制造' },
  'circle.unknown': {},
  'zone.fell': shift,
  'zone.rose': shift,
  'survey.answered': { on: '2026-11-20' },
  'survey.over': { until: '2026-11-20' },
  'survey.withdrawn': {},
  'survey.tooSoon': { last: '2026-11-20', from: '2026-12-20' },
  'survey.open': { sentOn: '2026-11-20' },
  'telling.owed': { what: '叫号屏', doneOn: '2026-11-21', days: 1 },
  'trust.open': stood,
  'trust.won': stood,
  'trust.partly': stood,
  'trust.not': { ...stood, on: '2026-11-02' },
  'servqual.unknownItem': { item: 23 },
  'servqual.outOfScale': { item: 3, value: 9, min: 1, max: 5 },
  'servqual.empty': {},
  'value.missing': { part: 'access' },
  'value.notPositive': { part: 'price', value: 0 },
}

describe('every sentence of satisfaction', () => {
  test.each([
    ['zh', zh.satisfactionZh],
    ['en', en.satisfactionEn],
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
    [zh.gradeNames, en.gradeNames],
    [zh.feltNames, en.feltNames],
    [zh.zoneNames, en.zoneNames],
    [zh.playNames, en.playNames],
    [zh.questionNames, en.questionNames],
    [zh.surveyNames, en.surveyNames],
    [zh.resultNames, en.resultNames],
    [zh.lensNames, en.lensNames],
    [zh.gapNames, en.gapNames],
    [servqualZh.dimensionNames, servqualEn.dimensionNames],
  ])
})

test('the three questions are asked of the customer in both languages', () => {
  expect([zh.askedAs.expected('修障'), zh.askedAs.experienced('修障'), zh.askedAs.satisfied('')]).toEqual([
    '关于修障，您希望我们做到几分？',
    '关于修障，我们实际做到了几分？',
    '总的来说，您对我们满意吗？',
  ])
  expect([en.askedAs.expected('repairs'), en.askedAs.experienced('repairs'), en.askedAs.satisfied('')]).toEqual([
    'About repairs: how well do you want us to do?',
    'About repairs: how well did we do?',
    'On the whole, how satisfied are you with us?',
  ])
})
