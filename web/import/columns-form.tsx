import { memo } from 'react'
import type { ColumnRole, MappedColumn } from '#domain/import/mapping.ts'
import { monthOf } from '#domain/kernel/day.ts'
import { useSession } from '#web/client/session.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import type { Option } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { importMessages } from './messages.ts'
import { roleId, roleOf, roleOptions } from './role.ts'
import type { Order, Preview } from './use-order.ts'
import { saidIn } from './words.ts'

/** A guess below this wants a look. */
const SURE = 0.7

/** Every column of the file: its name and first values, what it is taken for, and why. */
export function ColumnsForm({ order, preview }: { order: Order; preview: Preview }) {
  const m = useMessages(importMessages)
  const language = useLanguage()
  const columns = order.mapping?.columns ?? []
  const options = roleOptions(order.asked, language, m.columns.roles)
  const taken = columns.filter(({ role }) => role.role !== 'ignore').length
  return (
    <Section title={m.columns.title} remark={m.columns.remark(taken, columns.length)}>
      <div
        aria-hidden="true"
        className="t12 hidden h-7 grid-cols-[minmax(0,1fr)_240px_minmax(0,1fr)] items-center gap-x-4 border-b border-line text-ink-3 md:grid"
      >
        <span>{m.columns.header}</span>
        <span>{m.columns.role}</span>
        <span>{m.columns.why}</span>
      </div>
      <ul>
        {columns.map((column, i) => {
          const guess = preview.columns[i]
          const changed = order.changed(column.position)
          return (
            <ColumnRow
              key={column.position}
              column={column}
              options={options}
              samples={preview.rows
                .slice(0, 3)
                .map(({ cells }) => cells[column.position]?.text ?? '')
                .filter((text) => text !== '')
                .join(' · ')}
              why={changed || !guess ? '' : saidIn(language, guess.why)}
              doubtful={!changed && guess !== undefined && guess.confidence < SURE && column.role.role === 'field'}
              onRole={order.setRole}
            />
          )
        })}
      </ul>
    </Section>
  )
}

type RowProps = {
  column: MappedColumn
  options: readonly Option[]
  samples: string
  why: string
  doubtful: boolean
  onRole: (position: number, role: ColumnRole) => void
}

const ColumnRow = memo(function ColumnRow({ column, options, samples, why, doubtful, onRole }: RowProps) {
  const m = useMessages(importMessages)
  const { today } = useSession()
  const { header, position, role } = column
  const name = header.trim() || m.columns.unnamed(position + 1)
  return (
    <li className="grid items-start gap-x-4 gap-y-1 border-b border-line py-2 md:grid-cols-[minmax(0,1fr)_240px_minmax(0,1fr)]">
      <div className="min-w-0 md:pt-1">
        <p className="t13 cut font-strong">{name}</p>
        <p className="t12 cut text-ink-3">{samples}</p>
      </div>
      <div className="flex flex-col gap-1">
        <ComboBox
          label={`${m.columns.role} ${name}`}
          labelHidden
          options={options}
          value={roleId(role)}
          onChange={(id) => {
            if (id !== null) onRole(position, roleOf(id, header, role, monthOf(today)))
          }}
        />
        {role.role === 'bill' && (
          <TextField
            label={`${m.columns.month} ${name}`}
            labelHidden
            placeholder="2026-10"
            defaultValue={role.month}
            inputMode="numeric"
            onChange={(month) => {
              if (/^\d{4}-(0[1-9]|1[0-2])$/.test(month)) onRole(position, { ...role, month })
            }}
          />
        )}
      </div>
      <p className="t12 text-ink-3 md:pt-2">
        {doubtful && <span className="text-amber">{m.columns.look} · </span>}
        {why}
      </p>
    </li>
  )
})
