import { expect, test } from 'vitest'
import { closingOf } from './closing.ts'

const none = { guesses: 0, due: 0, missing: 0 }

test('nothing is filed while a wording that sounds like a promise is neither taken nor waved away [R-23]', () => {
  for (const reached of [true, false]) expect(closingOf({ guesses: 1, due: 2, missing: 3 }, reached)).toBe('guesses')
})

test('then the reason for what was left out, then a look at what is due', () => {
  expect(closingOf({ ...none, missing: 1, due: 1 }, true)).toBe('reason')
  expect(closingOf({ ...none, due: 1 }, true)).toBe('look')
  expect(closingOf(none, true)).toBe('file')
})

test('a call that reached nobody leaves what is due as it is', () => {
  expect(closingOf({ ...none, due: 1, missing: 2 }, false)).toBe('file')
})
