import type { Random } from '#domain/kernel/random.ts'

/** Indexes of the rows by what is in them (then by label), so that the order in which rows arrive never shows in a model. */
export const contentOrder = (keys: readonly string[], labels: ArrayLike<number>): Uint32Array =>
  Uint32Array.from(keys.keys()).sort((a, b) => {
    const [one, other] = [keys[a] ?? '', keys[b] ?? '']
    if (one !== other) return one < other ? -1 : 1
    return (labels[a] ?? 0) - (labels[b] ?? 0)
  })

/** Seeded folds with leavers spread evenly. Rows with equal keys are copies of one customer (or cannot be told apart) and stay
 * in one fold: a copy in training would make the test an open book. Rows must stand in content order. */
export const stratifiedFolds = (
  keys: readonly string[],
  labels: ArrayLike<number>,
  folds: number,
  random: Random,
): Uint8Array => {
  const groups: { from: number; to: number; leavers: number }[] = []
  for (let from = 0; from < keys.length;) {
    let to = from
    let leavers = 0
    while (to < keys.length && keys[to] === keys[from]) leavers += labels[to++] === 1 ? 1 : 0
    groups.push({ from, to, leavers })
    from = to
  }
  for (let i = groups.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [one, other] = [groups[i], groups[j]]
    if (one && other) [groups[i], groups[j]] = [other, one]
  }
  const answer = new Uint8Array(keys.length)
  for (const withLeavers of [true, false]) {
    const filled = new Float64Array(folds)
    for (const group of groups) {
      if (group.leavers > 0 !== withLeavers) continue
      const fold = filled.indexOf(Math.min(...filled))
      filled[fold] = (filled[fold] ?? 0) + (group.to - group.from)
      answer.fill(fold, group.from, group.to)
    }
  }
  return answer
}

/** Rows inside and outside a fold. */
export const foldRows = (folds: ArrayLike<number>, fold: number): { train: Uint32Array; test: Uint32Array } => {
  const all = Uint32Array.from({ length: folds.length }, (_, i) => i)
  return { train: all.filter((i) => folds[i] !== fold), test: all.filter((i) => folds[i] === fold) }
}

/** Scores every row by a model that never saw its fold. `fit` learns from `train` and answers the logits of `test`. */
export const outOfFold = (
  folds: ArrayLike<number>,
  fit: (train: Uint32Array, test: Uint32Array, fold: number) => Float64Array,
): Float64Array => {
  const logits = new Float64Array(folds.length)
  for (const fold of [...new Set(Array.from(folds))].sort((a, b) => a - b)) {
    const { train, test } = foldRows(folds, fold)
    const own = fit(train, test, fold)
    test.forEach((row, i) => (logits[row] = own[i] ?? 0))
  }
  return logits
}
