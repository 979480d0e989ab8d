import type { QueryId } from '#domain/insight/figure.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { EmptyState } from '#web/ui/states.tsx'
import { Table, type TableColumn } from '#web/ui/table.tsx'
import { insightMessages } from './messages.ts'
import type { FigureRecord } from './team.ts'

type Column = TableColumn<FigureRecord>

/** The records behind a figure: exactly as many as it says, each with the customer it is about. */
export function RecordsList({ query, rows, total }: { query: QueryId; rows: readonly FigureRecord[]; total: number }) {
  const m = useMessages(insightMessages)
  const { number } = useFormat()
  const columns = useColumns(query)
  if (total === 0) return <EmptyState title={m.records.none} hint={m.records.noneHint} icon="calm" />
  return (
    <>
      <p className="t12 py-2 text-ink-3">
        {m.records.count(number(total))}
        {rows.length < total && `，${m.records.first(rows.length)}`}
      </p>
      <Table label={m.records.title[query]} columns={columns} rows={rows} rowKey={({ id }) => id} />
    </>
  )
}

function useColumns(query: QueryId): Column[] {
  const m = useMessages(insightMessages)
  const { branch, today } = useSession()
  const { shortDay, number } = useFormat()
  const shown = (at: string): string => shortDay(dayIn(new Date(at), branch.timeZone), today)
  const day = (at: string | null, otherwise: string) =>
    at === null ? <span className="text-ink-3">{otherwise}</span> : shown(at)
  /** What came after the day a promise was due says so: a title that says “not told before” stays true. */
  const against = (at: string | null, due: string | null) =>
    at !== null && due !== null && at > due ? m.records.late(shown(at)) : day(at, m.records.notYet)
  const customer: Column = {
    key: 'customer',
    title: m.records.customer,
    render: ({ customer }) =>
      customer ? (
        <Link href={`/customers/${customer.id}`}>{customer.name}</Link>
      ) : (
        <span className="text-ink-3">{m.records.hidden}</span>
      ),
  }
  const tier: Column = {
    key: 'tier',
    title: m.records.tier,
    render: ({ tier }) => tier && <Tier letter={tier} />,
  }
  const what: Column = { key: 'what', title: m.records.what, render: ({ what }) => what }
  const who: Column = { key: 'who', title: m.records.who, render: ({ who }) => who, quiet: true }
  const at = (title: string, otherwise = ''): Column => ({
    key: 'at',
    title,
    num: true,
    render: ({ at }) => day(at, otherwise),
  })
  if (query.startsWith('staff.'))
    return [
      who,
      { key: 'hours', title: m.records.hours, num: true, render: ({ hours }) => hours !== null && number(hours, 1) },
    ]
  if (query.startsWith('customers.')) return [tier, customer, who, at(m.records.last, m.records.never)]
  if (!query.startsWith('promises.'))
    return [customer, what, who, at(query === 'touches.made' ? m.records.at : m.records.due)]
  const promise = [customer, what, who, at(m.records.due)]
  if (query === 'promises.dueNow' || query === 'promises.untoldNow') return promise
  return [
    ...promise,
    { key: 'done', title: m.records.done, num: true, render: ({ done, at }) => against(done, at) },
    { key: 'told', title: m.records.told, num: true, render: ({ told, at }) => against(told, at) },
  ]
}
