import { useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { addDays } from '#domain/kernel/day.ts'
import { meetingRecord } from '#domain/worklist/from-appointments.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { aheadFor } from '#web/playbook/ahead.ts'
import { GateRefusal } from '#web/playbook/gate-refusal.tsx'
import { useStartContact } from '#web/playbook/start-contact.ts'
import { useAsMoved } from '#web/schedule/as-moved.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { SegmentedTabs } from '#web/ui/tabs.tsx'
import { ErrorState, SkeletonList } from '#web/ui/states.tsx'
import { fieldMessages } from '../field/messages.ts'
import { Pack } from '../field/pack.tsx'
import { ParcelList } from '../field/parcel-list.tsx'
import { StopList } from '../field/stop-list.tsx'
import { type Stop, stopsOf } from '../field/stops.ts'
import { calendarOf } from '../field/needs.ts'
import { useFieldDay } from '../field/use-field-day.ts'
import { useUnsent } from '../field/use-outbox.ts'
import { Page } from '../shell.tsx'

const days = ['today', 'tomorrow'] as const
type Which = (typeof days)[number]

/** A day outside: what is on this device, where to go, and what the server has not heard of yet. */
export function FieldPage() {
  const m = useMessages(fieldMessages)
  const errorText = useErrorText()
  const client = useQueryClient()
  const navigate = useNavigate()
  const { today } = useSession()
  const [which, setWhich] = useState<Which>('today')
  const day = which === 'today' ? today : addDays(today, 1)
  const format = useFormat()
  const field = useFieldDay()
  const unsent = useUnsent()
  const read = useRead('GET /api/calendar', calendarOf(day), { every: 60_000 })
  const round = useRead('GET /api/field-days/:day', { params: { day } })
  const moved = useAsMoved()
  const { start, pending, refused } = useStartContact()
  const [chosen, setChosen] = useState<Stop | null>(null)
  const begin = (stop: Stop, way: { agreedTime?: true; override?: { reason: string } } = {}): void => {
    if (stop.onRound)
      return void navigate({
        to: '/round',
        search: { day: which === 'today' ? undefined : day, shop: stop.customer.id },
      })
    setChosen(stop)
    const wish = wishFor(stop)
    // By what was taken along, so that it is the same with a network and without.
    start({ playbook: aheadFor(client, wish)?.playbook.id ?? usualAt(stop), ...wish, ...way })
  }
  const stops = stopsOf(read.data && { appointments: moved(read.data.appointments) }, round.data)
  return (
    <Page
      title={m.title}
      remark={format.day(day)}
      tabs={
        <SegmentedTabs
          label={m.whichDay}
          height={52}
          items={days.map((id) => ({ id, label: m.days[id] }))}
          selected={which}
          onSelect={(next) => setWhich(days.find((one) => one === next) ?? 'today')}
        />
      }
    >
      <div className="mx-auto flex max-w-2xl flex-col gap-4 px-4 py-3">
        {read.data && <Pack field={field} day={day} which={which} stops={stops} />}
        {chosen && refused && refused.status !== 0 && (
          <GateRefusal
            refused={refused}
            onAgreed={() => begin(chosen, { agreedTime: true })}
            onOverride={(reason) => begin(chosen, { override: { reason } })}
          />
        )}
        {read.data && (
          <StopList
            day={day}
            which={which}
            stops={stops}
            taken={field.taken}
            unsent={unsent}
            pending={pending}
            onStart={(stop) => begin(stop)}
          />
        )}
        {!read.data && read.error && (
          <ErrorState title={m.pack.unreachable} remedy={errorText(read.error)} onRetry={() => void read.refetch()} />
        )}
        {!read.data && !read.error && <SkeletonList rows={6} />}
        <ParcelList unsent={unsent} />
      </div>
    </Page>
  )
}

const usualAt = ({ customer }: Stop): string => (customer.kind === 'outlet' ? 'shop-round' : 'visit')

/** A visit as it was agreed, for the meeting in the calendar. */
const wishFor = ({ customer, personId, meeting }: Stop) => ({
  customerId: customer.id,
  direction: 'outbound' as const,
  channel: 'visit' as const,
  ...(personId === null ? {} : { contactPersonId: personId }),
  ...(meeting && {
    occasions: [{ kind: 'appointment', recordId: meetingRecord(meeting.id, new Date(meeting.startsAt)) }],
    // The customer has named this very time.
    agreedTime: meeting.state !== 'planned',
  }),
})
