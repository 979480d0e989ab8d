import type { Id } from '#domain/kernel/id.ts'
import type { CaptureChange, Captured, RunEvent } from './event.ts'
import type { CaptureKind } from './definition.ts'

/** Something written down while talking. `late`: it, or a change to it, reached us after the run was finished. */
export type Capture<K extends CaptureKind = CaptureKind> = Extract<Captured, { kind: K }> & {
  id: Id
  at: Date
  removed: boolean
  late: boolean
}

/** What stands written down, in the order it was said; expectations in the customer's own order, unranked ones last. */
export const capturesOf = (events: readonly RunEvent[], late: ReadonlySet<Id>): Capture[] => {
  const captures = new Map<Id, Capture>()
  for (const event of events) {
    if (event.type !== 'captured' || captures.has(event.capture)) continue
    captures.set(event.capture, {
      ...event.content,
      id: event.capture,
      at: event.at,
      removed: false,
      late: late.has(event.id),
    })
  }
  for (const event of events) {
    const capture = 'capture' in event ? captures.get(event.capture) : undefined
    const next = capture && changed(capture, event)
    if (next) captures.set(next.id, { ...next, late: next.late || late.has(event.id) })
  }
  const ranking = rankingOf(events)
  const place = ({ id }: Capture): number => (ranking.includes(id) ? ranking.indexOf(id) : ranking.length)
  return [...captures.values()].sort((a, b) =>
    a.kind === 'expectation' && b.kind === 'expectation' ? place(a) - place(b) : 0,
  )
}

/** Null when the event is no change, or a change for another kind of capture. */
const changed = (capture: Capture, event: RunEvent): Capture | null => {
  if (event.type === 'captureRemoved') return { ...capture, removed: true }
  if (event.type === 'captureRestored') return { ...capture, removed: false }
  return event.type === 'captureChanged' ? withChange(capture, event.change) : null
}

/** The capture with the changed fields; null when the change belongs to another kind. */
export const withChange = <C extends Captured>(content: C, change: CaptureChange): C | null =>
  content.kind === change.kind ? { ...content, ...change } : null

const rankingOf = (events: readonly RunEvent[]): Id[] =>
  events.reduce<Id[]>((latest, event) => (event.type === 'ranked' ? event.expectations : latest), [])

/** Those of one kind that have not been taken back. */
export const standing = <K extends CaptureKind>(captures: readonly Capture[], kind: K): Capture<K>[] =>
  captures.filter((capture): capture is Capture<K> => capture.kind === kind && !capture.removed)

/**
 * Someone who only wants to be heard needs acknowledgement, not a solution; others an answer, and for a "no" or "partly" what we
 * offer instead, or for a "no" that there is nothing, said openly [H-36].
 */
export const isAnswered = ({ sort, answer, offer, acknowledged, openly }: Capture<'expectation'>): boolean =>
  sort === 'heard'
    ? acknowledged
    : answer === 'can' || (answer !== null && offer.trim() !== '') || (answer === 'cannot' && openly === true)
