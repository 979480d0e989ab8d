/** Rows of a symmetric matrix; only the lower half (column ≤ row) is read. */
export type Symmetric = Float64Array[]

/** Lower triangle L with L·Lᵀ = A (Cholesky), in place of A's lower half. A direction in which A is flat is held at 1e-6, so that a
 * column that is the sum of others does no worse than stay where it is; `flat` counts such directions. */
const factorise = (a: Symmetric): number => {
  const at = (i: number, j: number): number => a[i]?.[j] ?? 0
  let flat = 0
  for (let i = 0; i < a.length; i++) {
    const row = a[i] ?? new Float64Array()
    const own = at(i, i)
    for (let j = 0; j <= i; j++) {
      let sum = at(i, j)
      for (let k = 0; k < j; k++) sum -= at(i, k) * at(j, k)
      if (i === j && sum <= 1e-9 * Math.abs(own)) flat++
      row[j] = i === j ? Math.sqrt(Math.max(sum, 1e-12)) : sum / at(j, j)
    }
  }
  return flat
}

const substitute = (lower: Symmetric, b: Float64Array): Float64Array => {
  const at = (i: number, j: number): number => lower[i]?.[j] ?? 0
  const x = Float64Array.from(b)
  for (let i = 0; i < x.length; i++) {
    for (let k = 0; k < i; k++) x[i] = (x[i] ?? 0) - at(i, k) * (x[k] ?? 0)
    x[i] = (x[i] ?? 0) / at(i, i)
  }
  for (let i = x.length - 1; i >= 0; i--) {
    for (let k = i + 1; k < x.length; k++) x[i] = (x[i] ?? 0) - at(k, i) * (x[k] ?? 0)
    x[i] = (x[i] ?? 0) / at(i, i)
  }
  return x
}

/** Solves A·x = b for a symmetric positive definite A; overwrites A's lower half. */
export const solveSymmetric = (a: Symmetric, b: Float64Array): Float64Array => {
  factorise(a)
  return substitute(a, b)
}

/** A⁻¹ of a symmetric positive definite A, which is left as it is, and how many directions of A are flat (0 for a sound one). */
export const invertSymmetric = (a: Symmetric): { inverse: Symmetric; flat: number } => {
  const lower = a.map((row) => row.slice())
  const flat = factorise(lower)
  const inverse = a.map((_, i) =>
    substitute(
      lower,
      Float64Array.from(a, (_row, j) => (i === j ? 1 : 0)),
    ),
  )
  return { inverse, flat }
}
