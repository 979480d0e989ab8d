import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { addDays, type Day, weekdayOf } from '#domain/kernel/day.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { craftMessages } from './craft-messages.ts'

type Note = Reply<Contract['GET /api/outlets/market-notes']>['notes'][number]

/** What a week of visits found out, laid together by street [K-33]. `from` is its Monday. */
export function MarketWeek({ from, onWeek }: { from: Day; onWeek: (from: Day) => void }) {
  const { market: m } = useMessages(craftMessages)
  const format = useFormat()
  const errorText = useErrorText()
  const to = addDays(from, 6)
  const read = useRead('GET /api/outlets/market-notes', { query: { from, to } })
  const streets = Map.groupBy(read.data?.notes ?? [], ({ street }) => street ?? '')
  const sorted = [...streets].toSorted(([a, some], [b, others]) => others.length - some.length || (a < b ? -1 : 1))
  return (
    <div className="flex flex-col gap-3 px-4 py-2 lg:px-6">
      <div className="flex items-center gap-2">
        <IconButton icon="left" label={m.before} kind="bare" onPress={() => onWeek(addDays(from, -7))} />
        <span className="t13 tabular-nums">{m.weekOf(format.day(from), format.day(to))}</span>
        <IconButton icon="right" label={m.after} kind="bare" onPress={() => onWeek(addDays(from, 7))} />
      </div>
      {read.error && <ErrorState title={m.failed} remedy={errorText(read.error)} onRetry={() => void read.refetch()} />}
      {read.isPending && <SkeletonRows rows={6} />}
      {read.data?.notes.length === 0 && <EmptyState icon="outlet" title={m.noWeek} hint={m.noWeekHint} />}
      {sorted.map(([street, notes]) => (
        <Section key={street} title={street || m.noStreet} remark={m.count(notes.length)} className="lg:max-w-[832px]">
          <Rows>
            {notes.map((note) => (
              <NoteRow key={note.id} note={note} />
            ))}
          </Rows>
        </Section>
      ))}
    </div>
  )
}

function NoteRow({ note }: { note: Note }) {
  const { market: m } = useMessages(craftMessages)
  const format = useFormat()
  const { today } = useSession()
  return (
    <Row
      note={[m.kinds[note.kind], format.shortDay(note.seenOn, today), note.notedBy].join(' · ')}
      end={<Link href={`/customers/${note.customer.id}`}>{note.customer.name}</Link>}
    >
      <span className="text-ink-3">{m.topics[note.topic]}</span> {note.what}
    </Row>
  )
}

/** The Monday of a day's week. */
export const mondayOf = (day: Day): Day => addDays(day, 1 - weekdayOf(day))
