import { expect, test } from 'vitest'
import { expectNamesInBoth } from '#test/names.ts'
import * as en from './complaint-words.en.ts'
import * as zh from './complaint-words.zh.ts'

test('every name of a complaint is there in both languages', () => {
  // No alarm, no word.
  const { none: noneZh, ...alarmsZh } = zh.alarmNames
  const { none: noneEn, ...alarmsEn } = en.alarmNames
  expect([noneZh, noneEn]).toEqual(['', ''])
  expectNamesInBoth([
    [zh.complaintStepNames, en.complaintStepNames],
    [zh.recoveryStepNames, en.recoveryStepNames],
    [zh.motiveNames, en.motiveNames],
    [zh.temperamentNames, en.temperamentNames],
    [{ temperament: zh.temperamentEmpty }, { temperament: en.temperamentEmpty }],
    [zh.limitNames, en.limitNames],
    [alarmsZh, alarmsEn],
    [zh.complaintLevelNames, en.complaintLevelNames],
    [zh.escalationNames, en.escalationNames],
    [zh.limitKindNames, en.limitKindNames],
    [zh.nextAskNames, en.nextAskNames],
  ])
})
