export type Minimum = { at: number[]; value: number; converged: boolean }

type Corner = { at: number[]; value: number }

const byValue = (a: Corner, b: Corner): number => a.value - b.value

/** The point `far` times the way from `from` through `through`. */
const along = (from: readonly number[], through: readonly number[], far: number): number[] =>
  from.map((value, i) => value + far * ((through[i] ?? 0) - value))

const centreOf = (corners: readonly Corner[]): number[] =>
  (corners[0]?.at ?? []).map((_, i) => corners.reduce((sum, corner) => sum + (corner.at[i] ?? 0), 0) / corners.length)

/** One walk of the simplex until its corners agree. */
const walk = (of: (at: number[]) => number, start: readonly number[], width: number, most: number): Corner => {
  const corner = (at: number[]): Corner => {
    const value = of(at)
    return { at, value: Number.isNaN(value) ? Number.POSITIVE_INFINITY : value }
  }
  const corners = [
    corner([...start]),
    ...start.map((_, i) => corner(start.map((value, j) => (i === j ? value + width : value)))),
  ].sort(byValue)
  for (let step = 0; step < most; step++) {
    const best = corners[0] ?? corner([...start])
    const worst = corners.at(-1) ?? best
    const wide = Math.max(...corners.flatMap(({ at }) => at.map((value, i) => Math.abs(value - (best.at[i] ?? 0)))))
    if (worst.value - best.value <= 1e-13 * (1 + Math.abs(best.value)) && wide < 1e-8) break
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
 * where it stopped until that no longer helps: a simplex may fold up on a slope. Needs no derivatives; a NaN counts as a wall.
 * Deterministic. */
export const minimise = (of: (at: number[]) => number, start: readonly number[]): Minimum => {
  let best = walk(of, start, 0.5, 4000)
  for (let round = 0; round < 12; round++) {
    const again = walk(of, best.at, 0.1, 4000)
    const gained = best.value - again.value
    if (again.value < best.value) best = again
    if (!(gained > 1e-11 * (1 + Math.abs(best.value)))) return { ...best, converged: Number.isFinite(best.value) }
  }
  return { ...best, converged: false }
}

/** `minimise` over numbers that must be above 0: the walk goes over their logarithms. */
export const minimisePositive = (of: (at: number[]) => number, start: readonly number[]): Minimum => {
  const logs = minimise(
    (at) => of(at.map(Math.exp)),
    start.map((value) => Math.log(value)),
  )
  return { ...logs, at: logs.at.map(Math.exp) }
}
