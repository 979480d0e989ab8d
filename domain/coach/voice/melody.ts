import { type Melody, semitones } from './pitch.ts'
import { quantile, type Stretch } from './sound.ts'

/**
 * How a voice moves. `median` is the voice's own height in hertz; `range` the distance between its low and high moments (P10 to P90) in
 * semitones, so that high and low voices compare; `endings` how it leaves each phrase, in semitones: rising above zero, falling below.
 */
export type MelodyMeasures = { median: number; range: number; voiced: number; endings: number[] }

/** The last stretch of a phrase in which rising and falling is heard, in seconds. */
const ENDING = 0.4
const LEAST_MOMENTS = 10

/** Measures a melody [H-46]; null where too little voice sounds (under a tenth of a second). */
export const melodyMeasures = ({ first, step, hz }: Melody, speech: readonly Stretch[]): MelodyMeasures | null => {
  const heights = hz
    .filter((value) => value > 0)
    .map(semitones)
    .sort()
  if (heights.length < LEAST_MOMENTS) return null
  const endings = speech.flatMap(({ to }) => {
    const end: { at: number; height: number }[] = []
    hz.forEach((value, i) => {
      const at = first + i * step
      if (value > 0 && at > to - ENDING && at <= to) end.push({ at, height: semitones(value) })
    })
    return end.length < LEAST_MOMENTS ? [] : [slopeOf(end) * ENDING]
  })
  return {
    median: 2 ** (quantile(heights, 0.5) / 12),
    range: quantile(heights, 0.9) - quantile(heights, 0.1),
    voiced: heights.length * step,
    endings,
  }
}

/** Semitones a second, by least squares. */
const slopeOf = (points: readonly { at: number; height: number }[]): number => {
  const mean = (pick: (point: { at: number; height: number }) => number): number =>
    points.reduce((sum, point) => sum + pick(point), 0) / points.length
  const [at, height] = [mean((point) => point.at), mean((point) => point.height)]
  const up = mean((point) => (point.at - at) * (point.height - height))
  const along = mean((point) => (point.at - at) ** 2)
  return along === 0 ? 0 : up / along
}
