import fc from 'fast-check'
import { createHmac } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { appAddress, base32, codeOf, type Hmac, isFigures, plainCode, stepAt, stepOfCode } from './second-step.ts'

const hmac: Hmac = (key, message) => createHmac('sha1', key).update(message).digest()
const secret = new TextEncoder().encode('12345678901234567890')
const at = (seconds: number): Date => new Date(seconds * 1000)

describe('codes', () => {
  test.each([
    [59, '94287082'],
    [1_111_111_109, '07081804'],
    [1_111_111_111, '14050471'],
    [1_234_567_890, '89005924'],
    [2_000_000_000, '69279037'],
    [20_000_000_000, '65353130'],
  ])('at %d seconds are those of RFC 6238, appendix B', (seconds, code) => {
    expect(codeOf(secret, stepAt(at(seconds)), hmac, 8)).toBe(code)
  })

  test.each([
    [0, '755224'],
    [1, '287082'],
    [2, '359152'],
    [9, '520489'],
  ])('for count %d are those of RFC 4226, appendix D', (count, code) => {
    expect(codeOf(secret, count, hmac)).toBe(code)
  })
})

describe('a code that is typed', () => {
  const now = at(1_790_000_000)
  const here = stepAt(now)

  test('counts one step early or late, and no further', () => {
    const taken = [-2, -1, 0, 1, 2].map((off) => stepOfCode(codeOf(secret, here + off, hmac), secret, now, 0, hmac))
    expect(taken).toEqual([null, here - 1, here, here + 1, null])
  })

  test('counts once: neither the same nor an earlier one after it', () => {
    const code = codeOf(secret, here, hmac)
    expect(stepOfCode(code, secret, now, here - 1, hmac)).toBe(here)
    expect(stepOfCode(code, secret, now, here, hmac)).toBeNull()
    expect(stepOfCode(codeOf(secret, here - 1, hmac), secret, now, here, hmac)).toBeNull()
  })

  test('may be written with spaces, dashes, small or wide letters', () => {
    expect(plainCode(' 123 456 ')).toBe('123456')
    expect(plainCode('１２３４５６')).toBe('123456')
    expect(plainCode('abcd-efgh-2345-6723')).toBe('ABCDEFGH23456723')
    expect([isFigures('123456'), isFigures('ABCDEFGH23456723')]).toEqual([true, false])
  })
})

test('the letters are those of RFC 4648', () => {
  const letters = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
    base32(new TextEncoder().encode(text)),
  )
  expect(letters).toEqual(['', 'MY', 'MZXQ', 'MZXW6', 'MZXW6YQ', 'MZXW6YTB', 'MZXW6YTBOI'])
})

test('the address says whose it is, whatever the names hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (person, branch) => {
      const url = new URL(appAddress(secret, person, branch))
      expect(url.searchParams.get('secret')).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
      expect(url.searchParams.get('issuer')).toBe(`Weixi ${branch}`.trim())
    }),
  )
})
