import { useRead } from '#web/client/query.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { FormRows } from './form-rows.tsx'
import { formMessages } from './messages.ts'

const SHOWN = 5

/** What was filled in for a customer, the newest first. */
export function CustomerForms({ customerId }: { customerId: string }) {
  const { onCustomer: m, begin } = useMessages(formMessages)
  const forms = useRead('GET /api/forms', { query: { customerId } })
  const rows = forms.data?.rows ?? []
  return (
    <Section
      title={m.title}
      end={
        <span className="flex gap-3">
          {rows.length > SHOWN && <Link href={`/forms?customer=${customerId}`}>{m.all}</Link>}
          <Link href={`/forms/new?customer=${customerId}`}>{begin}</Link>
        </span>
      }
    >
      {!forms.data && <SkeletonRows rows={2} />}
      {forms.data && rows.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <FormRows rows={rows.slice(0, SHOWN)} withoutCustomer />
    </Section>
  )
}
