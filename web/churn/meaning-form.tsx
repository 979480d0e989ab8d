import { useState } from 'react'
import { useErrorText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { warningMessages } from './messages.ts'
import type { Model } from './model-board.tsx'

type Meaning = NonNullable<Model['columns'][number]['meaning']>

const KINDS = ['count', 'money', 'days', 'change', 'flag', 'category', 'score'] as const

/** Says what an imported column means, so that reasons speak of it in people's words. */
export function MeaningForm({
  name,
  meaning,
  onClose,
}: {
  name: string
  meaning: Meaning | null
  onClose: () => void
}) {
  const m = useMessages(warningMessages)
  const errorText = useErrorText()
  const say = useWrite('PUT /api/warning/meanings/:name')
  const [said, setSaid] = useState<Meaning>(meaning ?? { zh: name, en: name, kind: 'score', changeable: false })
  const unit = said.unit ?? { zh: '', en: '' }
  const save = (): void =>
    say.mutate(
      { params: { name }, body: said },
      {
        onSuccess: () => {
          notify({ text: m.meaning.saved })
          onClose()
        },
      },
    )
  return (
    <Drawer isOpen title={m.meaning.title(name)} onClose={onClose}>
      <form
        className="grid gap-4 pt-4"
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className="grid grid-cols-2 gap-3">
          <TextField label={m.meaning.zh} value={said.zh} onChange={(zh) => setSaid({ ...said, zh })} isRequired />
          <TextField label={m.meaning.en} value={said.en} onChange={(en) => setSaid({ ...said, en })} isRequired />
          <TextField
            label={m.meaning.unitZh}
            value={unit.zh}
            onChange={(zh) => setSaid({ ...said, unit: { ...unit, zh } })}
          />
          <TextField
            label={m.meaning.unitEn}
            value={unit.en}
            onChange={(en) => setSaid({ ...said, unit: { ...unit, en } })}
          />
        </div>
        <Select
          label={m.meaning.kind}
          options={KINDS.map((id) => ({ id, label: m.meaning.kinds[id] }))}
          value={said.kind}
          onChange={(kind) => setSaid({ ...said, kind })}
        />
        <div>
          <Checkbox isSelected={said.changeable} onChange={(changeable) => setSaid({ ...said, changeable })}>
            {m.meaning.changeable}
          </Checkbox>
          <p className="t12 pt-1 text-ink-3">{m.meaning.changeableHint}</p>
        </div>
        {say.error && (
          <p role="alert" className="t13 text-red">
            {errorText(say.error)}
          </p>
        )}
        <Button kind="go" type="submit" isPending={say.isPending}>
          {m.meaning.save}
        </Button>
      </form>
    </Drawer>
  )
}
