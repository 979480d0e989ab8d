/** A seeded source of numbers in [0, 1): the only randomness rules may use. */
export type Random = () => number

/** Mulberry32: 32-bit state, period 2^32, good enough for sampling, folds and the demo; never for secrets. */
export const seededRandom = (seed: number): Random => {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = state
    t = Math.imul(t ^ (t >>> 15), t | 1)
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61)
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
