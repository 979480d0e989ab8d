import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { clausesOf, sentencesOf } from './clause.ts'
import { normalise } from './normalise.ts'

const wordsOf = (raw: string): string[] => {
  const { text } = normalise(raw)
  return sentencesOf(text).flatMap((sentence) =>
    clausesOf(text, sentence).map(({ start, end }) => text.slice(start, end)),
  )
}

describe('clauses', () => {
  test('end at marks', () => {
    expect(wordsOf('您好，在吗？我来办。')).toEqual(['你好，', '在吗？', '我来办。'])
  })

  test('a short one stays whole without marks', () => {
    expect(wordsOf('这个办不了但是明天可以')).toEqual(['这个办不了但是明天可以'])
  })

  test('a long breath is taken apart where speech takes it apart', () => {
    expect(wordsOf('这个套餐我给您看了一下是五十九块钱的但是里面的流量不太够您平时看视频多吗')).toEqual([
      '这个套餐我给你看了一下是五十九块钱的',
      '但是里面的流量不太够你平时看视频多吗',
    ])
  })

  test('lie side by side and leave nothing out', () => {
    const speech = fc
      .array(fc.constantFrom(...'好吗但是所以我，。？们说a呢'), { maxLength: 400 })
      .map((units) => units.join(''))
    fc.assert(
      fc.property(speech, (raw) => {
        expect(wordsOf(raw).join('')).toBe(normalise(raw).text)
      }),
    )
  })
})
