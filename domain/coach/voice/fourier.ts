/** The fast Fourier transform of one size, a power of two (Cooley and Tukey 1965); in place, unscaled. */
export type Fourier = { size: number; transform: (re: Float64Array, im: Float64Array) => void }

export const fourierOf = (size: number): Fourier => {
  const cos = Float64Array.from({ length: size / 2 }, (_, i) => Math.cos((2 * Math.PI * i) / size))
  const sin = Float64Array.from({ length: size / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / size))
  const swaps = swapsOf(size)
  return {
    size,
    transform: (re, im) => {
      for (let k = 0; k < swaps.length; k += 2) {
        swap(re, swaps[k] ?? 0, swaps[k + 1] ?? 0)
        swap(im, swaps[k] ?? 0, swaps[k + 1] ?? 0)
      }
      for (let half = 1; half < size; half *= 2) stage(re, im, half, cos, sin)
    },
  }
}

/** The next power of two. */
export const sizeFor = (samples: number): number => 2 ** Math.ceil(Math.log2(Math.max(2, samples)))

/** Pairs of places to exchange, one after the other. */
const swapsOf = (size: number): number[] => {
  const swaps: number[] = []
  for (let i = 1, j = 0; i < size; i++) {
    let bit = size >> 1
    for (; j & bit; bit >>= 1) j ^= bit
    j ^= bit
    if (i < j) swaps.push(i, j)
  }
  return swaps
}

const swap = (values: Float64Array, i: number, j: number): void => {
  const kept = values[i] ?? 0
  values[i] = values[j] ?? 0
  values[j] = kept
}

/** The innermost loop of everything here: plain numbers only. */
const stage = (re: Float64Array, im: Float64Array, half: number, cos: Float64Array, sin: Float64Array): void => {
  const size = re.length
  const stride = size / (2 * half)
  for (let k = 0; k < half; k++) {
    const c = cos[k * stride] ?? 0
    const s = sin[k * stride] ?? 0
    for (let a = k; a < size; a += 2 * half) {
      const b = a + half
      const x = re[b] ?? 0
      const y = im[b] ?? 0
      const tr = x * c + y * s
      const ti = y * c - x * s
      const ar = re[a] ?? 0
      const ai = im[a] ?? 0
      re[b] = ar - tr
      im[b] = ai - ti
      re[a] = ar + tr
      im[a] = ai + ti
    }
  }
}
