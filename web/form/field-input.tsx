import type { Answer } from '#domain/form/answer.ts'
import type { Field } from '#domain/form/layout.ts'
import { fenOf, yuanOf } from '#domain/kernel/money.ts'
import { CoachedArea, CoachedLine } from '#web/client/coach/coached-area.tsx'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { formMessages } from './messages.ts'
import { RowsInput } from './rows-input.tsx'

export type FieldInputProps = {
  field: Field
  value: Answer | undefined
  onChange: (answer: Answer | null) => void
}

/** One field of a form, as it is written in. */
export function FieldInput({ field, value, onChange }: FieldInputProps) {
  const m = useMessages(formMessages)
  const language = useLanguage()
  const label = field.label[language]
  const common = {
    label,
    isRequired: field.required,
    ...(field.hint && { hint: field.hint[language] }),
  }
  const text = typeof value === 'string' ? value : ''
  switch (field.kind) {
    case 'text':
      return <CoachedLine by="note" {...common} value={text} maxLength={200} onChange={onChange} />
    case 'time':
      return <TextField {...common} type="time" value={text} onChange={onChange} />
    case 'long':
      return <CoachedArea by="note" {...common} value={text} maxLength={4000} onChange={onChange} />
    case 'day':
      return <DatePicker {...common} value={text === '' ? null : text} onChange={(day) => onChange(day ?? '')} />
    case 'count':
      return <NumberField {...common} minValue={0} value={numberOf(value)} onChange={(n) => onChange(orNothing(n))} />
    case 'money':
      return (
        <NumberField
          {...common}
          unit={m.yuan}
          value={yuanOf(numberOf(value))}
          onChange={(yuan) => onChange(Number.isNaN(yuan) ? null : fenOf(yuan))}
        />
      )
    case 'choice':
      return <RadioGroup {...common} options={optionsOf(field, language)} value={text || null} onChange={onChange} />
    case 'choices':
      return (
        <CheckboxGroup
          {...common}
          options={optionsOf(field, language)}
          value={Array.isArray(value) ? (value as readonly string[]) : []}
          onChange={onChange}
        />
      )
    case 'yesno':
      return (
        <RadioGroup
          {...common}
          options={[
            { id: 'yes', label: m.yes },
            { id: 'no', label: m.no },
          ]}
          value={value === true ? 'yes' : value === false ? 'no' : null}
          onChange={(id) => onChange(id === 'yes')}
        />
      )
    case 'rows':
      return <RowsInput field={field} value={value} onChange={onChange} />
    case 'sign':
    case 'seal':
      return null
  }
}

const numberOf = (value: Answer | undefined): number => (typeof value === 'number' ? value : Number.NaN)
const orNothing = (n: number): number | null => (Number.isNaN(n) ? null : n)
const optionsOf = ({ choices = [] }: Field, language: 'zh' | 'en') =>
  choices.map(({ id, label }) => ({ id, label: label[language] }))
