import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import type { Customer } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { useValueText } from './value-text.ts'

/** First of all before a contact: what the customer wants besides the product, who noted it and when [K-04]; small wishes still open [K-35]. */
export function WhatMatters({ customer }: { customer: Customer }) {
  const { matters: m } = useMessages(customerMessages)
  const words = useMessages(fileMessages)
  const textOf = useValueText()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const params = { id: customer.id }
  const needs = textOf('humanNeeds', customer.dossier['humanNeeds'])
  const file = useRead('GET /api/customers/:id/file', { params })
  const history = useRead('GET /api/customers/:id/history', { params, query: {} }, { enabled: needs !== null })
  const wishes = file.data?.wishes.filter(({ doneOn }) => doneOn === null).slice(0, 2) ?? []
  if (needs === null && wishes.length === 0) return null
  const noted = history.data?.changes.find(({ entity, field }) => entity === 'customer' && field === 'humanNeeds')
  return (
    <Section title={m.title} className="mt-2">
      <Rows>
        {needs !== null && (
          <Row
            end={
              noted && (
                <span className="text-ink-3">
                  {words.from(noted.by ?? '', format.shortDay(format.dayOf(noted.at), today), '')}
                </span>
              )
            }
          >
            {needs}
          </Row>
        )}
        {wishes.map((wish) => (
          <Row
            key={wish.id}
            end={<span className="text-ink-3">{m.wishedOn(format.shortDay(wish.saidOn, today))}</span>}
          >
            <Quote>{wish.what}</Quote>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
