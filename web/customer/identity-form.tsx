import type { Customer } from './customer-types.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { fileMessages } from './file-messages.ts'
import { type PartField, PartForm } from './part-form.tsx'

/** Name, form of address and since when: the record's own fields. */
export function IdentityForm({ customer, onClose }: { customer: Customer; onClose: () => void }) {
  const m = useMessages(fileMessages)
  const change = useWrite('PATCH /api/customers/:id')
  const refresh = useRefresh()
  const fields: PartField[] = [
    { key: 'name', label: m.identity.name, type: { is: 'text' }, required: true },
    { key: 'addressForm', label: m.identity.addressForm, type: { is: 'text' }, hint: m.identity.addressHint },
    { key: 'since', label: m.identity.since, type: { is: 'day' } },
  ]
  return (
    <PartForm
      title={m.identity.title}
      fields={fields}
      initial={{ name: customer.name, addressForm: customer.addressForm, since: customer.since }}
      isNew={false}
      isPending={change.isPending}
      error={change.error}
      onSave={(fields) =>
        change.mutate(
          { params: { id: customer.id }, body: { baseVersion: customer.version, fields } },
          {
            onSuccess: () => {
              notify({ text: m.saved })
              onClose()
            },
            onError: (error) => (error.reply.code === 'record.conflict' ? void refresh() : undefined),
          },
        )
      }
      onClose={onClose}
    />
  )
}
