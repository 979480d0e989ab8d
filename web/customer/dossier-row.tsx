import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { type Source, sources, usualSource } from '#domain/customer/completeness.ts'
import type { Field } from '#domain/customer/dossier.ts'
import { useRefresh, useWrite } from '#web/client/query.ts'
import { Refused } from '#web/client/send.ts'
import { useSession } from '#web/client/session.tsx'
import { Button, IconButton } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type Conflict, ConflictChoice, seenVersion } from './conflict-choice.tsx'
import { CuesEditor } from './cues.tsx'
import type { Customer } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { useRefusalText } from './refusal-text.ts'
import { ValueEditor } from './value-editor.tsx'
import { useValueText } from './value-text.ts'

export type Known = { by: string | null; day: string; source: Source | null }

type RowProps = {
  customer: Customer
  field: Field
  /** Who wrote it, when, and how it was learnt. */
  known: Known | undefined
  /** How an unknown one is usually learnt [K-36]. */
  ask: Source | undefined
  canEdit: boolean
  onReveal?: (() => void) | undefined
  /** Stands under the value: what follows from it. */
  below?: ReactNode
}

/** One fact of the dossier: its value, where it comes from, and in place the control that changes it. */
export function DossierRow({ customer, field, known, ask, canEdit, onReveal, below }: RowProps) {
  const { labels, profile } = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const textOf = useValueText()
  const [editing, setEditing] = useState(false)
  const label = labels.fields[field.key] ?? field.key
  const value = customer.dossier[field.key]
  const text = textOf(field.key, value)
  if (editing)
    return (
      <div>
        <dt className="sr-only">{label}</dt>
        <dd>
          <RowEditor customer={customer} field={field} label={label} onDone={() => setEditing(false)} />
        </dd>
      </div>
    )
  const remark = known
    ? m.from(known.by ?? '', known.day, known.source ? profile.sources[known.source] : '')
    : text === null && ask
      ? m.askBy(profile.sources[ask])
      : ''
  return (
    <div className="grid min-h-row grid-cols-[92px_minmax(0,1fr)] items-start gap-x-2 border-b border-line py-[7px]">
      <dt className="t13 text-ink-3">{label}</dt>
      <dd className="t13 flex min-w-0 items-start gap-2">
        <div className="min-w-0 flex-1">
          {text === null ? (
            <span className="text-ink-3">{m.unknown}</span>
          ) : (
            <span className="break-words">{text}</span>
          )}
          {remark !== '' && <small className="t12 block text-ink-3">{remark}</small>}
          {below}
        </div>
        <span className="-my-1 flex flex-none">
          {field.personal && text !== null && onReveal && (
            <IconButton label={m.reveal.title} icon="eye" kind="bare" size="s" onPress={onReveal} />
          )}
          {canEdit && (
            <IconButton
              label={`${text === null ? m.add : m.edit} ${label}`}
              icon={text === null ? 'plus' : 'edit'}
              kind="bare"
              size="s"
              onPress={() => setEditing(true)}
            />
          )}
        </span>
      </dd>
    </div>
  )
}

type EditorProps = { customer: Customer; field: Field; label: string; onDone: () => void }

function RowEditor({ customer, field, label, onDone }: EditorProps) {
  const { profile } = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const format = useFormat()
  const { today } = useSession()
  const textOf = useValueText()
  const refusalText = useRefusalText()
  const refresh = useRefresh()
  const change = useWrite('PATCH /api/customers/:id')
  const before = customer.dossier[field.key] ?? null
  // A masked value cannot be edited by its stars: one writes it anew.
  const [draft, setDraft] = useState<unknown>(field.personal ? null : before)
  // What was on the screen when writing began decides what counts as somebody else's change.
  const [begun] = useState(customer.version)
  const [conflict, setConflict] = useState<Conflict | null>(null)
  const [source, setSource] = useState<Source>(usualSource(field))

  const write = (value: unknown, baseVersion: number) =>
    change.mutate(
      { params: { id: customer.id }, body: { baseVersion, source, dossier: { [field.key]: value } } },
      {
        onSuccess: ({ version }) => {
          onDone()
          const undo = () =>
            change.mutate({
              params: { id: customer.id },
              body: { baseVersion: version, dossier: { [field.key]: before } },
            })
          notify({ text: `${label} · ${m.saved}`, ...(field.personal ? {} : { undo }) })
        },
        onError: (error) => {
          const [first] = error instanceof Refused ? (error.reply.conflicts ?? []) : []
          setConflict(first ?? null)
          if (first) void refresh()
        },
      },
    )
  const save = () => write(draft === '' ? null : draft, begun)
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') onDone()
    const oneLine = event.target instanceof HTMLInputElement && field.type.is !== 'words'
    if (event.key === 'Enter' && (oneLine || event.ctrlKey || event.metaKey)) save()
  }
  const both = conflict && bothOf(conflict, field.type.is)
  const mine = (value: unknown) => write(value, seenVersion(conflict ? [conflict] : [], begun))
  return (
    <div role="group" aria-label={label}>
      <div role="presentation" className="grid gap-2 border-b border-line bg-paper-2 px-3 py-2" onKeyDown={onKeyDown}>
        {field.key === 'styleCues' ? (
          <CuesEditor label={label} cues={Array.isArray(draft) ? draft.map(String) : []} onChange={setDraft} />
        ) : (
          <ValueEditor
            label={label}
            type={field.type}
            value={draft}
            onChange={setDraft}
            today={today}
            autoFocus
            error={change.error && !conflict ? refusalText(change.error) : undefined}
          />
        )}
        {change.error && !conflict && !['text', 'number', 'money', 'day'].includes(field.type.is) && (
          <p role="alert" className="t12 text-red">
            {refusalText(change.error)}
          </p>
        )}
        {conflict ? (
          <ConflictChoice
            conflict={conflict}
            when={format.time(conflict.at)}
            textOf={(value) => textOf(field.key, value) ?? m.unknown}
            onTheirs={onDone}
            onYours={() => mine(conflict.yours)}
            onBoth={both === null ? undefined : () => mine(both)}
          />
        ) : (
          <div className="flex flex-wrap items-end gap-2">
            <Select
              label={m.source}
              className="w-32"
              options={sources.map((id) => ({ id, label: profile.sources[id] }))}
              value={source}
              onChange={setSource}
            />
            <span className="flex-1" />
            <Button onPress={save} isPending={change.isPending}>
              {m.save}
            </Button>
            <Button kind="bare" onPress={onDone}>
              {m.cancel}
            </Button>
          </div>
        )}
      </div>
    </div>
  )
}

/** Two texts, or two lists, can both stay. */
const bothOf = ({ theirs, yours }: Conflict, is: Field['type']['is']): unknown => {
  if (is === 'text' && typeof theirs === 'string' && typeof yours === 'string') return `${theirs}；${yours}`
  return Array.isArray(theirs) && Array.isArray(yours) ? [...new Set<unknown>([...theirs, ...yours])] : null
}
