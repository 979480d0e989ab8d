import { useState } from 'react'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { needsIn, promisesIn, type SpokenNeed, type SpokenPromise, type SpokenWish, wishesIn } from './spoken.ts'
import type { Note } from './use-note.ts'
import type { LiveRun } from './use-run.ts'

/** What the notes seem to say, until the person takes it or waves it away; nothing is left of it once the contact is filed. */
export type Guesses = {
  promises: readonly SpokenPromise[]
  wishes: readonly SpokenWish[]
  needs: readonly SpokenNeed[]
  left: number
  takePromise: (promise: SpokenPromise) => void
  takeWish: (wish: SpokenWish) => void
  takeNeed: (need: SpokenNeed) => void
  wave: (key: string) => void
}

export const useGuesses = (live: LiveRun, note: Note): Guesses => {
  const [waved, setWaved] = useState<ReadonlySet<string>>(new Set())
  const { state, timeZone, act } = live
  const said = state.finished
    ? []
    : [
        ...state.notes.filter(({ id }) => id !== note.noteId),
        ...(note.text.trim() ? [{ text: note.text, at: now() }] : []),
      ]
  const promises = promisesIn(said, state, timeZone, waved)
  const wishes = wishesIn(said, state, timeZone, waved)
  const needs = needsIn(said, state, waved)
  return {
    promises,
    wishes,
    needs,
    left: promises.length + wishes.length + needs.length,
    takePromise: ({ what, dueDay, dueTime }) =>
      void act({ type: 'captured', capture: freshId(), content: { kind: 'promise', what, dueDay, dueTime } }),
    takeWish: ({ text }) =>
      void act({
        type: 'captured',
        capture: freshId(),
        content: { kind: 'expectation', text, sort: 'factual', answer: null, offer: '', acknowledged: false },
      }),
    takeNeed: ({ text }) => void act({ type: 'captured', capture: freshId(), content: { kind: 'need', text } }),
    wave: (key) => setWaved(new Set([...waved, key])),
  }
}
