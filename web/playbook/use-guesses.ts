import { useState } from 'react'
import { wordsIn } from '#domain/customer/dossier.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { useRead } from '#web/client/query.ts'
import {
  type KnownNeed,
  type KnownWish,
  matterIn,
  needsIn,
  promisesIn,
  type SpokenNeed,
  type SpokenPromise,
  type SpokenWish,
  wishesIn,
} from './spoken.ts'
import type { Note } from './use-note.ts'
import type { LiveRun } from './use-run.ts'

/** What the notes seem to say, until the person takes it or waves it away; nothing is left of it once the contact is filed. */
export type Guesses = {
  promises: readonly SpokenPromise[]
  wishes: readonly SpokenWish[]
  needs: readonly SpokenNeed[]
  /** What they came with, offered to be said back; left alone it asks nothing at the end. */
  matter: SpokenNeed | null
  left: number
  takePromise: (promise: SpokenPromise) => void
  /** `apart`: as a line of its own although the customer's file holds the matter; otherwise the words go to that line. */
  takeWish: (wish: SpokenWish, apart?: boolean) => void
  takeNeed: (need: SpokenNeed, apart?: boolean) => void
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
  const onRecord = useOnRecord(live)
  const wishes = wishesIn(said, state, timeZone, waved, onRecord.wishes)
  const needs = needsIn(said, state, waved, onRecord.needs)
  return {
    promises,
    wishes,
    needs,
    matter: needs.length > 0 ? null : matterIn(state.finished ? [] : state.notes, state, waved),
    left: promises.length + wishes.length + needs.length,
    takePromise: ({ what, dueDay, dueTime }) =>
      void act({ type: 'captured', capture: freshId(), content: { kind: 'promise', what, dueDay, dueTime } }),
    takeWish: ({ text, known }, apart = false) =>
      void act({
        type: 'captured',
        capture: freshId(),
        content: {
          kind: 'expectation',
          text,
          sort: 'factual',
          answer: null,
          offer: '',
          acknowledged: false,
          ...(known && !apart ? { joins: known.id } : {}),
        },
      }),
    takeNeed: ({ text, known }, apart = false) =>
      void act({
        type: 'captured',
        capture: freshId(),
        content: { kind: 'need', text, ...(known && !apart ? { joins: known.what } : {}) },
      }),
    wave: (key) => setWaved(new Set([...waved, key])),
  }
}

/** What the customer's file holds from before: wishes not settled, needs in their own words. */
const useOnRecord = ({ run, state }: LiveRun): { wishes: KnownWish[]; needs: KnownNeed[] } => {
  const params = { id: run.customer.id }
  const wishes = useRead('GET /api/customers/:id/expectations', { params }).data?.rows ?? []
  const dossier = useRead('GET /api/customers/:id', { params }).data?.dossier
  const here = new Set(state.captures.map(({ id }) => id))
  return {
    wishes: wishes.filter((wish) => wish.state !== 'met' && wish.state !== 'closed' && !here.has(wish.id)),
    needs: ['needs', 'explicitNeeds'].flatMap((field) => wordsIn(dossier?.[field]).map((what) => ({ what }))),
  }
}
