export type Minimum = { at: number[]; value: number; converged: boolean }

/** Most steps of one walk, and walks after the first: ten times what the fits of this project take. */
const STEPS = 1500
const STARTS = 8

type Corner = { at: number[]; value: number }

const byValue = (a: Corner, b: Corner): number => a.value - b.value

/** The point `far` times the way from `from` through `through`. */
const along = (from: readonly number[], through: readonly number[], far: number): number[] =>
  from.map((value, i) => value + far * ((through[i] ?? 0) - value))

const centreOf = (corners: readonly Corner[]): number[] =>
  (corners[0]?.at ?? []).map((_, i) => corners.reduce((sum, corner) => sum + (corner.at[i] ?? 0), 0) / corners.length)

/** One walk of the simplex until its corners agree. */
const walk = (of: (at: number[]) => number, start: readonly number[], width: number): Corner => {
  const corner = (at: number[]): Corner => {
    const value = of(at)
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  }
  const corners = [
    corner([...start]),
    ...start.map((_, i) => corner(start.map((value, j) => (i === j ? value + width : value)))),
  ].sort(byValue)
  for (let step = 0; step < STEPS; step++) {
    const best = corners[0] ?? corner([...start])
    const worst = corners.at(-1) ?? best
    const wide = Math.max(...corners.flatMap(({ at }) => at.map((value, i) => Math.abs(value - (best.at[i] ?? 0)))))
    if (worst.value - best.value <= 1e-13 * (1 + Math.abs(best.value)) && wide < 0.001) break
    const centre = centreOf(corners.slice(0, -1))
    const mirrored = corner(along(worst.at, centre, 2))
    const next = (corners.at(-2) ?? best).value
    let found: Corner | undefined
    if (mirrored.value < best.value) {
      const further = corner(along(worst.at, centre, 3))
      found = further.value < mirrored.value ? further : mirrored
    } else if (mirrored.value < next) found = mirrored
    else {
      const nearer = corner(along(worst.at, centre, mirrored.value < worst.value ? 1.5 : 0.5))
      if (nearer.value < Math.min(worst.value, mirrored.value)) found = nearer
    }
    if (found) corners[corners.length - 1] = found
    else for (let k = 1; k < corners.length; k++) corners[k] = corner(along(best.at, corners[k]?.at ?? best.at, 0.5))
    corners.sort(byValue)
  }
  return corners[0] ?? corner([...start])
}

/** The least value of a smooth function of a few (say one to six) numbers, by the simplex of Nelder & Mead (1965), started anew from
 * where it stopped until that no longer helps: a simplex may fold up on a slope. `converged` is false when it still falls after the last
 * start, as on a slope without end. Needs no derivatives; a NaN counts as a wall. Deterministic. */
export const minimise = (of: (at: number[]) => number, start: readonly number[]): Minimum => {
  let best = walk(of, start, 0.5)
  let gained = Number.POSITIVE_INFINITY
  for (let round = 0; round < STARTS && gained > 1e-11 * (1 + Math.abs(best.value)); round++) {
    const again = walk(of, best.at, 0.1)
    gained = best.value - again.value
    if (gained > 0) best = again
  }
  return { ...best, converged: gained <= 1e-7 * (1 + Math.abs(best.value)) }
}

/** Beyond these a spread over customers is none at all (under 1 % of its mean) or has no mean; a fit that wants to go there stops here. */
const LEAST_POSITIVE = 1e-6
const MOST_POSITIVE = 1e5

/** `minimise` over numbers that must be above 0 (and stay within a millionth and a hundred thousand of where they start): the walk goes over
 * their logarithms. */
export const minimisePositive = (of: (at: number[]) => number, start: readonly number[]): Minimum => {
  const outside = (at: number[]): boolean =>
    at.some((value, i) => value < LEAST_POSITIVE * (start[i] ?? 1) || value > MOST_POSITIVE * (start[i] ?? 1))
  const found = minimise(
    (logs) => {
      const at = logs.map(Math.exp)
      return outside(at) ? Number.NaN : of(at)
    },
    start.map((value) => Math.log(value)),
  )
  return { ...found, at: found.at.map(Math.exp) }
}
