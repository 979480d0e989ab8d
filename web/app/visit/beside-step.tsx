import type { Step } from '#domain/playbook/definition.ts'
import { stepsOf } from '#domain/playbook/run.ts'
import { isStaged, placeInVisit } from '#domain/playbook/visit.ts'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { VisitReview } from '#web/playbook/visit/review.tsx'
import type { Meeting } from '#web/schedule/calendar-line.ts'
import { Known } from './known.tsx'
import { OnTheWay } from './on-the-way.tsx'
import { Packing } from './packing.tsx'
import { RivalSeen } from './rival-seen.tsx'
import { StillOpen } from './still-open.tsx'
import { Unticked } from './unticked.tsx'

/** A branch of this name says that a competitor's person is in the room. */
const RIVAL = 'rival-here'

/** What each step of a visit needs in sight, from all over the customer's file. */
export function BesideStep({ live, step, meeting }: { live: LiveRun; step: Step; meeting: Meeting | null }) {
  const { run, state } = live
  if (!isStaged(run.playbook)) return null
  switch (placeInVisit(run.playbook, state, step)) {
    case 'know':
      return <Known live={live} />
    case 'ready':
      return <Packing live={live} />
    case 'way':
      return <OnTheWay live={live} meeting={meeting} />
    case 'meeting':
      if (step.id === stepsOf(run.playbook, state).find(({ kind }) => kind === 'talk')?.id)
        return <Unticked live={live} />
      return step.branches.some(({ id }) => id === RIVAL) && !state.finished ? <RivalSeen live={live} /> : null
    case 'leave':
      return <StillOpen live={live} />
    case 'review':
      return <VisitReview live={live} />
  }
}
