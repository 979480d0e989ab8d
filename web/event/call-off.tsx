import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { type EventShown, refusals } from './event-types.ts'
import { eventMessages } from './messages.ts'

/** Calls an event off, and holds it after all: each takes the other back. */
const useCallOff = ({ id, version }: EventShown): { callOff: () => void; holdAfterAll: () => void } => {
  const { callOff: m } = useMessages(eventMessages)
  const text = useReasonText(refusals)
  const off = useWrite('POST /api/events/:id/call-off')
  const on = useWrite('DELETE /api/events/:id/call-off')
  const onError = (error: unknown): void => notify({ text: text(error), tone: 'problem' })
  const holdAfterAll = (): void =>
    on.mutate({ params: { id } }, { onSuccess: ({ again }) => notify({ text: m.held(again) }), onError })
  const callOff = (): void =>
    off.mutate(
      { params: { id }, body: { baseVersion: version } },
      { onSuccess: ({ told }) => notify({ text: m.done(told), undo: holdAfterAll }), onError },
    )
  return { callOff, holdAfterAll }
}

export function CallOff({ event }: { event: EventShown }) {
  const { callOff: m } = useMessages(eventMessages)
  const { callOff } = useCallOff(event)
  return (
    <Button kind="bare" onPress={callOff}>
      {m.act}
    </Button>
  )
}

export function HoldAfterAll({ event }: { event: EventShown }) {
  const { callOff: m } = useMessages(eventMessages)
  const { holdAfterAll } = useCallOff(event)
  return <Button onPress={holdAfterAll}>{m.hold}</Button>
}
