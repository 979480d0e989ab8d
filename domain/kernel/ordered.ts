import type { Id } from './id.ts'

/** What every event carries: `id` made by the client, so that a repeated delivery is the same event; `sequence` by the server, null
 * until it has it. */
export type Placed = { id: Id; at: Date; sequence: number | null }

/**
 * Each event once, in the order every reader agrees on: the server's sequence, then what the server has not yet got, by
 * its own time. Of two deliveries of one event the one that carries a sequence stands.
 */
export const inOrder = <E extends Placed>(events: readonly E[]): E[] => {
  const once = new Map<Id, E>()
  for (const event of events) {
    if (event.sequence !== null || !once.has(event.id)) once.set(event.id, event)
  }
  return [...once.values()].sort(compare)
}

const compare = (a: Placed, b: Placed): number =>
  (a.sequence ?? Infinity) === (b.sequence ?? Infinity)
    ? a.at.getTime() - b.at.getTime() || (a.id < b.id ? -1 : 1)
    : (a.sequence ?? Infinity) - (b.sequence ?? Infinity)
