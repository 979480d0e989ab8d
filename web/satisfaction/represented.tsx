import { type FormEvent, useState } from 'react'
import { type RepresentedResult, representedResults } from '#domain/satisfaction/telling.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { satisfactionMessages } from './messages.ts'
import { domainWords, type RepresentedLine } from './types.ts'

type Props = { customerId: string; rows: readonly RepresentedLine[] }

/** What we asked for this customer within our own house, of whom, and what came of it. */
export function Represented({ customerId, rows }: Props) {
  const { represent: m } = useMessages(satisfactionMessages)
  const [open, setOpen] = useState(false)
  const { put } = useRepresented(customerId)
  return (
    <Section
      title={m.title}
      remark={m.remark}
      end={
        <Button kind="bare" size="s" icon="plus" onPress={() => setOpen(true)}>
          {m.add}
        </Button>
      }
    >
      {rows.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows label={m.title}>
        {rows.map((row) => (
          <Line key={row.id} row={row} onResult={(result) => put(row, result)} />
        ))}
      </Rows>
      {open && <RepresentedForm customerId={customerId} onClose={() => setOpen(false)} />}
    </Section>
  )
}

function Line({ row, onResult }: { row: RepresentedLine; onResult: (result: RepresentedResult) => void }) {
  const { represent: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const { today } = useSession()
  const format = useFormat()
  const names = domainWords[language].resultNames
  return (
    <Row
      note={[m.line(format.shortDay(row.on, today), row.askedOf, row.by), row.inContact ? m.inContact : '']
        .filter(Boolean)
        .join(' · ')}
      end={
        row.own ? (
          <Select
            label={m.settle}
            labelHidden
            value={row.result}
            options={representedResults.map((id) => ({ id, label: names[id] }))}
            onChange={onResult}
          />
        ) : (
          <span className="text-ink-2">{names[row.result]}</span>
        )
      }
    >
      {row.what}
    </Row>
  )
}

type Added = Pick<RepresentedLine, 'what' | 'askedOf' | 'on' | 'result'> & { touchId: string | null }

const useRepresented = (customerId: string) => {
  const { represent: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const refresh = useRefresh()
  const errorText = useErrorText()
  const write = useWrite('PUT /api/customers/:id/represented/:representedId')
  const remove = useWrite('DELETE /api/customers/:id/represented/:representedId')
  const problem = (error: Refused): void => {
    if (error.reply.code === 'record.conflict') void refresh()
    notify({ text: error.reply.code === 'record.conflict' ? m.conflict : errorText(error), tone: 'problem' })
  }
  const put = (line: RepresentedLine, result: RepresentedResult): void => {
    const { id, version, what, askedOf, on, result: before } = line
    write.mutate(
      { params: { id: customerId, representedId: id }, body: { what, askedOf, on, result, baseVersion: version } },
      {
        onSuccess: (reply) =>
          notify({
            text: m.changed(domainWords[language].resultNames[result]),
            undo: () => put({ ...line, version: reply.version, result }, before),
          }),
        onError: problem,
      },
    )
  }
  const add = (fields: Added, onDone: () => void): void => {
    const id = freshId()
    write.mutate(
      { params: { id: customerId, representedId: id }, body: { ...fields, baseVersion: null } },
      {
        onSuccess: () => {
          notify({
            text: m.saved,
            undo: () =>
              remove.mutate(
                { params: { id: customerId, representedId: id } },
                { onSuccess: () => notify({ text: m.removed }), onError: problem },
              ),
          })
          onDone()
        },
        onError: problem,
      },
    )
  }
  return { put, add, pending: write.isPending }
}

type FormProps = { customerId: string; touchId?: string; onClose: () => void }

export function RepresentedForm({ customerId, touchId, onClose }: FormProps) {
  const { represent: m } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const { today } = useSession()
  const { add, pending } = useRepresented(customerId)
  const [what, setWhat] = useState('')
  const [askedOf, setAskedOf] = useState('')
  const [on, setOn] = useState<string | null>(today)
  const [result, setResult] = useState<RepresentedResult>('open')
  const save = (submitted: FormEvent): void => {
    submitted.preventDefault()
    if (on) add({ what: what.trim(), askedOf: askedOf.trim(), on, result, touchId: touchId ?? null }, onClose)
  }
  return (
    <Drawer title={m.form} isOpen onClose={onClose}>
      <form onSubmit={save} className="grid gap-3 pt-3">
        <TextField
          label={m.what}
          placeholder={m.whatExample}
          value={what}
          onChange={setWhat}
          maxLength={80}
          isRequired
          autoFocus
        />
        <TextField
          label={m.askedOf}
          placeholder={m.askedOfExample}
          value={askedOf}
          onChange={setAskedOf}
          maxLength={30}
          isRequired
        />
        <DatePicker label={m.on} value={on} onChange={setOn} max={today} isRequired />
        <Select
          label={m.result}
          value={result}
          options={representedResults.map((id) => ({ id, label: domainWords[language].resultNames[id] }))}
          onChange={setResult}
        />
        <Button type="submit" kind="go" isPending={pending}>
          {m.save}
        </Button>
      </form>
    </Drawer>
  )
}
