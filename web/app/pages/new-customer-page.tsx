import { useNavigate } from '@tanstack/react-router'
import { fileMessages } from '#web/customer/file-messages.ts'
import { NewCustomerForm } from '#web/customer/new-customer-form.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function NewCustomerPage() {
  const m = useMessages(fileMessages)
  const navigate = useNavigate()
  return (
    <Page title={m.create.title}>
      <NewCustomerForm onAdded={(id) => void navigate({ to: '/customers/$id', params: { id }, search: {} })} />
    </Page>
  )
}
