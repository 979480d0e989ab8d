import { countCells, type FitState, tally } from './fit-state.ts'
import { growPlane, type Plane } from './plane-tree.ts'
import type { Design } from './spec.ts'

/** Two columns that act together: `rowOf`/`colOf` fold each column's bins into the coarse bins of the table. */
export type PairFrame = { a: number; b: number; rowOf: number[]; colOf: number[]; high: number; wide: number }

/** Folds neighbouring bins (in cutting order) until at most `most` hold about equally many rows. "Not known" stays alone
 * when it is the first bin in order. */
const coarse = (codes: Uint8Array, bins: number, most: number): number[] => {
  const counts = countCells(codes, bins)
  const left = codes.length - (counts[0] ?? 0)
  const folded: number[] = [0]
  let passed = 0
  for (let bin = 1; bin < bins; bin++) {
    folded.push(bins - 1 <= most ? bin : 1 + Math.min(most - 1, Math.floor((passed * most) / Math.max(1, left))))
    passed += counts[bin] ?? 0
  }
  return dense(folded)
}

/** Renumbers so that no coarse bin is skipped. */
const dense = (folded: readonly number[]): number[] => {
  let last = folded[0]
  let number = 0
  return folded.map((value) => {
    if (value !== last) number++
    last = value
    return number
  })
}

export const pairCells = (frame: PairFrame, codesA: Uint8Array, codesB: Uint8Array): Uint16Array =>
  Uint16Array.from(codesA, (code, i) => (frame.rowOf[code] ?? 0) * frame.wide + (frame.colOf[codesB[i] ?? 0] ?? 0))

const scratch = (frame: PairFrame, cells: Uint16Array): Plane => {
  const size = frame.high * frame.wide
  const plane = { high: frame.high, wide: frame.wide, g: new Float64Array(size), h: new Float64Array(size) }
  return { ...plane, counts: countCells(cells, size) }
}

export const planeOf = (state: FitState, frame: PairFrame, cells: Uint16Array): Plane => {
  const plane = scratch(frame, cells)
  tally(state, cells, plane.g, plane.h)
  return plane
}

/** The pairs whose joint tree explains most of what the main effects leave over (FAST: Lou, Caruana, Gehrke & Hooker, KDD
 * 2013, with a four-leaf tree for the scan). `design` is in cutting order. */
export const strongestPairs = (
  design: Design,
  state: FitState,
  most: number,
  bins: number,
  minLeaf: number,
  l2: number,
) => {
  const folds = design.codes.map((codes, f) => coarse(codes, design.bins[f] ?? 1, bins))
  const found: { gain: number; frame: PairFrame }[] = []
  for (let a = 0; a < design.codes.length; a++)
    for (let b = a + 1; b < design.codes.length; b++) {
      const rowOf = folds[a] ?? [0]
      const colOf = folds[b] ?? [0]
      const frame = { a, b, rowOf, colOf, high: (rowOf.at(-1) ?? 0) + 1, wide: (colOf.at(-1) ?? 0) + 1 }
      if (frame.high < 2 || frame.wide < 2) continue
      const cells = pairCells(frame, design.codes[a] ?? new Uint8Array(), design.codes[b] ?? new Uint8Array())
      const gain = growPlane(planeOf(state, frame, cells), minLeaf, l2).tree.gain
      if (gain > 0) found.push({ gain, frame })
    }
  return found
    .sort((p, q) => q.gain - p.gain || p.frame.a - q.frame.a || p.frame.b - q.frame.b)
    .slice(0, most)
    .map(({ frame }) => frame)
}
