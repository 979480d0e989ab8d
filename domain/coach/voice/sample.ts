import type { Sound } from './sound.ts'

/** Samples a second of a made voice. */
const RATE = 16_000
const SYLLABLE = 0.17
const GAP = 0.09
const PAUSE = 0.5
const HARMONICS = 8

/** What a made voice does: its middle in hertz, by how many semitones it swings, and how many syllables each phrase has. */
export type MadeVoice = { hz: number; swing: number; phrases: readonly number[] }

/** Two readings to look at where there is no microphone: one on a level, one that rises and falls. Nobody spoke them. */
export const samples = {
  flat: { hz: 180, swing: 0.6, phrases: [8, 7, 9] },
  lively: { hz: 180, swing: 5, phrases: [8, 7, 9] },
} as const satisfies Record<string, MadeVoice>

export type SampleName = keyof typeof samples

/** Makes syllables of eight harmonics whose pitch swings within each phrase and falls at its end; no person's voice, and none is meant. */
export const madeVoice = ({ hz, swing, phrases }: MadeVoice): Sound => {
  const spans: { from: number; count: number; share: number }[] = []
  let at = PAUSE
  for (const count of phrases) {
    for (let i = 0; i < count; i++) spans.push({ from: at + i * (SYLLABLE + GAP), count, share: i / count })
    at += count * (SYLLABLE + GAP) + PAUSE
  }
  const samples = new Float32Array(Math.round(at * RATE))
  let phase = 0
  for (const { from, count, share } of spans) {
    const start = Math.round(from * RATE)
    const length = Math.round(SYLLABLE * RATE)
    for (let i = 0; i < length; i++) {
      const inside = i / length
      const way = Math.PI * (share + inside / count)
      const height = swing * (Math.cos(way) + 0.4 * Math.sin(3 * way))
      phase += (2 * Math.PI * hz * 2 ** (height / 12)) / RATE
      let value = 0
      for (let k = 1; k <= HARMONICS; k++) value += Math.sin(k * phase) / k
      samples[start + i] = 0.2 * Math.sin(Math.PI * inside) ** 2 * value
    }
  }
  return { samples, rate: RATE }
}
