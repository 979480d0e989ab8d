import type { ReactNode } from 'react'
import { useSession } from '#web/client/session.tsx'
import { Banner } from '#web/ui/states.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { useFormat } from '#web/ui/format.ts'
import { HowPane } from './how-pane.tsx'
import { contactMessages } from './messages.ts'
import { SaidPane } from './said-pane.tsx'
import type { Finishing } from './use-finishing.ts'
import type { Beside } from './open-step.tsx'
import type { Note } from './use-note.ts'
import type { LiveRun } from './use-run.ts'

/** Who, how, what was said: three panes side by side, under each other on a phone, where `who` is opened from the bar. */
export function RunScreen({
  live,
  note,
  who,
  ending,
  after,
  beside,
}: {
  live: LiveRun
  note: Note
  who: ReactNode
  ending: Finishing
  /** What is to be done once it is filed: forms, a word for oneself. */
  after?: ReactNode
  /** What a step needs in sight from other parts of the program. */
  beside?: Beside
}) {
  const m = useMessages(contactMessages)
  const { run, others, state } = live
  return (
    <div className="flex h-full min-h-0 flex-col">
      <Notices live={live} />
      {others.length > 0 && !state.finished && <OthersHere live={live} />}
      {run.override && <Banner tone="soon">{m.override(run.override.by, run.override.reason)}</Banner>}
      <div className="flex flex-col md:grid md:min-h-0 md:flex-1 md:grid-cols-[minmax(0,1fr)_minmax(320px,42%)] lg:grid-cols-[288px_minmax(0,1fr)_468px]">
        <aside aria-label={m.whoRemark} className="hidden min-h-0 overflow-y-auto border-r border-line lg:block">
          {who}
        </aside>
        <HowPane live={live} beside={beside} />
        <SaidPane live={live} note={note} ending={ending} after={after} />
      </div>
    </div>
  )
}

function Notices({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const { staff } = useSession()
  const { run } = live
  return run.staff.id === staff.id || run.finishedAt !== null ? null : <Banner>{m.notYours(run.staff.name)}</Banner>
}

function OthersHere({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const format = useFormat()
  const names = live.others.map(({ name, self }) => (self ? m.self : name))
  return <Banner icon="people">{m.others(format.list(names))}</Banner>
}
