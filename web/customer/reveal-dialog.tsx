import { type FormEvent, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/dialog.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { fileMessages } from './file-messages.ts'

export type RevealWhat = Request<Contract['POST /api/customers/:id/reveal']>['body']['what']

/** Asks what a whole number is needed for, and shows it for as long as the dialog is open; both are logged. */
export function RevealDialog({
  customerId,
  what,
  onClose,
}: {
  customerId: string
  what: RevealWhat
  onClose: () => void
}) {
  const { reveal: m } = useMessages(fileMessages)
  const ask = useWrite('POST /api/customers/:id/reveal')
  const errorText = useErrorText()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    ask.mutate({ params: { id: customerId }, body: { what, reason } })
  }
  return (
    <Dialog title={m.title} isOpen onClose={onClose}>
      {ask.data ? (
        <output className="t28 block font-strong select-all">{ask.data.value}</output>
      ) : (
        <form className="grid gap-3" onSubmit={submit}>
          <TextField
            label={m.reason}
            hint={m.reasonHint}
            value={reason}
            onChange={setReason}
            maxLength={200}
            isRequired
            autoFocus
          />
          {ask.error && (
            <p role="alert" className="t13 text-red">
              {errorText(ask.error)}
            </p>
          )}
          <Button type="submit" className="w-fit" isPending={ask.isPending}>
            {m.show}
          </Button>
        </form>
      )}
    </Dialog>
  )
}
