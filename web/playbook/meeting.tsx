import { type FormEvent, useState } from 'react'
import type { Step } from '#domain/playbook/definition.ts'
import { slotsOf } from '#domain/playbook/slot.ts'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Icon } from '#web/ui/icons.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Popover } from '#web/ui/popover.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { procedureMessages } from './procedure-messages.ts'
import type { LiveRun } from './use-run.ts'

/** How long a meeting is kept free when nothing else was said, in minutes. */
const MINUTES = 30

/** Whether this step offers two times. */
export const offersTimes = ({ say }: Pick<Step, 'say'>): boolean =>
  say.some(({ first }) => slotsOf(first.zh).includes('slot.first'))

/** The either-or offer: two free times, one press for the one they choose; what was agreed stands there to be read back [S-26][S-28][S-29]. */
export function Meeting({ live }: { live: LiveRun }) {
  const { meeting: m } = useMessages(procedureMessages)
  const format = useFormat(live.timeZone)
  const { run, state, act, today } = live
  const [place, setPlace] = useState(m.theirs)
  const agree = (day: string, time: string): boolean =>
    act({
      type: 'appointmentSet',
      appointment: { day, time, minutes: MINUTES, place: place.trim() || m.theirs },
    }) !== null
  const { appointment } = state
  if (appointment)
    return (
      <p className="t13 flex flex-wrap items-center gap-2 py-1">
        <Icon name="check" small className="text-jade" />
        <b className="text-jade">{m.agreed}</b>
        <span>
          {format.shortDay(appointment.day, today)} {appointment.time} · {appointment.place}
        </span>
        {!state.finished && (
          <Button size="s" kind="bare" icon="undo" onPress={() => act({ type: 'appointmentSet', appointment: null })}>
            {m.clear}
          </Button>
        )}
      </p>
    )
  if (state.finished) return null
  return (
    <section aria-label={m.title} className="flex flex-wrap items-end gap-2 py-1">
      {run.slots.map(({ day, time }) => (
        <Button key={`${day} ${time}`} icon="calendar" onPress={() => agree(day, time)}>
          {format.shortDay(day, today)} {time}
        </Button>
      ))}
      <Popover label={m.other} trigger={<Button kind="bare">{m.other}</Button>}>
        {(close) => <OtherTime today={today} onAgree={(day, time) => agree(day, time) && close()} />}
      </Popover>
      <TextField label={m.place} value={place} onChange={setPlace} className="w-44" />
    </section>
  )
}

function OtherTime({ today, onAgree }: { today: string; onAgree: (day: string, time: string) => void }) {
  const { meeting: m } = useMessages(procedureMessages)
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState('10:00')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (day && /^([01]\d|2[0-3]):[0-5]\d$/.test(time)) onAgree(day, time)
  }
  return (
    <form onSubmit={save} className="grid gap-3">
      <DatePicker label={m.day} value={day} onChange={setDay} min={today} />
      <TextField label={m.time} value={time} onChange={setTime} />
      <Button type="submit" kind="go">
        {m.set}
      </Button>
    </form>
  )
}
