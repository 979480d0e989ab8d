import { type FormEvent, useState } from 'react'
import { type Keepings, type Lawful, lawful } from '#domain/personal/keeping.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { personalMessages } from './messages.ts'

/** How long law keeps what: years, source, day of force, and whether somebody has looked at the source. */
export function KeepingForm({ onClose }: { onClose: () => void }) {
  const { erase: m } = useMessages(personalMessages)
  const { data } = useRead('GET /api/lawful-keeping', {})
  return (
    <Drawer title={m.ruleTitle} isOpen onClose={onClose}>
      {data ? <Fields known={data.keepings} version={data.version} onClose={onClose} /> : <SkeletonRows rows={4} />}
    </Drawer>
  )
}

type Props = { known: Keepings; version: number | null; onClose: () => void }

function Fields({ known, version, onClose }: Props) {
  const { erase: m, lawful: names } = useMessages(personalMessages)
  const { today } = useSession()
  const errorText = useErrorText()
  const write = useWrite('PUT /api/lawful-keeping')
  const [keepings, setKeepings] = useState(known)
  const change = (what: Lawful, more: Partial<Keepings[Lawful]>): void =>
    setKeepings((were) => ({ ...were, [what]: { ...were[what], ...more } }))
  const save = (event: FormEvent): void => {
    event.preventDefault()
    write.mutate(
      { body: { baseVersion: version, keepings } },
      {
        onSuccess: () => {
          notify({ text: m.ruled })
          onClose()
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={save} className="grid gap-4 pt-3">
      <p className="t13 text-ink-2">{m.ruleNote}</p>
      {lawful.map((what) => (
        <Section key={what} title={names[what]} level={3}>
          <div className="grid gap-3 pt-2">
            <NumberField
              label={m.years}
              value={keepings[what].years}
              onChange={(years) => change(what, { years })}
              minValue={0}
              maxValue={100}
              isRequired
            />
            <TextField
              label={m.source}
              value={keepings[what].source}
              onChange={(source) => change(what, { source })}
              maxLength={200}
              isRequired
            />
            <DatePicker
              label={m.since}
              value={keepings[what].since}
              onChange={(since) => since && change(what, { since })}
              isRequired
            />
            <Checkbox
              isSelected={keepings[what].checkedOn === today}
              onChange={(on) => change(what, { checkedOn: on ? today : known[what].checkedOn })}
            >
              {m.compare}
            </Checkbox>
          </div>
        </Section>
      ))}
      <Button type="submit" kind="go" isPending={write.isPending}>
        {m.ruleSave}
      </Button>
    </form>
  )
}
