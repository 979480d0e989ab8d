import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { countedAs, dimensions, fivePoints, items, servqualOf, type Servqual, type Sheet } from './servqual.ts'
import { itemTexts as en } from './servqual.en.ts'
import { itemTexts as zh } from './servqual.zh.ts'

const sheet = (answer: (number: number) => number): Sheet =>
  Object.fromEntries(items.map(({ number }) => [number, answer(number)]))

const read = (expected: Sheet, experienced: Sheet): Servqual => {
  const result = servqualOf(expected, experienced)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

const code = (expected: Sheet, experienced: Sheet): string => {
  const result = servqualOf(expected, experienced)
  return result.ok ? 'read' : result.error.code
}

describe('the survey of 22 items [M-08]', () => {
  test('has five dimensions of 4, 5, 4, 4 and 5, nine of them worded the other way round', () => {
    expect(items.map(({ number }) => number)).toEqual(Array.from({ length: 22 }, (_, i) => i + 1))
    expect(dimensions.map((dimension) => items.filter((item) => item.dimension === dimension).length)).toEqual([
      4, 5, 4, 4, 5,
    ])
    expect(items.filter(({ reversed }) => reversed).map(({ number }) => number)).toEqual([
      10, 11, 12, 13, 18, 19, 20, 21, 22,
    ])
  })

  test('has both its sheets in both languages, no two items alike', () => {
    for (const texts of [zh, en]) {
      const all = items.flatMap(({ number }) => [texts[number]?.expected, texts[number]?.experienced])
      expect(new Set(all).size).toBe(44)
      expect(all.every((text) => /[。.]$/u.test(text ?? ''))).toBe(true)
    }
  })

  test('counts a reversed item answered at the lowest as the highest', () => {
    const [plain, reversed] = [items[0], items[9]]
    expect(plain && countedAs(plain, 1, fivePoints)).toBe(1)
    expect(reversed && countedAs(reversed, 1, fivePoints)).toBe(5)
    const { dimensions: gaps } = read(
      sheet(() => 3),
      sheet(() => 1),
    )
    expect(gaps.map(({ dimension, gap }) => [dimension, gap])).toEqual([
      ['tangibles', -2],
      ['reliability', -2],
      ['responsiveness', 2],
      ['assurance', -2],
      ['empathy', 2],
    ])
  })

  test('weighs the five dimensions alike', () => {
    const { whole } = read(
      sheet(() => 3),
      sheet((number) => (number <= 4 ? 5 : 3)),
    )
    expect(whole).toBeCloseTo(2 / 5, 12)
  })

  test('has no figure for a dimension of which less than half was answered', () => {
    const { dimensions: gaps, whole } = read({ 1: 5, 5: 4, 6: 4, 7: 4 }, { 1: 4, 5: 4, 6: 4, 7: 4, 8: 2 })
    expect(gaps.map(({ gap }) => gap)).toEqual([null, 0, null, null, null])
    expect(whole).toBeNull()
  })

  test('refuses what cannot be read', () => {
    expect(code({ 23: 3 }, { 1: 3 })).toBe('servqual.unknownItem')
    expect(code({ 1: 6 }, { 1: 3 })).toBe('servqual.outOfScale')
    expect(code({ 1: 2.5 }, { 1: 3 })).toBe('servqual.outOfScale')
    expect(code({ 1: 2 }, { 2: 3 })).toBe('servqual.empty')
  })

  test('turns its sign when the two sheets change places', () => {
    const scores = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 22, maxLength: 22 })
    fc.assert(
      fc.property(scores, scores, (one, other) => {
        const [e, p] = [sheet((n) => one[n - 1] ?? 3), sheet((n) => other[n - 1] ?? 3)]
        expect(read(e, p).whole).toBeCloseTo(-(read(p, e).whole ?? Number.NaN), 9)
      }),
    )
  })
})
