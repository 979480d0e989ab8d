import { expect, test } from 'vitest'
import { sealed, unsealed } from './sealed.ts'

const bytes = Buffer.from('twenty secret bytes!')

test('what is sealed opens for its owner with the same secret, and shows nothing of itself', () => {
  const text = sealed('a secret', '1/lin', bytes)
  expect(text).not.toContain(bytes.toString('base64url').slice(0, 8))
  expect(sealed('a secret', '1/lin', bytes)).not.toBe(text)
  expect(unsealed('a secret', '1/lin', text)).toEqual(bytes)
})

test('it does not open with another secret, for another person, changed or cut short', () => {
  const text = sealed('a secret', '1/lin', bytes)
  const changed = Buffer.from(text, 'base64url')
  changed[15] = (changed[15] ?? 0) ^ 1
  expect([
    unsealed('another', '1/lin', text),
    unsealed('a secret', '1/han', text),
    unsealed('a secret', '1/lin', changed.toString('base64url')),
    unsealed('a secret', '1/lin', text.slice(0, 20)),
    unsealed('a secret', '1/lin', ''),
  ]).toEqual([null, null, null, null, null])
})
