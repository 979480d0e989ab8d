import { type FormEvent, type ReactNode, useState } from 'react'
import { useRead, useWrite } from '#web/client/query.ts'
import { useWhen } from '#web/client/use-when.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'
import { RecoveryCodes } from './recovery-codes.tsx'
import { useRefusalText } from './refusal.ts'

/** Fewer left than this is worth saying. */
const FEW = 3

type Begun = { secret: string; address: string }

/** One’s own second step at sign-in: set up with an app, shown its recovery codes once, turned off with a code. `picture` draws what a camera reads. */
export function SecondStep({ picture }: { picture: (address: string) => ReactNode }) {
  const m = useMessages(staffMessages).secondStep
  const when = useWhen()
  const state = useRead('GET /api/session/second-step', {})
  const [begun, setBegun] = useState<Begun | null>(null)
  const [codes, setCodes] = useState<readonly string[] | null>(null)
  const since = state.data?.since ?? null
  const shown = (fresh: readonly string[]) => {
    setBegun(null)
    setCodes(fresh)
  }
  return (
    <Section title={m.title} remark={m.remark} end={state.data && (since === null ? m.off : m.since(when(since)))}>
      {!state.data && <SkeletonRows rows={1} />}
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {state.data && !codes && since === null && begun === null && <Begin onBegun={setBegun} />}
      {begun && !codes && <Confirm begun={begun} picture={picture} onShown={shown} onLeave={() => setBegun(null)} />}
      {state.data && !codes && since !== null && <Standing left={state.data.recoveryLeft} onShown={shown} />}
    </Section>
  )
}

function Begin({ onBegun }: { onBegun: (begun: Begun) => void }) {
  const m = useMessages(staffMessages)
  const begin = useWrite('POST /api/session/second-step')
  const [password, setPassword] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    begin.mutate({ body: { password } }, { onSuccess: onBegun })
  }
  return (
    <form className="flex flex-wrap items-end gap-3 py-3" onSubmit={submit}>
      <TextField
        label={m.settings.current}
        className="w-44"
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
        isRequired
      />
      <Button type="submit" isPending={begin.isPending}>
        {m.secondStep.begin}
      </Button>
      <Problem error={begin.error} />
    </form>
  )
}

type ConfirmProps = {
  begun: Begun
  picture: (address: string) => ReactNode
  onShown: (codes: readonly string[]) => void
  onLeave: () => void
}

function Confirm({ begun, picture, onShown, onLeave }: ConfirmProps) {
  const m = useMessages(staffMessages).secondStep
  const confirm = useWrite('PUT /api/session/second-step')
  const [code, setCode] = useState('')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    confirm.mutate({ body: { code } }, { onSuccess: ({ recoveryCodes }) => onShown(recoveryCodes) })
  }
  return (
    <div className="flex flex-wrap gap-5 py-3">
      {picture(begun.address)}
      <form className="grid min-w-0 flex-1 basis-64 content-start gap-3" onSubmit={submit}>
        <p className="t13 text-ink-2">{m.scan}</p>
        <div>
          <p className="t12 text-ink-3">{m.byHand}</p>
          <code className="t13 break-words select-all">{begun.secret}</code>
        </div>
        <CodeField value={code} onChange={setCode} label={m.figures} numeric />
        <div className="flex flex-wrap gap-2">
          <Button kind="go" type="submit" isPending={confirm.isPending} isDisabled={code.trim().length < 6}>
            {m.confirm}
          </Button>
          <Button kind="bare" onPress={onLeave}>
            {m.leave}
          </Button>
        </div>
        <Problem error={confirm.error} />
      </form>
    </div>
  )
}

function Standing({ left, onShown }: { left: number; onShown: (codes: readonly string[]) => void }) {
  const m = useMessages(staffMessages).secondStep
  const renew = useWrite('POST /api/session/recovery-codes')
  const remove = useWrite('DELETE /api/session/second-step')
  const [code, setCode] = useState('')
  const short = code.trim().length < 6
  const onRenew = () => {
    remove.reset()
    renew.mutate({ body: { code } }, { onSuccess: ({ recoveryCodes }) => onShown(recoveryCodes) })
  }
  const onRemove = () => {
    renew.reset()
    remove.mutate({ body: { code } }, { onSuccess: () => notify({ text: m.removed }) })
  }
  return (
    <div className="grid gap-3 py-3">
      <p className={left < FEW ? 't13 text-amber' : 't13 text-ink-2'}>{left < FEW ? m.fewLeft(left) : m.left(left)}</p>
      <div className="flex flex-wrap items-end gap-3">
        <CodeField value={code} onChange={setCode} label={m.anyCode} />
        <Button isPending={renew.isPending} isDisabled={short} onPress={onRenew}>
          {m.renew}
        </Button>
        <Button kind="bare" isPending={remove.isPending} isDisabled={short} onPress={onRemove}>
          {m.remove}
        </Button>
        <Problem error={renew.error ?? remove.error} />
      </div>
    </div>
  )
}

type CodeFieldProps = { label: string; value: string; onChange: (value: string) => void; numeric?: boolean }

function CodeField({ label, value, onChange, numeric = false }: CodeFieldProps) {
  return (
    <TextField
      label={label}
      className="w-44"
      inputMode={numeric ? 'numeric' : 'text'}
      autoComplete="one-time-code"
      maxLength={40}
      value={value}
      onChange={onChange}
    />
  )
}

function Problem({ error }: { error: Error | null }) {
  const refusal = useRefusalText()
  if (!error) return null
  return (
    <p role="alert" className="t13 w-full text-red">
      {refusal(error)}
    </p>
  )
}
