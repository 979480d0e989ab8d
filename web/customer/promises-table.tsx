import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon, type IconName } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Table } from '#web/ui/table.tsx'
import type { PromiseLine } from './customer-types.ts'
import { customerMessages } from './messages.ts'

const icons: Record<PromiseLine['standing'], IconName> = {
  open: 'promise',
  today: 'clock',
  overdue: 'alert',
  kept: 'check',
  late: 'check',
  broken: 'x',
  withdrawn: 'x',
}
const tones: Record<PromiseLine['standing'], string> = {
  open: '',
  today: 'text-amber',
  overdue: 'text-red',
  kept: 'text-jade',
  late: 'text-jade',
  broken: 'text-red',
  withdrawn: 'text-ink-3',
}

/** What we promised, to whom, who does it, and how it stands; what is due soonest on top. */
export function PromisesTable({ rows, narrow = false }: { rows: readonly PromiseLine[]; narrow?: boolean }) {
  const { ledgers: m } = useMessages(customerMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  if (rows.length === 0) return <p className="t13 py-2 text-ink-3">{m.noPromises}</p>
  const dueText = (row: PromiseLine) => {
    const day = format.dayOf(row.dueAt)
    const urgent = row.standing === 'today' || row.standing === 'overdue'
    return (
      <span className={urgent ? `${tones[row.standing]} font-strong` : ''}>
        {format.shortDay(day, today)}
        {day === today && ` ${format.time(row.dueAt)}`}
      </span>
    )
  }
  const settled = (row: PromiseLine) => row.state !== 'open'
  return (
    <Table
      label={m.promises}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'icon',
          title: '',
          width: '24px',
          render: (row) => <Icon name={icons[row.standing]} small className={tones[row.standing] || 'text-ink-3'} />,
        },
        { key: 'what', title: m.promised, render: (row) => row.what },
        ...(narrow
          ? []
          : [
              {
                key: 'to',
                title: m.toWhom,
                quiet: true,
                render: (row: PromiseLine) => row.toPerson?.name ?? row.customer.calledBy,
              },
              { key: 'owner', title: m.doer, quiet: true, render: (row: PromiseLine) => row.owner.name },
            ]),
        {
          key: 'standing',
          title: m.standing,
          render: (row) => (
            <span className={tones[row.standing]}>
              {m.standings[row.standing]}
              {settled(row) && row.state !== 'withdrawn' && `${format.comma}${row.owesWord ? m.untold : m.told}`}
            </span>
          ),
        },
        { key: 'due', title: m.due, num: true, render: dueText },
      ]}
    />
  )
}
