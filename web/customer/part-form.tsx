import { type FormEvent, type ReactNode, useState } from 'react'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Refused } from '#web/client/send.ts'
import { type Conflict, ConflictChoice } from './conflict-choice.tsx'
import { fileMessages } from './file-messages.ts'
import { useRefusalText } from './refusal-text.ts'
import { type EditableType, ValueEditor } from './value-editor.tsx'

export type PartField = {
  key: string
  label: string
  type: EditableType
  required?: boolean
  hint?: string
  /** Asked only while another field holds one of these values. */
  when?: { key: string; is: readonly string[] }
}

type PartFormProps = {
  title: string
  fields: readonly PartField[]
  initial: Readonly<Record<string, unknown>>
  isNew: boolean
  isPending: boolean
  error: unknown
  /** Only what changed; the conflicts whose other texts were seen and are to be replaced. */
  onSave: (changed: Record<string, unknown>, seen: readonly Conflict[]) => void
  onRemove?: (() => void) | undefined
  onClose: () => void
  /** Follows from the draft: a preview under the fields. */
  preview?: (draft: Readonly<Record<string, unknown>>) => ReactNode
}

/** The drawer in which one part of a customer's file is written: a person, a number, a product, a wish. */
export function PartForm(props: PartFormProps) {
  const { title, fields, initial, isNew, isPending, error, onSave, onRemove, onClose, preview } = props
  const m = useMessages(fileMessages)
  const { today } = useSession()
  const format = useFormat()
  const refusalText = useRefusalText()
  const [draft, setDraft] = useState<Readonly<Record<string, unknown>>>(initial)
  const changed = (): Record<string, unknown> =>
    Object.fromEntries(
      Object.entries(draft).filter(([key, value]) => isNew || JSON.stringify(value) !== JSON.stringify(initial[key])),
    )
  const conflicts: Conflict[] = error instanceof Refused ? (error.reply.conflicts ?? []) : []
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(changed(), [])
  }
  return (
    <Drawer title={title} isOpen onClose={onClose}>
      <form onSubmit={submit} className="grid gap-3 pt-3">
        {fields
          .filter(({ when }) => !when || when.is.includes(String(draft[when.key])))
          .map(({ key, label, type, required, hint }, place) => (
            <ValueEditor
              key={key}
              label={label}
              type={type}
              value={draft[key]}
              onChange={(value) => setDraft((old) => ({ ...old, [key]: value }))}
              today={today}
              isRequired={required === true}
              hint={hint}
              autoFocus={place === 0}
            />
          ))}
        {preview?.(draft)}
        {conflicts.map((conflict) => (
          <ConflictChoice
            key={conflict.field}
            conflict={conflict}
            when={format.time(conflict.at)}
            textOf={(value) => (typeof value === 'string' ? value : JSON.stringify(value))}
            onTheirs={onClose}
            onYours={() => onSave(changed(), conflicts)}
          />
        ))}
        {error !== null && conflicts.length === 0 && (
          <p role="alert" className="t13 text-red">
            {refusalText(error)}
          </p>
        )}
        <div className="flex items-center gap-2 pt-1">
          <Button kind="go" type="submit" isPending={isPending}>
            {m.save}
          </Button>
          <Button kind="bare" onPress={onClose}>
            {m.cancel}
          </Button>
          {onRemove && (
            <Button kind="bare" icon="trash" className="ml-auto" onPress={onRemove}>
              {m.remove}
            </Button>
          )}
        </div>
      </form>
    </Drawer>
  )
}
