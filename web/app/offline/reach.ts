import type { QueryClient } from '@tanstack/react-query'
import { Refused } from '#web/client/send.ts'

let reached = true
const listeners = new Set<() => void>()

const set = (value: boolean): void => {
  if (reached === value) return
  reached = value
  for (const listener of listeners) listener()
}

export const isReached = (): boolean => reached

export const onReach = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Knows from what was asked last whether the server answers. The browser's own word is only a hint: Weixi may run on this very
 * computer, without any network, or behind a network that leads nowhere.
 */
export const watchReach = (client: QueryClient): void => {
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    const { action } = event
    if (action.type === 'success' && action.manual !== true) set(true)
    if (action.type !== 'failed' && action.type !== 'error') return
    const error: unknown = action.error
    if (error instanceof Refused) set(error.status !== 0)
  })
}
