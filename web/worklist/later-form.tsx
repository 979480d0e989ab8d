import { type FormEvent, useState } from 'react'
import { snoozeReasonIds } from '#domain/worklist/acts.ts'
import { addDays, type Day, weekdayOf } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { deadlineOf, minutesBetween, type Wall, wallIn } from '#domain/worklist/wall.ts'
import { now as clockNow } from '#web/client/clock.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useWhen } from './decided-list.tsx'
import { workMessages } from './messages.ts'
import { useRefusal } from './refusals.ts'
import type { WorkRow } from './types.ts'
import { useDecide } from './use-decide.ts'

type Choice = 'afternoon' | 'tomorrow' | 'monday' | 'day'
type ReasonId = (typeof snoozeReasonIds)[number]

const MORNING = 9 * 60
const AFTERNOON = 14 * 60 + 30

/** Until when, why, and, past the time of a promise, what the customer was told. */
export function LaterForm({ row, now, close }: { row: WorkRow; now: Wall; close: () => void }) {
  const { later: m } = useMessages(workMessages)
  const { branch } = useSession()
  const refusal = useRefusal()
  const when = useWhen()
  const { decide, pending, refused } = useDecide()
  const choices: Choice[] =
    now.minute < AFTERNOON ? ['afternoon', 'tomorrow', 'monday', 'day'] : ['tomorrow', 'monday', 'day']
  const [choice, setChoice] = useState<Choice>(choices[0] ?? 'tomorrow')
  const [day, setDay] = useState<Day | null>(addDays(now.day, 2))
  const [reason, setReason] = useState<ReasonId>('customerAsked')
  const [note, setNote] = useState('')
  const [told, setTold] = useState(false)
  const [newDay, setNewDay] = useState<Day | null>(null)
  const until = untilOf(choice, now, day)
  const pastPromise = row.owedUntil !== null && minutesBetween(row.owedUntil, until) > 0
  const instant = (wall: Wall): string => instantAt(wall.day, wall.minute, branch.timeZone).toISOString()
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const wall = wallIn(clockNow(), branch.timeZone)
    const promised = newDay ?? until.day
    const heard = told ? { at: instant(wall), newDue: instant(deadlineOf({ by: 'day', day: promised })) } : null
    decide(
      { decision: 'snoozed', customerId: row.customerId, until: instant(until), reason, note, told: heard },
      m.did(row.calledBy, when(instant(until))),
      close,
    )
  }
  return (
    <form onSubmit={submit} className="flex w-[min(336px,84vw)] flex-col gap-3">
      <RadioGroup
        label={m.until}
        value={choice}
        onChange={setChoice}
        options={choices.map((id) => ({ id, label: m.options[id] }))}
      />
      {choice === 'day' && <DatePicker label={m.day} value={day} onChange={setDay} min={addDays(now.day, 1)} />}
      <Select
        label={m.reason}
        value={reason}
        onChange={setReason}
        options={snoozeReasonIds.map((id) => ({ id, label: m.reasons[id] }))}
      />
      {pastPromise && (
        <div className="flex flex-col gap-2 border-l-2 border-amber-mark pl-3">
          <Checkbox isSelected={told} onChange={setTold}>
            {m.told}
          </Checkbox>
          {told && <DatePicker label={m.newDay} value={newDay ?? until.day} onChange={setNewDay} min={until.day} />}
        </div>
      )}
      <TextField label={m.note} value={note} onChange={setNote} />
      {refused && (
        <p role="alert" className="t13 text-red">
          {refusal(refused)}
        </p>
      )}
      <Button kind="go" type="submit" isPending={pending} isDisabled={choice === 'day' && day === null}>
        {m.go}
      </Button>
    </form>
  )
}

const untilOf = (choice: Choice, now: Wall, day: Day | null): Wall => {
  if (choice === 'afternoon') return { day: now.day, minute: AFTERNOON }
  if (choice === 'tomorrow') return { day: addDays(now.day, 1), minute: MORNING }
  if (choice === 'monday') return { day: addDays(now.day, 8 - weekdayOf(now.day)), minute: MORNING }
  return { day: day ?? addDays(now.day, 1), minute: MORNING }
}
