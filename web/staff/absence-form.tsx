import { type FormEvent, useState } from 'react'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'
import { useRefusalText } from './refusal.ts'

const kinds = ['leave', 'shift', 'training'] as const
type Kind = (typeof kinds)[number]

/** Tells of an absence: one's own, or one of the people given. */
export function AbsenceForm({ people }: { people?: readonly { id: string; name: string }[] }) {
  const m = useMessages(staffMessages)
  const refusal = useRefusalText()
  const { staff, today } = useSession()
  const tell = useWrite('PUT /api/absences/:id')
  const first = {
    id: freshId(),
    staffId: people ? null : staff.id,
    fromDay: today,
    toDay: today,
    kind: 'leave' as Kind,
  }
  const [draft, setDraft] = useState<Omit<typeof first, 'staffId'> & { staffId: string | null }>(first)
  const backwards = draft.toDay < draft.fromDay
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const { id, staffId, ...rest } = draft
    if (staffId === null || backwards) return
    const done = () => {
      notify({ text: m.absences.told })
      setDraft({ ...first, staffId })
    }
    tell.mutate({ params: { id }, body: { staffId, ...rest } }, { onSuccess: done })
  }
  return (
    <form className="flex flex-wrap items-end gap-3 py-3" onSubmit={submit}>
      {people && (
        <Select
          label={m.absences.who}
          className="w-36"
          options={people.map(({ id, name }) => ({ id, label: name }))}
          value={draft.staffId}
          onChange={(staffId) => setDraft({ ...draft, staffId })}
          isRequired
        />
      )}
      <DatePicker
        label={m.absences.from}
        className="w-40"
        value={draft.fromDay}
        onChange={(day) => day && setDraft({ ...draft, fromDay: day, toDay: day > draft.toDay ? day : draft.toDay })}
        isRequired
      />
      <DatePicker
        label={m.absences.to}
        className="w-40"
        value={draft.toDay}
        onChange={(day) => day && setDraft({ ...draft, toDay: day })}
        error={backwards ? m.absences.order : undefined}
        isRequired
      />
      <Select
        label={m.absences.kind}
        className="w-28"
        options={kinds.map((kind) => ({ id: kind, label: m.absences.kinds[kind] }))}
        value={draft.kind}
        onChange={(kind) => setDraft({ ...draft, kind })}
      />
      <Button type="submit" isPending={tell.isPending} isDisabled={draft.staffId === null || backwards}>
        {m.absences.add}
      </Button>
      {tell.error && (
        <p role="alert" className="t13 w-full text-red">
          {refusal(tell.error)}
        </p>
      )}
    </form>
  )
}
