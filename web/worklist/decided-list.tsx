import { wallIn } from '#domain/worklist/wall.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { workMessages } from './messages.ts'
import type { Decided } from './types.ts'

type DecidedListProps = {
  rows: readonly Decided[]
  of: 'done' | 'later'
  /** Whose brief stands beside the list. */
  selected: string | null
  onSelect: (customerId: string) => void
}

/** What was done or put off; each can be looked at, and taken back. */
export function DecidedList({ rows, of, selected, onSelect }: DecidedListProps) {
  const { list, later, outcomes } = useMessages(workMessages)
  const takeBack = useWrite('DELETE /api/today/decisions/:id')
  const when = useWhen()
  const reasons: Record<string, string> = { ...outcomes, ...later.reasons }
  if (rows.length === 0)
    return of === 'done' ? (
      <EmptyState title={list.noneDone} hint={list.noneDoneHint} icon="check" />
    ) : (
      <EmptyState title={list.noneLater} hint={list.noneLaterHint} icon="later" />
    )
  return (
    <div className="min-h-0 flex-1 overflow-y-auto px-4 lg:px-5">
      <Rows label={list.tabs[of]}>
        {rows.map(({ decisionId, customerId, calledBy, name, tier, reason, note, until, at }) => (
          <Row
            key={decisionId}
            note={[of === 'later' && reason ? (reasons[reason] ?? '') : '', note].filter(Boolean).join(' · ')}
            end={
              <span className="flex items-center gap-3">
                <span className="text-ink-3">{until ? list.backAt(when(until)) : list.doneAt(when(at))}</span>
                <Button
                  size="s"
                  icon="undo"
                  onPress={() =>
                    takeBack.mutate(
                      { params: { id: decisionId } },
                      { onSuccess: () => notify({ text: `${calledBy} · ${list.takenBack}` }) },
                    )
                  }
                >
                  {list.takeBack}
                </Button>
              </span>
            }
          >
            <button
              type="button"
              aria-current={customerId === selected}
              onClick={() => onSelect(customerId)}
              className="touch cursor-pointer text-left hover:underline aria-current:text-jade"
            >
              <b>{calledBy}</b> {name !== calledBy && <span className="text-ink-2">{name}</span>}
            </button>{' '}
            {tier && <Tier letter={tier} />}
          </Row>
        ))}
      </Rows>
    </div>
  )
}

/** An instant as a near day and a time on the branch's wall. */
export function useWhen(): (instant: string) => string {
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  return (instant) => {
    const { day } = wallIn(new Date(instant), branch.timeZone)
    const time = format.time(instant)
    return day === today ? time : `${format.shortDay(day, today)} ${time}`
  }
}
