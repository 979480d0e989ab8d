import { sentence } from '#domain/kernel/said.ts'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { warningMessages } from './messages.ts'

type Reason = { code: string; params: Record<string, string | number | boolean | null>; changeable: boolean }

/** What shows a risk: what somebody can change first, each with its mark. */
export function ReasonList({ reasons }: { reasons: readonly Reason[] }) {
  const m = useMessages(warningMessages)
  if (reasons.length === 0) return <span className="text-ink-3">{m.list.noReasons}</span>
  const ordered = [...reasons.filter((each) => each.changeable), ...reasons.filter((each) => !each.changeable)]
  return (
    <ul>
      {ordered.map((reason, i) => (
        <li key={i} className="flex items-baseline gap-1.5">
          <CanMark can={reason.changeable ? 'yes' : 'no'}>
            <span className="sr-only">{reason.changeable ? m.list.can : m.list.cannot}</span>
          </CanMark>
          <span>{sentence(m.said, reason)}</span>
        </li>
      ))}
    </ul>
  )
}
