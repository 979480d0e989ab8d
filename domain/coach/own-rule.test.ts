import { describe, expect, test } from 'vitest'
import { shownToLeads } from './fired.ts'
import { mayLeave } from './outgoing.ts'
import { compileOwn, faultsOf, marksIn, type OwnRule, withOwn } from './own-rule.ts'
import { coachOf } from './ready.ts'

const nothing = { rules: [], titles: {}, reasons: {}, fragments: { when: '今天|明天' }, fold: '' }
const alone = coachOf(nothing)

const rule: OwnRule = {
  language: 'zh',
  level: 'avoid',
  title: '叫“老板娘”',
  words: ['老板娘'],
  pattern: '',
  unless: ['歌里（老板娘）'],
  rewrite: '李姐，您好。',
  why: '称呼姓氏更郑重。',
  examples: ['老板娘在吗', '老板娘，货到了', '老板娘你好'],
  counterExamples: ['李姐在吗', '货到了', '您好'],
}

const fieldsOf = (change: Partial<OwnRule>) =>
  faultsOf({ ...rule, ...change }, alone).map(({ field, said }) => [field, said.code])

describe('a branch’s own rule', () => {
  test('marks its words as they are written, in either script, and not with what excuses them', () => {
    const simplified = (char: string): string => (char === '闆' ? '板' : char)
    const coach = coachOf(withOwn(nothing, [compileOwn('id', rule, simplified)]))
    expect(marksIn(coach, '老闆娘，货到了').map(({ rule }) => rule)).toEqual(['zh.own.id'])
    expect(marksIn(coach, '歌里(老板娘)真好听')).toEqual([])
  })

  test('is sound when every example is as it says', () => {
    expect(fieldsOf({})).toEqual([])
    expect(fieldsOf({ pattern: '老板娘(?:在吗|，|你好)' })).toEqual([])
  })

  test('is not published empty, with a word of one character, or with too few examples', () => {
    expect(fieldsOf({ title: ' ', why: '' })).toEqual([
      ['title', 'field.empty'],
      ['why', 'field.empty'],
    ])
    expect(fieldsOf({ words: ['不'] })).toEqual([['words', 'word.short']])
    expect(fieldsOf({ words: [], examples: ['老板娘在吗', ' '] })).toEqual([
      ['words', 'field.empty'],
      ['examples', 'examples.few'],
    ])
  })

  test('is not published with a pattern that could be slow or names a part that is not there', () => {
    expect(fieldsOf({ pattern: '老板娘.*' })).toEqual([['pattern', 'pattern.form']])
    expect(fieldsOf({ pattern: '{{never}}老板娘' })).toEqual([['pattern', 'fragment.unknown']])
  })

  test('is not published with another form that would itself be marked', () => {
    expect(fieldsOf({ rewrite: '老板娘，您好。' })).toEqual([['rewrite', 'rewrite.marked']])
  })
})

test('what is never said stays here, what is blunt warns, a hint does neither', () => {
  const verdicts = (level: OwnRule['level']) => {
    const { refused, warned } = mayLeave(
      coachOf(withOwn(nothing, [compileOwn('id', { ...rule, level })])),
      '老板娘在吗',
    )
    return [refused.map(({ code }) => code), warned.map(({ code }) => code)]
  }
  expect(verdicts('forbid')).toEqual([['wording.forbidden'], []])
  expect(verdicts('avoid')).toEqual([[], ['wording.blunt']])
  expect(verdicts('hint')).toEqual([[], []])
})

test('a sum below five tells a lead nothing of anybody', () => {
  const nothing = { rule: 'r', marked: null, taken: null }
  expect(shownToLeads({ rule: 'r', marked: 4, taken: 1, writers: 4 })).toEqual(nothing)
  expect(shownToLeads({ rule: 'r', marked: 40, taken: 9, writers: 2 })).toEqual(nothing)
  expect(shownToLeads({ rule: 'r', marked: 14, taken: 9, writers: 3 })).toEqual({ rule: 'r', marked: 10, taken: 5 })
})
