import { checksOf } from '#domain/playbook/progress.ts'
import { stepsOf } from '#domain/playbook/run.ts'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { visitPageMessages } from './messages.ts'

/** At the door, what preparing left open is asked once more: the last moment at which the car is still near [S-33][S-34]. */
export function Unticked({ live }: { live: LiveRun }) {
  const m = useMessages(visitPageMessages)
  const language = useLanguage()
  const { run, state, act } = live
  const open = stepsOf(run.playbook, state)
    .filter(({ kind }) => kind === 'prepare')
    .flatMap((step) =>
      checksOf(step, state)
        .filter(({ id, required }) => required && !state.checks.includes(`${step.id}.${id}`))
        .map((check) => ({ step: step.id, check: check.id, label: check.label })),
    )
  if (open.length === 0 || state.finished) return null
  return (
    <Section level={3} title={m.unticked}>
      <ul>
        {open.map(({ step, check, label }) => (
          <li key={`${step}.${check}`} className="t13 border-b border-line py-1.5">
            <Checkbox isSelected={false} onChange={(done) => act({ type: 'checkMarked', step, check, done })}>
              {label[language]}
            </Checkbox>
          </li>
        ))}
      </ul>
    </Section>
  )
}
