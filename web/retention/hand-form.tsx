import { useState } from 'react'
import { useRead } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { AskingForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import type { RetentionShown } from './retention-types.ts'
import type { Add } from './use-add.ts'

type Props = { shown: RetentionShown; acts: Add; onClose: () => void }

/** To a colleague who may talk to the customer: it buys no time, the customer has been waiting all along. */
export function HandForm({ shown, acts, onClose }: Props) {
  const { hand: m } = useMessages(retentionMessages)
  const { data } = useRead('GET /api/today/helpers/:customerId', { params: { customerId: shown.customer.id } })
  const [to, setTo] = useState<string | null>(null)
  const [why, setWhy] = useState('')
  const first = shown.owner === null
  const colleagues = (data?.helpers ?? []).filter(({ sees, id }) => sees === 'customer' && id !== shown.owner?.id)
  const save = (): void => {
    if (to) acts.add(first ? { type: 'dispatched', to } : { type: 'handedOver', to, why: why.trim() }, onClose)
  }
  return (
    <AskingForm save={first ? m.name : m.act} pending={acts.pending} onSubmit={save} onCancel={onClose}>
      <Select
        label={m.to}
        value={to}
        onChange={setTo}
        isRequired
        options={colleagues.map(({ id, name, unitName }) => ({ id, label: name, note: unitName }))}
      />
      {!first && <TextField label={m.why} value={why} onChange={setWhy} maxLength={400} isRequired />}
    </AskingForm>
  )
}
