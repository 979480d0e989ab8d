import clsx from 'clsx'
import { stagesOf } from '#domain/playbook/visit.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import type { LiveRun } from '../use-run.ts'
import { visitMessages } from './messages.ts'

/** The visit was agreed beforehand: it began from its appointment. */
const isAgreed = ({ run }: LiveRun): boolean => run.occasions.some(({ kind }) => kind === 'appointment')

const bars = { here: 'bg-ink', done: 'bg-jade', half: 'bg-amber', ahead: 'bg-line-2' }

/** The six stages in one line; filed, with what each took [S-40]. */
export function StageStrip({ live }: { live: LiveRun }) {
  const m = useMessages(visitMessages)
  const format = useFormat()
  const { run, state } = live
  const agreed = isAgreed(live)
  const said = ({ stage, is, open, spent }: ReturnType<typeof stagesOf>[number]): string =>
    [
      stage === 'appointment' && !agreed ? m.notAgreed : m.standing[is],
      open > 0 ? m.open(open) : '',
      state.finished && spent !== null ? m.took(format.clock(spent / 1000)) : '',
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <div className="border-b border-line px-4 pt-2 pb-1.5 lg:px-6">
      <ol aria-label={m.stages} className="grid grid-cols-6 gap-1">
        {stagesOf(run.playbook, state, agreed).map((one) => (
          <li key={one.stage} title={said(one)} {...(one.is === 'here' ? { 'aria-current': 'step' } : {})}>
            <span className={clsx('block h-1', bars[one.is])} />
            <span className={clsx('t12 cut block pt-1', one.is === 'here' ? 'font-strong' : 'text-ink-3')}>
              {m.stage[one.stage]}
            </span>
            <span className="sr-only">{said(one)}</span>
            {state.finished && one.spent !== null && (
              <span aria-hidden className="t12 block text-ink-3 tabular-nums">
                {format.clock(one.spent / 1000)}
              </span>
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

/** On a phone the step on the screen stands alone until all are asked for. */
export function AllSteps({ all, onAll }: { all: boolean; onAll: (all: boolean) => void }) {
  const m = useMessages(visitMessages)
  return (
    <Button kind="bare" size="s" className="md:hidden" aria-pressed={all} onPress={() => onAll(!all)}>
      {all ? m.oneStep : m.allSteps}
    </Button>
  )
}
