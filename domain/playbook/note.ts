import type { Id } from '#domain/kernel/id.ts'
import type { RunEvent } from './event.ts'

/** One paragraph of what was said. `id` is the event to name in `replaces` when it is rewritten. */
export type Note = { id: Id; text: string; at: Date; late: boolean }

/**
 * The texts nobody has replaced. It depends on which events there are, not on their order, so two tabs converge without
 * asking; a text written over the same original in two tabs stays twice rather than being lost.
 */
export const notesOf = (events: readonly RunEvent[], late: ReadonlySet<Id>): Note[] => {
  const written = events.filter((event) => event.type === 'noted')
  const replaced = new Set(written.flatMap(({ replaces }) => replaces))
  return written
    .filter(({ id, text }) => !replaced.has(id) && text.trim() !== '')
    .map(({ id, text, at }) => ({ id, text, at, late: late.has(id) }))
}
