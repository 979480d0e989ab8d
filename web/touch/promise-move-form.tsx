import { type FormEvent, useState } from 'react'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import type { PromiseMove } from '#domain/touch/promise-ledger.ts'
import { keepsPromises } from '#domain/staff/keeper.ts'
import { PromisePaceNote } from '#web/client/promise-pace.tsx'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { promiseMessages } from './messages.ts'
import type { MoveWish, PromiseLine } from './promise-line.ts'

type Props = {
  move: PromiseMove
  promise: PromiseLine
  pending: boolean
  onSave: (wish: MoveWish) => void
  onCancel: () => void
}

/** What a move asks for: the words told or the reason, the new day, the colleague. */
export function PromiseMoveForm({ move, promise, pending, onSave, onCancel }: Props) {
  const m = useMessages(promiseMessages)
  const { branch, today } = useSession()
  const [note, setNote] = useState('')
  const [day, setDay] = useState<string | null>(null)
  const [time, setTime] = useState('')
  const [toId, setToId] = useState<string | null>(null)
  const asked = move === 'kept' || move === 'reopened' ? null : move
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
    const minute = clock ? Number(clock[1]) * 60 + Number(clock[2]) : closingMinute(usualHours)
    onSave({
      move,
      note: note.trim(),
      ...(move === 'postponed' && day ? { dueAt: instantAt(day, minute, branch.timeZone).toISOString() } : {}),
      ...(move === 'handedOver' && toId ? { toId } : {}),
    })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-y border-line bg-paper-2 px-3 py-3">
      {move === 'postponed' && (
        <div className="flex gap-3">
          <DatePicker label={m.newDay} value={day} onChange={setDay} min={today} isRequired />
          <TextField label={m.newTime} value={time} onChange={setTime} placeholder="17:30" />
        </div>
      )}
      {move === 'postponed' && <PromisePaceNote what={promise.what} day={day} today={today} onTake={setDay} />}
      {move === 'handedOver' && <Colleague value={toId} not={promise.owner.id} onChange={setToId} />}
      {asked && (
        <TextField
          label={m.note[asked]}
          value={note}
          onChange={setNote}
          autoFocus
          isRequired={asked !== 'handedOver'}
        />
      )}
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={pending}>
          {m.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onCancel}>
          {m.cancel}
        </Button>
      </div>
    </form>
  )
}

function Colleague({ value, not, onChange }: { value: string | null; not: string; onChange: (id: string) => void }) {
  const m = useMessages(promiseMessages)
  const { data } = useRead('GET /api/staff', {})
  const options = (data?.staff ?? [])
    .filter(({ id, active, roles }) => active && id !== not && keepsPromises(roles))
    .map(({ id, name, unitName }) => ({ id, label: name, note: unitName }))
  return <Select label={m.colleague} options={options} value={value} onChange={onChange} isRequired />
}
