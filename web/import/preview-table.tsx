import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { Table } from '#web/ui/table.tsx'
import { importMessages } from './messages.ts'
import type { Preview } from './use-order.ts'

type Line = Preview['rows'][number]

const SHOWN = 8

/** The first rows as they are read, so that a wrong encoding or header shows at once. */
export function PreviewTable({ preview }: { preview: Preview }) {
  const m = useMessages(importMessages)
  const facts = m.preview.facts(
    preview.format.toUpperCase(),
    preview.encoding?.name.toUpperCase() ?? null,
    preview.headerRow,
  )
  return (
    <Section title={m.preview.title} remark={facts}>
      <Table<Line>
        label={m.preview.title}
        rows={preview.rows.slice(0, SHOWN)}
        rowKey={({ row }) => String(row)}
        columns={[
          { key: 'row', title: m.preview.row, quiet: true, render: ({ row }) => row },
          ...preview.columns.map(({ header, position }) => ({
            key: String(position),
            title: header.trim() || m.columns.unnamed(position + 1),
            render: ({ cells }: Line) => {
              const cell = cells[position]
              if (!cell) return ''
              return (
                <span className="block max-w-60 truncate" title={cell.risky ? m.preview.risky : undefined}>
                  {cell.risky && <span className="text-amber">{m.preview.risky} · </span>}
                  {cell.text}
                </span>
              )
            },
          })),
        ]}
      />
    </Section>
  )
}
