import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { stateNames } from './event-types.ts'
import { eventMessages } from './messages.ts'

const SHOWN = 5

/** The events a customer was asked to, and whether they came; nothing for one who never was. */
export function CustomerEvents({ customerId }: { customerId: string }) {
  const m = useMessages(eventMessages)
  const language = useLanguage()
  const { today, branch } = useSession()
  const format = useFormat(branch.timeZone)
  const rows = useRead('GET /api/customers/:id/events', { params: { id: customerId } }).data?.rows ?? []
  if (rows.length === 0) return null
  return (
    <Section title={m.onCustomer.title}>
      <Rows>
        {rows.slice(0, SHOWN).map((event) => (
          <Row
            key={event.eventId}
            note={`${format.shortDay(event.onDay, today)} · ${event.place}`}
            end={<span className="text-ink-2">{event.calledOff ? m.off : stateNames[language][event.state]}</span>}
          >
            <Link href={`/events/${event.eventId}`} quiet>
              {event.title}
            </Link>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
