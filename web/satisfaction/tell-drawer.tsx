import { useState } from 'react'
import { CoachedArea } from '#web/client/coach/coached-area.tsx'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { satisfactionMessages } from './messages.ts'
import { type ChangeLine, sentences } from './types.ts'

type Props = { change: ChangeLine; asker: ChangeLine['askers'][number]; onClose: () => void }

/** Words prepared for one who asked: copied, and written down as the contact they are. */
export function TellDrawer({ change, asker, onClose }: Props) {
  const { changes: m, ask } = useMessages(satisfactionMessages)
  const reasonText = useReasonText(sentences)
  const write = useWrite('PUT /api/satisfaction/changes/:id/told/:customerId')
  const takeBack = useWrite('DELETE /api/satisfaction/changes/:id/told/:customerId')
  const [text, setText] = useState(m.text(asker.calledBy, change.what))
  const [agreedTime, setAgreed] = useState(false)
  const [touchId] = useState(freshId())
  const params = { id: change.id, customerId: asker.customerId }
  const problem = (error: unknown): void => notify({ text: reasonText(error), tone: 'problem' })
  const tell = (): void =>
    write.mutate(
      { params, body: { touchId, text, agreedTime } },
      {
        onSuccess: () => {
          void navigator.clipboard?.writeText(text).catch(() => undefined)
          notify({
            text: m.done2(asker.calledBy),
            undo: () => takeBack.mutate({ params }, { onSuccess: () => notify({ text: m.undone }), onError: problem }),
          })
          onClose()
        },
        onError: problem,
      },
    )
  return (
    <Drawer title={m.of(m.tell, asker.calledBy)} isOpen onClose={onClose}>
      <div className="grid gap-3 pt-3">
        <CoachedArea label={m.words} value={text} onChange={setText} maxLength={500} rows={4} />
        <Checkbox isSelected={agreedTime} onChange={setAgreed} className="t13">
          {ask.agreed}
        </Checkbox>
        <Button kind="go" onPress={tell} isPending={write.isPending} isDisabled={text.trim() === ''}>
          {m.copy}
        </Button>
      </div>
    </Drawer>
  )
}
