import { type KeyboardEvent, useState } from 'react'
import { Chip } from '#web/ui/chip.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { fileMessages } from './file-messages.ts'

export type WordsEditorProps = {
  label: string
  value: readonly string[]
  onChange: (words: string[]) => void
  /** How a stored word is shown. */
  textOf?: (word: string) => string
}

/** A short list of free words: Enter adds one, unless an input method is still composing. */
export function WordsEditor({ label, value, onChange, textOf = (word) => word }: WordsEditorProps) {
  const m = useMessages(fileMessages)
  const [typed, setTyped] = useState('')
  const add = () => {
    const word = typed.trim()
    if (word !== '') onChange([...new Set([...value, word])])
    setTyped('')
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.nativeEvent.isComposing || typed.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    add()
  }
  return (
    <div className="grid gap-2">
      {value.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {value.map((word) => (
            <Chip key={word} onRemove={() => onChange(value.filter((other) => other !== word))}>
              {textOf(word)}
            </Chip>
          ))}
        </div>
      )}
      <div role="presentation" onKeyDown={onKeyDown}>
        <TextField label={label} value={typed} onChange={setTyped} onBlur={add} placeholder={m.words.add} autoFocus />
      </div>
    </div>
  )
}
