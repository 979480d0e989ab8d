import { useRead } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { importMessages } from './messages.ts'
import type { ImportView } from './past-imports.tsx'

type Step = { href: string; title: string; note: string }

/** Where to go with what has come in; only where the reader may go. */
export function NextSteps({ view }: { view: ImportView }) {
  const { outcome: m } = useMessages(importMessages)
  const { number } = useFormat()
  const may = {
    customers: useCan('customer.read'),
    value: useCan('value.read'),
    warning: useCan('warning.read'),
    contact: useCan('contact.run'),
  }
  const hasFacts = view.target === 'customer' || view.target === 'attribute'
  const warning = useRead('GET /api/warning', {}, { enabled: may.warning && hasFacts })
  const { labels, model } = warning.data ?? {}
  const untrained = labels !== undefined && labels.rows > 0 && model === null
  const steps: (Step | false | null | undefined)[] = [
    untrained && {
      href: '/warning?tab=model',
      title: m.nextTrain,
      note: m.nextTrainNote(number(labels.rows), number(labels.leavers)),
    },
    model && { href: '/warning', title: m.nextWarning, note: m.nextWarningNote },
    may.value && view.target === 'bill' && { href: '/value', title: m.nextValue, note: m.nextValueNote },
    may.customers && { href: '/customers', title: m.nextCustomers, note: m.nextCustomersNote },
    may.contact && { href: '/', title: m.nextToday, note: m.nextTodayNote },
  ]
  const shown = steps.filter((step): step is Step => Boolean(step))
  if (view.figures.created + view.figures.updated === 0 || shown.length === 0) return null
  return (
    <Section title={m.next}>
      <Rows label={m.next}>
        {shown.map(({ href, title, note }) => (
          <Row key={href} note={note}>
            <Link href={href}>{title}</Link>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
