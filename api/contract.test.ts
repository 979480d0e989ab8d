import { describe, expect, test } from 'vitest'
import { toJSONSchema } from 'zod'
import { contract } from './contract.ts'
import type { Endpoint } from './endpoint.ts'

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

  test('whatever tells or sets what somebody signs in with is for the person at the seat, never for a token', () => {
    const open = Object.entries(contract as Record<string, Endpoint>).filter(([, { atSeat }]) => !atSeat)
    const named = open.filter(([key]) => /\/api\/(session|tokens|setup|calendar\/feeds)|second-step/.test(key))
    const asking = open.filter(
      ([, { body }]) =>
        body &&
        /"(password|pin|secret|stepCode)"/.test(
          JSON.stringify(toJSONSchema(body, { io: 'input', unrepresentable: 'any' })),
        ),
    )
    expect([...named, ...asking].map(([key]) => key)).toEqual([])
    expect(open.length).toBeGreaterThan(200)
  })

  test('every endpoint says in words what it does', () => {
    for (const [key, { summary }] of Object.entries(contract)) expect(summary.length, key).toBeGreaterThan(5)
  })
})
