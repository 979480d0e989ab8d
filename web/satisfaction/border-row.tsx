import { type FormEvent, useState } from 'react'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Row } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { satisfactionMessages } from './messages.ts'
import { type Overview, sentences } from './types.ts'

type Props = { border: Overview['border']; may: boolean }

/** The border of the best grade, where it comes from, and for a lead the way to move it [M-01]. */
export function BorderRow({ border, may }: Props) {
  const { stay: m } = useMessages(satisfactionMessages)
  const { today } = useSession()
  const format = useFormat()
  const [open, setOpen] = useState(false)
  const { validFrom, by } = border
  return (
    <Row
      note={
        <>
          {validFrom && by ? m.borderSince(format.shortDay(validFrom, today), by) : m.borderUsual}
          {open && <BorderForm border={border.border} onDone={() => setOpen(false)} />}
        </>
      }
      end={may && !open && <Link onPress={() => setOpen(true)}>{m.change}</Link>}
    >
      {m.border(border.border)}
    </Row>
  )
}

function BorderForm({ border, onDone }: { border: number; onDone: () => void }) {
  const { stay: m } = useMessages(satisfactionMessages)
  const reasonText = useReasonText(sentences)
  const write = useWrite('PUT /api/satisfaction/border')
  const [value, setValue] = useState(border)
  const put = (next: number, undo: number | null): void =>
    write.mutate(
      { body: { border: next } },
      {
        onSuccess: () => {
          notify({ text: m.saved, ...(undo === null ? {} : { undo: () => put(undo, null) }) })
          onDone()
        },
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  const save = (submitted: FormEvent): void => {
    submitted.preventDefault()
    put(value, border)
  }
  return (
    <form onSubmit={save} className="flex flex-wrap items-end gap-2 py-2">
      <NumberField
        label={m.borderLabel}
        hint={m.borderHint}
        value={value}
        onChange={setValue}
        minValue={0.25}
        maxValue={4}
        step={0.25}
      />
      <Button type="submit" kind="go" isPending={write.isPending} isDisabled={Number.isNaN(value)}>
        {m.save}
      </Button>
    </form>
  )
}
