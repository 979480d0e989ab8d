import { type FormEvent, useState } from 'react'
import { type CustomerKind, customerKinds } from '#domain/customer/kind.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { useRefusalText } from './refusal-text.ts'

/** A customer of one's own, of one of the three kinds; those that look alike are shown before it is added twice. */
export function NewCustomerForm({ onAdded }: { onAdded: (id: string) => void }) {
  const { labels } = useMessages(customerMessages)
  const { create: m } = useMessages(fileMessages)
  const add = useWrite('PUT /api/customers/:id')
  const refusalText = useRefusalText()
  const [id] = useState(freshId)
  const [kind, setKind] = useState<CustomerKind>('person')
  const [draft, setDraft] = useState({ name: '', code: '', phone: '', addressForm: '' })
  const [looked, setLooked] = useState('')
  const set = (key: keyof typeof draft) => (value: string) => setDraft((old) => ({ ...old, [key]: value }))
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { name, code, phone, addressForm } = draft
    add.mutate(
      {
        params: { id },
        body: {
          kind,
          name,
          code: code.trim() || phone.trim(),
          ...(phone.trim() ? { phone } : {}),
          ...(addressForm.trim() ? { addressForm } : {}),
        },
      },
      {
        onSuccess: () => {
          notify({ text: m.added(name) })
          onAdded(id)
        },
      },
    )
  }
  return (
    <form className="grid max-w-md gap-4 px-4 py-4 lg:px-6" onSubmit={submit}>
      <RadioGroup<CustomerKind>
        label={m.kind}
        options={customerKinds.map((id) => ({ id, label: labels.kinds[id] }))}
        value={kind}
        onChange={setKind}
      />
      <TextField
        label={m.name}
        value={draft.name}
        onChange={set('name')}
        onBlur={() => setLooked(draft.name.trim())}
        maxLength={120}
        isRequired
        autoFocus
      />
      <TextField
        label={m.phone}
        value={draft.phone}
        onChange={set('phone')}
        onBlur={() => draft.phone.trim() && setLooked(draft.phone.trim())}
        type="tel"
      />
      <Near query={looked} />
      <TextField
        label={m.code}
        hint={m.codeHint}
        value={draft.code}
        onChange={set('code')}
        isRequired={draft.phone.trim() === ''}
        maxLength={60}
      />
      <TextField label={m.addressForm} hint={m.addressHint} value={draft.addressForm} onChange={set('addressForm')} />
      {add.error && (
        <p role="alert" className="t13 text-red">
          {refusalText(add.error)}
        </p>
      )}
      <Button kind="go" type="submit" className="w-fit" isPending={add.isPending}>
        {m.save}
      </Button>
    </form>
  )
}

/** Customers that the name or number typed so far already finds. */
function Near({ query }: { query: string }) {
  const { create: m } = useMessages(fileMessages)
  const near = useRead('GET /api/customers', { query: { q: query, limit: 5 } }, { enabled: query.length > 1 })
  const rows = query.length > 1 ? (near.data?.rows ?? []) : []
  if (rows.length === 0) return null
  return (
    <div role="status">
      <p className="t12 text-amber">{m.near}</p>
      <Rows>
        {rows.map(({ id, name, phone, manager }) => (
          <Row key={id} end={<span className="text-ink-3">{[phone, manager?.name].filter(Boolean).join(' · ')}</span>}>
            <Link href={`/customers/${id}`}>{name}</Link>
          </Row>
        ))}
      </Rows>
    </div>
  )
}
