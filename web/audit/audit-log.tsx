import { useEffect } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { withoutName } from '#domain/audit/kept-quiet.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useReadPages } from '#web/client/query.ts'
import { useWhen } from '#web/client/use-when.ts'
import { Button } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { Icon } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { AuditFilters, type AuditFilter } from './audit-filters.tsx'
import { auditMessages } from './messages.ts'
import { useActName } from './words.ts'

/** What was just done is sealed by then. */
const SEALED_WITHIN_MS = 4000

type Entry = Reply<Contract['GET /api/audit']>['rows'][number]

/** What was done, newest first, a page at a time. */
export function AuditLog({ filter, onFilter }: { filter: AuditFilter; onFilter: (filter: AuditFilter) => void }) {
  const m = useMessages(auditMessages)
  const errorText = useErrorText()
  const read = useReadPages('GET /api/audit', { query: filter })
  const rows = read.data?.pages.flatMap((page) => page.rows) ?? []
  const { refetch } = read
  const unsealed = rows.some(({ sealed }) => !sealed)
  useEffect(() => {
    if (!unsealed) return
    const again = setInterval(() => void refetch(), SEALED_WITHIN_MS)
    return () => clearInterval(again)
  }, [unsealed, refetch])
  const customer = rows.find((row) => row.customer?.id === filter.customerId)?.customer?.name ?? null
  return (
    <>
      <AuditFilters filter={filter} onFilter={onFilter} customer={customer} />
      {read.error && <ErrorState title={errorText(read.error)} remedy="" onRetry={() => void read.refetch()} />}
      {!read.data && !read.error && <SkeletonRows rows={10} />}
      {read.data && rows.length === 0 && <EmptyState icon="lock" title={m.none} hint={m.noneHint} />}
      {rows.length > 0 && <Entries rows={rows} />}
      {read.hasNextPage && (
        <div className="py-3">
          <Button isPending={read.isFetchingNextPage} onPress={() => void read.fetchNextPage()}>
            {m.more}
          </Button>
        </div>
      )}
    </>
  )
}

function Entries({ rows }: { rows: readonly Entry[] }) {
  const m = useMessages(auditMessages)
  const act = useActName()
  const when = useWhen()
  const wide = useWide('md')
  if (!wide)
    return (
      <Rows label={m.title}>
        {rows.map((row) => (
          <Row
            key={row.id}
            note={[when(row.at), nameIn(row, m), row.customer?.name].filter(Boolean).join(' · ')}
            end={<Sealed row={row} />}
          >
            {act(row.action)}
            <About row={row} />
          </Row>
        ))}
      </Rows>
    )
  return (
    <Table<Entry>
      label={m.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'at', title: m.columns.at, width: '8.5rem', render: ({ at }) => <time dateTime={at}>{when(at)}</time> },
        { key: 'who', title: m.columns.who, width: '7rem', render: (row) => nameIn(row, m) },
        {
          key: 'what',
          title: m.columns.what,
          render: (row) => (
            <>
              {act(row.action)}
              <About row={row} />
            </>
          ),
        },
        {
          key: 'customer',
          title: m.columns.customer,
          render: ({ customer }) =>
            customer && (
              <Link quiet href={`/customers/${customer.id}`}>
                {customer.name}
              </Link>
            ),
        },
        { key: 'sealed', title: m.columns.sealed, width: '4rem', render: (row) => <Sealed row={row} /> },
      ]}
    />
  )
}

type Words = { bySystem: string; quiet: string }

const nameIn = ({ by, action }: Entry, words: Words): string =>
  by?.name ?? (withoutName.includes(action) ? words.quiet : words.bySystem)

/** What stands behind the act: how much was changed, why, or that it had to go. */
function About({ row }: { row: Entry }) {
  const m = useMessages(auditMessages)
  const said = [
    row.changed > 0 ? m.changed(row.changed) : null,
    row.reason ? m.reason(row.reason) : null,
    row.erased ? m.erased : null,
    withoutName.includes(row.action) ? m.quietWhy : null,
  ].filter(Boolean)
  return said.length > 0 && <span className="ml-2 text-ink-3">{said.join(' · ')}</span>
}

function Sealed({ row }: { row: Entry }) {
  const m = useMessages(auditMessages)
  return row.sealed ? (
    <>
      <Icon name="lock" small className="text-ink-3" />
      <span className="sr-only">{m.columns.sealed}</span>
    </>
  ) : (
    <span className="t12 text-ink-3">{m.waiting}</span>
  )
}
