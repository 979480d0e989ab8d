/** An estimate and the 95 % interval around it. */
export type Interval = { value: number; low: number; high: number }

/** Standard normal quantile of .975: how many standard errors a 95 % interval reaches to either side. */
export const Z95 = 1.959963984540054

/** A share seen among `of`, with its interval by Wilson (1927): sensible for few and near 0 or 1. Nobody seen says nothing: 0…1. */
export const shareInterval = (share: number, of: number): Interval => {
  if (of <= 0) return { value: Number.NaN, low: 0, high: 1 }
  const square = Z95 * Z95
  const centre = (share + square / (2 * of)) / (1 + square / of)
  const half = (Z95 / (1 + square / of)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of * of))
  // at either end the interval reaches it exactly, which rounding would miss by a hair and show as “<1 %”
  return { value: share, low: share === 0 ? 0 : centre - half, high: share === 1 ? 1 : centre + half }
}

/** One share less another, seen in two separate groups, by Newcombe (1998, method 10): each side's Wilson interval carries its part, so
 * that the answer stays within −1…1 and is sensible for few. */
export const differenceInterval = (one: Interval, other: Interval): Interval => {
  const value = one.value - other.value
  return {
    value,
    low: value - Math.hypot(one.value - one.low, other.high - other.value),
    high: value + Math.hypot(one.high - one.value, other.value - other.low),
  }
}
