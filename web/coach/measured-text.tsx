import { useMessages } from '#web/ui/messages.ts'
import { coachMessages } from './messages.ts'

/** How often a kind was right where it marked something; never a percentage of three sentences. */
export function MeasuredText({ measured }: { measured: { right: number; marked: number } | null }) {
  const m = useMessages(coachMessages)
  return (
    <span className="t12 block text-ink-3">
      {measured ? m.measured(measured.right, measured.marked) : m.unmeasured}
    </span>
  )
}
