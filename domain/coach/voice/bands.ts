import { fourierOf, sizeFor } from './fourier.ts'
import { decibels, quantile, type Sound } from './sound.ts'

/** Decibels in six bands, every 10 ms: `bands[b][i]` at `(i + ½) × 10 ms`. */
export type Bands = Float64Array[]

export const BAND_STEP = 0.01
const WINDOW = 0.03
/** Speech stands out between these, in hertz; hum lies below, hiss is spread over all, and a telephone ends here. */
const EDGES = [250, 500, 800, 1200, 1800, 2600, 3600] as const
/** What lies more than this below the loud speech of a band is silence, however quiet the room. */
const DEEPEST = 45

/** How loud a recording is in each band over time. */
export const bandsOf = ({ samples, rate }: Sound): Bands => {
  const length = Math.round(WINDOW * rate)
  const fourier = fourierOf(sizeFor(length))
  const hann = Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / (length - 1)))
  const edges = EDGES.map((hz) => Math.round((hz / rate) * fourier.size))
  const count = Math.max(0, Math.floor(samples.length / rate / BAND_STEP))
  const bands = EDGES.slice(1).map(() => new Float64Array(count))
  const [re, im] = [new Float64Array(fourier.size), new Float64Array(fourier.size)]
  for (let i = 0; i < count; i++) {
    const start = Math.round((i + 0.5) * BAND_STEP * rate - length / 2)
    re.fill(0)
    im.fill(0)
    for (let k = 0; k < length; k++) re[k] = (samples[start + k] ?? 0) * (hann[k] ?? 0)
    fourier.transform(re, im)
    bands.forEach((band, b) => {
      let power = 0
      for (let k = edges[b] ?? 0; k < (edges[b + 1] ?? 0); k++) power += (re[k] ?? 0) ** 2 + (im[k] ?? 0) ** 2
      band[i] = decibels(power / length)
    })
  }
  return bands.map((band) => {
    const least = quantile(Float64Array.from(band).sort(), 0.95) - DEEPEST
    return band.map((level) => Math.max(level, least))
  })
}
