import { ComplaintSection } from './complaint-section.tsx'
import { CoverageSection } from './coverage-section.tsx'
import { FirstSection } from './first-section.tsx'
import { HoldoutSection } from './holdout-section.tsx'
import { TeamFigures } from './lead-figures.tsx'
import { PromisesSection } from './promises-section.tsx'
import { WelcomeSection } from './welcome-section.tsx'
import type { Team } from './team.ts'
import { ConcentrationSection, MovementSection } from './value-sections.tsx'
import { WorkloadSection } from './workload-section.tsx'

/** A team's month on one page: five figures, then three rows of two or three sections. */
export function TeamOverview({ team }: { team: Team }) {
  return (
    <div className="px-4 pb-8 lg:px-6">
      <TeamFigures team={team} />
      <div className="grid gap-x-11 gap-y-3 pt-1.5 md:grid-cols-2 lg:grid-cols-[528fr_300fr_300fr]">
        <div className="min-w-0 md:col-span-2 lg:col-span-1">
          <CoverageSection coverage={team.coverage} day={team.through} side="team" />
        </div>
        <PromisesSection promises={team.promises} spread={team.spread} notes={team.notes} through={team.through} />
        <ConcentrationSection concentration={team.concentration} />
        <div className="min-w-0 md:col-span-2 lg:col-span-1">
          <MovementSection movement={team.movement} unit={team.unit} />
          <WorkloadSection workload={team.workload} className="pt-3" />
        </div>
        <div className="min-w-0 md:col-span-2">
          <HoldoutSection />
          <FirstSection team={team} className="pt-3" />
          <WelcomeSection welcome={team.welcome} className="pt-3" />
          <ComplaintSection team={team} className="pt-3" />
        </div>
      </div>
    </div>
  )
}
