import { BAND_STEP, type Bands } from './bands.ts'
import { lengthOf, quantile, type Stretch } from './sound.ts'

/** Where somebody speaks, where nobody does, and between them what is too short to count as either. */
export type Activity = { speech: Stretch[]; pauses: Stretch[] }

/** Shorter silences are consonants and breath, not pauses (de Jong and Wempe 2009 take 0.3, 0.25 finds hesitations too). */
export const SHORTEST_PAUSE = 0.25
const SHORTEST_SPEECH = 0.08

/**
 * Finds speech by how far it rises above the room in six bands; the room is what the quietest tenth of the recording sounds like.
 * Pauses are silences of at least a quarter of a second between speech, not before the first word or after the last [H-46].
 */
export const activityOf = (bands: Bands): Activity => {
  const rise = risesOf(bands)
  const sorted = Float64Array.from(rise).sort()
  const loud = quantile(sorted, 0.9)
  if (!(loud > 3)) return { speech: [], pauses: [] }
  const enter = Math.max(3, 0.34 * loud)
  const stay = Math.max(2, 0.1 * loud)
  const speech = joined(stretchesOf(rise, enter, stay)).filter((each) => lengthOf(each) >= SHORTEST_SPEECH)
  const pauses = speech.slice(1).map(({ from }, i) => ({ from: speech[i]?.to ?? from, to: from }))
  return { speech, pauses }
}

/** How many decibels each moment rises above the room, on average over the bands, smoothed over three moments. */
const risesOf = (bands: Bands): Float64Array => {
  const sums = bands[0]?.map((_, i) => bands.reduce((sum, band) => sum + (band[i] ?? 0), 0)) ?? new Float64Array()
  const quiet = quantile(Float64Array.from(sums).sort(), 0.1)
  const rises = bands.map((levels) => {
    const room = meanWhere(levels, (_, i) => (sums[i] ?? 0) <= quiet)
    return levels.map((level) => Math.max(0, level - room))
  })
  const rise = sums.map((_, i) => rises.reduce((sum, band) => sum + (band[i] ?? 0), 0) / bands.length)
  return rise.map((own, i) => ((rise[i - 1] ?? own) + own + (rise[i + 1] ?? own)) / 3)
}

const meanWhere = (values: Float64Array, keep: (value: number, i: number) => boolean): number => {
  const kept = values.filter(keep)
  return kept.reduce((sum, value) => sum + value, 0) / Math.max(1, kept.length)
}

/** Stretches that rise to `enter` and stay above `stay`. */
const stretchesOf = (rise: Float64Array, enter: number, stay: number): Stretch[] => {
  const found: Stretch[] = []
  let from = -1
  let entered = false
  for (let i = 0; i <= rise.length; i++) {
    const own = rise[i] ?? 0
    if (own >= stay && i < rise.length) {
      if (from < 0) from = i
      entered ||= own >= enter
      continue
    }
    if (entered) found.push({ from: from * BAND_STEP, to: i * BAND_STEP })
    from = -1
    entered = false
  }
  return found
}

const joined = (stretches: readonly Stretch[]): Stretch[] => {
  const whole: Stretch[] = []
  for (const stretch of stretches) {
    const last = whole.at(-1)
    if (last && stretch.from - last.to < SHORTEST_PAUSE) last.to = stretch.to
    else whole.push({ ...stretch })
  }
  return whole
}
