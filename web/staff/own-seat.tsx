import { type FormEvent, useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'
import { useRefusalText } from './refusal.ts'

/** The code that unlocks a shared computer; choosing one asks for the password. */
export function PinForm() {
  const m = useMessages(staffMessages)
  const { hasPin } = useSession().staff
  const choose = useWrite('PUT /api/session/pin')
  const save = (password: string, pin: string, done: () => void) =>
    choose.mutate({ body: { password, pin } }, { onSuccess: done })
  return (
    <Section title={m.settings.pin} remark={m.settings.pinRemark} end={hasPin ? m.settings.hasPin : m.settings.noPin}>
      <SecretForm
        field={{ label: m.settings.pinNew, inputMode: 'numeric', pattern: '[0-9]{4,8}', autoComplete: 'off' }}
        act={m.settings.pinSave}
        done={m.settings.pinSaved}
        error={choose.error}
        isPending={choose.isPending}
        onSave={save}
      />
    </Section>
  )
}

/** The number one gives customers; the words of a script name it. */
export function WorkPhoneForm() {
  const m = useMessages(staffMessages)
  const errorText = useErrorText()
  const kept = useSession().staff.workPhone ?? ''
  const [phone, setPhone] = useState(kept)
  const set = useWrite('PUT /api/session/work-phone')
  const submit = (event: FormEvent) => {
    event.preventDefault()
    set.mutate(
      { body: { workPhone: phone.trim() || null } },
      { onSuccess: () => notify({ text: m.settings.workPhoneSaved }) },
    )
  }
  return (
    <Section title={m.settings.workPhone} remark={m.settings.workPhoneRemark}>
      <form className="flex flex-wrap items-end gap-3 py-3" onSubmit={submit}>
        <TextField
          label={m.settings.workPhone}
          className="w-44"
          type="tel"
          autoComplete="off"
          pattern="[0-9+ \-]{3,20}"
          value={phone}
          onChange={setPhone}
          error={set.error ? errorText(set.error) : undefined}
        />
        <Button type="submit" isPending={set.isPending} isDisabled={phone.trim() === kept}>
          {m.settings.workPhoneSave}
        </Button>
      </form>
    </Section>
  )
}

/** Another password. */
export function PasswordForm() {
  const m = useMessages(staffMessages)
  const change = useWrite('PUT /api/session/password')
  const save = (password: string, next: string, done: () => void) =>
    change.mutate({ body: { password, next } }, { onSuccess: done })
  return (
    <Section title={m.settings.password} remark={m.settings.passwordRemark}>
      <SecretForm
        field={{ label: m.settings.next, minLength: 10, maxLength: 128, autoComplete: 'new-password' }}
        act={m.settings.passwordSave}
        done={m.settings.passwordSaved}
        error={change.error}
        isPending={change.isPending}
        onSave={save}
      />
    </Section>
  )
}

type SecretFormProps = {
  field: {
    label: string
    inputMode?: 'numeric'
    pattern?: string
    minLength?: number
    maxLength?: number
    autoComplete: string
  }
  act: string
  done: string
  error: Error | null
  isPending: boolean
  onSave: (password: string, secret: string, done: () => void) => void
}

function SecretForm({ field, act, done, error, isPending, onSave }: SecretFormProps) {
  const m = useMessages(staffMessages)
  const errorText = useRefusalText()
  const empty = { password: '', secret: '' }
  const [draft, setDraft] = useState(empty)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    onSave(draft.password, draft.secret, () => {
      setDraft(empty)
      notify({ text: done })
    })
  }
  return (
    <form className="flex flex-wrap items-end gap-3 py-3" onSubmit={submit}>
      <TextField
        label={m.settings.current}
        className="w-44"
        type="password"
        autoComplete="current-password"
        value={draft.password}
        onChange={(password) => setDraft({ ...draft, password })}
        isRequired
      />
      <TextField
        {...field}
        className="w-44"
        type="password"
        value={draft.secret}
        onChange={(secret) => setDraft({ ...draft, secret })}
        isRequired
      />
      <Button type="submit" isPending={isPending}>
        {act}
      </Button>
      {error && (
        <p role="alert" className="t13 w-full text-red">
          {errorText(error)}
        </p>
      )}
    </form>
  )
}
