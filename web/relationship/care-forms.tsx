import { type FormEvent, useState } from 'react'
import { addWorkdays } from '#domain/kernel/workdays.ts'
import { type CareKind, saysWeWill } from '#domain/touch/care.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { relationshipMessages } from './messages.ts'

/** Workdays proposed for what was promised in passing. */
const USUALLY_WITHIN = 3

type CareProps = { customerId: string; kind: CareKind; onClose: () => void }

/** A line; where it says “we will”, the day as well: then it is a promise. */
export function CareForm({ customerId, kind, onClose }: CareProps) {
  const { care: m } = useMessages(relationshipMessages)
  const { today } = useSession()
  const errorText = useErrorText()
  const write = useWrite('PUT /api/care-acts/:id')
  const [id] = useState(freshId)
  const [promiseId] = useState(freshId)
  const [line, setLine] = useState('')
  const [day, setDay] = useState<string | null>(addWorkdays(today, USUALLY_WITHIN).day)
  const will = saysWeWill(line)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (line.trim() === '') return
    const promise = will && day !== null ? { id: promiseId, dueDay: day } : null
    write.mutate(
      { params: { id }, body: { customerId, kind, line: line.trim(), promise } },
      {
        onSuccess: () => {
          notify({ text: promise ? m.promised : m.saved })
          onClose()
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Drawer title={m.kinds[kind]} isOpen onClose={onClose}>
      <form onSubmit={save} className="grid gap-3 pt-3">
        <TextArea
          label={m.asks[kind]}
          placeholder={m.example}
          value={line}
          onChange={setLine}
          rows={2}
          maxLength={300}
          isRequired
          autoFocus
        />
        {will && <DatePicker label={m.will} value={day} onChange={setDay} min={today} isRequired />}
        <Button type="submit" kind="go" isPending={write.isPending}>
          {m.save}
        </Button>
      </form>
    </Drawer>
  )
}

/** A customer's thanks word for word, and whom they thanked; taken back from the word that says so. */
export function ThanksForm({ customerId, onClose }: { customerId: string; onClose: () => void }) {
  const { care: m } = useMessages(relationshipMessages)
  const { staff } = useSession()
  const errorText = useErrorText()
  const colleagues = useRead('GET /api/staff', {}).data?.staff ?? []
  const write = useWrite('PUT /api/thanks/:id')
  const takeBack = useWrite('DELETE /api/thanks/:id')
  const [id] = useState(freshId)
  const [words, setWords] = useState('')
  const [toId, setTo] = useState(staff.id)
  const undo = (): void => takeBack.mutate({ params: { id } }, { onSuccess: () => notify({ text: m.undone }) })
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (words.trim() === '') return
    write.mutate(
      { params: { id }, body: { customerId, words: words.trim(), toIds: [toId] } },
      {
        onSuccess: () => {
          notify({ text: m.thanked, undo })
          onClose()
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Drawer title={m.thanks} isOpen onClose={onClose}>
      <form onSubmit={save} className="grid gap-3 pt-3">
        <TextArea
          label={m.thanksTitle}
          hint={m.thanksHint}
          value={words}
          onChange={setWords}
          rows={3}
          maxLength={1000}
          isRequired
          autoFocus
        />
        <Select
          label={m.to}
          options={colleagues.filter(({ active }) => active).map(({ id: one, name }) => ({ id: one, label: name }))}
          value={toId}
          onChange={setTo}
          isRequired
        />
        <Button type="submit" kind="go" isPending={write.isPending}>
          {m.save}
        </Button>
      </form>
    </Drawer>
  )
}
