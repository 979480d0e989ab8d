/** Sayings on keeping and winning customers as courses pass them on [M-06, R-02, R-03, R-25]. None is proven; each is shown "as taught", can be
 * edited, and no rule reads it. */
export const taughtIds = [
  'winCostsLow',
  'winCostsHigh',
  'loyalBuys',
  'yearlyGrowth',
  'winOne',
  'loseMinutes',
  'lessChurn',
  'profitHbr',
  'profitBw',
  'circle',
] as const
export type TaughtId = (typeof taughtIds)[number]

export type FigureUnit = 'times' | 'share' | 'fen' | 'minutes' | 'people' | 'months'

/** `source` is the catalogue id it stands under. */
export type Taught = { id: TaughtId; value: number; unit: FigureUnit; most: number; source: TaughtSource }

export type TaughtSource = 'R-02' | 'R-03' | 'R-25'

const taught = (id: TaughtId, value: number, unit: FigureUnit, most: number, source: TaughtSource): Taught => ({
  id,
  value,
  unit,
  most,
  source,
})

/** 5–6 times the cost, ten times the purchase, 6 % a year, ¥10,000 against a minute; 5 % less churn for 100 % or 140 % more profit; 250 people. */
export const taughtFigures: readonly Taught[] = [
  taught('winCostsLow', 5, 'times', 100, 'R-03'),
  taught('winCostsHigh', 6, 'times', 100, 'R-03'),
  taught('loyalBuys', 10, 'times', 1000, 'R-03'),
  taught('yearlyGrowth', 0.06, 'share', 10, 'R-03'),
  taught('winOne', 1_000_000, 'fen', 10_000_000_000, 'R-03'),
  taught('loseMinutes', 1, 'minutes', 100_000, 'R-03'),
  taught('lessChurn', 0.05, 'share', 1, 'R-02'),
  taught('profitHbr', 1, 'share', 100, 'R-02'),
  taught('profitBw', 1.4, 'share', 100, 'R-02'),
  taught('circle', 250, 'people', 1_000_000, 'R-25'),
]
