import { useState } from 'react'
import { answersFrom } from '#domain/customer/experience.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useWide } from '#web/ui/data-column.ts'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows } from '#web/ui/section.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { Table } from '#web/ui/table.tsx'
import { notify } from '#web/ui/toast.tsx'
import type { Change, Customer } from './customer-types.ts'
import { fileMessages } from './file-messages.ts'
import { customerMessages } from './messages.ts'
import { useValueText } from './value-text.ts'

const FIRST = 60

/** Every change: what, from, to, who, when, how it was learnt; a field of the customer can be put back to what it held. */
export function HistoryList({ customer }: { customer: Customer }) {
  const { profile } = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const { today, branch, can } = useSession()
  const format = useFormat(branch.timeZone)
  const history = useRead('GET /api/customers/:id/history', { params: { id: customer.id }, query: {} })
  const wide = useWide('md')
  const [most, setMost] = useState(FIRST)
  const names = useChangeNames()
  const restore = useWrite('POST /api/customers/:id/restore')
  if (!history.data) return <SkeletonRows rows={10} />
  const { changes } = history.data
  if (changes.length === 0) return <EmptyState icon="undo" title={m.history.none} />
  const canRestore = (change: Change) =>
    change.entity === 'customer' &&
    change.version !== null &&
    customer.can.includes('customer.write') &&
    !['managerId', 'backupId'].includes(change.field) &&
    !(typeof change.before === 'string' && change.before.includes('*'))
  const when = (change: Change) => [format.shortDay(format.dayOf(change.at), today), format.time(change.at)].join(' ')
  const how = (change: Change) =>
    m.from(change.by ?? '', when(change), change.source ? profile.sources[change.source] : '')
  const back = (change: Change) =>
    canRestore(change) && (
      <Button
        kind="bare"
        size="s"
        icon="undo"
        onPress={() =>
          restore.mutate(
            { params: { id: customer.id }, body: { field: change.field, version: change.version ?? 1 } },
            { onSuccess: () => notify({ text: m.history.restored }) },
          )
        }
      >
        {m.history.restore}
      </Button>
    )
  const rowKey = (change: Change) => `${change.entityId} ${change.version} ${change.field} ${change.at}`
  return (
    <>
      {can.includes('audit.read') && (
        <p className="t13 pb-2">
          <Link href={`/audit?customerId=${customer.id}`} className="underline">
            {m.history.log}
          </Link>
        </p>
      )}
      {!wide && (
        <Rows label={m.history.entities.customer}>
          {changes.slice(0, most).map((change) => (
            <Row key={rowKey(change)} note={how(change)} end={back(change)}>
              <span className="text-ink-3">{names.field(change)}</span>
              <span className="block break-words">
                {names.value(change, change.before)} → {names.value(change, change.after)}
              </span>
            </Row>
          ))}
        </Rows>
      )}
      {wide && (
        <Table
          label={m.history.entities.customer}
          rows={changes.slice(0, most)}
          rowKey={rowKey}
          columns={[
            { key: 'what', title: m.history.what, render: (change) => names.field(change), width: '18%' },
            {
              key: 'before',
              title: m.history.before,
              quiet: true,
              render: (change) => names.value(change, change.before),
            },
            { key: 'after', title: m.history.after, render: (change) => names.value(change, change.after) },
            {
              key: 'who',
              title: m.history.who,
              quiet: true,
              render: how,
            },
            {
              key: 'act',
              title: '',
              num: true,
              render: back,
            },
          ]}
        />
      )}
      {changes.length > most && (
        <Button kind="bare" size="s" className="mt-2" onPress={() => setMost(most + FIRST)}>
          {m.history.older}
        </Button>
      )}
    </>
  )
}

/** Names and values of changes in the reader's language, for the customer and for what stands under it. */
const useChangeNames = () => {
  const { labels, profile } = useMessages(customerMessages)
  const m = useMessages(fileMessages)
  const textOf = useValueText()
  const colleagues = useRead('GET /api/staff', {})
  const nameOf = (id: unknown): string | undefined => colleagues.data?.staff.find((one) => one.id === id)?.name
  const partFields: Record<string, Record<string, string>> = {
    person: m.people.fields,
    member: m.members.fields,
    holding: m.holdings.fields,
    sighting: m.sightings.fields,
    wish: m.wishes.fields,
    consent: m.consents.purposes,
    photo: { subject: m.photos.subject, caption: m.photos.caption, takenOn: m.photos.takenOn },
    customer: labels.fields,
  }
  const own = m.history.own as Record<string, string>
  const field = ({ entity, field }: Change): string => {
    const entities = m.history.entities as Record<string, string>
    const word =
      partFields[entity]?.[field] ?? own[field] ?? labels.fields[field] ?? (field === 'removed' ? m.remove : field)
    return entity === 'customer' ? word : `${entities[entity] ?? entity} · ${word}`
  }
  const value = (change: Change, held: unknown): string => {
    const text = typeof held === 'string' ? held : JSON.stringify(held)
    if (held === null || held === undefined || held === '') return m.history.nothing
    if (change.field === 'managerId' || change.field === 'backupId') return nameOf(held) ?? text
    if (change.field === 'stage') return (profile.stages as Record<string, string>)[text] ?? text
    if (change.field === 'decisionRole') return (profile.roles as Record<string, string>)[text] ?? text
    if (change.field === 'relationship') return (labels.choices.relationship as Record<string, string>)[text] ?? text
    if (change.entity === 'photo' && change.field === 'subject')
      return (m.photos.subjects as Record<string, string>)[text] ?? text
    if (change.entity === 'consent') return held === 'given' ? m.consents.given : m.consents.refused
    if (change.field === 'answers')
      return Object.entries(answersFrom(held))
        .map(([key, answer]) => profile.answers[key]?.[answer] ?? answer)
        .join(' · ')
    if (typeof held === 'boolean') return held ? m.yes : m.no
    if (change.field === 'monthlyFeeFen') return `¥${Number(held) / 100}`
    return textOf(change.field, held) ?? m.history.nothing
  }
  return { field, value }
}
