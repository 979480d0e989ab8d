import { memberKinds, memberStatuses } from '#domain/customer/file.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Masked } from '#web/ui/masked.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import type { CustomerFile } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { type PartField, PartForm } from './part-form.tsx'
import { usePart } from './use-part.ts'

type Member = CustomerFile['members'][number]

type MembersProps = {
  customerId: string
  members: readonly Member[]
  canEdit: boolean
  customerView: boolean
  onReveal?: ((memberId: string) => void) | undefined
}

/** Numbers and members of a customer: the holder signs, the user carries it [K-28]. */
export function Members({ customerId, members, canEdit, customerView, onReveal }: MembersProps) {
  const m = useMessages(fileMessages)
  const format = useFormat()
  const part = usePart<Member>('PUT /api/customers/:id/members/:partId', customerId, m.members.one)
  const text = { is: 'text' } as const
  const { fields: f, kinds, statuses } = m.members
  const fields: PartField[] = [
    {
      key: 'kind',
      label: f.kind,
      type: { is: 'option', options: memberKinds.map((id) => ({ id, label: kinds[id] })) },
      required: true,
    },
    { key: 'number', label: f.number, type: text },
    { key: 'holderName', label: f.holderName, type: text },
    { key: 'userName', label: f.userName, type: text },
    { key: 'product', label: f.product, type: text },
    { key: 'monthlyFeeFen', label: f.monthlyFeeFen, type: { is: 'money' } },
    {
      key: 'status',
      label: f.status,
      type: { is: 'option', options: memberStatuses.map((id) => ({ id, label: statuses[id] })) },
    },
    { key: 'contractUntil', label: f.contractUntil, type: { is: 'day' } },
    { key: 'main', label: f.main, type: { is: 'flag' } },
  ]
  return (
    <Section
      title={m.members.title}
      remark={members.length > 0 ? String(members.length) : undefined}
      end={
        canEdit && (
          <Button kind="bare" size="s" icon="plus" onPress={part.add}>
            {m.add}
          </Button>
        )
      }
    >
      {members.length === 0 && <p className="t13 py-2 text-ink-3">{m.members.none}</p>}
      <Rows>
        {members.map((member) => (
          <Row
            key={member.id}
            note={
              <span className="flex flex-wrap gap-x-3">
                {member.product && <span>{member.product}</span>}
                {member.holderName && member.userName && member.holderName !== member.userName && (
                  <span>{m.members.holderUser(member.holderName, member.userName)}</span>
                )}
                {member.contractUntil && (
                  <span>
                    {m.members.fields.contractUntil} {member.contractUntil}
                  </span>
                )}
              </span>
            }
            end={
              <span className="flex items-center justify-end gap-2">
                {member.monthlyFeeFen !== null && !customerView && <span>{format.money(member.monthlyFeeFen)}</span>}
                <span className="text-ink-3">{statuses[member.status]}</span>
                {canEdit && (
                  <Button kind="bare" size="s" onPress={() => part.edit(member)}>
                    {m.edit}
                  </Button>
                )}
              </span>
            }
          >
            <span className="text-ink-3">{kinds[member.kind]}</span>{' '}
            {member.number && (
              <Masked number={member.number} onReveal={onReveal ? () => onReveal(member.id) : undefined} />
            )}
            {member.main && <span className="t12 ml-1.5 text-ink-3">{m.members.main}</span>}
          </Row>
        ))}
      </Rows>
      {part.open && (
        <PartForm
          key={part.open.id}
          title={m.members.add}
          fields={fields}
          initial={
            part.open.row
              ? Object.fromEntries(
                  Object.entries(part.open.row).filter(([key]) => !['id', 'version', 'number'].includes(key)),
                )
              : { kind: 'mobile', status: 'active', main: false }
          }
          {...part.form}
        />
      )}
    </Section>
  )
}
