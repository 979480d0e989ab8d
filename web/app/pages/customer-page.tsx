import { useParams } from '@tanstack/react-router'
import { useRead } from '#web/client/query.ts'
import { CustomerFacts } from '#web/customer/customer-facts.tsx'
import { customerMessages } from '#web/customer/messages.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Page } from '../shell.tsx'

export function CustomerPage() {
  const m = useMessages(customerMessages)
  const { id } = useParams({ from: '/signed-in/customers/$id' })
  const customer = useRead('GET /api/customers/:id', { params: { id } })
  return <Page title={m.title}>{customer.data && <CustomerFacts customer={customer.data} />}</Page>
}
