import { decibels, type Sound, type Stretch } from './sound.ts'

/**
 * How loud and how clean a recording is. `active` is the level of the speech alone and `peak` the highest swing, both in decibels below
 * full scale; `clipped` the share of samples cut off at the top; `overNoise` how far the speech stands above the room, in decibels, null
 * where no moment is without speech.
 */
export type Level = { active: number; peak: number; clipped: number; overNoise: number | null }

/** A microphone that is overdriven holds its highest value for three samples or more. */
const HELD = 3
const NEAR_TOP = 0.999
/** Breath and echo hang around speech; the room is measured away from it. */
const AWAY = 0.1

export const levelOf = ({ samples, rate }: Sound, speech: readonly Stretch[]): Level => {
  const inside = new Uint8Array(samples.length)
  const near = new Uint8Array(samples.length)
  for (const { from, to } of speech) {
    inside.fill(1, Math.round(from * rate), Math.round(to * rate))
    near.fill(1, Math.max(0, Math.round((from - AWAY) * rate)), Math.round((to + AWAY) * rate))
  }
  const voice = powerWhere(samples, (i) => inside[i] === 1)
  const room = powerWhere(samples, (i) => near[i] === 0)
  return {
    active: decibels(voice ?? 0),
    peak: 2 * decibels(samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)),
    clipped: clippedShare(samples),
    overNoise: voice === null || room === null ? null : decibels(Math.max(voice - room, 0)) - decibels(room),
  }
}

const powerWhere = (samples: Float32Array, keep: (i: number) => boolean): number | null => {
  let [sum, count] = [0, 0]
  for (let i = 0; i < samples.length; i++) {
    if (!keep(i)) continue
    sum += (samples[i] ?? 0) ** 2
    count++
  }
  return count === 0 ? null : sum / count
}

const clippedShare = (samples: Float32Array): number => {
  const top = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0)
  if (top < 0.1) return 0
  let [run, clipped] = [0, 0]
  for (let i = 0; i <= samples.length; i++) {
    if (Math.abs(samples[i] ?? 0) >= top * NEAR_TOP) run++
    else {
      if (run >= HELD) clipped += run
      run = 0
    }
  }
  return clipped / Math.max(1, samples.length)
}
