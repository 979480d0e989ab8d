/** Gauss's ₂F₁(a, b; c; z) by its series, for 0 ≤ z < 1 and c not 0, −1, −2 …, as far as the terms still count: some 35 ÷ (1 − z) of them.
 * NaN outside that range. */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  if (!(z >= 0 && z < 1) || (c <= 0 && Number.isInteger(c))) return Number.NaN
  let term = 1
  let sum = 1
  for (let k = 0; k < 100_000; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z
    sum += term
    if (Math.abs(term) < 1e-15 * Math.abs(sum)) return sum
  }
  return sum
}
