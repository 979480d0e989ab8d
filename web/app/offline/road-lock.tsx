import { type FormEvent, useState } from 'react'
import { noteSign } from '../idle-time.ts'
import { Button } from '#web/ui/button.tsx'
import { Mark } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { fieldMessages } from '../field/messages.ts'
import { useSignOut } from '../sign-out.ts'
import { openAnswers } from './kept.ts'
import { isRoadCode } from './road-code.ts'

/** Shut on the road: nothing of anybody is shown, and only the code opens what was taken along. */
export function RoadLock({ onOpen }: { onOpen: () => void }) {
  const { lock: m } = useMessages(fieldMessages)
  const [code, setCode] = useState('')
  const [left, setLeft] = useState<number | null>(null)
  const [pending, setPending] = useState(false)
  const signOut = useSignOut()
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (!isRoadCode(code) || pending) return
    setPending(true)
    const tried = await openAnswers(code)
    setPending(false)
    setCode('')
    if (!tried.open) return setLeft(tried.left)
    noteSign(Date.now())
    onOpen()
  }
  return (
    <main className="grid min-h-dvh place-items-center px-4">
      <form className="grid w-full max-w-72 gap-3" onSubmit={(event) => void submit(event)}>
        <div className="t16 flex items-center gap-2 font-strong">
          <Mark />
          <h1>{m.title}</h1>
        </div>
        <p className="t13 text-ink-2">{m.hint}</p>
        {left !== 0 && (
          <TextField
            label={m.code}
            type="password"
            value={code}
            onChange={setCode}
            inputMode="numeric"
            maxLength={6}
            autoComplete="off"
            autoFocus
          />
        )}
        {left !== null && (
          <p role="alert" className="t13 text-red">
            {left > 0 ? m.wrong(left) : m.gone}
          </p>
        )}
        {left !== 0 && (
          <Button kind="go" type="submit" isPending={pending}>
            {m.open}
          </Button>
        )}
        <Button kind="bare" onPress={signOut}>
          {m.leave}
        </Button>
      </form>
    </main>
  )
}
