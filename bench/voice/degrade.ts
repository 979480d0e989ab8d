import type { Random } from '#domain/kernel/random.ts'
import type { Sound } from '#domain/coach/voice/sound.ts'

/** What a telephone leaves: 300 to 3,400 Hz, 8,000 samples a second, μ-law in eight bits (ITU-T G.711). */
export const telephone = ({ samples, rate }: Sound): Sound => {
  const weights = bandPass(rate, 300, 3400, 191)
  const fewer = new Float32Array(Math.floor((samples.length / rate) * 8000))
  for (let i = 0; i < fewer.length; i++) {
    const at = (i * rate) / 8000
    const left = Math.floor(at)
    const [a, b] = [filteredAt(samples, weights, left), filteredAt(samples, weights, left + 1)]
    fewer[i] = companded(a + (b - a) * (at - left))
  }
  return { samples: fewer, rate: 8000 }
}

const MU = 255
const companded = (value: number): number => {
  const size = Math.min(1, Math.abs(value))
  const code = Math.round((Math.log1p(MU * size) / Math.log1p(MU)) * 127)
  return (Math.sign(value) * Math.expm1((code / 127) * Math.log1p(MU))) / MU
}

const bandPass = (rate: number, low: number, high: number, taps: number): Float64Array => {
  const middle = (taps - 1) / 2
  const lowPass = (cut: number, i: number): number => {
    const x = i - middle
    const f = (2 * cut) / rate
    return x === 0 ? f : Math.sin(Math.PI * f * x) / (Math.PI * x)
  }
  return Float64Array.from(
    { length: taps },
    (_, i) => (lowPass(high, i) - lowPass(low, i)) * (0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (taps - 1))),
  )
}

const filteredAt = (samples: Float32Array, weights: Float64Array, at: number): number => {
  const first = at - (weights.length - 1) / 2
  let value = 0
  for (let k = 0; k < weights.length; k++) value += (weights[k] ?? 0) * (samples[first + k] ?? 0)
  return value
}

/** Adds noise at so many decibels below the speech: `white`, or `pink` as in rooms with people and machines. */
export const noisy = ({ samples, rate }: Sound, snr: number, colour: 'white' | 'pink', random: Random): Sound => {
  const noise = Float32Array.from(samples, () => gauss(random))
  if (colour === 'pink') pinken(noise)
  const loud = samples.filter((value) => Math.abs(value) > 1e-3)
  const gain = Math.sqrt(power(loud) / power(noise) / 10 ** (snr / 10))
  return { samples: samples.map((value, i) => 0.5 * (value + gain * (noise[i] ?? 0))), rate }
}

const power = (samples: Float32Array): number => samples.reduce((sum, value) => sum + value * value, 0) / samples.length

const gauss = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())

/** Three leaky sums (Kellet's economy filter): −3 dB an octave. */
const pinken = (noise: Float32Array): void => {
  const [poles, gains] = [
    [0.99765, 0.963, 0.57],
    [0.099046, 0.2965164, 1.0526913],
  ]
  const sums = [0, 0, 0]
  noise.forEach((white, i) => {
    for (let k = 0; k < 3; k++) sums[k] = (poles?.[k] ?? 0) * (sums[k] ?? 0) + (gains?.[k] ?? 0) * white
    noise[i] = sums.reduce((a, b) => a + b, 0) + 0.1848 * white
  })
}
