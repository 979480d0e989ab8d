import { type ReactNode, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { Tier } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { departureWords } from './departures-screen.tsx'
import { departureMessages } from './messages.ts'

type Shown = Reply<Contract['GET /api/departures/:id']>
export type HandedOver = Shown['rows'][number]

type Props = {
  departure: Shown
  /** What stands on the card, joined by the page. */ card: (customerId: string) => ReactNode
}

/** The hand-over list: each customer with what is owed to them next, until all are told and met. */
export function DepartureScreen({ departure, card }: Props) {
  const m = useMessages(departureMessages)
  const language = useLanguage()
  const format = useFormat()
  const [open, setOpen] = useState<HandedOver | null>(null)
  const current = departure.rows.find(({ customerId }) => customerId === open?.customerId) ?? null
  return (
    <div className="px-4 lg:px-6">
      <header className="py-3">
        <h1 className="t16">{m.person(departure.person.name)}</h1>
        <p className="t13 text-ink-2">
          {m.left(format.day(departure.leftOn))} · {sentence(departureWords[language], departure.progress)}
        </p>
      </header>
      <ul aria-label={m.list} className="border-t border-line-2">
        {departure.rows.map((row) => (
          <CustomerRow key={row.customerId} row={row} onCard={() => setOpen(row)} />
        ))}
      </ul>
      {current && (
        <Drawer title={m.card.of(current.calledBy)} isOpen onClose={() => setOpen(null)}>
          <div className="grid gap-3 pt-2">
            {card(current.customerId)}
            <CardActs departureId={departure.id} row={current} onDone={() => setOpen(null)} />
          </div>
        </Drawer>
      )}
    </div>
  )
}

function CustomerRow({ row, onCard }: { row: HandedOver; onCard: () => void }) {
  const m = useMessages(departureMessages)
  const language = useLanguage()
  const { today } = useSession()
  const format = useFormat()
  const wide = useWide('md')
  const { next } = row
  const day = (on: string): string => format.shortDay(on, today)
  return (
    <li
      aria-label={row.calledBy}
      className="t13 flex flex-wrap items-center gap-x-3 gap-y-1.5 border-b border-line py-2 max-md:py-2.5"
    >
      <span className="min-w-0 flex-1 basis-64">
        <span className="flex items-center gap-1.5">
          <Link href={`/customers/${row.customerId}`} quiet className="flex-none font-strong">
            {row.calledBy}
          </Link>
          {row.tier !== null && <Tier letter={row.tier} />}
          <span className={next?.overdue ? 'text-red' : next ? 'text-ink-2' : 'text-jade'}>
            {next ? format.shortDays(sentence(departureWords[language], next.said), today) : m.done}
          </span>
        </span>
        <span className="t12 block pt-0.5 text-ink-3">
          {[
            m.took(row.takenBy.name),
            row.cardReadOn ? m.read(day(row.cardReadOn)) : m.unread,
            row.toldOn && m.told(day(row.toldOn)),
            row.metOn && m.met(day(row.metOn)),
          ]
            .filter(Boolean)
            .join(' · ')}
          {next?.overdue && <span className="text-red"> · {m.overdue}</span>}
        </span>
      </span>
      <Button size={wide ? 's' : 'm'} aria-label={m.card.openOf(row.calledBy)} onPress={onCard}>
        {m.card.open}
      </Button>
    </li>
  )
}

type ActsProps = { departureId: string; row: HandedOver; onDone: () => void }

function CardActs({ departureId, row, onDone }: ActsProps) {
  const { card: m } = useMessages(departureMessages)
  const errorText = useErrorText()
  const write = useWrite('POST /api/departures/:id/cards/:customerId')
  const confirm = (): void =>
    write.mutate(
      { params: { id: departureId, customerId: row.customerId } },
      {
        onSuccess: () => {
          notify({ text: m.confirmed })
          onDone()
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  return (
    <div className="flex flex-wrap items-center gap-3">
      {row.mayRead && row.cardReadOn === null && (
        <Button kind="go" isPending={write.isPending} onPress={confirm}>
          {m.confirm}
        </Button>
      )}
      {row.mayRead && row.toldOn === null && (
        <Link href={`/scripts?of=texts&key=core%2Fhandover-note&customer=${row.customerId}`}>{m.message}</Link>
      )}
      <Link href={`/customers/${row.customerId}`}>{m.page}</Link>
    </div>
  )
}
