import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { wrapped } from './wrap.ts'

/** Chinese is twice as wide as the rest, as in print. */
const measure = (text: string): number => [...text].reduce((sum, one) => sum + (/[\u2E80-\uFFEF]/.test(one) ? 2 : 1), 0)

describe('lines on paper', () => {
  test('break between Chinese characters and between English words', () => {
    expect(wrapped('专线断了三个小时', 8, measure)).toEqual(['专线断了', '三个小时'])
    expect(wrapped('the line was down', 8, measure)).toEqual(['the line', 'was down'])
    expect(wrapped('5G 专线 100M 已恢复', 10, measure)).toEqual(['5G 专线', '100M 已恢', '复'])
  })

  test('do not begin with a full stop nor end with an opening bracket', () => {
    expect(wrapped('专线断了三。小时', 10, measure)).toEqual(['专线断了', '三。小时'])
    expect(wrapped('专线断（了）', 8, measure)).toEqual(['专线断', '（了）'])
  })

  test('a word wider than the line is cut, a written line break stays', () => {
    expect(wrapped('abcdefghij', 4, measure)).toEqual(['abcd', 'efgh', 'ij'])
    expect(wrapped('一\n二', 8, measure)).toEqual(['一', '二'])
    expect(wrapped('', 8, measure)).toEqual([''])
  })

  test('hold every character and never more than the width', () => {
    const text = fc.string({ unit: fc.constantFrom(...'线路断了，好的。（a b1 '), maxLength: 60 })
    fc.assert(
      fc.property(text, fc.integer({ min: 12, max: 40 }), (written, width) => {
        const lines = wrapped(written, width, measure)
        expect(lines.join('').replaceAll(' ', '')).toBe(written.replaceAll(' ', ''))
        for (const line of lines)
          if (!/^[，。）]+$|^（+$/.test(line)) expect(measure(line) <= width || /[，。）（]/.test(line)).toBe(true)
      }),
    )
  })
})
