import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

/** Sayings on keeping and winning customers as courses pass them on [M-06, R-02, R-03]. None is proven; each is shown "as taught", can be
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
] as const
export type TaughtId = (typeof taughtIds)[number]

type Unit = 'times' | 'share' | 'fen' | 'minutes'

/** `source` is the catalogue id and the course it is from. */
export type Taught = { id: TaughtId; value: number; unit: Unit; least: number; most: number; source: string }

const taught = (id: TaughtId, value: number, unit: Unit, most: number, source: string): Taught => ({
  id,
  value,
  unit,
  least: 0,
  most,
  source,
})

/** 5–6 times the cost, ten times the purchase, 6 % a year, ¥10,000 against a minute; 5 % less churn for 100 % or 140 % more profit. */
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
]

/** One edit: what it was, what it became, who and when. */
export type TaughtEdit = { id: TaughtId; from: number; to: number; by: Id; at: Date }

export type TaughtFacts = {
  'taught.outOfRange': { id: TaughtId; value: number; least: number; most: number }
  'taught.same': { id: TaughtId }
}

/** The figure as it stands after its edits, oldest first. */
export const taughtNow = (id: TaughtId, edits: readonly TaughtEdit[]): number =>
  edits.findLast((edit) => edit.id === id)?.to ?? taughtFigures.find((each) => each.id === id)?.value ?? 0

/** Adds an edit; the old value, who and when are kept [M-06]. Refuses what lies out of range or changes nothing. */
export const editTaught = (
  edits: readonly TaughtEdit[],
  { id, to, by, at }: Omit<TaughtEdit, 'from'>,
): Result<TaughtEdit[], Said<TaughtFacts>> => {
  const { least = 0, most = 0 } = taughtFigures.find((each) => each.id === id) ?? {}
  if (!(to >= least && to <= most)) return refuse({ code: 'taught.outOfRange', params: { id, value: to, least, most } })
  const from = taughtNow(id, edits)
  return from === to ? refuse({ code: 'taught.same', params: { id } }) : ok([...edits, { id, from, to, by, at }])
}
