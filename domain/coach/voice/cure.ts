import type { Reading } from './reading.ts'

/** Four cures for a monotone [H-46]: one real person before one's eyes, turns of another kind in between, keywords lifted, words of one's own. */
export const cures = ['person', 'alternate', 'keywords', 'words'] as const
export type Cure = (typeof cures)[number]

/** Two takes of one text beside each other: semitones of range and syllables a minute, after less before; null where either was not heard. */
export type Change = { range: number | null; pace: number | null }

type Measured = Pick<Reading, 'pitch' | 'pace'>

export const changeOf = (before: Measured, after: Measured): Change => ({
  range: before.pitch && after.pitch ? after.pitch.range - before.pitch.range : null,
  pace:
    before.pace.perMinute === null || after.pace.perMinute === null
      ? null
      : after.pace.perMinute - before.pace.perMinute,
})
