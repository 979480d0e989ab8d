import { useEffect, useEffectEvent, useState } from 'react'
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

/** The note box. Every stroke is kept on this device at once; after a pause it becomes, or replaces, one paragraph of the run. */
export const useNote = ({ run, act }: LiveRun): Note => {
  const [writing, setWriting] = useState(blank)
  useEffect(() => {
    let left = false
    const recall = async (): Promise<void> => {
      const draft = await draftOf(run.id).catch(() => null)
      if (draft && !left)
        setWriting((now) => (now.text === '' ? { text: draft.text, noteId: draft.noteId, saved: '' } : now))
    }
    void recall()
    return () => {
      left = true
    }
  }, [run.id])

  const save = (): void => {
    const text = writing.text.trim()
    if (text === writing.saved || (text === '' && writing.noteId === null)) return
    const ids = act({ type: 'noted', text, replaces: writing.noteId ? [writing.noteId] : [] })
    const noteId = ids?.[0] ?? writing.noteId
    setWriting((now) => ({ ...now, noteId, saved: text }))
    void keepDraft({ runId: run.id, text: writing.text, noteId }).catch(() => undefined)
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
      setWriting({ ...writing, text })
      void keepDraft({ runId: run.id, text, noteId: writing.noteId }).catch(() => undefined)
    },
    commit: () => {
      save()
      setWriting(blank)
      void dropDraft(run.id).catch(() => undefined)
    },
  }
}
