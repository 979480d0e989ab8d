import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import { meetingRecord } from '#domain/worklist/from-appointments.ts'
import { useCan, useSession } from '#web/client/session.tsx'
import { QrCode } from '#web/ui/qr-code.tsx'
import { bearingMessages } from '#web/playbook/bearing/messages.ts'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { useStartContact } from '#web/playbook/start-contact.ts'
import {
  type CalendarAddress,
  type CalendarView,
  calendarViews,
  daysShown,
  type Meeting,
  stepDay,
} from '#web/schedule/calendar-line.ts'
import { type Beside, CalendarScreen } from '#web/schedule/calendar-screen.tsx'
import { Feeds } from '#web/schedule/feeds.tsx'
import { calendarMessages } from '#web/schedule/messages.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { Page } from '../shell.tsx'

/** Day, week and agenda of one person, or of everybody whose customers the reader may see. */
export function CalendarPage() {
  const m = useMessages(calendarMessages)
  const address = useSearch({ from: '/signed-in/calendar' })
  const navigate = useNavigate()
  const { today } = useSession()
  const format = useFormat()
  const wide = useWide('md')
  const [feeds, setFeeds] = useState(false)
  const [beside, setBeside] = useState<Beside>(address.id ? { is: 'meeting', id: address.id, asked: null } : null)
  const view: CalendarView = address.view ?? (wide ? 'week' : 'agenda')
  const day = address.day ?? today
  const days = daysShown(view, day)
  const [from, to] = [days[0] ?? day, days.at(-1) ?? day]
  const go = (change: CalendarAddress): void =>
    void navigate({ to: '/calendar', search: { ...address, ...change }, replace: true })
  const open = (next: Beside): void => {
    setBeside(next)
    if (next?.is === 'meeting' ? next.id !== address.id : address.id)
      go({ id: next?.is === 'meeting' ? next.id : undefined })
  }
  return (
    <Page
      title={m.title}
      remark={from === to ? format.day(from) : m.span(format.day(from), format.day(to))}
      // On a phone what was opened has the whole screen.
      {...((wide || beside === null) && {
        tabs: (
          <SegmentedTabs
            label={m.viewLabel}
            height={52}
            items={calendarViews.map((id) => ({ id, label: m.views[id] }))}
            selected={view}
            onSelect={(next) => go({ view: calendarViews.find((one) => one === next) })}
          />
        ),
      })}
      acts={<Acts {...{ view, day, address, go }} onBeside={open} onFeeds={() => setFeeds(true)} />}
    >
      <Screen
        view={view}
        day={day}
        whose={address.whose ?? 'own'}
        beside={beside}
        onBeside={open}
        onDay={(next) => go({ day: next === today ? undefined : next })}
      />
      {feeds && (
        <Drawer isOpen title={m.feed.title} side={wide ? 'right' : 'bottom'} onClose={() => setFeeds(false)}>
          <Feeds picture={(text) => <QrCode text={text} label={m.feed.title} />} />
        </Drawer>
      )}
    </Page>
  )
}

type ActsProps = {
  view: CalendarView
  day: string
  address: CalendarAddress
  go: (change: CalendarAddress) => void
  onBeside: (beside: Beside) => void
  onFeeds: () => void
}

function Acts({ view, day, address, go, onBeside, onFeeds }: ActsProps) {
  const m = useMessages(calendarMessages)
  const bearing = useMessages(bearingMessages)
  const navigate = useNavigate()
  const { today } = useSession()
  const all = address.whose === 'all'
  const show = (next: string): void => go({ day: next === today ? undefined : next })
  return (
    <>
      <IconButton icon="left" kind="bare" label={m.previous} onPress={() => show(stepDay(view, day, -1))} />
      <Button kind="bare" onPress={() => show(today)}>
        {m.today}
      </Button>
      <IconButton icon="right" kind="bare" label={m.next} onPress={() => show(stepDay(view, day, 1))} />
      <Button
        aria-pressed={all}
        className="max-md:hidden"
        onPress={() => go({ whose: all ? undefined : 'all', id: undefined })}
      >
        {m.whose[all ? 'all' : 'own']}
      </Button>
      {view === 'day' && <Button onPress={() => onBeside({ is: 'route' })}>{m.route}</Button>}
      <IconButton
        icon="person"
        kind="bare"
        label={bearing.open}
        className="max-md:hidden"
        onPress={() => void navigate({ to: '/bearing' })}
      />
      <IconButton icon="download" kind="bare" label={m.takeAlong} onPress={() => void navigate({ to: '/field' })} />
      <IconButton icon="upload" kind="bare" label={m.feeds} onPress={onFeeds} />
      <Button kind="go" icon="plus" onPress={() => onBeside({ is: 'new', begin: {} })}>
        {m.add}
      </Button>
    </>
  )
}

type ScreenProps = Omit<Parameters<typeof CalendarScreen>[0], 'onStart' | 'refusal'>

/** The days, with the contact a meeting was agreed for one press away. */
function Screen(props: ScreenProps) {
  const contact = useStartContact()
  const may = useCan('contact.run')
  const [meeting, setMeeting] = useState<Meeting | null>(null)
  const start = (chosen: Meeting, way: { agreedTime?: true; override?: { reason: string } } = {}): void => {
    setMeeting(chosen)
    const { id, customer, person, startsAt, state } = chosen
    contact.start({
      customerId: customer.id,
      direction: 'outbound',
      channel: chosen.way,
      occasions: [{ kind: 'appointment', recordId: meetingRecord(id, new Date(startsAt)) }],
      // The customer has named this very time.
      agreedTime: state !== 'planned',
      ...(person ? { contactPersonId: person.id } : {}),
      ...way,
    })
  }
  return (
    <CalendarScreen
      {...props}
      {...(may ? { onStart: (chosen: Meeting) => start(chosen) } : {})}
      refusal={
        contact.refused &&
        meeting && (
          <div className="px-4 py-3">
            <GateRefusal
              refused={contact.refused}
              onAgreed={() => start(meeting, { agreedTime: true })}
              onOverride={(reason) => start(meeting, { override: { reason } })}
            />
          </div>
        )
      }
    />
  )
}
