import { useEffect, useEffectEvent, useState } from 'react'
import { inParagraphs } from '#domain/playbook/note.ts'
import { useSeat } from '#web/client/session.tsx'
import { draftOf, dropDraft, keepDraft } from './store.ts'
import type { LiveRun } from './use-run.ts'

type Writing = {
  text: string
  /** The paragraph of the run that holds it already. */
  noteId: string | null
  saved: string
}

export type Note = {
  text: string
  noteId: string | null
  write: (text: string) => void
  /** Ends the paragraph: what comes next is a new one. */
  commit: () => void
}

const blank: Writing = { text: '', noteId: null, saved: '' }
const SAVED_AFTER_MS = 1200

/**
 * The note box. Every stroke is kept on this device at once; after a pause it becomes, or replaces, one paragraph of the run. Once
 * the run is filed and has it all, nothing stays on the device.
 */
export const useNote = ({ run, state, act }: LiveRun): Note => {
  const seat = useSeat()
  const [writing, setWriting] = useState(blank)
  const [recalled, setRecalled] = useState(false)
  useEffect(() => {
    let left = false
    const recall = async (): Promise<void> => {
      const draft = await draftOf(seat, run.id).catch(() => null)
      if (left) return
      if (draft) {
        const { text, noteId, saved } = draft
        setWriting((now) => (now.text === '' ? { text, noteId, saved } : now))
      }
      setRecalled(true)
    }
    void recall()
    return () => {
      left = true
    }
  }, [seat, run.id])

  const isDone = recalled && state.finished !== null && writing.text.trim() === writing.saved
  useEffect(() => {
    if (isDone) void dropDraft(seat, run.id).catch(() => undefined)
  }, [isDone, seat, run.id])

  const save = (): void => {
    const text = writing.text.trim()
    if (text === writing.saved || (text === '' && writing.noteId === null)) return
    const pieces = inParagraphs(text)
    const [last = ''] = pieces.slice(-1)
    const ids = pieces.map(
      (piece, place) =>
        act({ type: 'noted', text: piece, replaces: place === 0 && writing.noteId ? [writing.noteId] : [] })?.[0] ??
        null,
    )
    const noteId = ids.at(-1) ?? writing.noteId
    // What was full is a paragraph of its own now; writing goes on in the last one.
    const cut = pieces.length > 1
    setWriting((now) => ({ text: cut ? last : now.text, noteId, saved: last }))
    void keepDraft(seat, { runId: run.id, text: cut ? last : writing.text, noteId, saved: last }).catch(() => undefined)
  }
  const saveLater = useEffectEvent(save)
  useEffect(() => {
    if (writing.text.trim() === writing.saved) return undefined
    const timer = setTimeout(() => saveLater(), SAVED_AFTER_MS)
    return () => clearTimeout(timer)
  }, [writing.text, writing.saved])

  return {
    text: writing.text,
    noteId: writing.noteId,
    write: (text) => {
      const { noteId, saved } = writing
      setWriting({ text, noteId, saved })
      void keepDraft(seat, { runId: run.id, text, noteId, saved }).catch(() => undefined)
    },
    commit: () => {
      save()
      setWriting(blank)
      void dropDraft(seat, run.id).catch(() => undefined)
    },
  }
}
