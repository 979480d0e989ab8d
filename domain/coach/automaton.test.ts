import fc from 'fast-check'
import { expect, test } from 'vitest'
import { automatonOf, scan } from './automaton.ts'

const found = (words: string[], text: string): string[] => {
  const hits: string[] = []
  scan(automatonOf(words), text, (word, end) => hits.push(`${words[word]}@${end}`))
  return hits.sort()
}

const plainly = (words: string[], text: string): string[] =>
  words
    .flatMap((word) =>
      [...Array(text.length).keys()]
        .filter((at) => text.startsWith(word, at))
        .map((at) => `${word}@${at + word.length}`),
    )
    .sort()

test('finds words within words', () => {
  expect(found(['公司规定', '规定', '定'], '这是公司规定的')).toEqual(['公司规定@6', '定@6', '规定@6'])
})

test('finds what looking at every place finds', () => {
  const letters = fc.constantFrom('a', 'b', '不', '行')
  const word = fc.array(letters, { minLength: 1, maxLength: 4 }).map((units) => units.join(''))
  fc.assert(
    fc.property(fc.uniqueArray(word, { maxLength: 8 }), fc.array(letters, { maxLength: 40 }), (words, units) => {
      const text = units.join('')
      expect(found(words, text)).toEqual(plainly(words, text))
    }),
  )
})
