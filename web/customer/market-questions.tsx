import { type MarketKind, marketKinds, type MarketTopic, marketTopics } from '#domain/customer/market-note.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextArea } from '#web/ui/text-area.tsx'
import { craftMessages } from './craft-messages.ts'

export type MarketDraft = Partial<Record<MarketKind, { topic: MarketTopic; what: string }>>

/** What was written, without the empty ones. */
export const notesIn = (draft: MarketDraft): { topic: MarketTopic; what: string }[] =>
  marketKinds.flatMap((kind) => {
    const note = draft[kind]
    return note && note.what.trim() !== '' ? [{ topic: note.topic, what: note.what.trim() }] : []
  })

type QuestionsProps = { draft: MarketDraft; onChange: (draft: MarketDraft) => void }

/** After a visit to a shop: its place, how it does, what was said [K-33]; each with what it is about. */
export function MarketQuestions({ draft, onChange }: QuestionsProps) {
  const { market: m } = useMessages(craftMessages)
  return (
    <fieldset className="grid gap-2 border-y border-line py-2">
      <legend className="t13 float-left mb-1 w-full">{m.asked}</legend>
      <p className="t12 text-ink-3">{m.askedHint}</p>
      {marketKinds.map((kind) => {
        const topics: readonly MarketTopic[] = marketTopics[kind]
        const note = draft[kind] ?? { topic: topics[0] ?? 'location', what: '' }
        return (
          <div key={kind} className="grid grid-cols-[120px_minmax(0,1fr)] gap-2">
            <Select
              label={m.kinds[kind]}
              options={topics.map((id) => ({ id, label: m.topics[id] }))}
              value={note.topic}
              onChange={(topic) => onChange({ ...draft, [kind]: { ...note, topic } })}
            />
            <TextArea
              label={[m.kinds[kind], m.topics[note.topic]].join(' · ')}
              value={note.what}
              onChange={(what) => onChange({ ...draft, [kind]: { ...note, what } })}
              rows={1}
            />
          </div>
        )
      })}
    </fieldset>
  )
}
