import type { Mapping } from '#domain/import/mapping.ts'
import { namesNoMonth } from '#domain/import/suggest.ts'
import type { ImportMode } from '#domain/import/plan.ts'
import { useRead } from '#web/client/query.ts'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { importMessages } from './messages.ts'
import type { Order, Preview } from './use-order.ts'

const optionsOf = <Id extends string>(words: Readonly<Record<Id, string>>): { id: Id; label: string }[] =>
  (Object.entries(words) as [Id, string][]).map(([id, label]) => ({ id, label }))

/** What each row of the file is, and what to do with customers that are there or not. */
export function HowForm({ order, preview }: { order: Order; preview: Preview }) {
  const m = useMessages(importMessages)
  const { asked, ask } = order
  const ofCustomers = asked.target === 'customer'
  const monthless = preview.columns.find(({ header }) => namesNoMonth(header))
  const hasAttributes = order.mapping?.columns.some(({ role }) =>
    ['attribute', 'label', 'cumulative'].includes(role.role),
  )
  return (
    <Section title={m.how.title}>
      <div className="grid gap-x-4 gap-y-3 py-3 md:grid-cols-2 lg:grid-cols-4">
        <Select<Mapping['target']>
          label={m.how.target}
          options={optionsOf(m.targets)}
          value={asked.target}
          onChange={(target) => ask({ target })}
        />
        <Select<Mapping['customerKind']>
          label={m.how.kind}
          options={optionsOf(m.kinds)}
          value={asked.customerKind}
          onChange={(customerKind) => ask({ customerKind })}
        />
        <Select<ImportMode>
          label={m.how.mode}
          options={
            ofCustomers ? optionsOf(m.how.modes) : optionsOf<ImportMode>(m.how.factModes as Record<ImportMode, string>)
          }
          value={order.mode}
          onChange={order.setMode}
        />
        {preview.sheetNames.length > 1 && (
          <Select
            label={m.how.sheet}
            options={preview.sheetNames.map((name) => ({ id: name, label: name }))}
            value={preview.sheetName}
            onChange={(sheet) => ask({ sheet })}
          />
        )}
        {monthless && asked.target !== 'order' && (
          <TextField
            label={m.how.billMonth(monthless.header)}
            hint={m.how.billMonthHint}
            value={asked.billMonth}
            onChange={(billMonth) => ask({ billMonth })}
            inputMode="numeric"
          />
        )}
        {order.mode !== 'update' && <KeeperSelect order={order} />}
        {hasAttributes && (
          <DatePicker
            label={m.how.asOf}
            value={order.asOf}
            onChange={(day) => {
              if (day) order.setAsOf(day)
            }}
          />
        )}
      </div>
    </Section>
  )
}

const NOBODY = '-'

/** New customers have to be somebody's, or they stand on nobody's list. */
function KeeperSelect({ order }: { order: Order }) {
  const m = useMessages(importMessages)
  const people = useRead('GET /api/staff', {})
  const keepers = (people.data?.staff ?? [])
    .filter(({ active, roles }) => active && roles.some((role) => ['manager', 'vip_desk', 'lead'].includes(role)))
    .map(({ id, name }) => ({ id, label: name }))
  return (
    <Select
      label={m.how.keeper}
      options={[...keepers, { id: NOBODY, label: m.how.keeperNobody }]}
      value={order.keeperId ?? NOBODY}
      onChange={(id) => order.setKeeperId(id === NOBODY ? null : id)}
    />
  )
}
