import { useState } from 'react'
import { addMonths } from '#domain/kernel/day.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { valueMessages } from './messages.ts'
import type { KindChoice } from './overview.tsx'

const KINDS = ['all', 'person', 'group', 'outlet'] as const

/** Fixes who is on a list and what each paid in the base months. */
export function FreezeForm({
  tiers,
  month,
  onClose,
}: {
  tiers: readonly string[]
  month: string
  onClose: () => void
}) {
  const m = useMessages(valueMessages)
  const f = useFormat()
  const errorText = useErrorText()
  const freeze = useWrite('PUT /api/frozen-lists/:id')
  const [id] = useState(freshId)
  const [name, setName] = useState('')
  const [kind, setKind] = useState<KindChoice>('all')
  const [chosen, setChosen] = useState<readonly string[]>(tiers.slice(0, 2))
  const [baseFrom, setFrom] = useState(addMonths(month, -11))
  const [baseTo, setTo] = useState(month)
  const months = Array.from({ length: 24 }, (_, i) => addMonths(month, -i)).map((each) => ({
    id: each,
    label: f.monthOfYear(each),
  }))
  const save = (): void =>
    freeze.mutate(
      { params: { id }, body: { name, tiers: [...chosen], baseFrom, baseTo, ...(kind === 'all' ? {} : { kind }) } },
      {
        onSuccess: ({ members }) => {
          notify({ text: m.frozen.taken(members) })
          onClose()
        },
      },
    )
  const reasons = freeze.error?.reply.reasons ?? []
  return (
    <Drawer isOpen title={m.frozen.take} onClose={onClose}>
      <form
        className="grid gap-4 pt-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <TextField
          label={m.frozen.name}
          value={name}
          onChange={setName}
          placeholder={m.frozen.namePlaceholder}
          isRequired
          autoFocus
        />
        <Select
          label={m.frozen.kind}
          options={KINDS.map((each) => ({ id: each, label: m.kinds[each] }))}
          value={kind}
          onChange={setKind}
        />
        <CheckboxGroup
          label={m.frozen.tiers}
          options={tiers.map((tier) => ({ id: tier, label: tier }))}
          value={chosen}
          onChange={setChosen}
        />
        <div className="grid grid-cols-2 gap-3">
          <Select label={`${m.frozen.base} · ${m.frozen.from}`} options={months} value={baseFrom} onChange={setFrom} />
          <Select label={`${m.frozen.base} · ${m.frozen.to}`} options={months} value={baseTo} onChange={setTo} />
        </div>
        <p className="t12 text-ink-3">{m.frozen.baseHint}</p>
        {freeze.error && (
          <div role="alert" className="t13 text-red">
            {reasons.length === 0
              ? errorText(freeze.error)
              : reasons.map((said) => <p key={said.code}>{sentence(m.said, said)}</p>)}
          </div>
        )}
        <Button kind="go" type="submit" isPending={freeze.isPending}>
          {m.frozen.save}
        </Button>
      </form>
    </Drawer>
  )
}
