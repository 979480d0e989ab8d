import { type FormEvent, useState } from 'react'
import { parseTranscript } from '#domain/coach/conversation/transcript.ts'
import { transcriptWordsEn } from '#domain/coach/conversation/words.en.ts'
import { transcriptWordsZh } from '#domain/coach/conversation/words.zh.ts'
import { lookAtTurn } from '#domain/coach/look.ts'
import { lastQuestion } from '#domain/coach/question.ts'
import type { Coach } from '#domain/coach/ready.ts'
import { sentence } from '#domain/kernel/said.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { FileDrop } from '#web/ui/file-drop.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Section } from '#web/ui/section.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { talkMessages } from './messages.ts'
import type { Side, Talk } from './talk.ts'
import { textOfFile } from './text-of-file.ts'

const words = { zh: transcriptWordsZh, en: transcriptWordsEn }

type Props = { draft: Talk; coach: Coach | null; onDraft: (talk: Talk) => void; onLook: () => void }

/** A conversation comes in: pasted, as a file, typed line by line, or an example. */
export function TalkStart({ draft, coach, onDraft, onLook }: Props) {
  const { start: m, examples } = useMessages(talkMessages)
  const { today } = useSession()
  const language = useLanguage()
  const [unreadable, setUnreadable] = useState(false)
  const [typing, setTyping] = useState(false)
  const read = parseTranscript(draft.text, draft.roles)
  const unknown = read.ok || read.error.code !== 'transcript.roles' ? [] : read.error.params.names.split('、')
  const load = async (file: File | undefined): Promise<void> => {
    const text = file ? await textOfFile(file) : null
    setUnreadable(text === null)
    if (text !== null) onDraft({ ...draft, text, roles: {} })
  }
  return (
    <Section title={m.title}>
      <div className="grid gap-3 pt-3">
        <TextArea
          label={m.box}
          hint={m.boxHint}
          placeholder={m.boxExample}
          value={draft.text}
          onChange={(text) => onDraft({ ...draft, text })}
          rows={8}
        />
        {typing && <TypeIn draft={draft} coach={coach} onDraft={onDraft} />}
        {draft.text.trim() !== '' && !read.ok && unknown.length === 0 && (
          <p role="alert" className="t13 text-amber">
            {sentence(words[language], read.error)}
          </p>
        )}
        {unknown.length > 0 && <WhoIsWho names={unknown} draft={draft} onDraft={onDraft} />}
        {unreadable && (
          <p role="alert" className="t13 text-red">
            {m.unreadable}
          </p>
        )}
        <div className="flex flex-wrap items-end gap-3">
          <DatePicker
            className="w-52"
            label={m.day}
            hint={m.dayHint}
            value={draft.day}
            onChange={(day) => onDraft({ ...draft, day: day ?? today })}
            max={today}
          />
        </div>
        <div className="flex flex-wrap items-center gap-2">
          <Button kind="go" hotkey="mod+Enter" hotkeyWhileTyping isDisabled={!read.ok} onPress={onLook}>
            {m.look}
          </Button>
          <Button onPress={() => setTyping(!typing)}>{m.typed}</Button>
        </div>
        <FileDrop
          label={m.file}
          hint={m.fileHint}
          accept={['.txt', '.csv', '.tsv', 'text/plain', 'text/csv']}
          onFiles={([file]) => void load(file)}
        />
        {draft.text.trim() === '' && (
          <p className="t13 flex flex-wrap items-center gap-2 text-ink-3">
            {m.example}
            {examples.map(({ id, name, text }) => (
              <Button
                key={id}
                size="s"
                onPress={() => {
                  onDraft({ ...draft, text, roles: {} })
                  onLook()
                }}
              >
                {name}
              </Button>
            ))}
          </p>
        )}
      </div>
    </Section>
  )
}

type WhoProps = { names: readonly string[]; draft: Talk; onDraft: (talk: Talk) => void }

/** Whose name is whose: chosen where it cannot be told, corrected where it was told wrongly. */
export function WhoIsWho({ names, draft, onDraft, known = {} }: WhoProps & { known?: Record<string, Side> }) {
  const { start: m, by } = useMessages(talkMessages)
  const sides: readonly Side[] = ['staff', 'customer']
  return (
    <fieldset className="grid gap-1 pt-1">
      <legend className="sr-only">{m.roles}</legend>
      {names.map((name) => (
        <RadioGroup<Side>
          key={name}
          label={name}
          options={sides.map((id) => ({ id, label: by[id] }))}
          value={draft.roles[name] ?? known[name] ?? null}
          onChange={(side) => onDraft({ ...draft, roles: { ...draft.roles, [name]: side } })}
        />
      ))}
    </fieldset>
  )
}

function TypeIn({ draft, coach, onDraft }: Omit<Props, 'onLook'>) {
  const { start: m, by, names } = useMessages(talkMessages)
  const [who, setWho] = useState<Side>('customer')
  const [said, setSaid] = useState('')
  const question = who === 'staff' && coach ? lastQuestion(lookAtTurn(coach, [{ by: 'staff', text: said }], 0)) : null
  const add = (event: FormEvent): void => {
    event.preventDefault()
    if (said.trim() === '') return
    onDraft({ ...draft, text: `${draft.text.trimEnd()}\n${names[who]}：${said.trim()}`.trimStart() })
    setSaid('')
    setWho(who === 'staff' ? 'customer' : 'staff')
  }
  return (
    <form onSubmit={add} className="grid gap-2 border-l-2 border-line-2 pl-3">
      <RadioGroup<Side>
        label={m.who}
        options={(['customer', 'staff'] as const).map((id) => ({ id, label: by[id] }))}
        value={who}
        onChange={setWho}
      />
      <div className="flex items-end gap-2">
        <TextField className="min-w-0 flex-1" label={m.words} value={said} onChange={setSaid} />
        <Button type="submit">{m.add}</Button>
      </div>
      <p role="status" className="t12 min-h-4 text-jade">
        {question ? m[question] : ''}
      </p>
    </form>
  )
}
