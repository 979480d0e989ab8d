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

/**
 * A short list of free words: Enter adds one. What is typed and not yet added counts
 * too: whoever presses Save at once loses nothing, and nothing moves under the finger.
 */
export function WordsEditor({ label, value, onChange, textOf = (word) => word }: WordsEditorProps) {
  const m = useMessages(fileMessages)
  const [words, setWords] = useState(value)
  const [typed, setTyped] = useState('')
  const set = (next: readonly string[], text: string) => {
    setWords(next)
    setTyped(text)
    onChange(withWord(next, text))
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || typed.trim() === '') return
    event.preventDefault()
    event.stopPropagation()
    set(withWord(words, typed), '')
  }
  return (
    <div className="grid gap-2">
      {words.length > 0 && (
        <div className="flex flex-wrap gap-1.5">
          {words.map((word) => (
            <Chip
              key={word}
              onRemove={() =>
                set(
                  words.filter((other) => other !== word),
                  typed,
                )
              }
            >
              {textOf(word)}
            </Chip>
          ))}
        </div>
      )}
      <div role="presentation" onKeyDown={onKeyDown}>
        <TextField
          label={label}
          value={typed}
          onChange={(text) => set(words, text)}
          placeholder={m.words.add}
          autoFocus
        />
      </div>
    </div>
  )
}

const withWord = (words: readonly string[], text: string): string[] =>
  text.trim() === '' ? [...words] : [...new Set([...words, text.trim()])]
