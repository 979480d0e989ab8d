import { type FormEvent, useEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import type { Session } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { HotkeyScope } from '#web/ui/hotkeys.tsx'
import { Mark } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { appMessages } from './messages.ts'
import { useSignOut } from './sign-out.ts'

/**
 * Over everything while a seat is locked, open menus, drawers and dialogs too: whose it is, readable from the aisle, and the
 * two ways on. The browser keeps the rest out of reach; React Aria is told that a press here is none outside its layers,
 * so that they stand as they were left.
 */
export function LockScreen({ staff }: { staff: Session['staff'] }) {
  const m = useMessages(appMessages)
  const errorText = useErrorText()
  const [secret, setSecret] = useState('')
  const unlock = useWrite('DELETE /api/session/lock')
  const signOut = useSignOut()
  const over = useRef<HTMLDialogElement>(null)
  useEffect(() => over.current?.showModal(), [])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (secret !== '') unlock.mutate({ body: { secret } }, { onError: () => setSecret('') })
  }
  return createPortal(
    <HotkeyScope>
      <dialog
        ref={over}
        aria-label={m.lock.title}
        data-react-aria-top-layer="true"
        onCancel={(event) => event.preventDefault()}
        onClose={() => over.current?.showModal()}
        className="fixed inset-0 m-0 flex h-dvh max-h-none w-full max-w-none flex-col items-center justify-center gap-8 overflow-y-auto bg-paper px-4 py-10 text-center text-ink"
      >
        <div className="flex items-center gap-2 text-ink-3">
          <Mark />
          <span className="t14">{m.lock.title}</span>
        </div>
        <div>
          <h1 className="text-[clamp(40px,11vw,88px)] leading-tight font-strong">{staff.name}</h1>
          <p className="t16 mt-2 text-ink-2">{[staff.unitName, staff.seat].filter(Boolean).join(' · ')}</p>
        </div>
        <form className="grid w-full max-w-72 gap-3 text-left" onSubmit={submit}>
          <TextField
            label={staff.hasPin ? m.lock.pinOrPassword : m.lock.password}
            type="password"
            value={secret}
            onChange={setSecret}
            autoComplete="current-password"
            autoFocus
          />
          {unlock.error && (
            <p role="alert" className="t13 text-red">
              {unlock.error.reply.code === 'session.refused' ? m.lock.refused : errorText(unlock.error)}
            </p>
          )}
          <Button kind="go" type="submit" isPending={unlock.isPending}>
            {m.lock.unlock}
          </Button>
          <Button kind="bare" onPress={signOut}>
            {m.lock.someoneElse}
          </Button>
        </form>
        <p className="t12 max-w-80 text-ink-3">{m.lock.kept}</p>
      </dialog>
    </HotkeyScope>,
    document.body,
  )
}
