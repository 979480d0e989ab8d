import { type FormEvent, useState } from 'react'
import { useWrite } from '#web/client/query.ts'
import { useRefusalText } from '#web/staff/refusal.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Switch } from '#web/ui/switch.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { appMessages } from './messages.ts'

/** First start: the branch and its administrator. */
export function SetupForm() {
  const m = useMessages(appMessages)
  const setUp = useWrite('POST /api/setup')
  const errorText = useRefusalText()
  const [first, setFirst] = useState({ branchName: '', name: '', code: '', password: '', keepsCustomers: true })
  const set = (change: Partial<typeof first>) => setFirst({ ...first, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setUp.mutate({ body: first })
  }
  return (
    <form className="grid gap-4" onSubmit={submit}>
      <div>
        <h1 className="t16 font-strong">{m.setup.title}</h1>
        <p className="t13 text-ink-2">{m.setup.remark}</p>
      </div>
      <TextField
        label={m.setup.branch}
        value={first.branchName}
        onChange={(branchName) => set({ branchName })}
        isRequired
      />
      <TextField label={m.setup.name} value={first.name} onChange={(name) => set({ name })} isRequired />
      <TextField
        label={m.setup.code}
        value={first.code}
        onChange={(code) => set({ code })}
        autoComplete="username"
        isRequired
      />
      <TextField
        label={m.setup.password}
        value={first.password}
        onChange={(password) => set({ password })}
        type="password"
        autoComplete="new-password"
        minLength={10}
        isRequired
      />
      <div>
        <Switch isSelected={first.keepsCustomers} onChange={(keepsCustomers) => set({ keepsCustomers })}>
          {m.setup.keeps}
        </Switch>
        <p className="t12 mt-1 text-ink-3">{m.setup.keepsRemark}</p>
      </div>
      {setUp.error && (
        <p role="alert" className="t13 text-red">
          {errorText(setUp.error)}
        </p>
      )}
      <Button kind="go" type="submit" isPending={setUp.isPending}>
        {m.setup.done}
      </Button>
    </form>
  )
}
