import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import type { CustomerFile } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { type PartField, PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

type Sighting = CustomerFile['sightings'][number]

/** Competitors seen at a customer, each with its day and where it is known from. */
export function Sightings({
  customerId,
  sightings,
  canEdit,
}: {
  customerId: string
  sightings: readonly Sighting[]
  canEdit: boolean
}) {
  const words = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const format = useFormat()
  const { today } = useSession()
  const part = usePart<Sighting>('PUT /api/customers/:id/sightings/:partId', customerId, m.sightings.one)
  const fields: PartField[] = [
    { key: 'what', label: m.sightings.fields.what, type: { is: 'text', long: true }, required: true },
    { key: 'competitor', label: m.sightings.fields.competitor, type: { is: 'text' } },
    { key: 'source', label: m.sightings.fields.source, type: { is: 'text' }, required: true },
    { key: 'seenOn', label: m.sightings.fields.seenOn, type: { is: 'day' }, required: true },
  ]
  return (
    <Section
      title={words.sightings.title}
      end={
        canEdit && (
          <Button kind="bare" size="s" icon="plus" onPress={part.add}>
            {m.add}
          </Button>
        )
      }
    >
      {sightings.length === 0 && <p className="t13 py-2 text-ink-3">{words.sightings.none}</p>}
      <ul>
        {sightings.map((sighting) => (
          <li key={sighting.id} className="t13 flex items-baseline gap-2 border-b border-line py-2">
            <span className="min-w-0 flex-1 text-ink-2">
              {sighting.competitor && <span className="text-ink">{sighting.competitor}：</span>}
              {sighting.what}
              <small className="t12 block text-ink-3">
                {words.sightings.by(format.shortDay(sighting.seenOn, today), sighting.source)} · {sighting.notedBy}
              </small>
            </span>
            {canEdit && (
              <Button kind="bare" size="s" onPress={() => part.edit(sighting)}>
                {m.edit}
              </Button>
            )}
          </li>
        ))}
      </ul>
      {part.open && (
        <PartForm
          key={part.open.id}
          title={m.sightings.add}
          fields={fields}
          initial={
            part.open.row
              ? {
                  what: part.open.row.what,
                  competitor: part.open.row.competitor,
                  source: part.open.row.source,
                  seenOn: part.open.row.seenOn,
                }
              : { seenOn: today }
          }
          {...part.form}
        />
      )}
    </Section>
  )
}
