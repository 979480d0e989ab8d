import { setTimeout as wait } from 'node:timers/promises'

/** Does something again and again with a pause between; returns how to end it, after the round in hand. */
export const repeat = (pauseMs: number, round: () => Promise<void>): (() => Promise<void>) => {
  const ending = new AbortController()
  const rounds = (async () => {
    while (!ending.signal.aborted) {
      await round()
      await wait(pauseMs, undefined, { signal: ending.signal }).catch(() => undefined)
    }
  })()
  return async () => {
    ending.abort()
    await rounds
  }
}
