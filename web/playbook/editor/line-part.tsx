import { type FormEvent, type KeyboardEvent, useRef, useState } from 'react'
import type { Language } from '#domain/kernel/said.ts'
import type { Line } from '#domain/playbook/definition.ts'
import { type FactKey, factKeys } from '#domain/playbook/facts.ts'
import { fieldName, type Path } from '#domain/playbook/locate.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Menu } from '#web/ui/menu.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextArea } from '#web/ui/text-area.tsx'
import { AddMenu } from './add-menu.tsx'
import { ConditionPart } from './condition-part.tsx'
import { usePart } from './editor-context.tsx'
import { editorMessages } from './messages.ts'
import { useNames } from './names.ts'

const versions = ['first', 'familiar', 'difficult', 'fallback'] as const

/** One line to say: for a first meeting, and, where it is put otherwise, for a familiar or an upset customer, or without the fact. */
export function LinePart({ path }: { path: Path }) {
  const m = useMessages(editorMessages)
  const names = useNames()
  const { value, write } = usePart<Line>(path)
  if (!value) return null
  const left = versions.filter((version) => value[version] === undefined)
  return (
    <div className="flex flex-col gap-3">
      {versions
        .filter((version) => value[version] !== undefined)
        .map((version) => (
          <div key={version} className="flex items-start gap-2">
            <div className={`grid min-w-0 flex-1 gap-x-4 gap-y-2 md:grid-cols-2 ${version === 'first' ? 'pr-8' : ''}`}>
              {(['zh', 'en'] as const).map((language) => (
                <Words
                  key={language}
                  path={[...path, version, language]}
                  language={language}
                  name={names.partNames[version]}
                  facts={version !== 'fallback'}
                />
              ))}
            </div>
            {version !== 'first' && (
              <IconButton
                label={m.remove(names.partNames[version])}
                icon="x"
                kind="bare"
                size="s"
                onPress={() => {
                  const { [version]: _gone, ...others } = value
                  write(others)
                }}
              />
            )}
          </div>
        ))}
      <div className="flex flex-wrap items-center gap-3">
        <AddMenu
          label={m.addVersion}
          left={left}
          names={names.partNames}
          onAdd={(version) => write({ ...value, [version]: { zh: '', en: '' } })}
        />
        <ConditionPart path={[...path, 'when']} />
      </div>
    </div>
  )
}

/** The beginning of a fact being typed before the cursor: `{{cust`. */
const begun = /\{\{([^{}\s]*)$/

/** Words with facts in them: after `{{` the facts are offered with what they mean. */
function Words({ path, language, name, facts }: { path: Path; language: Language; name: string; facts: boolean }) {
  const m = useMessages(editorMessages)
  const { factMeanings } = useNames()
  const { value = '', write, fault } = usePart<string>(path)
  const box = useRef<HTMLDivElement>(null)
  const [typed, setTyped] = useState<{ text: string; at: number } | null>(null)
  const [place, setPlace] = useState(0)
  const fitting = typed === null ? [] : factKeys.filter((key) => fits(key, factMeanings[key], typed.text)).slice(0, 8)

  const look = (event: FormEvent): void => {
    const { target } = event
    if (!facts || !(target instanceof HTMLTextAreaElement)) return
    const found = begun.exec(target.value.slice(0, target.selectionStart))
    setTyped(found ? { text: found[1] ?? '', at: found.index } : null)
    setPlace(0)
  }
  const put = (key: FactKey, from: number, to: number): void => {
    const filled = `{{${key}}}`
    write(value.slice(0, from) + filled + value.slice(to))
    setTyped(null)
    requestAnimationFrame(() => {
      const area = box.current?.querySelector('textarea')
      area?.focus()
      area?.setSelectionRange(from + filled.length, from + filled.length)
    })
  }
  const take = (key: FactKey): void => {
    if (typed)
      put(
        key,
        typed.at,
        typed.at + 2 + typed.text.length + (value.startsWith('}}', typed.at + 2 + typed.text.length) ? 2 : 0),
      )
  }
  const onKeys = (event: KeyboardEvent): void => {
    const key = fitting[place]
    if (key === undefined) return
    if (event.key === 'ArrowDown') setPlace((place + 1) % fitting.length)
    else if (event.key === 'ArrowUp') setPlace((place + fitting.length - 1) % fitting.length)
    else if (event.key === 'Enter' || event.key === 'Tab') take(key)
    else if (event.key === 'Escape') setTyped(null)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div
      ref={box}
      data-field={fieldName(path)}
      className="relative"
      onInput={look}
      onKeyDownCapture={onKeys}
      lang={language === 'zh' ? 'zh-CN' : 'en'}
    >
      <TextArea label={`${name} · ${m.language[language]}`} rows={2} value={value} onChange={write} error={fault} />
      {facts && (
        <div className="absolute -top-1.5 right-0">
          <Menu
            label={m.factsFor}
            trigger={
              <Button size="s" kind="bare" aria-label={`${m.fact}：${name} · ${m.language[language]}`}>
                {m.fact}
              </Button>
            }
            choices={factKeys.map((key) => ({ id: key, label: factMeanings[key], note: `{{${key}}}` }))}
            onChoose={(id) => {
              const key = factKeys.find((one) => one === id)
              if (key) put(key, value.length, value.length)
            }}
          />
        </div>
      )}
      {fitting.length > 0 && (
        <div
          role="listbox"
          aria-label={m.factsFor}
          className="layer absolute z-20 max-h-64 w-full overflow-y-auto rounded border border-line bg-paper py-1 shadow-layer"
        >
          {fitting.map((key, at) => (
            <div
              key={key}
              role="option"
              tabIndex={-1}
              aria-selected={at === place}
              className={`t13 flex cursor-pointer justify-between gap-3 px-3 py-1.5 hover:bg-paper-3 ${at === place ? 'bg-paper-3' : ''}`}
              onPointerDown={(event) => {
                event.preventDefault()
                take(key)
              }}
            >
              <span>{factMeanings[key]}</span>
              <span className="text-ink-3">{key}</span>
            </div>
          ))}
        </div>
      )}
    </div>
  )
}

const fits = (key: FactKey, meaning: string, typed: string): boolean =>
  key.toLowerCase().includes(typed.toLowerCase()) || meaning.includes(typed)
