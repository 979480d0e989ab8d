import type { CustomerKind } from '#domain/customer/kind.ts'
import type { Month } from '#domain/kernel/day.ts'
import type { Said } from '#domain/kernel/said.ts'
import { coverageBuckets, type CoverageRow } from './coverage.ts'
import type { Figure } from './figure.ts'

/** How a figure is written in a cell; a percent is 0–1. */
export type ReportUnit = 'count' | 'percent' | 'perHundred' | 'hours' | 'text'

/** One figure that may stand in somebody's own workbook, by its code. `value` is `null` where there is nothing to divide by. */
export type ReportFigure = { code: string; unit: ReportUnit; value: number | string | null; said: Said<ReportFacts> }

/** A place of a workbook that asks for a figure. `known` is false for a code there is none of. */
export type TemplatePlace = { sheet: string; cell: string; code: string; known: boolean }

export type ReportFacts = {
  'report.month': Record<string, never>
  'report.unit': Record<string, never>
  'report.people': Record<string, never>
  'report.customers': Record<string, never>
  'report.rate': { of: RateName }
  'report.numerator': { of: RateName }
  'report.denominator': { of: RateName }
  'report.coverage': { kind: CustomerKind; tier: string; from: number; to: number | null }
  'report.tierCustomers': { kind: CustomerKind; tier: string }
  'report.tierPast': { kind: CustomerKind; tier: string }
  'template.noPlaces': Record<string, never>
  'report.moved': { kind: CustomerKind; way: 'up' | 'down' | 'left' | 'entered' }
}

export type RateName = 'kept' | 'told' | 'perHundred' | 'cadence' | 'overloaded' | 'bound' | 'spoken'

/** What of a team's month goes into a workbook. */
export type ReportSource = {
  month: Month
  unit: string | null
  people: number
  customers: number
  rates: Record<RateName, Figure>
  coverage: readonly { kind: CustomerKind; rows: readonly CoverageRow[] }[]
  movements: readonly { kind: CustomerKind; up: number; down: number; left: number; entered: number }[]
}

/** The codes of a rate, its numerator and its denominator: they are part of people's workbooks and never change. */
const rateCodes: Record<RateName, readonly [rate: string, numerator: string, denominator: string]> = {
  kept: ['promises.kept_rate', 'promises.kept', 'promises.due'],
  told: ['promises.told_rate', 'promises.told', 'promises.missed'],
  perHundred: ['promises.per_100', 'promises.made', 'touches'],
  cadence: ['coverage.rate', 'coverage.in_cadence', 'coverage.with_cadence'],
  bound: ['welcome.bound_rate', 'welcome.bound', 'welcome.bound_due'],
  spoken: ['welcome.spoken_rate', 'welcome.spoken', 'welcome.spoken_due'],
  overloaded: ['workload.over_rate', 'workload.over', 'workload.people'],
}

/** Every figure of a month by its code; `{{promises.kept_rate}}` in a cell asks for one of them. [P-18] */
export const reportFigures = (source: ReportSource): ReportFigure[] => [
  { code: 'month', unit: 'text', value: source.month, said: { code: 'report.month', params: {} } },
  { code: 'team', unit: 'text', value: source.unit, said: { code: 'report.unit', params: {} } },
  { code: 'people', unit: 'count', value: source.people, said: { code: 'report.people', params: {} } },
  { code: 'customers', unit: 'count', value: source.customers, said: { code: 'report.customers', params: {} } },
  ...(Object.keys(rateCodes) as RateName[]).flatMap((of) => rateFigures(of, source.rates[of])),
  ...source.coverage.flatMap(({ kind, rows }) => rows.flatMap((row) => tierFigures(kind, row))),
  ...source.movements.flatMap(({ kind, ...moved }) =>
    (['up', 'down', 'left', 'entered'] as const).map((way): ReportFigure => ({
      code: `movement.${kind}.${way}`,
      unit: 'count',
      value: moved[way],
      said: { code: 'report.moved', params: { kind, way } },
    })),
  ),
]

const rateFigures = (of: RateName, figure: Figure): ReportFigure[] => {
  const [rate, numerator, denominator] = rateCodes[of]
  const unit = figure.unit === 'share' ? 'percent' : 'perHundred'
  return [
    { code: rate, unit, value: figure.value, said: { code: 'report.rate', params: { of } } },
    { code: numerator, unit: 'count', value: figure.numerator, said: { code: 'report.numerator', params: { of } } },
    {
      code: denominator,
      unit: 'count',
      value: figure.denominator,
      said: { code: 'report.denominator', params: { of } },
    },
  ]
}

const tierFigures = (kind: CustomerKind, { tier, customers, counts, past }: CoverageRow): ReportFigure[] => {
  const code = `coverage.${kind}.${tier}`
  return [
    {
      code: `${code}.customers`,
      unit: 'count',
      value: customers,
      said: { code: 'report.tierCustomers', params: { kind, tier } },
    },
    {
      code: `${code}.past`,
      unit: 'count',
      value: past.reduce((sum, n) => sum + n, 0),
      said: { code: 'report.tierPast', params: { kind, tier } },
    },
    ...coverageBuckets.map(({ from, to }, i): ReportFigure => ({
      code: `${code}.${to === null ? `${from}_up` : `${from}_${to}`}`,
      unit: 'count',
      value: counts[i] ?? 0,
      said: { code: 'report.coverage', params: { kind, tier, from, to } },
    })),
  ]
}
