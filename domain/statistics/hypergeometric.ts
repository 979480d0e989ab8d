/** Gauss's ₂F₁(a, b; c; z) by its series, for c > 0 and 0 ≤ z < 1, as far as the terms still count. It stands in the likelihood of
 * Pareto/NBD and in what BG/NBD expects. NaN outside that range, so that a fit steps back instead of believing it. */
export const hypergeometric = (a: number, b: number, c: number, z: number): number => {
  if (!(z >= 0 && z < 1 && c > 0)) return Number.NaN
  let term = 1
  let sum = 1
  for (let k = 0; k < 100_000; k++) {
    term *= (((a + k) * (b + k)) / ((c + k) * (k + 1))) * z
    sum += term
    if (Math.abs(term) < 1e-15 * Math.abs(sum)) return sum
  }
  return sum
}
