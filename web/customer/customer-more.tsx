import { useRead, useWrite } from '#web/client/query.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Menu, type MenuChoice } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import type { Customer } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'

type MoreProps = {
  customer: Customer
  onEdit: () => void
  onReveal: () => void
  onMerge: () => void
  onLeft: (() => void) | undefined
  onSight: () => void
}

/** What is done rarely: the name, the whole number, merging and taking a merge back. */
export function CustomerMore({ customer, onEdit, onReveal, onMerge, onLeft, onSight }: MoreProps) {
  const { page: m } = useMessages(customerMessages)
  const { merge: words } = useMessages(fileMessages)
  const mayMerge = customer.can.includes('customer.merge')
  const merges = useRead('GET /api/customers/:id/merges', { params: { id: customer.id } }, { enabled: mayMerge })
  const undo = useWrite('DELETE /api/customers/:id/merges/:mergeId')
  const [last] = merges.data?.merges ?? []
  const choices: MenuChoice[] = [
    ...(customer.can.includes('customer.write') ? [{ id: 'edit', label: m.edit, icon: 'edit' as const }] : []),
    ...(customer.can.includes('customer.reveal') && customer.phone
      ? [{ id: 'reveal', label: m.reveal, icon: 'eye' as const }]
      : []),
    ...(onLeft && customer.can.includes('contact.run') && customer.leftOn === null
      ? [{ id: 'left', label: m.left, icon: 'exit' as const }]
      : []),
    ...(mayMerge ? [{ id: 'merge', label: m.merge, icon: 'compare' as const }] : []),
    ...(mayMerge && last ? [{ id: 'undo', label: m.undoMerge(last.goneName), icon: 'undo' as const }] : []),
    { id: 'sight', label: m.sight, icon: 'shield' as const },
    ...(customer.can.includes('customer.personal')
      ? [{ id: 'personal', label: m.personal, icon: 'file' as const, href: `/customers/${customer.id}/personal` }]
      : []),
  ]
  const acts: Record<string, () => void> = {
    edit: onEdit,
    reveal: onReveal,
    merge: onMerge,
    left: () => onLeft?.(),
    sight: onSight,
    undo: () =>
      last &&
      undo.mutate(
        { params: { id: customer.id, mergeId: last.id } },
        {
          onSuccess: ({ left }) => notify({ text: left.length > 0 ? words.undoneBut(left.join(' · ')) : words.undone }),
        },
      ),
  }
  return (
    <Menu
      label={m.more}
      trigger={<IconButton label={m.more} icon="more" />}
      choices={choices}
      onChoose={(id) => acts[id]?.()}
    />
  )
}
