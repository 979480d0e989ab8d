import { type FormEvent, useState } from 'react'
import { visitPurposes } from '#domain/schedule/appointment.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Meeting } from './calendar-line.ts'
import { calendarMessages } from './messages.ts'
import { useScheduleRefusal, useScheduleWords } from './use-moves.ts'

/** Where and what for. */
export function DescribeForm({ meeting, onDone }: { meeting: Meeting; onDone: () => void }) {
  const { form: m } = useMessages(calendarMessages)
  const words = useScheduleWords()
  const refusal = useScheduleRefusal()
  const write = useWrite('PATCH /api/appointments/:id')
  const [place, setPlace] = useState(meeting.place)
  const [purposes, setPurposes] = useState<readonly string[]>(meeting.purposes)
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const body = { place, purposes: visitPurposes.filter((purpose) => purposes.includes(purpose)) }
    write.mutate(
      { params: { id: meeting.id }, body },
      { onSuccess: onDone, onError: (error) => notify({ text: refusal(error), tone: 'problem' }) },
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-y border-line bg-paper-2 px-4 py-3 lg:px-5">
      <TextField label={m.place} value={place} onChange={setPlace} placeholder={m.placeHint} autoFocus />
      {meeting.way === 'visit' && (
        <CheckboxGroup
          label={m.purposes}
          options={visitPurposes.map((id) => ({ id, label: words.visitPurposeNames[id] }))}
          value={purposes}
          onChange={setPurposes}
        />
      )}
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={write.isPending}>
          {m.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onDone}>
          {m.cancel}
        </Button>
      </div>
    </form>
  )
}
