import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { marketKinds, marketTopics } from '#domain/customer/market-note.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { craftMessages } from './craft-messages.ts'
import { fileMessages } from './file-messages.ts'
import { type PartField, PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

type Note = Reply<Contract['GET /api/customers/:id/outlet']>['notes'][number]

type NotesProps = { customerId: string; notes: readonly Note[]; canEdit: boolean }

/** What visits to a shop found out about the market: its place, how it does, what was said [K-33]. */
export function MarketNotes({ customerId, notes, canEdit }: NotesProps) {
  const { market: m } = useMessages(craftMessages)
  const { edit } = useMessages(fileMessages)
  const format = useFormat()
  const { today } = useSession()
  const part = usePart<Note>('PUT /api/customers/:id/market-notes/:partId', customerId, m.one)
  const fields: PartField[] = [
    {
      key: 'topic',
      label: m.fields.topic,
      required: true,
      type: {
        is: 'option',
        options: marketKinds.flatMap((kind) =>
          marketTopics[kind].map((id) => ({ id, label: [m.kinds[kind], m.topics[id]].join(' · ') })),
        ),
      },
    },
    { key: 'what', label: m.fields.what, type: { is: 'text', long: true }, required: true },
    { key: 'seenOn', label: m.fields.seenOn, type: { is: 'day' }, required: true },
  ]
  return (
    <Section
      title={m.title}
      end={
        canEdit && (
          <Button kind="bare" size="s" icon="plus" onPress={part.add}>
            {m.add}
          </Button>
        )
      }
    >
      {notes.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows>
        {notes.map((note) => (
          <Row
            key={note.id}
            note={[format.shortDay(note.seenOn, today), note.notedBy].join(' · ')}
            end={
              canEdit && (
                <Button kind="bare" size="s" onPress={() => part.edit(note)}>
                  {edit}
                </Button>
              )
            }
          >
            <span className="text-ink-3">{m.topics[note.topic]}</span> {note.what}
          </Row>
        ))}
      </Rows>
      {part.open && (
        <PartForm
          key={part.open.id}
          title={m.title}
          fields={fields}
          initial={
            part.open.row
              ? { topic: part.open.row.topic, what: part.open.row.what, seenOn: part.open.row.seenOn }
              : { seenOn: today }
          }
          {...part.form}
        />
      )}
    </Section>
  )
}
