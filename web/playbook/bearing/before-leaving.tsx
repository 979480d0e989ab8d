import type { Step } from '#domain/playbook/definition.ts'
import { stepsOf } from '#domain/playbook/run.ts'
import { useRead } from '#web/client/query.ts'
import { Icon } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import type { LiveRun } from '../use-run.ts'
import { bearingMessages } from './messages.ts'

/** On a visit, one press to the look at oneself: before leaving, and once more, shorter, at the door [S-24][S-34]. */
export function BeforeLeaving({ live, step }: { live: LiveRun; step: Step }) {
  const m = useMessages(bearingMessages)
  const visit = live.run.channel === 'visit' && !live.state.finished
  const lists = useRead('GET /api/checklists', {}, { enabled: visit })
  const steps = stepsOf(live.run.playbook, live.state)
  const leaving = steps.findLast(({ kind }) => kind === 'prepare')?.id === step.id
  const atDoor = steps.find(({ kind }) => kind === 'talk')?.id === step.id
  if (!visit || !(leaving || atDoor) || !lists.data?.checklists.length) return null
  return (
    <p className="t13 flex items-center gap-2">
      <Icon name="person" small className="text-ink-3" />
      <Link href={atDoor ? '/bearing?at=door' : '/bearing'}>{atDoor ? m.atDoor : m.open}</Link>
    </p>
  )
}
