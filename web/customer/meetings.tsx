import * as en from '#domain/schedule/words.en.ts'
import * as zh from '#domain/schedule/words.zh.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import type { Customer } from './customer-types.ts'
import { customerMessages } from './messages.ts'

const words = { zh, en }

/** The next meeting first, then the latest of what is over; nothing where nothing was ever agreed. */
export function Meetings({ customer, customerView }: { customer: Customer; customerView: boolean }) {
  const { meetings: m } = useMessages(customerMessages)
  const { appointmentStateNames, appointmentWayNames } = words[useLanguage()]
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  const { data } = useRead('GET /api/customers/:id/appointments', { params: { id: customer.id } })
  // What was called off or missed is between us and our own calendar; the customer is shown what is agreed.
  const rows = (data?.rows ?? []).filter(({ state }) => !customerView || state === 'agreed' || state === 'done')
  if (rows.length === 0) return null
  const next = rows.find(({ state }) => state === 'agreed' || state === 'planned' || state === 'arrived')
  return (
    <Section title={m.title} end={!customerView && <Link href="/calendar">{m.calendar}</Link>}>
      <Rows>
        {rows.map(({ id, way, startsAt, place, state, owner, untold }) => {
          const day = format.dayOf(startsAt)
          const when = `${format.shortDay(day, today)} ${format.time(startsAt)} ${appointmentWayNames[way]}`
          return (
            <Row
              key={id}
              lead={<Icon name={way === 'visit' ? 'visit' : 'phone'} small className="text-ink-3" />}
              note={[place, owner.name].filter(Boolean).join(' · ')}
              end={
                untold && !customerView ? (
                  <span className="text-amber">{m.untold}</span>
                ) : (
                  <span className="text-ink-3">
                    {id === next?.id && `${m.next} · `}
                    {appointmentStateNames[state]}
                  </span>
                )
              }
            >
              {customerView ? (
                when
              ) : (
                <Link quiet href={`/calendar?${new URLSearchParams({ day, id, whose: 'all' }).toString()}`}>
                  {when}
                </Link>
              )}
            </Row>
          )
        })}
      </Rows>
    </Section>
  )
}
