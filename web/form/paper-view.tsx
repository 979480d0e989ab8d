import type { Block, Sheet } from '#domain/form/sheet.ts'
import { Icon } from '#web/ui/icons.tsx'

/** A form as it stands on paper, made of the same pieces; the places to sign stand below it. */
export function PaperView({ sheet }: { sheet: Sheet }) {
  return (
    <div className="flex flex-col gap-4">
      {sheet.sections.map(({ title, blocks }, index) => (
        <section key={index} className="flex min-w-0 flex-col">
          {title !== null && <h2 className="t13 border-b border-line-2 pb-1">{title}</h2>}
          {blocks.map((block, at) => (
            <BlockView key={at} block={block} />
          ))}
        </section>
      ))}
    </div>
  )
}

const rowClass = 't13 grid grid-cols-[104px_minmax(0,1fr)] gap-3 border-b border-line py-1.5'

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'cells':
      return (
        <dl className="grid gap-x-6 md:grid-cols-2">
          {block.cells.map(({ label, value, wide }, index) => (
            <div key={index} className={wide ? `${rowClass} md:col-span-2` : rowClass}>
              <dt className="text-ink-3">{label}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
      )
    case 'text':
      return (
        <div className={rowClass}>
          <span className="text-ink-3">{block.label}</span>
          <p className="min-w-0 break-words whitespace-pre-wrap">{block.value}</p>
        </div>
      )
    case 'choices':
      return (
        <div className={rowClass}>
          <span className="text-ink-3">{block.label}</span>
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            {block.options.map(({ label, ticked }) => (
              <span key={label} className={ticked ? 'inline-flex items-center gap-1' : 'text-ink-3'}>
                {ticked && <Icon name="check" small className="text-jade" />}
                {label}
              </span>
            ))}
          </span>
        </div>
      )
    case 'table':
      return <TableView table={block} />
    case 'note':
      return <p className="t12 py-2 text-ink-3">{block.text}</p>
    case 'places':
      return null
  }
}

function TableView({ table }: { table: Extract<Block, { kind: 'table' }> }) {
  return (
    <div className="min-w-0 overflow-x-auto py-1.5">
      <table className="t13 w-full">
        <caption className="t13 py-1 text-left text-ink-3">{table.label}</caption>
        <thead>
          <tr className="border-b border-line-2">
            {table.heads.map(({ label, end }, index) => (
              <th key={index} scope="col" className={`t12 px-1 py-1 text-ink-3 ${end ? 'text-right' : 'text-left'}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index} className="border-b border-line align-top">
              {row.map((cell, at) => (
                <td key={at} className={`px-1 py-1.5 ${table.heads[at]?.end ? 'text-right tabular-nums' : ''}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
