import { describe, expect, test } from 'vitest'
import { isTokenOpen, MOST_TOKENS, readToken, tokenMay, tokenRefusal, writeToken } from './token.ts'

const secret = 'aZ09_-'.repeat(8).slice(0, 43)

describe('a token', () => {
  test('is read as it was written, and nothing else is one', () => {
    expect(readToken(writeToken(1, secret))).toEqual({ branchId: 1, secret })
    for (const other of [
      '',
      secret,
      `weixi_1_${secret}x`,
      `weixi_x_${secret}`,
      `weixi_1_${secret.slice(1)}`,
      ` weixi_1_${secret}`,
    ])
      expect(readToken(other)).toBeNull()
  })

  test('for reading reads; for writing does both; neither reaches what belongs to the person at the seat', () => {
    const may = (scope: 'read' | 'write') =>
      ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'].filter((method) => tokenMay(scope, method, false))
    expect(may('read')).toEqual(['GET'])
    expect(may('write')).toEqual(['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
    expect([tokenMay('write', 'GET', true), tokenMay('write', 'PUT', true)]).toEqual([false, false])
  })

  test('opens until the instant it ends, and not once revoked', () => {
    const expiresAt = new Date('2026-12-01T00:00:00Z')
    const before = new Date(expiresAt.getTime() - 1)
    expect(isTokenOpen({ expiresAt, revokedAt: null }, before)).toBe(true)
    expect(isTokenOpen({ expiresAt, revokedAt: null }, expiresAt)).toBe(false)
    expect(isTokenOpen({ expiresAt, revokedAt: before }, before)).toBe(false)
  })

  test('is not made beyond the most one has use for', () => {
    expect(tokenRefusal(MOST_TOKENS - 1)).toBeNull()
    expect(tokenRefusal(MOST_TOKENS)).toEqual({ code: 'token.tooMany', params: { most: MOST_TOKENS } })
  })
})
