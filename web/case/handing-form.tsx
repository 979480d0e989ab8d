import { type FormEvent, useState } from 'react'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type CaseShow, caseRefusals, type ComplaintShow } from './case-types.ts'
import { complaintMessages } from './complaint-messages.ts'

type Props = { item: CaseShow; shown: ComplaintShow; onClose: () => void }

/** Four parts, to a person, today: who is asked sees these and nothing of the customer's file [S-48][S-49]. */
export function HandingForm({ item, shown, onClose }: Props) {
  const m = useMessages(complaintMessages)
  const { branch, today } = useSession()
  const reasonText = useReasonText(caseRefusals)
  const helpers = useRead(
    'GET /api/today/helpers/:customerId',
    { params: { customerId: item.customer?.id ?? '' } },
    { enabled: item.customer !== null },
  )
  const write = useWrite('PUT /api/cases/:id/handings/:handing')
  const [handing] = useState(freshId)
  const [note, setNote] = useState({ event: item.what, demand: shown.said ?? '', problem: '', measure: '' })
  const [toId, setToId] = useState<string | null>(null)
  const [due, setDue] = useState<string | null>(today)
  const people = (helpers.data?.helpers ?? []).filter(({ sees }) => sees === 'question')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const dueAt = instantAt(due ?? today, closingMinute(usualHours), branch.timeZone).toISOString()
    write.mutate(
      { params: { id: item.id, handing }, body: { ...note, toId, dueAt } },
      {
        onSuccess: () => {
          notify({ text: m.handed(people.find(({ id }) => id === toId)?.name ?? '') })
          onClose()
        },
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-y border-line bg-paper-2 px-3 py-3">
      <Select
        label={m.form.toPerson}
        hint={m.form.toHint}
        value={toId}
        onChange={setToId}
        options={people.map(({ id, name, unitName }) => ({ id, label: name, note: unitName }))}
      />
      {(['event', 'demand', 'problem', 'measure'] as const).map((part) => (
        <CoachedLine
          key={part}
          by="note"
          label={m.handingParts[part]}
          value={note[part]}
          onChange={(text) => setNote({ ...note, [part]: text })}
        />
      ))}
      <DatePicker label={m.form.due} value={due} onChange={setDue} min={today} />
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={write.isPending}>
          {m.form.hand}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onClose}>
          {m.form.cancel}
        </Button>
      </div>
    </form>
  )
}
