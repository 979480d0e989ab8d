import { Fragment } from 'react'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Section } from '#web/ui/section.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { voiceMessages } from './messages.ts'

export const OWN = 'own'

type Props = { chosen: string; onChoose: (id: string) => void; own: string; onOwn: (text: string) => void }

/** What is read: one of three passages with the words to lift underlined, or words of one's own. */
export function ReadAloud({ chosen, onChoose, own, onOwn }: Props) {
  const { read: m } = useMessages(voiceMessages)
  const text = m.texts.find(({ id }) => id === chosen)
  return (
    <Section title={m.title}>
      <div className="grid gap-3 pt-3">
        <RadioGroup
          label={m.choose}
          labelHidden
          options={[...m.texts.map(({ id, name }) => ({ id, label: name })), { id: OWN, label: m.own }]}
          value={chosen}
          onChange={onChoose}
        />
        {text ? (
          <div>
            <p className="t12 text-ink-3">{m.loud}</p>
            <p className="say max-w-[44em] pt-1">
              <Lifted text={text.text} words={text.key} />
            </p>
          </div>
        ) : (
          <TextArea label={m.ownLabel} hint={m.ownHint} value={own} onChange={onOwn} rows={3} />
        )}
      </div>
    </Section>
  )
}

/** A text with some of its words underlined. */
function Lifted({ text, words }: { text: string; words: readonly string[] }) {
  const parts = words.reduce<string[]>(
    (before, word) =>
      before.flatMap((part) => {
        const at = words.includes(part) ? -1 : part.indexOf(word)
        return at < 0 ? [part] : [part.slice(0, at), word, part.slice(at + word.length)]
      }),
    [text],
  )
  return parts.map((part, place) =>
    words.includes(part) ? (
      <em key={place} className="border-b-2 border-jade-mid not-italic">
        {part}
      </em>
    ) : (
      <Fragment key={place}>{part}</Fragment>
    ),
  )
}
