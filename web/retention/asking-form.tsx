import { type FormEvent, type ReactNode, useState } from 'react'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { retentionMessages } from './messages.ts'

type FormProps = {
  children: ReactNode
  save: string
  pending: boolean
  onSubmit: () => void
  onCancel?: (() => void) | undefined
  /** In a drawer, which is ground enough. */
  plain?: boolean
}

/** What a step asks for, in the page and never over it. */
export function AskingForm({ children, save, pending, onSubmit, onCancel, plain = false }: FormProps) {
  const m = useMessages(retentionMessages)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSubmit()
  }
  return (
    <form
      onSubmit={submit}
      className={`flex flex-col gap-3 py-3 ${plain ? '' : 'border-y border-line bg-paper-2 px-3'}`}
    >
      {children}
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={pending}>
          {save}
        </Button>
        {onCancel && (
          <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onCancel}>
            {m.form.cancel}
          </Button>
        )}
      </div>
    </form>
  )
}

type LineProps = {
  label: string
  save: string
  pending: boolean
  onSave: (line: string) => void
  onCancel: () => void
}

/** One line and nothing more. */
export function LineForm({ label, save, pending, onSave, onCancel }: LineProps) {
  const [line, setLine] = useState('')
  return (
    <AskingForm save={save} pending={pending} onSubmit={() => onSave(line.trim())} onCancel={onCancel}>
      <TextField label={label} value={line} onChange={setLine} maxLength={400} autoFocus isRequired />
    </AskingForm>
  )
}
