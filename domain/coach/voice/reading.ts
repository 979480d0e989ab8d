import { activityOf } from './activity.ts'
import { bandsOf } from './bands.ts'
import { measureVoice, paceOverTime, type VoiceMeasures } from './measure.ts'
import { type Melody, semitones } from './pitch.ts'
import { type Sound, sparser } from './sound.ts'
import { talkOf, type TalkMeasures } from './talk.ts'

/** The melody as a picture: seconds, and semitones above or below the voice's own middle; null where no voice sounds. */
export type ContourPoint = { at: number; height: number | null }

/**
 * What is kept of one take: plain numbers, no sound in them. `talk` is null where only one side was recorded; with two sides everything
 * else is of ours.
 */
export type Reading = Omit<VoiceMeasures, 'melody'> & {
  contour: ContourPoint[]
  paceOver: { at: number; perMinute: number | null }[]
  talk: TalkMeasures | null
}

/** Sound by channel, what was read aloud if that is known, and which channel is ours where there are two sides. */
export type ReadingWish = { channels: readonly Float32Array[]; rate: number; text: string | null; ours: 0 | 1 }

/** Measures a take whole [H-19][H-38][H-46]. Two channels count as two sides only where they differ. */
export const readingOf = ({ channels, rate, text, ours }: ReadingWish): Reading => {
  const [first = new Float32Array(), second] = channels
  const twoSides = second !== undefined && areApart(first, second)
  const own: Sound = { samples: twoSides && ours === 1 ? second : first, rate }
  const { melody, ...measures } = measureVoice(own, text)
  const whole = { melody, ...measures }
  return {
    ...measures,
    contour: contourOf(melody, measures.pitch?.median ?? null),
    paceOver: paceOverTime(whole),
    talk: twoSides
      ? talkOf({
          staff: measures.activity.speech,
          customer: activityOf(bandsOf(sparser({ samples: ours === 1 ? first : second, rate }))).speech,
        })
      : null,
  }
}

/** One microphone on both channels is one side: they must differ by a tenth of their loudness. */
const APART = 0.1

export const areApart = (first: Float32Array, second: Float32Array): boolean => {
  let [difference, loudness] = [0, 0]
  for (let i = 0; i < first.length; i++) {
    const [a, b] = [first[i] ?? 0, second[i] ?? 0]
    difference += Math.abs(a - b)
    loudness += Math.abs(a) + Math.abs(b)
  }
  return loudness > 0 && difference / loudness > APART
}

const MOST_POINTS = 600

/** At most 600 points, each the middle of its stretch of time. */
const contourOf = ({ first, step, hz }: Melody, median: number | null): ContourPoint[] => {
  if (median === null) return []
  const each = Math.max(1, Math.ceil(hz.length / MOST_POINTS))
  const zero = semitones(median)
  return Array.from({ length: Math.ceil(hz.length / each) }, (_, i) => {
    const voiced = [...hz.subarray(i * each, (i + 1) * each)].filter((value) => value > 0).toSorted((a, b) => a - b)
    const middle = voiced[voiced.length >> 1]
    return {
      at: first + (i * each + (each - 1) / 2) * step,
      height: middle === undefined ? null : Math.round((semitones(middle) - zero) * 100) / 100 || 0,
    }
  })
}
