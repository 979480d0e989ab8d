import type { ReactNode } from 'react'
import { guestStates } from '#domain/event/guest.ts'
import { useSession } from '#web/client/session.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Banner, EmptyState } from '#web/ui/states.tsx'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { asTicked, useTicks } from './as-ticked.ts'
import { Candidates } from './candidates.tsx'
import { type EventFilter, type EventShown, guestShows, isShown } from './event-types.ts'
import { useWhen } from './events-screen.tsx'
import { type GuestActs, GuestRow } from './guest-row.tsx'
import { eventMessages } from './messages.ts'
import { useGuestMove, useListing } from './use-guest.ts'

type Props = Pick<GuestActs, 'onStart' | 'onWrite'> & {
  event: EventShown
  filter: EventFilter
  onFilter: (filter: EventFilter) => void
  /** The gate said no to a contact: why, and what can be done. */
  refusal?: ReactNode
}

/** One event: its guests with what comes next for each; beside them, as long as it is to come, who else could be asked. */
export function EventScreen({ event: read, filter, onFilter, onStart, onWrite, refusal }: Props) {
  const m = useMessages(eventMessages)
  const { today } = useSession()
  const when = useWhen()
  const event = asTicked(read, useTicks(), today)
  const onMove = useGuestMove(event)
  const { strike } = useListing(event.id)
  const show = filter.show ?? 'all'
  const rows = event.guests.filter((guest) => isShown(guest, show))
  const total = guestStates.reduce((sum, state) => sum + event.counts[state], 0)
  const held = total - event.counts.declined - event.counts.absent
  const open = !event.calledOff && today <= event.onDay
  return (
    <div className={open ? 'lg:grid lg:min-h-full lg:grid-cols-[minmax(0,1fr)_384px]' : ''}>
      <div className="flex min-w-0 flex-col px-4 lg:px-6">
        <header className="py-3">
          <h1 className="t16">{event.title}</h1>
          <p className="t13 text-ink-2">{[when(event), event.place, m.seats(held, event.seats)].join(' · ')}</p>
        </header>
        {event.calledOff && <Banner tone="soon">{m.off}</Banner>}
        {refusal}
        <div className="overflow-x-auto border-b border-line">
          <SegmentedTabs
            label={m.list.label}
            selected={show}
            onSelect={(id) => onFilter({ show: guestShows.find((one) => one === id) })}
            items={guestShows.map((id) => ({
              id,
              label: m.list.shows[id],
              count: event.guests.filter((guest) => isShown(guest, id)).length,
            }))}
          />
        </div>
        {rows.length === 0 && <EmptyState title={m.list.none} hint={m.list.noneHint} icon="people" />}
        <ul aria-label={m.list.title}>
          {rows.map((guest) => (
            <GuestRow
              key={guest.id}
              event={event}
              guest={guest}
              onMove={onMove}
              onStart={onStart}
              onWrite={onWrite}
              onStrike={(one) => strike(one, one.id)}
            />
          ))}
        </ul>
        {total > event.guests.length && (
          <p className="t12 py-2 text-ink-3">{m.list.others(total - event.guests.length)}</p>
        )}
      </div>
      {open && (
        <aside className="min-w-0 px-4 py-1 lg:border-l lg:border-line lg:px-6">
          <Candidates eventId={event.id} />
        </aside>
      )}
    </div>
  )
}
