import type { RunEvent } from './event.ts'

/**
 * Each event once, in the order every reader agrees on: the server's sequence, then what the server has not yet got, by
 * its own time. Of two deliveries of one event the one that carries a sequence stands.
 */
export const inOrder = (events: readonly RunEvent[]): RunEvent[] => {
  const once = new Map<string, RunEvent>()
  for (const event of events) {
    if (event.sequence !== null || !once.has(event.id)) once.set(event.id, event)
  }
  return [...once.values()].sort(compare)
}

const compare = (a: RunEvent, b: RunEvent): number =>
  (a.sequence ?? Infinity) === (b.sequence ?? Infinity)
    ? a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)
    : (a.sequence ?? Infinity) - (b.sequence ?? Infinity)
