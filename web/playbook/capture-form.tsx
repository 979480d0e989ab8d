import type { FormEvent, ReactNode } from 'react'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { contactMessages } from './messages.ts'
import type { LiveRun } from './use-run.ts'

export type EditorProps<C> = { live: LiveRun; capture?: C; onDone: () => void }

type FormProps = {
  children: ReactNode
  onSave: () => void
  onRemove?: (() => void) | undefined
  removeLabel?: string
  extra?: ReactNode
}

/** Saves, and takes back what stands written down already. */
export function Form({ children, onSave, onRemove, removeLabel, extra }: FormProps) {
  const m = useMessages(contactMessages)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave()
  }
  return (
    <form className="grid gap-3" onSubmit={submit}>
      {children}
      <div className="flex items-center gap-2">
        <Button kind="go" type="submit">
          {m.captures.save}
        </Button>
        {extra}
        {onRemove && (
          <Button kind="bare" className="ml-auto" onPress={onRemove}>
            {removeLabel ?? m.captures.remove}
          </Button>
        )}
      </div>
    </form>
  )
}

export const removing = (live: LiveRun, id: string | undefined, onDone: () => void) =>
  id === undefined
    ? undefined
    : () => {
        live.act({ type: 'captureRemoved', capture: id })
        onDone()
      }
