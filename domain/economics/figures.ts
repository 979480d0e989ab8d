import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'
import { type Assumption, edited } from './assumption.ts'
import { factorBounds, type LossFactors, usualFactors } from './loss.ts'
import { type FigureUnit, taughtFigures, taughtIds } from './taught.ts'

/** What a branch may set for its own reckoning: how it values money ahead, and what keeping and winning a customer cost it. */
export const ownFigureIds = ['months', 'margin', 'yearlyDiscount', 'costToKeep', 'costToWin'] as const
export type OwnFigureId = (typeof ownFigureIds)[number]

export const figureIds = [...ownFigureIds, ...taughtIds] as const
export type FigureId = (typeof figureIds)[number]

/** One edit: what it was, what it became, who and when [M-06]. Null: nothing known; going back to null takes the edit away. */
export type FigureEdit = { id: FigureId; from: number | null; to: number | null; by: Id; at: Date }

export type FigureFacts = {
  'figure.outOfRange': { id: FigureId; value: number; least: number; most: number }
  'figure.same': { id: FigureId }
}

type Place = { start: number | null; least: number; most: number; unit: FigureUnit }

const MOST_COST = 10_000_000_000

const factor = (id: keyof typeof usualFactors, unit: FigureUnit): Place => ({
  start: usualFactors[id].value,
  unit,
  ...factorBounds[id],
})
const cost: Place = { start: null, least: 0, most: MOST_COST, unit: 'fen' }

/** Where a figure starts, what it is counted in, and how far it may go. */
export const placeOf = (id: FigureId): Place => {
  if (id === 'months') return factor('months', 'months')
  if (id === 'margin') return factor('margin', 'share')
  if (id === 'yearlyDiscount') return factor('yearlyDiscount', 'share')
  const taught = taughtFigures.find((each) => each.id === id)
  return taught ? { start: taught.value, least: 0, most: taught.most, unit: taught.unit } : cost
}

/** The figure as it stands after its edits, oldest first; null where nothing is known. */
export const figureNow = (id: FigureId, edits: readonly FigureEdit[]): number | null =>
  edits.findLast((edit) => edit.id === id)?.to ?? placeOf(id).start

/** Adds an edit; the old value, who and when are kept. Refuses what lies out of range or changes nothing. */
export const editFigure = (
  edits: readonly FigureEdit[],
  { id, to, by, at }: Omit<FigureEdit, 'from'>,
): Result<FigureEdit, Said<FigureFacts>> => {
  const { start, least, most } = placeOf(id)
  const from = figureNow(id, edits)
  if (to !== null && !(to >= least && to <= most))
    return refuse({ code: 'figure.outOfRange', params: { id, value: to, least, most } })
  if ((to ?? start) === from) return refuse({ code: 'figure.same', params: { id } })
  return ok({ id, from, to, by, at })
}

type Own = Pick<LossFactors, 'months' | 'margin' | 'yearlyDiscount'>

/** The branch's own factors of a loss: the starting points, and what has been set by hand. */
export const ownFactors = (edits: readonly FigureEdit[]): Own => {
  const now = (id: keyof Own): Assumption => {
    const to = edits.findLast((edit) => edit.id === id)?.to ?? null
    return to === null ? usualFactors[id] : edited(to)
  }
  return { months: now('months'), margin: now('margin'), yearlyDiscount: now('yearlyDiscount') }
}
