import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useMessages } from '#web/ui/messages.ts'
import { customerMessages } from './messages.ts'

type Customer = Reply<Contract['GET /api/customers/:id']>

export function CustomerFacts({ customer }: { customer: Customer }) {
  const m = useMessages(customerMessages)
  return (
    <div className="p-5">
      <h2 className="t20 font-strong">{customer.name}</h2>
      <p className="t13 text-ink-3">
        {m.labels.kinds[customer.kind]} · {customer.phone}
      </p>
    </div>
  )
}
