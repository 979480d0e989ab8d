import { type FormEvent, useState } from 'react'
import { clockText } from '#domain/kernel/zone.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Switch } from '#web/ui/switch.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type Meeting, minuteOf, spanAt, wallOf, type Wish } from './calendar-line.ts'
import { FreeTimes } from './free-times.tsx'
import type { Asked } from './meeting-detail.tsx'
import { calendarMessages } from './messages.ts'
import { useMoves } from './use-moves.ts'

/** Moves that ask for something first. */
export type AskedMove = 'moved' | 'late' | 'missed' | 'cancelled'

type Props = { meeting: Meeting; asked: NonNullable<Asked>; onDone: () => void }

/** The new time, why, and whether the customer knows. A plan the customer knows nothing of is moved without a word. */
export function MoveForm({ meeting, asked, onDone }: Props) {
  const m = useMessages(calendarMessages)
  const { branch, today } = useSession()
  const { move, pending } = useMoves()
  const first = wallOf({ ...meeting, ...asked.span }, branch.timeZone)
  const [day, setDay] = useState<string | null>(first.day)
  const [time, setTime] = useState(clockText(first.from + (asked.move === 'late' ? LATE_BY : 0)))
  const [reason, setReason] = useState('')
  const [told, setTold] = useState(false)
  const agreed = meeting.state !== 'planned'
  const timed = asked.move === 'moved' || asked.move === 'late'
  const minute = minuteOf(time)
  const wish = (): Wish | null => {
    const said = { reason: reason.trim(), told: told || !agreed }
    if (asked.move === 'missed') return { move: 'missed', ...said }
    if (asked.move === 'cancelled') return { move: 'cancelled', ...said }
    if (minute === null || day === null) return null
    const span = spanAt(asked.move === 'late' ? first.day : day, minute, first.minutes, branch.timeZone)
    return asked.move === 'late'
      ? { move: 'late', startsAt: span.startsAt, ...said }
      : { move: 'moved', ...span, ...said }
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const wanted = wish()
    if (wanted) move(meeting, wanted, onDone)
  }
  const choose = (startsAt: string): void => {
    const slot = wallOf({ startsAt, endsAt: startsAt }, branch.timeZone)
    setDay(slot.day)
    setTime(clockText(slot.from))
  }
  const wrong = timed && time !== '' && minute === null ? m.form.wrongTime : undefined
  return (
    <form
      onSubmit={submit}
      aria-label={m.moves[asked.move]}
      className="mt-3 flex flex-col gap-3 border-y border-line bg-paper-2 px-4 py-3 lg:px-5"
    >
      {asked.move === 'moved' && (
        <>
          {!asked.span && (
            <FreeTimes customerId={meeting.customer.id} way={meeting.way} minutes={first.minutes} onChoose={choose} />
          )}
          <div className="flex gap-3">
            <DatePicker label={m.form.day} value={day} onChange={setDay} min={today} isRequired className="flex-1" />
            <TextField label={m.form.time} value={time} onChange={setTime} error={wrong} isRequired className="w-24" />
          </div>
        </>
      )}
      {asked.move === 'late' && (
        <TextField label={m.move.arriveAt} value={time} onChange={setTime} error={wrong} isRequired autoFocus />
      )}
      {asked.move === 'late' && minute !== null && <Message meeting={meeting} time={clockText(minute)} />}
      {agreed && (
        <Why
          reason={reason}
          onReason={setReason}
          told={told}
          onTold={setTold}
          isRequired={asked.move !== 'moved' || !told}
        />
      )}
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={pending}>
          {m.move.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onDone}>
          {m.move.cancel}
        </Button>
      </div>
    </form>
  )
}

/** Minutes by which one is late as a rule, to begin with. */
const LATE_BY = 20

type WhyProps = {
  reason: string
  onReason: (reason: string) => void
  told: boolean
  onTold: (told: boolean) => void
  isRequired: boolean
}

function Why({ reason, onReason, told, onTold, isRequired }: WhyProps) {
  const { move: m } = useMessages(calendarMessages)
  return (
    <>
      <TextField label={m.reason} value={reason} onChange={onReason} isRequired={isRequired} />
      <div className="flex flex-wrap gap-2">
        {m.reasons.map((words) => (
          <Button key={words} size="s" onPress={() => onReason(words)}>
            {words}
          </Button>
        ))}
      </div>
      <div>
        <Switch isSelected={told} onChange={onTold}>
          {m.told}
        </Switch>
        <p className="t12 pt-1 text-ink-3">{m.toldHint}</p>
      </div>
    </>
  )
}

/** What to send by whatever way one has, with the time it will be [S-34]. */
function Message({ meeting, time }: { meeting: Meeting; time: string }) {
  const { move: m } = useMessages(calendarMessages)
  const { staff } = useSession()
  const text = m.message(meeting.customer.calledBy, staff.shortName, time)
  return (
    <div role="group" aria-label={m.messageTitle}>
      <p className="t13 text-ink-2">{text}</p>
      <Button
        size="s"
        icon="message"
        className="mt-1"
        onPress={() => void navigator.clipboard?.writeText(text).then(() => notify({ text: m.copied }))}
      >
        {m.copy}
      </Button>
    </div>
  )
}
