import type { Answer, AnswerRow } from '#domain/form/answer.ts'
import type { Column, Field } from '#domain/form/layout.ts'
import { fenOf, yuanOf } from '#domain/kernel/money.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useRead } from '#web/client/query.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Section } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { formMessages } from './messages.ts'

type Props = { field: Field; value: Answer | undefined; onChange: (rows: AnswerRow[]) => void }

/** A table to write in: a row is a line on a wide screen, a small block on a phone. */
export function RowsInput({ field, value, onChange }: Props) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const label = field.label[language]
  const columns = field.columns ?? []
  const rows = Array.isArray(value) && value.length > 0 ? (value as readonly AnswerRow[]) : [{}]
  const put = (index: number, row: AnswerRow): void => onChange(rows.map((one, at) => (at === index ? row : one)))
  return (
    <Section title={label} level={3} remark={field.required ? m.required : undefined} className="md:col-span-2">
      {rows.map((row, index) => (
        <div
          key={index}
          role="group"
          aria-label={m.rowOf(label, index + 1)}
          className="grid gap-x-3 gap-y-2 border-b border-line py-2.5 md:flex md:items-end"
        >
          {columns.map((column) => (
            <div key={column.id} className="min-w-0" style={{ flex: column.share }}>
              <CellInput
                column={column}
                value={row[column.id]}
                onChange={(cell) => put(index, { ...row, [column.id]: cell })}
              />
            </div>
          ))}
          <IconButton
            label={m.removeRow}
            icon="x"
            kind="bare"
            className="max-md:justify-self-end"
            isDisabled={rows.length === 1 && Object.keys(row).length === 0}
            onPress={() => onChange(rows.filter((_, at) => at !== index))}
          />
        </div>
      ))}
      <Button size="s" icon="plus" className="mt-2" onPress={() => onChange([...rows, {}])}>
        {m.addRow}
      </Button>
    </Section>
  )
}

type CellProps = { column: Column; value: string | number | undefined; onChange: (cell: string | number) => void }

function CellInput({ column, value, onChange }: CellProps) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const label = column.label[language]
  const text = typeof value === 'string' ? value : ''
  const figure = typeof value === 'number' ? value : Number.NaN
  const whole = (n: number): string | number => (Number.isNaN(n) ? '' : n)
  switch (column.kind) {
    case 'text':
      return <CoachedLine by="note" label={label} value={text} maxLength={200} onChange={onChange} />
    case 'time':
      return <TextField label={label} type="time" value={text} onChange={onChange} />
    case 'day':
      return <DatePicker label={label} value={text === '' ? null : text} onChange={(day) => onChange(day ?? '')} />
    case 'count':
      return <NumberField label={label} minValue={0} value={figure} onChange={(n) => onChange(whole(n))} />
    case 'money':
      return (
        <NumberField
          label={label}
          unit={m.yuan}
          value={yuanOf(figure)}
          onChange={(yuan) => onChange(Number.isNaN(yuan) ? '' : fenOf(yuan))}
        />
      )
    case 'colleague':
      return <ColleagueInput label={label} value={text} onChange={onChange} />
    case 'gift':
      return <GiftInput label={label} value={text} onChange={onChange} />
  }
}

type PickProps = { label: string; value: string; onChange: (id: string) => void }

function ColleagueInput({ label, value, onChange }: PickProps) {
  const m = useMessages(formMessages)
  const staff = useRead('GET /api/staff', {}).data?.staff ?? []
  return (
    <ComboBox
      label={label}
      placeholder={m.pickColleague}
      options={staff.map(({ id, name }) => ({ id, label: name }))}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}

/** Gifts are kept by name: what stands on paper is what was in the store. */
function GiftInput({ label, value, onChange }: PickProps) {
  const m = useMessages(formMessages)
  const gifts = useRead('GET /api/gifts', {}).data?.gifts ?? []
  const known = gifts.map(({ name, inStore }) => ({ id: name, label: name, note: m.inStore(inStore) }))
  const own = value !== '' && !known.some(({ id }) => id === value) ? [{ id: value, label: value }] : []
  return (
    <ComboBox
      label={label}
      placeholder={m.pickGift}
      options={[...own, ...known]}
      value={value || null}
      onChange={(id) => onChange(id ?? '')}
    />
  )
}
