import { birthdayFrom, birthdayText } from '#domain/customer/birthday.ts'
import { decisionRoles } from '#domain/customer/deciders.ts'
import { relationships } from '#domain/customer/file.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Dots } from '#web/ui/marks.tsx'
import { Masked } from '#web/ui/masked.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { useSession } from '#web/client/session.tsx'
import type { CustomerFile } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { type PartField, PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

export type Person = CustomerFile['people'][number]

/** What is asked about a contact person, in the order one asks. */
export const usePersonFields = (): PartField[] => {
  const { profile, labels } = useMessages(customerMessages)
  const { people } = useMessages(fileMessages)
  const text = { is: 'text' } as const
  return [
    { key: 'name', label: people.fields.name, type: text, required: true },
    { key: 'addressForm', label: people.fields.addressForm, type: text },
    { key: 'department', label: people.fields.department, type: text },
    { key: 'title', label: people.fields.title, type: text },
    {
      key: 'decisionRole',
      label: people.fields.decisionRole,
      type: { is: 'option', options: decisionRoles.map((id) => ({ id, label: profile.roles[id] })) },
    },
    {
      key: 'relationship',
      label: people.fields.relationship,
      type: { is: 'option', options: relationships.map((id) => ({ id, label: labels.choices.relationship[id] })) },
    },
    { key: 'phone', label: people.fields.phone, type: text },
    { key: 'lastMetOn', label: people.fields.lastMetOn, type: { is: 'day' } },
    { key: 'birthday', label: people.fields.birthday, type: { is: 'birthday' } },
    { key: 'note', label: people.fields.note, type: { is: 'text', long: true } },
  ]
}

/** A person whose number is masked is written without it: an untouched mask must not overwrite the number. */
export const personDraft = (person: Person | null): Record<string, unknown> =>
  person
    ? Object.fromEntries(Object.entries(person).filter(([key]) => !['id', 'version', 'phone', 'reading'].includes(key)))
    : {}

type PeopleProps = {
  customerId: string
  people: readonly Person[]
  canEdit: boolean
  customerView: boolean
  onReveal?: ((personId: string) => void) | undefined
}

/** The people at a group or outlet. */
export function People({ customerId, people, canEdit, customerView, onReveal }: PeopleProps) {
  const { profile, labels, deciders } = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const language = useLanguage()
  const format = useFormat()
  const { today } = useSession()
  const fields = usePersonFields()
  const part = usePart<Person>('PUT /api/customers/:id/people/:partId', customerId, m.people.one)
  return (
    <Section
      title={m.people.title}
      end={
        canEdit && (
          <Button kind="bare" size="s" icon="plus" onPress={part.add}>
            {m.add}
          </Button>
        )
      }
    >
      {people.length === 0 && <p className="t13 py-2 text-ink-3">{m.people.none}</p>}
      <Rows>
        {people.map((person) => {
          const birthday = birthdayFrom(person.birthday)
          const facts = [
            person.decisionRole && !customerView ? profile.roles[person.decisionRole] : null,
            person.department,
            person.title,
            birthday && birthdayText(birthday, language),
          ].filter(Boolean)
          return (
            <Row
              key={person.id}
              note={
                <span className="flex flex-wrap gap-x-3">
                  {facts.length > 0 && <span>{facts.join(' · ')}</span>}
                  {!customerView && (
                    <span>
                      {person.lastMetOn
                        ? `${m.people.fields.lastMetOn} ${format.shortDay(person.lastMetOn, today)}`
                        : deciders.never}
                    </span>
                  )}
                  {!customerView && person.note && <span>{person.note}</span>}
                </span>
              }
              end={
                <span className="flex items-center justify-end gap-2">
                  {person.phone && (
                    <Masked number={person.phone} onReveal={onReveal ? () => onReveal(person.id) : undefined} />
                  )}
                  {person.relationship && !customerView && (
                    <Dots
                      filled={relationships.indexOf(person.relationship) + 1}
                      label={labels.choices.relationship[person.relationship]}
                    />
                  )}
                  {canEdit && (
                    <Button
                      kind="bare"
                      size="s"
                      onPress={() => part.edit(person)}
                      aria-label={`${m.edit} ${person.addressForm ?? person.name}`}
                    >
                      {m.edit}
                    </Button>
                  )}
                </span>
              }
            >
              {person.addressForm ?? person.name}
              {person.addressForm && <span className="ml-1.5 text-ink-3">{person.name}</span>}
              {person.reading && <span className="t12 ml-1.5 text-ink-3">{person.reading}</span>}
            </Row>
          )
        })}
      </Rows>
      {part.open && (
        <PartForm
          key={part.open.id}
          title={part.open.row?.name ?? m.people.add}
          fields={fields}
          initial={personDraft(part.open.row)}
          {...part.form}
        />
      )}
    </Section>
  )
}
