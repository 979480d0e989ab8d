import { type FormEvent, useState } from 'react'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useRefresh, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { Drawer } from '#web/ui/drawer.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { SearchField } from '#web/ui/search-field.tsx'
import { Row, Rows } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { Link } from '#web/ui/link.tsx'
import { satisfactionMessages } from './messages.ts'
import type { ChangeLine } from './types.ts'

type Asker = { id: string; name: string }

/** What was changed, when it was done, and which customers asked for it. */
export function ChangeForm({ change, onClose }: { change: ChangeLine | null; onClose: () => void }) {
  const { changes: m } = useMessages(satisfactionMessages)
  const { today } = useSession()
  const errorText = useErrorText()
  const refresh = useRefresh()
  const write = useWrite('PUT /api/satisfaction/changes/:id')
  const [id] = useState(change?.id ?? freshId())
  const [what, setWhat] = useState(change?.what ?? '')
  const [doneOn, setDone] = useState<string | null>(change?.doneOn ?? null)
  const [askers, setAskers] = useState<readonly Asker[]>([])
  const save = (submitted: FormEvent): void => {
    submitted.preventDefault()
    const body = { what: what.trim(), doneOn, askers: askers.map((one) => one.id) }
    write.mutate(
      { params: { id }, body: { ...body, baseVersion: change?.version ?? null } },
      {
        onSuccess: () => {
          notify({ text: m.saved })
          onClose()
        },
        onError: (error) => {
          const clash = error.reply.code === 'record.conflict'
          if (clash) void refresh()
          notify({ text: clash ? m.conflict : errorText(error), tone: 'problem' })
        },
      },
    )
  }
  return (
    <Drawer title={m.form} isOpen onClose={onClose}>
      <form onSubmit={save} className="grid gap-3 pt-3">
        <CoachedLine
          label={m.what}
          placeholder={m.whatExample}
          value={what}
          onChange={setWhat}
          maxLength={80}
          isRequired
          autoFocus={change === null}
        />
        <DatePicker label={m.done} hint={m.doneHint} value={doneOn} onChange={setDone} max={today} />
        <Askers known={change?.askers.map(({ customerId }) => customerId) ?? []} askers={askers} onChange={setAskers} />
        <Button type="submit" kind="go" isPending={write.isPending} isDisabled={what.trim() === ''}>
          {m.save}
        </Button>
      </form>
    </Drawer>
  )
}

type AskersProps = { known: readonly string[]; askers: readonly Asker[]; onChange: (askers: readonly Asker[]) => void }

const OFFERED = 6

/** Customers found by name, added with one press. */
function Askers({ known, askers, onChange }: AskersProps) {
  const { changes: m } = useMessages(satisfactionMessages)
  const [q, setQ] = useState('')
  const typed = q.trim()
  const found = useRead('GET /api/customers', { query: { q: typed } }, { enabled: typed !== '', keep: true }).data
  const taken = [...known, ...askers.map(({ id }) => id)]
  const offered = typed === '' ? [] : (found?.rows ?? []).filter(({ id }) => !taken.includes(id)).slice(0, OFFERED)
  return (
    <div className="grid gap-2">
      <SearchField label={m.who} placeholder={`${m.who} · ${m.whoHint}`} value={q} onChange={setQ} />
      {askers.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {askers.map((one) => (
            <Chip key={one.id} onRemove={() => onChange(askers.filter(({ id }) => id !== one.id))}>
              {one.name}
            </Chip>
          ))}
        </div>
      )}
      <Rows label={m.who}>
        {offered.map(({ id, name }) => (
          <Row key={id}>
            <Link
              onPress={() => {
                onChange([...askers, { id, name }])
                setQ('')
              }}
            >
              {name}
            </Link>
          </Row>
        ))}
      </Rows>
    </div>
  )
}
