import { addMonths } from '#domain/kernel/day.ts'
import { useRead } from '#web/client/query.ts'
import type { LiveRun } from '#web/playbook/use-run.ts'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { visitPageMessages } from './messages.ts'

const BILLS = 3
const SIGHTINGS = 2

/** What to know before going [S-33][S-40]: the last bills of the customer and of the firm, what is owed, what competitors do there. */
export function Known({ live }: { live: LiveRun }) {
  const { known: m } = useMessages(visitPageMessages)
  const { id } = live.run.customer
  const isPerson = live.run.customer.kind === 'person'
  const group = useRead('GET /api/customers/:id/group', { params: { id } }, { enabled: isPerson }).data?.group ?? null
  return (
    <div className="grid gap-x-7 gap-y-2 lg:grid-cols-2">
      <Section level={3} title={m.bills} remark={m.billsRemark}>
        <table className="t13 w-full">
          <tbody>
            <Bills id={id} name={m.own} />
            {group && <Bills id={group.id} name={m.ofGroup} href={`/customers/${group.id}`} label={group.name} />}
          </tbody>
        </table>
      </Section>
      <Owed live={live} />
      <Rivals live={live} groupId={group?.id ?? null} />
    </div>
  )
}

function Bills({ id, name, href, label }: { id: string; name: string; href?: string; label?: string }) {
  const { known: m } = useMessages(visitPageMessages)
  const format = useFormat()
  const { data } = useRead('GET /api/customers/:id/bills', { params: { id } })
  const months = data?.months ?? []
  const newest = months.at(-1)?.month
  const shown = newest === undefined ? [] : Array.from({ length: BILLS }, (_, i) => addMonths(newest, i + 1 - BILLS))
  const paid = (month: string): string => {
    const fen = months.find((one) => one.month === month)?.totalFen
    return fen === undefined ? '—' : format.number(Math.round(fen / 100))
  }
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1.5 pr-2 text-left font-normal text-ink-3">
        {href === undefined ? (
          name
        ) : (
          <Link quiet href={href} {...(label === undefined ? {} : { 'aria-label': label })}>
            {name}
          </Link>
        )}
      </th>
      {shown.map((month) => (
        <td key={month} className="py-1.5 text-right whitespace-nowrap tabular-nums">
          <span className="t12 text-ink-3">{format.month(month)}</span> {paid(month)}
        </td>
      ))}
      {data && shown.length === 0 && (
        <td className="py-1.5 text-right text-ink-3" colSpan={BILLS}>
          {m.noBills}
        </td>
      )}
    </tr>
  )
}

/** Promises made before this visit and still open, with their days. */
export const useOwed = ({ run }: LiveRun) =>
  useRead('GET /api/customers/:id/promises', { params: { id: run.customer.id } }).data?.rows.filter(
    ({ state }) => state === 'open',
  )

export function OwedRows({ live, label }: { live: LiveRun; label: string }) {
  const format = useFormat(live.timeZone)
  return (
    <Rows label={label}>
      {useOwed(live)?.map(({ id, what, dueAt, standing }) => (
        <Row
          key={id}
          lead={<Icon name="promise" small />}
          end={
            <span className={standing === 'overdue' ? 'text-red' : 'text-ink-3'}>
              {format.shortDay(format.dayOf(dueAt), live.today)}
            </span>
          }
        >
          {what}
        </Row>
      ))}
    </Rows>
  )
}

function Owed({ live }: { live: LiveRun }) {
  const { known: m } = useMessages(visitPageMessages)
  const owed = useOwed(live)
  return (
    <Section level={3} title={m.promises}>
      {owed?.length === 0 && <p className="t13 py-1.5 text-ink-3">{m.noPromises}</p>}
      <OwedRows live={live} label={m.promises} />
    </Section>
  )
}

function Rivals({ live, groupId }: { live: LiveRun; groupId: string | null }) {
  const { known: m } = useMessages(visitPageMessages)
  const format = useFormat()
  const params = { id: groupId ?? live.run.customer.id }
  const sightings = useRead('GET /api/customers/:id/file', { params }).data?.sightings
  return (
    <Section level={3} title={m.rivals}>
      {sightings?.length === 0 && <p className="t13 py-1.5 text-ink-3">{m.noRivals}</p>}
      <Rows label={m.rivals}>
        {sightings?.slice(0, SIGHTINGS).map(({ id, competitor, what, seenOn }) => (
          <Row key={id} end={<span className="text-ink-3">{format.shortDay(seenOn, live.today)}</span>}>
            {[competitor, what].filter(Boolean).join(format.colon)}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
