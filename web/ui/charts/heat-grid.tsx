import { useWords } from '../words.ts'
import { ChartFrame } from './chart-frame.tsx'

export type HeatRow = {
  label: string
  remark?: string | undefined
  /** One a column; `over` is beyond the agreed line: amber, right of the thick line. */
  cells: readonly { value: number; over?: boolean | undefined }[]
}

export type HeatGridProps = {
  summary: string
  columns: readonly string[]
  rows: readonly HeatRow[]
  labelHead: string
  format?: (value: number) => string
  className?: string
}

const LEFT = 93
const HEAD = 24
const ROW = 42

/** Counts by two things; the depth of colour is the share of its row, the number stands in every cell. */
export function HeatGrid({ summary, columns, rows, labelHead, format = String, className }: HeatGridProps) {
  const words = useWords()
  const table = {
    columns: [labelHead, ...columns.map((column) => column || words.value)],
    rows: rows.map(({ label, cells }) => [label, ...cells.map(({ value }) => format(value))]),
  }
  return (
    <ChartFrame summary={summary} table={table} height={HEAD + ROW * rows.length + 2} className={className}>
      {(width) => {
        const step = (width - LEFT) / columns.length
        return (
          <>
            {columns.map((column, index) => (
              <text key={column} x={LEFT + step * (index + 0.5)} y={14} textAnchor="middle">
                {column}
              </text>
            ))}
            {rows.map((row, index) => (
              <Cells key={row.label} row={row} top={HEAD + ROW * index} step={step} format={format} />
            ))}
            <path d={boundary(rows, step)} fill="none" stroke="var(--ink)" strokeWidth="1.5" />
          </>
        )
      }}
    </ChartFrame>
  )
}

function Cells({
  row,
  top,
  step,
  format,
}: {
  row: HeatRow
  top: number
  step: number
  format: (value: number) => string
}) {
  const total = row.cells.reduce((sum, { value }) => sum + value, 0) || 1
  return (
    <g>
      <text x={0} y={top + 26} className="value" style={{ fontSize: 13, fontWeight: 600 }}>
        {row.label}
      </text>
      <text x={18} y={top + 26} style={{ fontSize: 12 }}>
        {row.remark}
      </text>
      {row.cells.map(({ value, over }, place) => {
        const x = LEFT + step * place
        const share = value / total
        const style =
          value === 0
            ? {}
            : over
              ? { fill: 'var(--amber)', fontWeight: 600, fontSize: 13 }
              : { fill: 'var(--ink)', fontSize: 13 }
        return (
          <g key={place}>
            {value > 0 && (
              <rect
                x={x}
                y={top + 1}
                width={Math.max(0, step - 2)}
                height={ROW - 2}
                fill={over ? 'var(--amber-mark)' : 'var(--jade-mid)'}
                opacity={(over ? 0.08 : 0.1) + share * (over ? 1.3 : 1.4) * 0.9}
              />
            )}
            <text x={x + step / 2 - 1} y={top + 26} textAnchor="middle" style={style}>
              {format(value)}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/** The stair between what is within the line and what is over it. */
function boundary(rows: readonly HeatRow[], step: number): string {
  return rows
    .map(({ cells }, index) => {
      const first = cells.findIndex(({ over }) => over)
      const x = LEFT + step * (first === -1 ? cells.length : first) - 1
      const top = HEAD + ROW * index
      return `${index === 0 ? 'M' : 'H'}${index === 0 ? `${x} ${top}` : x}V${top + ROW}`
    })
    .join('')
}
