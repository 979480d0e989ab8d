import { type KeyboardEvent, useEffect, useRef } from 'react'
import { findPromises } from '#domain/touch/find-promises.ts'
import { now } from '#web/client/clock.ts'
import type { Promised } from '#web/client/coach/hour-ask.tsx'
import { useCoached } from '#web/client/coach/use-coached.tsx'
import { freshId } from '#web/client/id.ts'
import { useWide } from '#web/ui/data-column.ts'
import { useMessages } from '#web/ui/messages.ts'
import { contactMessages } from './messages.ts'
import type { Note } from './use-note.ts'
import type { LiveRun } from './use-run.ts'

/** Where “jot down” leads on a phone. */
export const noteBoxId = 'note-box'

/** The layer's words stand where the box's do. */
const LAYER = 'read px-3.5 py-3'

/** As the words themselves are understood, so that what was just promised is not guessed at once more. */
const keepPromise = ({ act, timeZone }: LiveRun, { sentence, what, dueDay, dueTime }: Promised): void => {
  const [spoken] = findPromises(sentence, now(), timeZone)
  act({
    type: 'captured',
    capture: freshId(),
    content: { kind: 'promise', what: spoken?.what ?? what ?? sentence, dueDay, dueTime },
  })
}

/** The one place to type. Enter ends a paragraph. */
export function NoteBox({ live, note }: { live: LiveRun; note: Note }) {
  const m = useMessages(contactMessages)
  const wide = useWide('md')
  const box = useRef<HTMLTextAreaElement>(null)
  const connected = live.state.connectedAt !== null
  // Once somebody answers, the hands are for writing; on a phone the keyboard would cover the words to say.
  useEffect(() => {
    if (connected && wide) box.current?.focus()
  }, [connected, wide])
  const coached = useCoached(note.text, { by: 'note', onPromise: (promised) => keepPromise(live, promised) }, LAYER)
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>): void => {
    if (event.key !== 'Enter' || event.shiftKey || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    note.commit()
  }
  return (
    <div className="px-4 pt-4 lg:px-5">
      <div
        {...coached.frame}
        className="relative rounded border border-line-2 focus-within:border-jade focus-within:ring-2 focus-within:ring-jade/25"
      >
        <textarea
          ref={box}
          id={noteBoxId}
          aria-label={m.note.label}
          placeholder={m.note.placeholder}
          value={note.text}
          onChange={(event) => note.write(event.target.value)}
          onKeyDown={onKeyDown}
          rows={4}
          className="read block field-sizing-content min-h-28 w-full resize-none bg-transparent px-3.5 py-3 text-ink outline-none placeholder:text-ink-3"
        />
        {coached.layer}
      </div>
      {coached.line}
    </div>
  )
}
