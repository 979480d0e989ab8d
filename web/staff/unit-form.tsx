import { type FormEvent, useState } from 'react'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { staffMessages } from './messages.ts'
import { useRefusalText } from './refusal.ts'
import type { Unit } from './unit-list.tsx'

const TOP = 'top'

/** Adds a unit, or changes its name, code and place in the tree. */
export function UnitForm({ unit, units, onDone }: { unit: Unit | null; units: readonly Unit[]; onDone: () => void }) {
  const m = useMessages(staffMessages)
  const refusal = useRefusalText()
  const save = useWrite('PUT /api/units/:id')
  const [id] = useState(() => unit?.id ?? freshId())
  const [draft, setDraft] = useState({
    name: unit?.name ?? '',
    code: unit?.code ?? '',
    parentId: unit?.parentId ?? null,
  })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    const done = () => {
      notify({ text: m.unit.saved(draft.name) })
      onDone()
    }
    save.mutate({ params: { id }, body: draft }, { onSuccess: done })
  }
  const others = units.filter((other) => other.id !== id).map((other) => ({ id: other.id, label: other.name }))
  return (
    <form className="grid gap-4 px-5 py-4" onSubmit={submit}>
      <TextField
        label={m.unit.name}
        value={draft.name}
        onChange={(name) => setDraft({ ...draft, name })}
        maxLength={80}
        isRequired
        autoFocus
      />
      <TextField
        label={m.unit.code}
        value={draft.code}
        onChange={(code) => setDraft({ ...draft, code })}
        maxLength={40}
        isRequired
      />
      <Select
        label={m.unit.under}
        options={[{ id: TOP, label: m.unit.top }, ...others]}
        value={draft.parentId ?? TOP}
        onChange={(parent) => setDraft({ ...draft, parentId: parent === TOP ? null : parent })}
      />
      {save.error && (
        <p role="alert" className="t13 text-red">
          {refusal(save.error)}
        </p>
      )}
      <Button kind="go" type="submit" isPending={save.isPending}>
        {m.unit.save}
      </Button>
    </form>
  )
}
