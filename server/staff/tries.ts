import { Failure, fail } from '#server/http/failure.ts'

const MAX_FAILURES = 8
const WINDOW_MS = 60_000

/** Slows down guessing: after eight refusals within a minute for one key, further tries are turned away. */
export const tryLimit = (): { attempt: <T>(key: string, act: () => Promise<T>) => Promise<T> } => {
  const failures = new Map<string, number[]>()
  return {
    attempt: async (key, act) => {
      const since = performance.now() - WINDOW_MS
      const recent = (failures.get(key) ?? []).filter((at) => at > since)
      if (recent.length >= MAX_FAILURES)
        return fail('session.too_many_tries', { params: { seconds: WINDOW_MS / 1000 } })
      try {
        const result = await act()
        failures.delete(key)
        return result
      } catch (error) {
        if (error instanceof Failure && error.code === 'session.refused')
          failures.set(key, [...recent, performance.now()])
        throw error
      }
    },
  }
}
