import { type Candidate, type Moments, momentsOf, type PitchRange, voiceRange } from './pitch-candidates.ts'
import type { Sound } from './sound.ts'

/** The melody: at `first + i × step` seconds the voice has `hz[i]` hertz; 0 where no voice sounds. */
export type Melody = { first: number; step: number; hz: Float64Array }

/** Costs of the path as published with the method (Boersma 1993); transitions are counted by 10 ms. */
const SILENCE = 0.03
const VOICING = 0.45
const OCTAVE = 0.01
const OCTAVE_JUMP = 0.35
const CHANGE = 0.14

/**
 * The melody of a voice: of all that repeats at each moment the path that is strong and does not jump (Viterbi). Hertz within
 * `range`; 0 for noise and silence [H-46].
 */
export const melodyOf = (sound: Sound, range: PitchRange = voiceRange): Melody => {
  const found = momentsOf(sound, range)
  return { first: found.first, step: found.step, hz: bestPath(found, range) }
}

const NO_VOICE: Candidate = { hz: 0, strength: 0 }

const bestPath = ({ moments }: Moments, range: PitchRange): Float64Array => {
  const states = moments.map(({ loud, candidates }) => [
    { ...NO_VOICE, worth: VOICING + Math.max(0, 2 - loud / (SILENCE / (1 + VOICING))) },
    ...candidates
      .filter(({ hz }) => hz <= range.ceiling)
      .map((candidate) => ({
        ...candidate,
        worth: candidate.strength - OCTAVE * Math.log2(range.ceiling / candidate.hz),
      })),
  ])
  const from: number[][] = []
  let worth = (states[0] ?? []).map((state) => state.worth)
  for (let i = 1; i < states.length; i++) {
    const [before, now] = [states[i - 1] ?? [], states[i] ?? []]
    const best = now.map((state) => bestBefore(before, worth, state))
    from.push(best.map(({ index }) => index))
    worth = best.map(({ value }, k) => value + (now[k]?.worth ?? 0))
  }
  const hz = new Float64Array(states.length)
  let at = worth.indexOf(Math.max(...worth))
  for (let i = states.length - 1; i >= 0; i--) {
    hz[i] = states[i]?.[at]?.hz ?? 0
    at = from[i - 1]?.[at] ?? 0
  }
  return hz
}

const bestBefore = (
  before: readonly Candidate[],
  worth: readonly number[],
  now: Candidate,
): { index: number; value: number } => {
  let best = { index: 0, value: Number.NEGATIVE_INFINITY }
  before.forEach((state, index) => {
    const value = (worth[index] ?? 0) - costOf(state.hz, now.hz)
    if (value > best.value) best = { index, value }
  })
  return best
}

const costOf = (before: number, now: number): number => {
  if (before === 0 && now === 0) return 0
  if (before === 0 || now === 0) return CHANGE
  return OCTAVE_JUMP * Math.abs(Math.log2(before / now))
}

/** Semitones above 1 Hz; a difference of 12 is an octave. */
export const semitones = (hz: number): number => 12 * Math.log2(hz)
