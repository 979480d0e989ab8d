import { useState } from 'react'
import { closingOf } from '#domain/playbook/closing.ts'
import { missingChecks } from '#domain/playbook/progress.ts'
import type { Due } from './use-due.ts'
import type { Guesses } from './use-guesses.ts'
import type { Note } from './use-note.ts'
import type { LiveRun } from './use-run.ts'

export type Finishing = {
  /** What stands open is being asked. */
  asking: boolean
  guesses: Guesses
  due: Due
  missing: number
  /** Files at once when nothing stands open; otherwise asks. Asked again, it files what only was to be looked at. */
  ask: () => void
  finish: (reason: string) => void
  onBack: () => void
  /** Whom Today names next, as they are called; null while it is not known. */
  next: string | null
  onNext: () => void
}

/** Finishing a contact: what is in the note box belongs to it, so it is written first. */
export const useFinishing = (
  live: LiveRun,
  note: Note,
  { guesses, due, next, onNext }: { guesses: Guesses; due: Due; next: string | null; onNext: () => void },
): Finishing => {
  const [asking, setAsking] = useState(false)
  const { state } = live
  const reached = state.missed === null && state.connectedAt !== null
  const missing = reached ? missingChecks(live.run.playbook, state).length : 0
  const closing = closingOf({ guesses: guesses.left, due: due.promises.length, missing }, reached)
  const finish = (reason: string): void => {
    if (guesses.left > 0) return setAsking(true)
    note.commit()
    if (live.act({ type: 'finished', reason })) setAsking(false)
  }
  const ask = (): void => {
    if (state.finished) return
    if (closing === 'file' || (closing === 'look' && asking)) finish('')
    else setAsking(true)
  }
  return { asking, guesses, due, missing, ask, finish, onBack: () => setAsking(false), next, onNext }
}
