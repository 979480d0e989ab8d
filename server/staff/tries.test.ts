import { expect, test } from 'vitest'
import { Failure } from '#server/http/failure.ts'
import { tryLimit } from './tries.ts'

const refusal = async (): Promise<never> => {
  await new Promise((resolve) => setTimeout(resolve, 5))
  throw new Failure('session.refused')
}

const codes = (settled: readonly PromiseSettledResult<unknown>[]): string[] =>
  settled.map((one) => (one.status === 'rejected' && one.reason instanceof Failure ? one.reason.code : 'passed'))

test('forty wrong tries at once are eight, and the right one waits with them', async () => {
  const { attempt } = tryLimit()
  const burst = codes(await Promise.allSettled(Array.from({ length: 40 }, () => attempt('lin', refusal))))
  expect(burst.filter((code) => code === 'session.refused')).toHaveLength(8)
  expect(burst.filter((code) => code === 'session.too_many_tries')).toHaveLength(32)
  expect(codes(await Promise.allSettled([attempt('lin', async () => 'in')]))).toEqual(['session.too_many_tries'])
  expect(await attempt('han', async () => 'in')).toBe('in')
})

test('a right one forgets the wrong ones, and a fault of ours is no try', async () => {
  const { attempt } = tryLimit()
  for (let n = 0; n < 7; n++) await expect(attempt('lin', refusal)).rejects.toThrow()
  expect(await attempt('lin', async () => 'in')).toBe('in')
  for (let n = 0; n < 20; n++)
    await expect(attempt('lin', () => Promise.reject(new Error('engine gone')))).rejects.toThrow('engine gone')
  expect(await attempt('lin', async () => 'in')).toBe('in')
})
