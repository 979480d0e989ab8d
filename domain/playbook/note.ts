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

/** The most one paragraph may hold, in UTF-16 units; longer text is cut into several. */
export const NOTE_MOST = 4000

/** Text in pieces that each fit a paragraph, cut after a sentence where one ends in the last half of the piece. */
export const inParagraphs = (text: string): string[] => {
  if (text.length <= NOTE_MOST) return [text]
  const head = text.slice(0, NOTE_MOST)
  const end = Math.max(...['。', '！', '？', '\n', '. '].map((mark) => head.lastIndexOf(mark)))
  const cut = end > NOTE_MOST / 2 ? end + 1 : wholeCharacters(head)
  return [text.slice(0, cut), ...inParagraphs(text.slice(cut))]
}

/** A character of two units is never torn. */
const wholeCharacters = (head: string): number => (/[\uD800-\uDBFF]$/u.test(head) ? head.length - 1 : head.length)
