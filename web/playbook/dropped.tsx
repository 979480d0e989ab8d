import { Button } from '#web/ui/button.tsx'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/** The line dropped: ring back at once, and go on where we were [S-28]. */
export function Dropped({ live }: { live: LiveRun }) {
  const { dropped: m } = useMessages(procedureMessages)
  const { run, state, act } = live
  if (!state.droppedAt || state.finished) return null
  return (
    <section
      aria-label={m.title}
      className="t13 flex flex-wrap items-center gap-2 border-b border-line bg-amber-wash px-4 py-2.5 lg:px-6"
    >
      <Icon name="phone" small className="text-amber" />
      <b className="text-amber">{m.title}</b>
      <span className="text-ink-2">{m.hint}</span>
      <span className="ml-auto flex items-center gap-3">
        {run.phone && run.revealed && <a href={`tel:${run.phone}`}>{run.phone}</a>}
        <Button kind="go" size="s" onPress={() => act({ type: 'connected' })}>
          {m.again}
        </Button>
      </span>
    </section>
  )
}
