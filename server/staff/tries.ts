import type { ErrorCode } from '#api/errors.ts'
import { Failure, fail } from '#server/http/failure.ts'

const MAX_FAILURES = 8
const WINDOW_MS = 60_000

/**
 * Slows down guessing: after eight refusals (`counted`) within a minute for one key, further tries are turned away. A try counts from when it
 * begins, so that many at once are no way round.
 */
export const tryLimit = (
  counted: readonly ErrorCode[] = ['session.refused', 'session.code_refused'],
): { attempt: <T>(key: string, act: () => Promise<T>) => Promise<T> } => {
  const tries = new Map<string, number[]>()
  const recent = (key: string): number[] => {
    const since = performance.now() - WINDOW_MS
    return (tries.get(key) ?? []).filter((at) => at > since)
  }
  const keep = (key: string, stamps: number[]): void => {
    if (stamps.length > 0) tries.set(key, stamps)
    else tries.delete(key)
  }
  return {
    attempt: async (key, act) => {
      for (const known of tries.keys()) keep(known, recent(known))
      const before = recent(key)
      if (before.length >= MAX_FAILURES)
        return fail('session.too_many_tries', { params: { seconds: WINDOW_MS / 1000 } })
      const started = performance.now()
      keep(key, [...before, started])
      try {
        const result = await act()
        tries.delete(key)
        return result
      } catch (error) {
        const refused = error instanceof Failure && counted.includes(error.code)
        if (!refused)
          keep(
            key,
            recent(key).filter((at) => at !== started),
          )
        throw error
      }
    },
  }
}
