import { useState } from 'react'
import { Calendar } from '#web/ui/calendar.tsx'
import { Checkbox, CheckboxGroup } from '#web/ui/checkbox.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { FileDrop } from '#web/ui/file-drop.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { SearchField } from '#web/ui/search-field.tsx'
import { Select } from '#web/ui/select.tsx'
import { Switch } from '#web/ui/switch.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { galleryMessages } from './messages.ts'

const optionsOf = (labels: Record<string, string>) => Object.entries(labels).map(([id, label]) => ({ id, label }))

export function FieldSamples() {
  const { fields: f } = useMessages(galleryMessages)
  const [channel, setChannel] = useState<string>('call')
  const [person, setPerson] = useState<string | null>(null)
  const [day, setDay] = useState<string | null>('2026-11-25')
  return (
    <>
      <div className="grid gap-4 md:grid-cols-3">
        <TextField label={f.name} defaultValue={f.nameValue} hint={f.hint} />
        <NumberField label={f.amount} defaultValue={260} unit={f.yuan} error={f.error} />
        <TextField label={f.name} defaultValue={f.nameValue} isDisabled />
        <Select label={f.channel} options={optionsOf(f.channels)} value={channel} onChange={setChannel} />
        <ComboBox
          label={f.person}
          options={optionsOf(f.people)}
          value={person}
          onChange={setPerson}
          placeholder={f.people.zhou}
          isRequired
        />
        <DatePicker label={f.due} value={day} onChange={setDay} min="2026-11-23" />
        <SearchField label={f.search} className="md:col-span-2" />
        <NumberField label={f.quantity} defaultValue={15} minValue={0} stepper />
      </div>
      <TextArea label={f.note} defaultValue={f.noteValue} rows={2} />
      <Choices />
      <div className="flex flex-wrap items-start gap-6">
        <Calendar
          label={f.due}
          value={day}
          onChange={setDay}
          noteOf={(day) => (day.endsWith('-09') ? f.marks : undefined)}
        />
        <div className="min-w-64 flex-1">
          <FileDrop label={f.file} hint={f.fileHint} accept={['.xlsx', '.csv']} onFiles={() => undefined} />
        </div>
      </div>
    </>
  )
}

function Choices() {
  const { fields: f } = useMessages(galleryMessages)
  const [result, setResult] = useState<string>('kept')
  const [channels, setChannels] = useState<string[]>(['call'])
  return (
    <>
      <div className="flex flex-wrap items-center gap-x-6 gap-y-3">
        <Checkbox defaultSelected>{f.asked}</Checkbox>
        <Checkbox>{f.agree}</Checkbox>
        <Checkbox isIndeterminate>{f.part}</Checkbox>
        <Checkbox isDisabled>{f.agree}</Checkbox>
        <Switch defaultSelected>{f.customerView}</Switch>
        <Switch>{f.watch}</Switch>
      </div>
      <div className="grid gap-4 md:grid-cols-2">
        <RadioGroup
          stacked
          label={f.result}
          value={result}
          onChange={setResult}
          options={optionsOf(f.results).map((option) =>
            option.id === 'kept' ? { ...option, note: f.keptNote } : option,
          )}
        />
        <CheckboxGroup label={f.channel} value={channels} onChange={setChannels} options={optionsOf(f.channels)} />
      </div>
    </>
  )
}
