import type { Language } from '#domain/kernel/said.ts'
import { fieldNameIn } from '#domain/playbook/editing/difference-line.ts'
import type { Text } from '#domain/playbook/field.ts'
import { fieldName, type Path } from '#domain/playbook/locate.ts'
import { Checkbox, CheckboxGroup } from '#web/ui/checkbox.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { NumberField } from '#web/ui/number-field.tsx'
import { type Option, Select } from '#web/ui/select.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { useEditor, usePart } from './editor-context.tsx'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'

type PartProps = { path: Path; label?: string }

/** What a field is called: by what it is in the file, unless its place says more. */
const useLabel = ({ path, label }: PartProps): string => {
  const names = useNames()
  return label ?? fieldNameIn(names, path.findLast((part) => typeof part === 'string') ?? '')
}

/** One sentence in both languages, beside each other; what is missing is said under its own field. */
export function TextPart({ path, label, long = false }: PartProps & { long?: boolean }) {
  const name = useLabel({ path, ...(label === undefined ? {} : { label }) })
  return (
    <div className="grid gap-x-4 gap-y-2 md:grid-cols-2">
      {(['zh', 'en'] as const).map((language) => (
        <OneLanguage key={language} path={path} language={language} name={name} long={long} />
      ))}
    </div>
  )
}

function OneLanguage({ path, language, name, long }: { path: Path; language: Language; name: string; long: boolean }) {
  const m = useMessages(editorMessages)
  const { value = '', write, fault } = usePart<string>([...path, language])
  const Field = long ? TextArea : TextField
  return (
    <div data-field={fieldName([...path, language])} lang={language === 'zh' ? 'zh-CN' : 'en'}>
      <Field
        label={`${name} · ${m.language[language]}`}
        value={value}
        onChange={write}
        error={fault}
        {...(long ? { rows: 2 } : {})}
      />
    </div>
  )
}

/** A text that may be left out altogether: emptied in both languages it is. */
export function MaybeText({ path, label }: PartProps) {
  const { value, write } = usePart<Text>(path)
  const m = useMessages(editorMessages)
  const name = useLabel({ path, ...(label === undefined ? {} : { label }) })
  const { faultAt } = useEditor()
  const set = (language: Language, words: string): void => {
    const next = { zh: value?.zh ?? '', en: value?.en ?? '', [language]: words }
    write(next.zh === '' && next.en === '' ? undefined : next)
  }
  return (
    <div className="grid gap-x-4 gap-y-2 md:grid-cols-2">
      {(['zh', 'en'] as const).map((language) => (
        <div key={language} data-field={fieldName([...path, language])} lang={language === 'zh' ? 'zh-CN' : 'en'}>
          <TextField
            label={`${name} · ${m.language[language]} · ${m.optional}`}
            value={value?.[language] ?? ''}
            onChange={(words) => set(language, words)}
            error={faultAt([...path, language])}
          />
        </div>
      ))}
    </div>
  )
}

/** The name others refer to it by. */
export function IdPart({ path }: { path: Path }) {
  const m = useMessages(editorMessages)
  const { value = '', write, fault } = usePart<string>(path)
  return (
    <div data-field={fieldName(path)}>
      <TextField label={m.idLabel} value={value} onChange={write} error={fault} className="max-w-64" />
    </div>
  )
}

/** One short text without a second language: a clock, a form's id. */
export function PlainPart({ path, label, hint }: PartProps & { hint?: string }) {
  const { value = '', write, fault } = usePart<string>(path)
  const name = useLabel({ path, ...(label === undefined ? {} : { label }) })
  return (
    <div data-field={fieldName(path)}>
      <TextField label={name} hint={hint} value={value} onChange={write} error={fault} className="max-w-64" />
    </div>
  )
}

const optionsOf = (choices: Readonly<Record<string, string>>): Option[] =>
  Object.entries(choices).map(([id, label]) => ({ id, label }))

/** One out of a few; `none` lets it be left out. */
export function ChoicePart({
  path,
  label,
  choices,
  none,
}: PartProps & { choices: Readonly<Record<string, string>>; none?: string }) {
  const { value, write, fault } = usePart<string>(path)
  const name = useLabel({ path, ...(label === undefined ? {} : { label }) })
  const options = [...(none === undefined ? [] : [{ id: NONE, label: none }]), ...optionsOf(choices)]
  return (
    <div data-field={fieldName(path)}>
      <Select
        label={name}
        className="max-w-64"
        options={options}
        value={value ?? (none === undefined ? null : NONE)}
        onChange={(id) => write(id === NONE ? undefined : id)}
        error={fault}
      />
    </div>
  )
}

const NONE = '-'

/** Any of a few; with none the field is left out, unless it has to be there. */
export function ChoicesPart({
  path,
  label,
  choices,
  needed = false,
  hint,
}: PartProps & { choices: Readonly<Record<string, string>>; needed?: boolean; hint?: string }) {
  const { value = [], write, fault } = usePart<string[]>(path)
  const name = useLabel({ path, ...(label === undefined ? {} : { label }) })
  const order = Object.keys(choices)
  return (
    <div data-field={fieldName(path)}>
      <CheckboxGroup
        label={name}
        hint={hint}
        options={optionsOf(choices)}
        value={value}
        onChange={(chosen) =>
          write(chosen.length === 0 && !needed ? undefined : order.filter((one) => chosen.includes(one)))
        }
        error={fault}
      />
    </div>
  )
}

/** Yes or no; `no` is left out of the file where it is what everybody expects. */
export function FlagPart({ path, label, spoken = false }: PartProps & { spoken?: boolean }) {
  const { value = false, write } = usePart<boolean>(path)
  const name = useLabel({ path, ...(label === undefined ? {} : { label }) })
  return (
    <div data-field={fieldName(path)}>
      <Checkbox isSelected={value} onChange={(on) => write(on || spoken ? on : undefined)}>
        {name}
      </Checkbox>
    </div>
  )
}

export function NumberPart({ path, label, unit, least }: PartProps & { unit?: string; least: number }) {
  const { value, write, fault } = usePart<number>(path)
  const name = useLabel({ path, ...(label === undefined ? {} : { label }) })
  return (
    <div data-field={fieldName(path)}>
      <NumberField
        label={name}
        unit={unit}
        minValue={least}
        value={value ?? Number.NaN}
        onChange={(next) => write(Number.isNaN(next) ? least : next)}
        error={fault}
        className="max-w-40"
      />
    </div>
  )
}
