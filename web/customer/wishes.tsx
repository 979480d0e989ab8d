import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import type { CustomerFile } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { type PartField, PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

type Wish = CustomerFile['wishes'][number]

/** Small wishes: remembering one makes somebody feel valued [K-35]. */
export function Wishes({
  customerId,
  wishes,
  canEdit,
}: {
  customerId: string
  wishes: readonly Wish[]
  canEdit: boolean
}) {
  const words = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const format = useFormat()
  const { today } = useSession()
  const part = usePart<Wish>('PUT /api/customers/:id/wishes/:partId', customerId, m.wishes.one)
  const fields: PartField[] = [
    { key: 'what', label: m.wishes.fields.what, type: { is: 'text' }, required: true },
    { key: 'saidOn', label: m.wishes.fields.saidOn, type: { is: 'day' }, required: true },
    { key: 'doneOn', label: m.wishes.fields.doneOn, type: { is: 'day' } },
  ]
  return (
    <Section
      title={words.wishes.title}
      end={
        canEdit && (
          <Button kind="bare" size="s" icon="plus" onPress={part.add}>
            {m.add}
          </Button>
        )
      }
    >
      {wishes.length === 0 && <p className="t13 py-2 text-ink-3">{words.wishes.none}</p>}
      <Rows>
        {wishes.map((wish) => (
          <Row
            key={wish.id}
            note={
              wish.doneOn
                ? words.wishes.doneOn(format.shortDay(wish.doneOn, today))
                : words.wishes.said(format.shortDay(wish.saidOn, today))
            }
            end={
              canEdit && (
                <span className="flex justify-end gap-1">
                  {wish.doneOn === null && (
                    <Button size="s" onPress={() => part.change(wish, { doneOn: today })}>
                      {words.wishes.done}
                    </Button>
                  )}
                  <Button kind="bare" size="s" onPress={() => part.edit(wish)}>
                    {m.edit}
                  </Button>
                </span>
              )
            }
          >
            <Quote>{wish.what}</Quote>
          </Row>
        ))}
      </Rows>
      {part.open && (
        <PartForm
          key={part.open.id}
          title={m.wishes.add}
          fields={fields}
          initial={
            part.open.row
              ? { what: part.open.row.what, saidOn: part.open.row.saidOn, doneOn: part.open.row.doneOn }
              : { saidOn: today }
          }
          {...part.form}
        />
      )}
    </Section>
  )
}
