import { reportFigures, type ReportFigure } from '#domain/insight/report.ts'
import type { Team } from './team.ts'

/** A team's month as the figures a workbook may ask for. */
export const figuresOf = (team: Team): ReportFigure[] => {
  const { kept, told, perHundred } = team.promises
  return reportFigures({
    month: team.month,
    unit: team.unit?.name ?? null,
    people: team.people,
    customers: team.customers,
    rates: {
      kept,
      told,
      perHundred,
      cadence: team.coverage.inCadence,
      bound: team.welcome.bound,
      spoken: team.welcome.spoken,
      overloaded: team.workload.overloaded,
    },
    coverage: team.coverage.kinds,
    movements: team.movement?.kinds ?? [],
  })
}
