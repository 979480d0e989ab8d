import { TODAY_FIRST, TODAY_MOST } from '#domain/worklist/today.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { workMessages } from './messages.ts'
import type { TodayReply } from './types.ts'

/** How many rows a list asks for next. */
const nextOf = ({ rows }: TodayReply): number => Math.min(TODAY_MOST, rows.length + TODAY_FIRST)

type UnlistedProps = { day: TodayReply; picked: boolean; onMore: (most: number) => void }

/** That the list goes on, how far, and the way there; nothing where it is whole. */
export function Unlisted({ day, picked, onMore }: UnlistedProps) {
  const { list } = useMessages(workMessages)
  if (day.more === 0) return null
  return (
    <p className="t12 flex min-h-9 flex-none items-center justify-between gap-4 border-t border-line px-4 text-ink-3 lg:px-5">
      {list.more(day.more, picked)}
      {day.rows.length < TODAY_MOST && (
        <Button size="s" kind="bare" onPress={() => onMore(nextOf(day))}>
          {list.showMore}
        </Button>
      )}
    </p>
  )
}
