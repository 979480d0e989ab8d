import { fourierOf, sizeFor } from './fourier.ts'
import { secondsOf, type Sound } from './sound.ts'

/** Where voices are looked for, in hertz. The wide range suits women and men alike; no voice of an adult lies outside. */
export type PitchRange = { floor: number; ceiling: number }
export const voiceRange: PitchRange = { floor: 75, ceiling: 500 }

/** A period that repeats at one moment: how often a second, and how exactly (0–1). */
export type Candidate = { hz: number; strength: number }

/** What one moment could be. `loud` is the highest swing near it, as a share of the highest of the recording (0–1). */
export type Moment = { loud: number; candidates: Candidate[] }

export type Moments = { first: number; step: number; moments: Moment[] }

/** Seconds from one moment to the next. */
export const PITCH_STEP = 0.01
const PERIODS = 3
const MOST_CANDIDATES = 15
/** Repetitions weaker than this are never a voice. */
const WEAKEST = 0.225

/**
 * What repeats at each moment: autocorrelation of three periods of the floor under a Hann window, divided by that of the
 * window, its peaks found between samples (Boersma 1993, "Accurate short-term analysis of the fundamental frequency").
 */
export const momentsOf = (sound: Sound, range: PitchRange): Moments => {
  const { samples, rate } = sound
  const window = PERIODS / range.floor
  const half = Math.floor(Math.floor(window * rate) / 2) - 1
  const count = Math.floor((secondsOf(sound) - window) / PITCH_STEP) + 1
  if (count < 1 || half < 2) return { first: 0, step: PITCH_STEP, moments: [] }
  const first = secondsOf(sound) / 2 - (count * PITCH_STEP) / 2 + PITCH_STEP / 2
  const look = lookerOf(rate, half, range)
  const swing = peakOf(samples)
  const moments = Array.from({ length: count }, (_, i) =>
    look(samples, Math.round((first + i * PITCH_STEP) * rate), swing),
  )
  return { first, step: PITCH_STEP, moments }
}

const peakOf = (samples: Float32Array): number => {
  let mean = 0
  for (const sample of samples) mean += sample / samples.length
  let peak = 0
  for (const sample of samples) peak = Math.max(peak, Math.abs(sample - mean))
  return peak
}

type Looker = (samples: Float32Array, centre: number, swing: number) => Moment

const lookerOf = (rate: number, half: number, { floor, ceiling }: PitchRange): Looker => {
  const length = 2 * half
  const period = Math.floor(rate / floor)
  const longest = Math.floor(length / PERIODS) + 2
  const shortest = Math.max(2, Math.floor(rate / ceiling))
  const fourier = fourierOf(sizeFor(length * 1.5))
  const hann = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (i + 1)) / (length + 1)))
  const [re, im] = [new Float64Array(fourier.size), new Float64Array(fourier.size)]
  const correlate = (): void => {
    im.fill(0)
    fourier.transform(re, im)
    for (let i = 0; i < re.length; i++) re[i] = (re[i] ?? 0) ** 2 + (im[i] ?? 0) ** 2
    im.fill(0)
    fourier.transform(re, im)
  }
  re.set(hann)
  correlate()
  const own = re.slice(0, half).map((value) => value / (re[0] ?? 1))
  return (samples, centre, swing) => {
    const mean = meanOf(samples, centre - period, centre + period)
    let loudest = 0
    re.fill(0)
    for (let i = 0; i < length; i++) {
      const value = ((samples[centre - half + i] ?? 0) - mean) * (hann[i] ?? 0)
      if (Math.abs(i - half) <= period / 2 + 1) loudest = Math.max(loudest, Math.abs(value))
      re[i] = value
    }
    const loud = swing === 0 ? 0 : Math.min(1, loudest / swing)
    if (loudest === 0) return { loud, candidates: [] }
    correlate()
    const whole = re[0] ?? 1
    const correlation = re.slice(0, half).map((value, i) => value / whole / (own[i] ?? 1))
    return { loud, candidates: peaksOf(correlation, rate, shortest, Math.min(longest, half - 2)) }
  }
}

const meanOf = (samples: Float32Array, from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += samples[i] ?? 0
  return sum / (to - from)
}

const peaksOf = (r: Float64Array, rate: number, shortest: number, longest: number): Candidate[] => {
  const peaks: number[] = []
  for (let i = shortest; i < longest; i++) {
    const [before, here, after] = [r[i - 1] ?? 0, r[i] ?? 0, r[i + 1] ?? 0]
    if (here > WEAKEST && here > before && here >= after) peaks.push(i)
  }
  const highest = peaks.sort((a, b) => (r[b] ?? 0) - (r[a] ?? 0)).slice(0, MOST_CANDIDATES)
  return highest.map((peak) => {
    const { lag, height } = topOf(r, peak)
    return { hz: rate / lag, strength: height > 1 ? 1 / height : height }
  })
}

/** Close enough to a top for a parabola to be exact to a thousandth of a semitone. */
const NEAR = 0.15

/** The top of a peak between samples: a parabola through the samples, then one through three values close to it. */
const topOf = (r: Float64Array, peak: number): { lag: number; height: number } => {
  const rough = peak + topOfParabola(r[peak - 1] ?? 0, r[peak] ?? 0, r[peak + 1] ?? 0)
  const [left, middle, right] = [between(r, rough - NEAR), between(r, rough), between(r, rough + NEAR)]
  const lag = rough + NEAR * Math.max(-1, Math.min(1, topOfParabola(left, middle, right)))
  return { lag, height: between(r, lag) }
}

const topOfParabola = (left: number, middle: number, right: number): number => {
  const bend = 2 * middle - left - right
  return bend <= 0 ? 0 : (right - left) / (2 * bend)
}

/** Neighbours on each side that decide a value between samples. */
const DEPTH = 30

/** Value of an even function between its samples: sinc under a Hann window. */
const between = (r: Float64Array, at: number): number => {
  const left = Math.floor(at)
  const part = at - left
  if (part < 1e-9) return r[left] ?? 0
  const sine = Math.sin(Math.PI * part) / Math.PI
  let value = 0
  for (let k = -DEPTH + 1; k <= DEPTH; k++) {
    const away = part - k
    const weight = ((k % 2 === 0 ? sine : -sine) / away) * (0.5 + 0.5 * Math.cos((Math.PI * away) / (DEPTH + 1)))
    value += (r[Math.abs(left + k)] ?? 0) * weight
  }
  return value
}
