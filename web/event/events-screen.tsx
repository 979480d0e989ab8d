import { guestStates } from '#domain/event/guest.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState, ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { type EventLine, type EventsFilter, stateNames } from './event-types.ts'
import { eventMessages } from './messages.ts'

type Props = { filter: EventsFilter; onFilter: (filter: EventsFilter) => void; onAdd: () => void }

const shows = ['ahead', 'past'] as const

/** Club events to come, soonest first, and those that were. */
export function EventsScreen({ filter, onFilter, onAdd }: Props) {
  const m = useMessages(eventMessages)
  const show = filter.show ?? 'ahead'
  const { data, error, refetch } = useRead('GET /api/events', { query: { show } }, { keep: true })
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  return (
    <div className="flex min-w-0 flex-col px-4 lg:px-6">
      <div className="border-b border-line">
        <SegmentedTabs
          label={m.showLabel}
          selected={show}
          onSelect={(id) => onFilter({ show: shows.find((one) => one === id) })}
          items={shows.map((id) => ({ id, label: m.shows[id], count: data?.counts[id] }))}
        />
      </div>
      {!data && <SkeletonRows rows={6} />}
      {data && data.rows.length === 0 && (
        <EmptyState {...(show === 'ahead' ? m.none : m.nonePast)} icon="team">
          {show === 'ahead' && (
            <Button kind="go" onPress={onAdd}>
              {m.add}
            </Button>
          )}
        </EmptyState>
      )}
      {data && data.rows.length > 0 && (
        <Rows label={m.shows[show]}>
          {data.rows.map((event) => (
            <EventRow key={event.id} event={event} />
          ))}
        </Rows>
      )}
    </div>
  )
}

function EventRow({ event }: { event: EventLine }) {
  const m = useMessages(eventMessages)
  const language = useLanguage()
  const when = useWhen()
  const total = guestStates.reduce((sum, state) => sum + event.counts[state], 0)
  const figures = guestStates
    .filter((state) => event.counts[state] > 0)
    .map((state) => m.count(stateNames[language][state], event.counts[state]))
  return (
    <Row
      note={
        <>
          {[when(event), event.place, m.by(event.setBy)].join(' · ')}
          <span className="block">{[m.guests(total), ...figures].join(' · ')}</span>
        </>
      }
      end={event.calledOff ? <span className="text-amber">{m.off}</span> : event.own > 0 && m.own(event.own)}
    >
      <Link href={`/events/${event.id}`} quiet className="font-strong">
        {event.title}
      </Link>
    </Row>
  )
}

/** Day and hour of an event, as they are said. */
export const useWhen = (): ((event: Pick<EventLine, 'onDay' | 'startsAt'>) => string) => {
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  return ({ onDay, startsAt }) => [format.day(onDay), startsAt].filter(Boolean).join(' ')
}
