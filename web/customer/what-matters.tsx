import { useId } from 'react'
import { wordsIn } from '#domain/customer/dossier.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import type { Customer } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { useValueText } from './value-text.ts'

/** First of all before a contact: what they said has to change [H-28], what they want besides the product, who noted it and when [K-04]; small wishes still open [K-35]. */
export function WhatMatters({ customer }: { customer: Customer }) {
  const { matters: m } = useMessages(customerMessages)
  const words = useMessages(fileMessages)
  const textOf = useValueText()
  const id = useId()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const params = { id: customer.id }
  const needs = textOf('humanNeeds', customer.dossier['humanNeeds'])
  const file = useRead('GET /api/customers/:id/file', { params })
  const history = useRead('GET /api/customers/:id/history', { params, query: {} }, { enabled: needs !== null })
  const wishes = file.data?.wishes.filter(({ doneOn }) => doneOn === null).slice(0, 2) ?? []
  const explicit = wordsIn(customer.dossier['explicitNeeds'])
  if (needs === null && wishes.length + explicit.length === 0) return null
  const noted = history.data?.changes.find(({ entity, field }) => entity === 'customer' && field === 'humanNeeds')
  const by = noted && words.from(noted.by ?? '', format.shortDay(format.dayOf(noted.at), today), '')
  return (
    <section aria-labelledby={id} className="mt-3 grid grid-cols-[auto_minmax(0,1fr)] items-baseline gap-x-3">
      <h3 id={id} className="t12 text-ink-3">
        {m.title}
      </h3>
      <ul className="t13 grid gap-0.5">
        {explicit.map((need) => (
          <li key={need}>
            <Quote>{need}</Quote>
            <span className="t12 ml-2 text-amber">{m.explicit}</span>
          </li>
        ))}
        {needs !== null && (
          <li>
            {needs} {by && <span className="t12 ml-1 text-ink-3">{by}</span>}
          </li>
        )}
        {wishes.map((wish) => (
          <li key={wish.id}>
            <Quote>{wish.what}</Quote>
            <span className="t12 ml-2 text-ink-3">{m.wishedOn(format.shortDay(wish.saidOn, today))}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
