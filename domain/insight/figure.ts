import type { Params, Said } from '#domain/kernel/said.ts'

/** What a figure counts, by the formula that made it; the sentence of each is in the words. */
export type FigureFacts = {
  'figure.promisesKept': Counted
  'figure.promisesTold': Counted
  'figure.promisesPerHundred': Counted
  'figure.contactedInCadence': Counted
  'figure.overloaded': Counted & { hours: number }
  'figure.expectationsShort': Counted
  'figure.welcomeBound': Counted
  'figure.welcomeSpoken': Counted
}

export type Counted = { numerator: number; denominator: number }

export type Formula = keyof FigureFacts

/** Every list a figure can be opened to. */
export const queryIds = [
  'promises.due',
  'promises.keptInTime',
  'promises.missed',
  'promises.toldInTime',
  'promises.untold',
  'promises.made',
  'promises.dueNow',
  'promises.untoldNow',
  'touches.made',
  'customers.all',
  'customers.withCadence',
  'customers.inCadence',
  'customers.pastCadence',
  'customers.unattended',
  'customers.moved',
  'customers.unbound',
  'customers.boundDue',
  'customers.boundInTime',
  'customers.spokenDue',
  'customers.spokenInTime',
  'cases.late',
  'handOvers.late',
  'staff.all',
  'staff.overloaded',
  'expectations.compared',
  'expectations.short',
] as const

export type QueryId = (typeof queryIds)[number]

/** The list behind one side of a figure: a named query and what narrows it, so that a screen can open it to its records. */
export type RecordQuery = { query: QueryId; where: Params }

export type FigureSource = { formula: Formula; numerator: RecordQuery; denominator: RecordQuery }

/** `value` is `null` when there is nothing to divide by: a screen shows a dash and says why, never 0 %. */
export type Figure = Counted & { value: number | null; unit: 'share' | 'perHundred'; source: FigureSource }

export const figureOf = (counted: Counted, source: FigureSource, unit: 'share' | 'perHundred' = 'share'): Figure => {
  const { numerator, denominator } = counted
  const value = denominator > 0 ? (numerator / denominator) * (unit === 'perHundred' ? 100 : 1) : null
  return { numerator, denominator, value, unit, source }
}

/** How a figure was made, in one sentence with both its numbers. `extra` carries what a formula needs besides. */
export const explainFigure = (figure: Figure, extra: Params = {}): Said<FigureFacts> => {
  const { numerator, denominator, source } = figure
  return { code: source.formula, params: { ...extra, numerator, denominator } } as Said<FigureFacts>
}
