import { shownState } from '#domain/expectation/board.ts'
import { expectationStateNames as en } from '#domain/expectation/words.en.ts'
import { expectationStateNames as zh } from '#domain/expectation/words.zh.ts'
import { useSession } from '#web/client/session.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { type Can, CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { Table } from '#web/ui/table.tsx'
import type { ExpectationLine } from './customer-types.ts'
import { customerMessages } from './messages.ts'

const stateNames = { zh, en }
const marks: Record<NonNullable<ExpectationLine['can']>, Can> = { can: 'yes', partly: 'partly', cannot: 'no' }

/** What a customer wants, in the customer's own order, and how far we have come with each. */
export function ExpectationsTable({ rows }: { rows: readonly ExpectationLine[] }) {
  const { ledgers: m } = useMessages(customerMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const wide = useWide('md')
  if (rows.length === 0) return <p className="t13 py-2 text-ink-3">{m.noExpectations}</p>
  const canText = (row: ExpectationLine) =>
    row.can ? (
      <CanMark can={marks[row.can]}>{m.cans[row.can]}</CanMark>
    ) : (
      <span className="text-ink-3">{m.cans.none}</span>
    )
  const stateText = (row: ExpectationLine) => {
    const wording = row.agreedWording ?? row.offer
    const standing = stateNames[language][shownState(row)]
    if (wording.startsWith(standing)) return wording
    return (
      <>
        <span className={row.state === 'resetting' ? 'text-amber' : ''}>{standing}</span>
        {wording && `${format.colon}${wording}`}
      </>
    )
  }
  const who = (row: ExpectationLine) => row.saidBy?.name ?? row.customer.calledBy
  const updated = (row: ExpectationLine) => format.shortDay(format.dayOf(row.updatedAt), today)
  if (!wide)
    return (
      <Rows ordered>
        {rows.map((row, index) => (
          <Row
            key={row.id}
            lead={index + 1}
            end={canText(row)}
            note={
              <>
                {who(row)} · {stateText(row)} · {updated(row)}
              </>
            }
          >
            {row.what}
          </Row>
        ))}
      </Rows>
    )
  return (
    <Table
      label={m.expectations}
      rows={rows}
      rowKey={(row) => row.id}
      columns={[
        { key: 'rank', title: '', width: '24px', quiet: true, render: (_, index) => index + 1 },
        { key: 'what', title: m.what, render: (row) => row.what },
        { key: 'who', title: m.whoSaid, quiet: true, render: who },
        { key: 'can', title: m.can, render: canText },
        { key: 'state', title: m.state, render: stateText },
        {
          key: 'updated',
          title: m.updated,
          num: true,
          quiet: true,
          render: updated,
        },
      ]}
    />
  )
}
