import { type FormEvent, useState } from 'react'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type CaseLine, caseRefusals } from './case-types.ts'
import { caseMessages } from './messages.ts'

/** How it felt, asked apart from whether it is settled, in the customer's words. */
export function FeltForm({ item, onClose }: { item: CaseLine; onClose: () => void }) {
  const m = useMessages(caseMessages)
  const reasonText = useReasonText(caseRefusals)
  const write = useWrite('POST /api/cases/:id/moves')
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    write.mutate(
      { params: { id: item.id }, body: { move: 'felt', text: text.trim() } },
      { onSuccess: onClose, onError: (error) => notify({ text: reasonText(error), tone: 'problem' }) },
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-y border-line bg-paper-2 px-3 py-3">
      <TextField label={m.text.felt} value={text} onChange={setText} autoFocus isRequired />
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={write.isPending}>
          {m.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onClose}>
          {m.cancel}
        </Button>
      </div>
    </form>
  )
}
