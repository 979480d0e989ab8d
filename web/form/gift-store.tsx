import { type FormEvent, useState } from 'react'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Popover } from '#web/ui/popover.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { refusals } from './form-types.ts'
import { formMessages } from './messages.ts'

type Gift = { id: string; name: string; inStore: number; note: string; version: number }

/** Fewer than these and somebody should know. */
const LOW = 3

/** What can be given and how many are left; a lead enters and counts [P-21]. */
export function GiftStore() {
  const { gifts: m } = useMessages(formMessages)
  const { data } = useRead('GET /api/gifts', {})
  if (!data) return null
  return (
    <Section title={m.title} remark={m.remark} end={data.may && <CountForm gift={null} />}>
      {data.gifts.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {data.gifts.map((gift) => (
          <Row
            key={gift.id}
            {...(gift.note && { note: gift.note })}
            end={
              <span className="flex items-center gap-2">
                <span className={gift.inStore < LOW ? 'text-amber tabular-nums' : 'tabular-nums'}>
                  {gift.inStore}
                  {gift.inStore < LOW && ` · ${m.low}`}
                </span>
                {data.may && <CountForm gift={gift} />}
              </span>
            }
          >
            {gift.name}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function CountForm({ gift }: { gift: Gift | null }) {
  const { gifts: m } = useMessages(formMessages)
  return (
    <Popover
      label={gift ? `${m.count} ${gift.name}` : m.add}
      placement="bottom end"
      trigger={
        <Button size="s" kind={gift ? 'bare' : 'outlined'} aria-label={gift ? `${m.count} ${gift.name}` : m.add}>
          {gift ? m.count : m.add}
        </Button>
      }
    >
      {(close) => <CountFields gift={gift} onDone={close} />}
    </Popover>
  )
}

function CountFields({ gift, onDone }: { gift: Gift | null; onDone: () => void }) {
  const { gifts: m } = useMessages(formMessages)
  const text = useReasonText(refusals)
  const write = useWrite('PUT /api/gifts/:id')
  const [id] = useState(gift?.id ?? freshId())
  const [name, setName] = useState(gift?.name ?? '')
  const [inStore, setInStore] = useState(gift?.inStore ?? 1)
  const [note, setNote] = useState(gift?.note ?? '')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() === '' || Number.isNaN(inStore)) return
    write.mutate(
      { params: { id }, body: { name: name.trim(), inStore, note, baseVersion: gift?.version ?? null } },
      {
        onSuccess: () => {
          notify({ text: m.saved(name.trim(), inStore) })
          onDone()
        },
        onError: (error) => notify({ text: text(error), tone: 'problem' }),
      },
    )
  }
  return (
    <form onSubmit={save} className="grid gap-3">
      <TextField label={m.name} value={name} onChange={setName} isRequired maxLength={60} autoFocus={gift === null} />
      <NumberField label={m.left} value={inStore} onChange={setInStore} minValue={0} maxValue={100_000} stepper />
      <TextField label={m.note} value={note} onChange={setNote} maxLength={100} />
      <Button type="submit" kind="go" isPending={write.isPending}>
        {m.save}
      </Button>
    </form>
  )
}
