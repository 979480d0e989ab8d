import fc from 'fast-check'
import { expect, test } from 'vitest'
import { inParagraphs, NOTE_MOST } from './note.ts'

test('a short text is one paragraph', () => {
  expect(inParagraphs('周五前回电')).toEqual(['周五前回电'])
})

test('a long one is cut after a sentence', () => {
  const [first = '', second = ''] = inParagraphs(`${'话'.repeat(3000)}。${'说'.repeat(2000)}`)
  expect(first).toBe(`${'话'.repeat(3000)}。`)
  expect(second).toHaveLength(2000)
})

test('nothing is lost, nothing too long, no character torn', () => {
  const long = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }).map((part) => part.repeat(600))
  fc.assert(
    fc.property(long, (text) => {
      const pieces = inParagraphs(text)
      expect(pieces.join('')).toBe(text)
      for (const piece of pieces) {
        expect(piece.length).toBeLessThanOrEqual(NOTE_MOST)
        expect(piece.isWellFormed()).toBe(true)
      }
    }),
  )
})
