import { type FormEvent, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import { freshId } from '#web/client/id.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useCan } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { complaintWords } from './case-types.ts'
import { complaintMessages } from './complaint-messages.ts'

type Limit = Reply<Contract['GET /api/complaint-limits']>['limits'][number]
type Check = Request<Contract['PUT /api/complaint-limits/:id']>['body']

/** The published time limits, each to be compared with its source by a lead: only a checked one warns [S-49][S-50]. */
export function LimitSettings() {
  const m = useMessages(complaintMessages)
  const may = useCan('case.limit')
  const { data } = useRead('GET /api/complaint-limits', {})
  const [changing, setChanging] = useState<string | null>(null)
  return (
    <Section title={m.limits.title} remark={m.limits.remark}>
      <p className="t12 py-2 text-ink-3">{may ? m.limits.why : m.limits.readOnly}</p>
      {!data && <SkeletonRows rows={4} />}
      <Rows label={m.limits.title}>
        {(data?.limits ?? []).map((limit) => {
          const key = `${limit.kind}/${limit.code}`
          return (
            <LimitRow
              key={key}
              limit={limit}
              may={may}
              changing={changing === key}
              onChange={(open) => setChanging(open ? key : null)}
            />
          )
        })}
      </Rows>
    </Section>
  )
}

type RowProps = { limit: Limit; may: boolean; changing: boolean; onChange: (open: boolean) => void }

function LimitRow({ limit, may, changing, onChange }: RowProps) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const write = useWrite('PUT /api/complaint-limits/:id')
  const { limitNames, limitKindNames, limitUnitNames } = complaintWords[language]
  const { code, kind, amount, unit, since, source, note, checked } = limit
  const keep = (found: Check): void =>
    write.mutate(
      { params: { id: freshId() }, body: found },
      {
        onSuccess: () => {
          notify({ text: m.limits.saved(limitNames[code]) })
          onChange(false)
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  const details = [note[language], source, since === null ? '' : m.since(since)].filter(Boolean).join(' · ')
  return (
    <Row
      note={
        <>
          {details}
          {changing && kind !== 'office' && (
            <LimitForm
              limit={{ ...limit, kind }}
              pending={write.isPending}
              onSave={keep}
              onCancel={() => onChange(false)}
            />
          )}
        </>
      }
      end={
        checked !== null ? (
          <span className="flex flex-col items-end gap-1">
            <span className="text-ink-3">{m.checkedBy(checked.by, checked.on)}</span>
            {may && !changing && (
              <Button size="s" kind="bare" onPress={() => onChange(true)}>
                {m.limits.change}
              </Button>
            )}
          </span>
        ) : (
          <span className="flex flex-col items-end gap-1">
            <span className="text-amber">{m.unchecked}</span>
            {may && !changing && kind !== 'office' && (
              <span className="flex gap-1">
                <Button size="s" onPress={() => keep({ code, kind, amount, unit, since, source })}>
                  {m.limits.confirm}
                </Button>
                <Button size="s" kind="bare" onPress={() => onChange(true)}>
                  {m.limits.change}
                </Button>
              </span>
            )}
          </span>
        )
      }
    >
      {limitNames[code]} <span className="text-ink-3">{limitKindNames[kind]}</span> {limitUnitNames[unit](amount)}
    </Row>
  )
}

type FormProps = {
  limit: Limit & { kind: Check['kind'] }
  pending: boolean
  onSave: (found: Check) => void
  onCancel: () => void
}

function LimitForm({ limit, pending, onSave, onCancel }: FormProps) {
  const m = useMessages(complaintMessages)
  const language = useLanguage()
  const [amount, setAmount] = useState(limit.amount)
  const [unit, setUnit] = useState(limit.unit)
  const [since, setSince] = useState(limit.since)
  const [source, setSource] = useState(limit.source)
  const { limitUnitNames } = complaintWords[language]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave({ code: limit.code, kind: limit.kind, amount, unit, since, source: source.trim() })
  }
  return (
    <form onSubmit={submit} className="mt-2 flex flex-col gap-3 border-y border-line bg-paper-2 px-3 py-3 text-ink">
      <div className="flex flex-wrap gap-3">
        <NumberField label={m.limits.amount} value={amount} onChange={setAmount} minValue={1} maxValue={10_000} />
        <Select
          label={m.limits.unit}
          value={unit}
          onChange={setUnit}
          options={(['hours', 'days', 'workdays'] as const).map((id) => ({ id, label: limitUnitNames[id](amount) }))}
        />
        <DatePicker label={m.limits.since} value={since} onChange={setSince} />
      </div>
      <TextField label={m.limits.source} value={source} onChange={setSource} isRequired />
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={pending}>
          {m.limits.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onCancel}>
          {m.form.cancel}
        </Button>
      </div>
    </form>
  )
}
