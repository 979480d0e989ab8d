import { BAND_STEP, type Bands } from './bands.ts'
import { quantile, type Stretch } from './sound.ts'

/** A syllable falls this many decibels on both sides of its top. */
const DIP = 2
/** Tops more than this below the loud ones are breath and echo. */
const FAINT = 25
/** A vowel may be this much weaker below 1,200 Hz than above 1,800 Hz; a hiss is weaker still. */
const WEAKER = 6

/**
 * When syllables sound, in seconds: tops of loudness inside speech that fall away on both sides and are vowels by their colour (after
 * de Jong and Wempe 2009, with a spectral test in place of the voicing one, which fails very low voices). Syllables that run into each
 * other without a dip are counted once.
 */
export const syllablesOf = (bands: Bands, speech: readonly Stretch[]): number[] => {
  const loudness = smooth(meanOf(bands), 4)
  const least = quantile(Float64Array.from(loudness).sort(), 0.95) - FAINT
  return speech
    .flatMap((stretch) => topsIn(loudness, stretch))
    .filter((top) => (loudness[top] ?? 0) > least && isVowel(bands, top))
    .map((top) => (top + 0.5) * BAND_STEP)
}

const meanOf = (bands: Bands): Float64Array =>
  (bands[0] ?? new Float64Array()).map((_, i) => bands.reduce((sum, band) => sum + (band[i] ?? 0), 0) / bands.length)

const smooth = (values: Float64Array, times: number): Float64Array => {
  let now = values
  for (let time = 0; time < times; time++) {
    const before = now
    now = before.map((own, i) => ((before[i - 1] ?? own) + 2 * own + (before[i + 1] ?? own)) / 4)
  }
  return now
}

const topsIn = (loudness: Float64Array, { from, to }: Stretch): number[] => {
  const tops: number[] = []
  const [first, last] = [Math.floor(from / BAND_STEP), Math.min(loudness.length, Math.ceil(to / BAND_STEP))]
  let top = first
  let lowest: number | null = null
  for (let i = first; i <= last; i++) {
    const own = i === last ? Number.NEGATIVE_INFINITY : (loudness[i] ?? 0)
    if (lowest !== null) {
      lowest = Math.min(lowest, own)
      if (own <= lowest + DIP) continue
      lowest = null
      top = i
    } else if (own > (loudness[top] ?? 0)) top = i
    else if (own < (loudness[top] ?? 0) - DIP) {
      tops.push(top)
      lowest = own
    }
  }
  return tops
}

const isVowel = (bands: Bands, at: number): boolean => {
  const level = (band: number): number => bands[band]?.[at] ?? 0
  return Math.max(level(0), level(1), level(2)) > Math.max(level(4), level(5)) - WEAKER
}
