import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type EventShown, refusals } from './event-types.ts'
import { eventMessages } from './messages.ts'

/** Calling off is asked about once: it makes calls to be done, and cannot be taken back. */
export function CallOff({ event }: { event: EventShown }) {
  const { callOff: m } = useMessages(eventMessages)
  const text = useReasonText(refusals)
  const write = useWrite('POST /api/events/:id/call-off')
  const callOff = (): void =>
    write.mutate(
      { params: { id: event.id }, body: { baseVersion: event.version } },
      {
        onSuccess: ({ told }) => notify({ text: m.done(told) }),
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  return (
    <Popover label={m.act} placement="bottom end" trigger={<Button kind="bare">{m.act}</Button>}>
      {(close) => (
        <div className="grid gap-3">
          <p className="t13">{m.ask}</p>
          <Button
            onPress={() => {
              callOff()
              close()
            }}
          >
            {m.sure}
          </Button>
        </div>
      )}
    </Popover>
  )
}
