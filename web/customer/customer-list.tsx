import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Table } from '#web/ui/table.tsx'
import { customerMessages } from './messages.ts'

/** The list of customers the reader may see. */
export function CustomerList() {
  const m = useMessages(customerMessages)
  const format = useFormat()
  const list = useRead('GET /api/customers', { query: {} }, { keep: true })
  if (!list.data) return null
  if (list.data.rows.length === 0) return <p className="p-5 text-ink-3">{m.none}</p>
  return (
    <div className="px-5">
      <p className="t12 py-2 text-ink-3">{m.found(list.data.count.value, list.data.count.capped)}</p>
      <Table
        label={m.title}
        rows={list.data.rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            title: m.columns.name,
            render: (row) => <Link href={`/customers/${row.id}`}>{row.addressForm ?? row.name}</Link>,
          },
          { key: 'tier', title: m.columns.tier, render: (row) => row.tier },
          {
            key: 'value',
            title: m.columns.value,
            num: true,
            render: (row) => row.paid12Fen !== null && format.money(row.paid12Fen),
          },
          {
            key: 'risk',
            title: m.columns.risk,
            num: true,
            render: (row) => row.risk !== null && format.percent(row.risk),
          },
          { key: 'manager', title: m.columns.manager, render: (row) => row.manager?.name, quiet: true },
          { key: 'phone', title: m.columns.phone, render: (row) => row.phone, num: true },
        ]}
      />
    </div>
  )
}
