import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { scriptMessages } from './messages.ts'
import type { Against } from './use-copy.ts'

/** Everything that speaks against words that were to leave, at once and beside them; blunt ones go when the writer means them [P-35]. */
export function AgainstLeaving({ against, onAnyway }: { against: Against; onAnyway: () => void }) {
  const { copy: m } = useMessages(scriptMessages)
  return (
    <div role="alert" className="t13 col-span-full flex flex-col items-start gap-1 border-l-2 border-amber-mark pl-3">
      <b className="text-amber">{against.overrulable ? m.warned : m.refused}</b>
      <ul className="text-ink-2">
        {against.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
      {against.overrulable && (
        <Button size="s" onPress={onAnyway}>
          {m.anyway}
        </Button>
      )}
    </div>
  )
}
