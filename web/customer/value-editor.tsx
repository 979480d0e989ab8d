import type { FieldType } from '#domain/customer/dossier.ts'
import type { Day } from '#domain/kernel/day.ts'
import { CheckboxGroup } from '#web/ui/checkbox.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { Select } from '#web/ui/select.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { BirthdayEditor } from './birthday-editor.tsx'
import { DayRuleEditor } from './day-rule-editor.tsx'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { WordsEditor } from './words-editor.tsx'

/** What can be edited: a dossier's type, or a choice with labels of its own. */
export type EditableType = FieldType | { is: 'option'; options: readonly { id: string; label: string }[] }

export type ValueEditorProps = {
  label: string
  labelHidden?: boolean
  type: EditableType
  value: unknown
  onChange: (value: unknown) => void
  today: Day
  error?: string | undefined
  hint?: string | undefined
  isRequired?: boolean
  autoFocus?: boolean
}

const NOTHING = '-'

/** The control that fits a type; null is "not known" for every one of them. */
export function ValueEditor(props: ValueEditorProps) {
  const { type, value, onChange, today, label, labelHidden, error, hint, isRequired = false, autoFocus = false } = props
  const { labels } = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const shared = { label, labelHidden, error, hint }
  const text = typeof value === 'string' ? value : ''
  switch (type.is) {
    case 'text': {
      const Control = type.long ? TextArea : TextField
      return <Control {...shared} value={text} onChange={onChange} isRequired={isRequired} autoFocus={autoFocus} />
    }
    case 'number':
    case 'money': {
      const inFen = type.is === 'money'
      const limits = inFen ? { minValue: 0 } : { minValue: type.min, maxValue: type.max }
      const shown = typeof value === 'number' ? (inFen ? value / 100 : value) : Number.NaN
      return (
        <NumberField
          {...shared}
          {...limits}
          value={shown}
          onChange={(n) => onChange(Number.isNaN(n) ? null : inFen ? Math.round(n * 100) : n)}
          unit={inFen ? '¥' : undefined}
          autoFocus={autoFocus}
        />
      )
    }
    case 'day':
      return <DatePicker {...shared} value={text || null} onChange={onChange} />
    case 'flag':
      return (
        <Switch isSelected={value === true} onChange={onChange}>
          {label}
        </Switch>
      )
    case 'choice':
    case 'option': {
      const options =
        type.is === 'option'
          ? type.options
          : Object.entries(labels.choices[type.of]).map(([id, label]) => ({ id, label }))
      return (
        <Select
          {...shared}
          isRequired={isRequired}
          options={isRequired ? options : [{ id: NOTHING, label: m.unknown }, ...options]}
          value={text || null}
          onChange={(id) => onChange(id === NOTHING ? null : id)}
        />
      )
    }
    case 'choices':
      return (
        <CheckboxGroup
          {...shared}
          options={Object.entries(labels.choices[type.of]).map(([id, label]) => ({ id, label }))}
          value={Array.isArray(value) ? (value as string[]) : []}
          onChange={onChange}
        />
      )
    case 'words':
      return <WordsEditor label={label} value={Array.isArray(value) ? (value as string[]) : []} onChange={onChange} />
    case 'birthday':
      return <BirthdayEditor label={label} value={value} onChange={onChange} today={today} />
    case 'days_rule':
      return <DayRuleEditor label={label} value={value} onChange={onChange} today={today} />
  }
}
