import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState } from '#web/ui/states.tsx'
import { workMessages } from '#web/worklist/messages.ts'
import type { TodayReply } from '#web/worklist/types.ts'
import type { WorkFilter } from '#web/worklist/work-list.tsx'

/** A list with nothing in it: filtered away, or the day's work done. */
export function NothingHere({ day, filter, onAll }: { day: TodayReply; filter: WorkFilter; onAll: () => void }) {
  const { list } = useMessages(workMessages)
  if (filter !== 'all' && day.rows.length > 0)
    return (
      <EmptyState title={list.emptyFilter}>
        <Button onPress={onAll}>{list.showAll}</Button>
      </EmptyState>
    )
  return <EmptyState title={list.nothing} hint={list.nothingHint} icon="calm" />
}
