import { type FormEvent, useState } from 'react'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type EventShown, refusals } from './event-types.ts'
import { eventMessages } from './messages.ts'

type Props = { event: EventShown | null; onClose: () => void; onSaved: (id: string) => void }

/** A new event, or another day, hour or place of one: with the word that then everybody has to be told. */
export function EventForm({ event, onClose, onSaved }: Props) {
  const { form: m } = useMessages(eventMessages)
  return (
    <Drawer title={event ? m.change : m.add} isOpen onClose={onClose}>
      <Fields event={event} onSaved={onSaved} />
    </Drawer>
  )
}

function Fields({ event, onSaved }: Pick<Props, 'event' | 'onSaved'>) {
  const { form: m } = useMessages(eventMessages)
  const { today } = useSession()
  const text = useReasonText(refusals)
  const write = useWrite('PUT /api/events/:id')
  const [id] = useState(event?.id ?? freshId())
  const [title, setTitle] = useState(event?.title ?? '')
  const [day, setDay] = useState<string | null>(event?.onDay ?? null)
  const [time, setTime] = useState(event?.startsAt ?? '')
  const [place, setPlace] = useState(event?.place ?? '')
  const [seats, setSeats] = useState(event?.seats ?? Number.NaN)
  const startsAt = timeOf(time)
  const save = (submitted: FormEvent): void => {
    submitted.preventDefault()
    if (day === null || startsAt === undefined) return
    const body = { title, onDay: day, startsAt, place, seats: Number.isNaN(seats) ? null : seats }
    write.mutate(
      { params: { id }, body: { ...body, baseVersion: event?.version ?? null } },
      {
        onSuccess: ({ again }) => {
          notify({ text: again > 0 ? m.again(again) : m.saved(title) })
          onSaved(id)
        },
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={save} className="grid gap-3 pt-3">
      <TextField
        label={m.what}
        placeholder={m.whatExample}
        value={title}
        onChange={setTitle}
        maxLength={60}
        isRequired
        autoFocus={event === null}
      />
      <DatePicker label={m.day} value={day} onChange={setDay} min={today} isRequired />
      <TextField
        label={m.time}
        hint={m.timeHint}
        {...(startsAt === undefined ? { error: m.timeWrong } : {})}
        value={time}
        onChange={setTime}
      />
      <TextField label={m.place} value={place} onChange={setPlace} maxLength={80} isRequired />
      <NumberField label={m.seats} hint={m.seatsHint} value={seats} onChange={setSeats} minValue={1} maxValue={5000} />
      {event && <p className="t12 text-ink-3">{m.warns}</p>}
      <Button type="submit" kind="go" isPending={write.isPending}>
        {m.save}
      </Button>
    </form>
  )
}

/** Null where nothing is typed; undefined for what is no time. */
const timeOf = (typed: string): string | null | undefined => {
  if (typed.trim() === '') return null
  const clock = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/.exec(typed.trim())
  return clock ? `${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}` : undefined
}
