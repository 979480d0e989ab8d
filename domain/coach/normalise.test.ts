import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { normalise, rawSpan } from './normalise.ts'

const fold = new Map([
  ['麼', '么'],
  ['辦', '办'],
])
const text = (raw: string): string => normalise(raw, fold).text

describe('normal text', () => {
  test.each([
    ['width and capitals', 'ＡＢＣ１２３ Ok', 'abc123 ok'],
    ['您 and 你', '您和妳', '你和你'],
    ['traditional characters', '怎麼辦', '怎么办'],
    ['punctuation', '好,行!可以?', '好，行！可以？'],
    ['a full stop is not a decimal point', '5.5元.好的', '5.5元。好的'],
    ['marks that repeat', '什么！！！真的吗?!', '什么！真的吗？'],
    ['blanks between Chinese characters, when there are marks', '您 好，在 吗', '你好，在吗'],
    ['blanks that are all the marks there are', '您好 在吗 有事', '你好，在吗，有事'],
    ['a blank after a comma', 'No, thanks', 'no，thanks'],
    ['thousands', '1,200元', '1200元'],
  ])('%s', (_, raw, normal) => {
    expect(text(raw)).toBe(normal)
  })

  test('every stretch leads back to the words it came from', () => {
    const raw = '您 好！！！我们公司　規定'
    const normal = normalise(raw)
    const start = normal.text.indexOf('我们公司')
    const { start: from, end } = rawSpan(normal, start, start + 4)
    expect(raw.slice(from, end).trim()).toBe('我们公司')
  })

  test('whatever is typed, places never run backward and never leave the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (raw) => {
        const { text: normal, at } = normalise(raw)
        expect(at.length).toBe(normal.length + 1)
        expect(at.at(-1)).toBe(raw.length)
        expect(at.every((place, i) => place >= (at[i - 1] ?? 0) && place <= raw.length)).toBe(true)
      }),
    )
  })

  test('normal text is normal already', () => {
    const speech = fc
      .array(fc.constantFrom(...'您你好吗，。？！a1.麼不'), { maxLength: 30 })
      .map((units) => units.join(''))
    fc.assert(
      fc.property(speech, (raw) => {
        expect(text(text(raw))).toBe(text(raw))
      }),
    )
  })
})
