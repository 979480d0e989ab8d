import { describe, expect, test } from 'vitest'
import { sentence } from '#domain/kernel/said.ts'
import { briefWords as en } from './brief-words.en.ts'
import { briefWords as zh } from './brief-words.zh.ts'
import { type BriefFacts, briefOf, type DoNotSay } from './brief.ts'

const aShopOwner: BriefFacts = {
  dossier: {
    style: 'driver',
    styleCues: ['语速快，爱举生意上的例子', '先让对方说完，再一句话给结论'],
    doNotSay: ['“系统显示没有问题”', '“按规定退不了”'],
    goodTimes: '上午 10 点后店里不忙',
  },
  consents: [{ purpose: 'service', state: 'given', until: null }],
  openComplaint: null,
  brokenLately: 0,
  today: '2026-11-23',
}

const inWords = (lines: readonly DoNotSay[], words: typeof zh): string[] =>
  lines.map((line) => ('words' in line ? line.words : sentence(words, line.said)))

describe('the brief', () => {
  test('gives the ways of a customer as they were noted', () => {
    expect(briefOf(aShopOwner)).toMatchObject({
      style: 'driver',
      guessed: false,
      cues: ['语速快，爱举生意上的例子', '先让对方说完，再一句话给结论'],
      goodTimes: '上午 10 点后店里不忙',
    })
  })

  test('warns in captured words first, then by rule', () => {
    const { doNotSay } = briefOf({ ...aShopOwner, openComplaint: '9 月账单', brokenLately: 2 })
    expect(inWords(doNotSay, zh)).toEqual([
      '“系统显示没有问题”',
      '“按规定退不了”',
      '“9 月账单”没有答复前，不提新业务',
      '近三个月有 2 次没兑现，别说“尽快”，说哪一天',
    ])
    expect(inWords(doNotSay, en).at(-1)).toBe('2 promises were not kept in three months: not “soon”, name a day')
  })

  test('puts do-not-disturb before everything, and lets a refusal lapse', () => {
    const refused = { purpose: 'any', state: 'refused', until: '2026-12-31' } as const
    expect(inWords(briefOf({ ...aShopOwner, consents: [refused] }).doNotSay, zh)[0]).toBe(
      '已登记免打扰，只谈来电要办的事',
    )
    const lapsed = { ...refused, until: '2026-11-22' }
    expect(briefOf({ ...aShopOwner, consents: [lapsed] }).doNotSay).toHaveLength(2)
  })

  test('guesses a style from observed cues only, and says that it is a guess', () => {
    const dossier = { styleCues: ['exact_detail', 'wants_charts'] }
    expect(briefOf({ ...aShopOwner, dossier })).toMatchObject({ style: 'analytical', guessed: true })
    expect(briefOf({ ...aShopOwner, dossier: {} })).toEqual({
      doNotSay: [],
      cues: [],
      style: null,
      guessed: true,
      goodTimes: null,
    })
  })
})
