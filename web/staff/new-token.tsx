import { type FormEvent, useState } from 'react'
import { type TokenScope, tokenScopes } from '#domain/staff/token.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { staffMessages } from './messages.ts'
import { useRefusalText } from './refusal.ts'

const lives = ['30', '90', '180', '365'] as const
type Life = (typeof lives)[number]

/** What it is for, what it may, how long it lasts, and the password of whoever makes it. */
export function NewToken({ onMade, onLeave }: { onMade: (token: string) => void; onLeave: () => void }) {
  const m = useMessages(staffMessages)
  const refusal = useRefusalText()
  const make = useWrite('PUT /api/tokens/:id')
  const [draft, setDraft] = useState({ name: '', scope: 'read' as TokenScope, days: '90' as Life, password: '' })
  const set = (change: Partial<typeof draft>) => setDraft({ ...draft, ...change })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    make.mutate(
      { params: { id: freshId() }, body: { ...draft, days: Number(draft.days) } },
      { onSuccess: ({ token }) => onMade(token) },
    )
  }
  return (
    <form className="flex flex-wrap items-start gap-3 border-b border-line py-3" onSubmit={submit}>
      <TextField
        label={m.tokens.name}
        hint={m.tokens.nameHint}
        className="w-56"
        value={draft.name}
        onChange={(name) => set({ name })}
        maxLength={60}
        autoComplete="off"
        autoFocus
        isRequired
      />
      <Select
        label={m.tokens.scope}
        hint={m.tokens.scopes[draft.scope].does}
        className="w-56"
        options={tokenScopes.map((id) => ({ id, label: m.tokens.scopes[id].name }))}
        value={draft.scope}
        onChange={(scope) => set({ scope })}
      />
      <Select
        label={m.tokens.life}
        className="w-32"
        options={lives.map((id) => ({ id, label: m.tokens.days(Number(id)) }))}
        value={draft.days}
        onChange={(days) => set({ days })}
      />
      <TextField
        label={m.settings.current}
        className="w-44"
        type="password"
        autoComplete="current-password"
        value={draft.password}
        onChange={(password) => set({ password })}
        isRequired
      />
      <div className="flex w-full flex-wrap gap-2">
        <Button kind="go" type="submit" isPending={make.isPending}>
          {m.tokens.make}
        </Button>
        <Button kind="bare" onPress={onLeave}>
          {m.tokens.leave}
        </Button>
      </div>
      {make.error && (
        <p role="alert" className="t13 w-full text-red">
          {refusal(make.error)}
        </p>
      )}
    </form>
  )
}
