import { CustomerList } from '#web/customer/customer-list.tsx'
import { customerMessages } from '#web/customer/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function CustomersPage() {
  const m = useMessages(customerMessages)
  return (
    <Page title={m.title}>
      <CustomerList />
    </Page>
  )
}
