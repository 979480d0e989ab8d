import { sentence } from '#domain/kernel/said.ts'
import { useRead } from '#web/client/query.ts'
import { BarSeries } from '#web/ui/charts/bar-series.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Banner, SkeletonRows } from '#web/ui/states.tsx'
import { valueMessages } from './messages.ts'

/** Why a customer stands in a tier: sentence by sentence, and the bills behind them. `linked`: to the customer's page. */
export function TierWhy({
  id,
  name,
  onClose,
  linked,
}: {
  id: string
  name: string
  onClose: () => void
  linked?: true
}) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const read = useRead('GET /api/customers/:id/tier', { params: { id } })
  const bills = read.data?.bills ?? []
  return (
    <Drawer isOpen title={m.explain.open(name)} onClose={onClose}>
      {!read.data && <SkeletonRows rows={6} />}
      {read.data?.stale && <Banner tone="soon">{m.stale}</Banner>}
      {read.data?.said.length === 0 && <p className="t13 py-3 text-ink-2">{m.explain.none}</p>}
      <Rows ordered label={m.explain.title} className="pt-2">
        {read.data?.said.map((said) => (
          <Row key={said.code}>{sentence(m.said, said)}</Row>
        ))}
      </Rows>
      {bills.length > 0 && (
        <Section title={m.explain.bills} className="pt-4">
          <BarSeries
            className="pt-2"
            summary={m.explain.bills}
            labelHead={m.explain.month}
            format={(yuan) => f.number(yuan)}
            bars={bills.map(({ month, paidFen }, i) => ({
              label: f.month(month),
              value: paidFen / 100,
              tone: i === bills.length - 1 ? 'now' : 'past',
              shown: i >= bills.length - 3,
            }))}
          />
        </Section>
      )}
      {linked && (
        <p className="pt-4">
          <Link href={`/customers/${id}`}>{m.explain.page}</Link>
        </p>
      )}
    </Drawer>
  )
}
