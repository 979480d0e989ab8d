import { useNavigate, useParams, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { dayAloud } from '#domain/playbook/run-facts.ts'
import { useCustomerView } from '#web/client/customer-view.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { CallOff, HoldAfterAll } from '#web/event/call-off.tsx'
import { EventForm } from '#web/event/event-form.tsx'
import { EventScreen } from '#web/event/event-screen.tsx'
import type { EventShown, GuestLine } from '#web/event/event-types.ts'
import { eventMessages } from '#web/event/messages.ts'
import { useWritten } from '#web/event/use-guest.ts'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { useStartContact } from '#web/playbook/start-contact.ts'
import { InvitationWords } from '#web/script/invitation-words.tsx'
import { SightMenu } from '#web/staff/sight-menu.tsx'
import { Button } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { ErrorState, SkeletonBrief } from '#web/ui/states.tsx'
import { Page } from '../shell.tsx'

/** One club event with its guest list [S-05]. */
export function EventPage() {
  const m = useMessages(eventMessages)
  const { id } = useParams({ from: '/signed-in/events/$id' })
  const { today } = useSession()
  const [changing, setChanging] = useState(false)
  const { data, error, refetch } = useRead('GET /api/events/:id', { params: { id } })
  const { on: turned } = useCustomerView()
  const gone = error?.status === 404
  const mayChange = data?.mayChange && today <= data.onDay
  return (
    <Page
      title={<Link href="/events">{m.title}</Link>}
      acts={
        data && (
          <>
            {mayChange && data.calledOff && <HoldAfterAll event={data} />}
            {mayChange && !data.calledOff && (
              <>
                <CallOff event={data} />
                <Button icon="edit" onPress={() => setChanging(true)}>
                  {m.form.change}
                </Button>
              </>
            )}
            {!turned && <SightMenu kind="event" id={id} />}
          </>
        )
      }
    >
      {error && !data && (
        <ErrorState {...(gone ? m.gone : m.failed)} onRetry={gone ? undefined : () => void refetch()} />
      )}
      {!error && !data && <SkeletonBrief />}
      {data && <Guests event={data} />}
      {data && changing && (
        <EventForm event={data} onClose={() => setChanging(false)} onSaved={() => setChanging(false)} />
      )}
    </Page>
  )
}

type Way = { agreedTime?: true; override?: { reason: string } }

function Guests({ event }: { event: EventShown }) {
  const filter = useSearch({ from: '/signed-in/events/$id' })
  const navigate = useNavigate()
  const { today } = useSession()
  const contact = useStartContact()
  const { written, takenBack } = useWritten(event.id)
  const [asked, setAsked] = useState<GuestLine | null>(null)
  const [writing, setWriting] = useState<GuestLine | null>(null)
  const start = (guest: GuestLine, way: Way = {}): void => {
    const { task, customerId } = guest
    if (!task) return
    setAsked(guest)
    contact.start({
      customerId,
      direction: 'outbound',
      channel: task.playbook === 'event-day' ? 'event' : 'call',
      playbook: task.playbook,
      occasions: [{ kind: 'task', recordId: `${task.id}/${task.dueOn}` }],
      ...way,
    })
  }
  return (
    <>
      <EventScreen
        event={event}
        filter={filter}
        onFilter={(search) => void navigate({ to: '/events/$id', params: { id: event.id }, search, replace: true })}
        onStart={(guest) => start(guest)}
        onWrite={setWriting}
        refusal={
          contact.refused &&
          asked && (
            <section aria-label={asked.calledBy} className="grid gap-1 pb-3">
              <h2 className="t13">{asked.calledBy}</h2>
              <GateRefusal
                refused={contact.refused}
                onAgreed={() => start(asked, { agreedTime: true })}
                onOverride={(reason) => start(asked, { override: { reason } })}
              />
            </section>
          )
        }
      />
      {writing && (
        <InvitationWords
          customerId={writing.customerId}
          invited={{
            what: event.title,
            day: { zh: dayAloud(event.onDay, today, 'zh'), en: dayAloud(event.onDay, today, 'en') },
            place: event.place,
          }}
          onClose={() => setWriting(null)}
          onCopied={() => {
            written(writing)
            setWriting(null)
          }}
          onTakenBack={() => takenBack(writing)}
        />
      )}
    </>
  )
}
