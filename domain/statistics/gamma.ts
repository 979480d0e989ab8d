const LANCZOS = [
  0.99999999999980993, 676.5203681218851, -1259.1392167224028, 771.32342877765313, -176.61502916214059,
  12.507343278686905, -0.13857109526572012, 9.9843695780195716e-6, 1.5056327351493116e-7,
]

/** ln Γ(x) for x > 0, within 1e-14 of its size (Lanczos 1964, nine terms). */
export const logGamma = (x: number): number => {
  if (x < 0.5) return Math.log(Math.PI / Math.sin(Math.PI * x)) - logGamma(1 - x)
  const below = x - 1
  let sum = LANCZOS[0] ?? 1
  for (let k = 1; k < LANCZOS.length; k++) sum += (LANCZOS[k] ?? 0) / (below + k)
  const t = below + LANCZOS.length - 1.5
  return 0.5 * Math.log(2 * Math.PI) + (below + 0.5) * Math.log(t) - t + Math.log(sum)
}

/** ln B(a, b) for a, b > 0. */
export const logBeta = (a: number, b: number): number => logGamma(a) + logGamma(b) - logGamma(a + b)

const SMALL = 1e-300
const ENOUGH = 1e-15

/** A continued fraction b0 + a1/(b1 + a2/(b2 + …)) by Lentz's method. */
const continuedFraction = (b0: number, term: (k: number) => [a: number, b: number]): number => {
  let value = b0 === 0 ? SMALL : b0
  let c = value
  let d = 0
  for (let k = 1; k < 10_000; k++) {
    const [a, b] = term(k)
    d = b + a * d || SMALL
    c = b + a / c || SMALL
    d = 1 / d
    value *= c * d
    if (Math.abs(c * d - 1) < ENOUGH) break
  }
  return value
}

/** I_x(a, b): the chance that a Beta(a, b) share lies below x, 0…1. */
export const betaBelow = (x: number, a: number, b: number): number => {
  if (x <= 0) return 0
  if (x >= 1) return 1
  // the fraction converges fast on this side of the mean
  if (x > (a + 1) / (a + b + 2)) return 1 - betaBelow(1 - x, b, a)
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) - logBeta(a, b)) / a
  const fraction = continuedFraction(1, (k) => {
    const m = k >> 1
    const even = (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
    const odd = (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1))
    return [k % 2 === 0 ? even : odd, 1]
  })
  return front / fraction
}

/** Q(a, x) = Γ(a, x) ÷ Γ(a), the upper tail of a Gamma(a, 1) amount. */
const gammaAbove = (a: number, x: number): number => {
  if (x <= 0) return 1
  const front = Math.exp(a * Math.log(x) - x - logGamma(a))
  if (x >= a + 1) return front / continuedFraction(x + 1 - a, (k) => [k * (a - k), x + 2 * k + 1 - a])
  let term = 1 / a
  let sum = term
  for (let k = 1; k < 10_000 && term > sum * ENOUGH; k++) {
    term *= x / (a + k)
    sum += term
  }
  return 1 - front * sum
}

/** Chance of a χ² at least this large with so many degrees of freedom if there were nothing but luck: the p of a log-rank test. */
export const chiSquareAbove = (chiSquare: number, freedom: number): number => gammaAbove(freedom / 2, chiSquare / 2)

/** Chance of a standard normal value at least this far from 0 on either side: the p of a z. */
export const normalBeyond = (z: number): number => gammaAbove(0.5, (z * z) / 2)
