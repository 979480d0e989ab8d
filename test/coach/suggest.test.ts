import { beforeAll, expect, test } from 'vitest'
import { lookAt } from '#domain/coach/look.ts'
import { type Coach, coachOf } from '#domain/coach/ready.ts'
import { suggestionsFor } from '#domain/coach/suggest.ts'
import { suggestionWordsEn } from '#domain/coach/words.en.ts'
import { suggestionWordsZh } from '#domain/coach/words.zh.ts'
import { sentence } from '#domain/kernel/said.ts'
import { readCoachPack } from '#server/coach/pack.ts'

let coach: Coach
beforeAll(async () => {
  coach = coachOf((await readCoachPack('content/core')).compiled)
})

const suggested = (...texts: string[]): string[] =>
  suggestionsFor(
    lookAt(
      coach,
      texts.map((text) => ({ by: 'staff', text })),
    ).flat(),
  ).map(({ code }) => code)

test.each([
  [['您平时主要用来看视频还是打电话？', '店里每天大概多少客人？'], ['ask.difficulty']],
  [['现在对账有没有什么不方便的地方？'], ['ask.consequence']],
  [['最头疼的是哪一块呢？', '断网半天对您的生意有多大影响？'], ['ask.benefit']],
  [['断网半天对您的生意有多大影响？', '要是能两条线互相备着，会不会放心些？'], []],
  [['这款自带备用电池'], ['say.benefit']],
  [['因为基站离您家近，所以网速更稳', '这样您就能安心开会'], []],
])('after %j comes %j [H-29][H-30]', (texts, next) => {
  expect(suggested(...texts)).toEqual(next)
})

test('a suggestion can be read in both languages', () => {
  const said = { code: 'ask.difficulty', params: { asked: 2 } } as const
  expect(sentence(suggestionWordsZh, said)).toContain('2 句')
  expect(sentence(suggestionWordsEn, said)).toContain('2 questions')
})
