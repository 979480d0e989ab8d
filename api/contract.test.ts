import { describe, expect, test } from 'vitest'
import { contract } from './contract.ts'

const keys = Object.keys(contract)

/** Whether a route with parameters would take a request meant for another. */
const takes = (route: string, other: string): boolean => {
  const [parts, others] = [route.split('/'), other.split('/')]
  return parts.length === others.length && parts.every((part, i) => part.startsWith(':') || part === others[i])
}

describe('the contract', () => {
  test('no route stands before a more particular one that it would swallow', () => {
    const swallowed = keys.flatMap((key, i) =>
      keys
        .slice(i + 1)
        .filter((later) => takes(key, later))
        .map((later) => `${key} swallows ${later}`),
    )
    expect(swallowed).toEqual([])
  })

  test('every endpoint says in words what it does', () => {
    for (const [key, { summary }] of Object.entries(contract)) expect(summary.length, key).toBeGreaterThan(5)
  })
})
