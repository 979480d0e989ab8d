import { type KeyboardEvent, useState } from 'react'
import { promisedIn, withHour } from '#domain/coach/promise-from.ts'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import { now } from '#web/client/clock.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import type { Mark } from './engine.ts'
import { coachFieldMessages } from './messages.ts'

/** A commitment with its hour: the words as they are said now, and what is promised by when. */
export type Promised = { sentence: string; what: string | null; dueDay: Day; dueTime: string }

type Props = { mark: Mark; promises: boolean; onKeep: (promised: Promised) => void; onBack: () => void }

const CLOCK = /^([01]?\d|2[0-3])[:：]([0-5]\d)$/
const LAST_TODAY = 18 * 60
const TOMORROW_AT = '10:00'

/** By when, and on which day; two hours from now unless the day is over. */
export function HourAsk({ mark, promises, onKeep, onBack }: Props) {
  const { hour: m } = useMessages(coachFieldMessages)
  const { branch, today } = useSession()
  const [usual] = useState(() => usualHour(branch.timeZone))
  const [day, setDay] = useState<'today' | 'tomorrow'>(usual.day)
  const [time, setTime] = useState(usual.time)
  const clock = CLOCK.exec(time.trim())
  const keep = (): void => {
    if (!clock) return
    const dueTime = `${(clock[1] ?? '').padStart(2, '0')}:${clock[2]}`
    const what = promisedIn(mark.sentence)
    const sentence = withHour(what, day, dueTime, mark.rule.startsWith('en') ? 'en' : 'zh')
    onKeep({ sentence, what, dueTime, dueDay: day === 'today' ? today : addDays(today, 1) })
  }
  // The field may stand in a form of its own, which Enter must not send.
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'Escape') {
      event.preventDefault()
      event.stopPropagation()
      onBack()
    }
    if (event.key !== 'Enter') return
    event.preventDefault()
    keep()
  }
  return (
    <div className="flex flex-wrap items-end gap-2 pb-1" role="group" aria-label={m.label}>
      <Select
        label={m.day}
        labelHidden
        className="w-24"
        options={(['today', 'tomorrow'] as const).map((id) => ({ id, label: m.days[id] }))}
        value={day}
        onChange={setDay}
      />
      <TextField
        label={m.label}
        labelHidden
        className="w-20"
        value={time}
        onChange={setTime}
        onKeyDown={onKeyDown}
        autoFocus
        {...(clock ? {} : { error: m.wrong })}
      />
      <Button kind="go" onPress={keep}>
        {promises ? m.keep : m.write}
      </Button>
      <Button kind="bare" onPress={onBack}>
        {m.back}
      </Button>
    </div>
  )
}

const usualHour = (timeZone: string): { day: 'today' | 'tomorrow'; time: string } => {
  const { minute } = wallClockAt(now(), timeZone)
  const due = Math.ceil((minute + 120) / 30) * 30
  return due <= LAST_TODAY ? { day: 'today', time: clockText(due) } : { day: 'tomorrow', time: TOMORROW_AT }
}
