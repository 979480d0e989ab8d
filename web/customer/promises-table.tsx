import { useSession } from '#web/client/session.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { Icon, type IconName } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
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
export function PromisesTable({ rows }: { rows: readonly PromiseLine[] }) {
  const { ledgers: m } = useMessages(customerMessages)
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const wide = useWide('md')
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
  const opens = (row: PromiseLine) => (
    <Link quiet href={`/promises?${new URLSearchParams({ show: 'all', whose: 'all', q: row.what }).toString()}`}>
      {row.what}
    </Link>
  )
  const settled = (row: PromiseLine) => row.state !== 'open'
  const mark = (row: PromiseLine) => (
    <Icon name={icons[row.standing]} small className={tones[row.standing] || 'text-ink-3'} />
  )
  const toWhom = (row: PromiseLine) => row.toPerson?.name ?? row.customer.calledBy
  const standing = (row: PromiseLine) => (
    <span className={tones[row.standing]}>
      {m.standings[row.standing]}
      {settled(row) && row.owesWord && `${format.comma}${m.untold}`}
      {settled(row) && row.toldAt !== null && `${format.comma}${m.told}`}
    </span>
  )
  if (!wide)
    return (
      <Rows>
        {rows.map((row) => (
          <Row
            key={row.id}
            lead={mark(row)}
            end={dueText(row)}
            note={
              <>
                {toWhom(row)} · {row.owner.name} · {standing(row)}
              </>
            }
          >
            {opens(row)}
          </Row>
        ))}
      </Rows>
    )
  return (
    <Table
      label={m.promises}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'icon', title: '', width: '24px', render: mark },
        { key: 'what', title: m.promised, render: opens },
        { key: 'to', title: m.toWhom, quiet: true, render: toWhom },
        { key: 'owner', title: m.doer, quiet: true, render: (row) => row.owner.name },
        { key: 'standing', title: m.standing, render: standing },
        { key: 'due', title: m.due, num: true, render: dueText },
      ]}
    />
  )
}
