/** One channel of sound: samples between −1 and 1, and how many there are a second. It never leaves the device by itself. */
export type Sound = { samples: Float32Array; rate: number }

/** A stretch of time, in seconds. */
export type Stretch = { from: number; to: number }

export const secondsOf = ({ samples, rate }: Sound): number => samples.length / rate

export const lengthOf = ({ from, to }: Stretch): number => to - from

export const totalOf = (stretches: readonly Stretch[]): number =>
  stretches.reduce((sum, stretch) => sum + lengthOf(stretch), 0)

/** Speech has nothing to measure above 12 kHz; microphones that give 48,000 samples a second only make it slow. */
const MOST = 24_000
/** Neighbours on each side of the sinc that keeps higher sounds from folding down. */
const TAPS = 12

/** The same sound with at most 24,000 samples a second: every second, third … sample of the low-passed sound. */
export const sparser = ({ samples, rate }: Sound): Sound => {
  const every = Math.ceil(rate / MOST)
  if (every <= 1) return { samples, rate }
  const reach = TAPS * every
  const weights = Float64Array.from({ length: 2 * reach + 1 }, (_, i) => sinc((i - reach) / every) * hann(i, 2 * reach))
  const sum = weights.reduce((a, b) => a + b, 0)
  const fewer = new Float32Array(Math.floor(samples.length / every))
  for (let i = 0; i < fewer.length; i++) {
    let value = 0
    for (let k = 0; k < weights.length; k++) value += (weights[k] ?? 0) * (samples[i * every + k - reach] ?? 0)
    fewer[i] = value / sum
  }
  return { samples: fewer, rate: rate / every }
}

const sinc = (x: number): number => (x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x))
const hann = (i: number, last: number): number => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / last)

/** Value below which the share `at` (0–1) of the sorted numbers lies, between neighbours in proportion; NaN of none. */
export const quantile = (sorted: ArrayLike<number>, at: number): number => {
  if (sorted.length === 0) return Number.NaN
  const place = at * (sorted.length - 1)
  const [low, high] = [sorted[Math.floor(place)] ?? Number.NaN, sorted[Math.ceil(place)] ?? Number.NaN]
  return low + (high - low) * (place - Math.floor(place))
}

/** Decibels of a power; silence is −120. */
export const decibels = (power: number): number => 10 * Math.log10(Math.max(power, 1e-12))
