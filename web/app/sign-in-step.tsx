import { type FormEvent, useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import type { Refused } from '#web/client/send.ts'
import { Button } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { appMessages } from './messages.ts'

type SignInStepProps = {
  /** Whose password was right. */
  code: string
  error: Refused | null
  isPending: boolean
  onEnter: (stepCode: string) => void
  /** From figures to recovery codes or back: what was refused is forgotten. */
  onTurn: () => void
  onBack: () => void
}

/** After the password: the figures of the app, or a recovery code where the telephone is not at hand. */
export function SignInStep({ code, error, isPending, onEnter, onTurn, onBack }: SignInStepProps) {
  const m = useMessages(appMessages).signIn.step
  const [typed, setTyped] = useState('')
  const [recovering, setRecovering] = useState(false)
  const errorText = useErrorText()
  const problem =
    error === null || error.reply.code === 'session.second_step'
      ? null
      : recovering && error.reply.code === 'session.code_refused'
        ? m.recoveryRefused
        : errorText(error)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onEnter(typed)
  }
  const turn = () => {
    setRecovering(!recovering)
    setTyped('')
    onTurn()
  }
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <div>
        <h1 className="t16 font-strong">{m.title}</h1>
        <p className="t13 text-ink-2">{recovering ? m.recoveryRemark(code) : m.remark(code)}</p>
      </div>
      <TextField
        key={String(recovering)}
        label={recovering ? m.recovery : m.figures}
        value={typed}
        onChange={setTyped}
        inputMode={recovering ? 'text' : 'numeric'}
        autoComplete={recovering ? 'off' : 'one-time-code'}
        maxLength={40}
        autoFocus
        isRequired
      />
      {problem !== null && (
        <p role="alert" className="t13 text-red">
          {problem}
        </p>
      )}
      <Button kind="go" type="submit" isPending={isPending} isDisabled={typed.trim().length < 6}>
        {m.enter}
      </Button>
      <p className="t13 flex flex-wrap justify-between gap-x-4 gap-y-2">
        <Link onPress={turn}>{recovering ? m.useFigures : m.useRecovery}</Link>
        <Link onPress={onBack}>{m.back}</Link>
      </p>
    </form>
  )
}
