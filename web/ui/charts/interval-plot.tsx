import clsx from 'clsx'
import { useEffect, useRef, useState } from 'react'
import { useWords } from '../words.ts'
import { scale, type Scale } from './scale.ts'

export type Interval = {
  label: string
  /** Beside the label, grey: how many it rests on. */
  counts?: string | undefined
  /** At the end: what it means. */
  result?: string | undefined
  /** The first row, of all together. */
  strong?: boolean | undefined
} & (
  | { point: number; low: number; high: number; thin?: undefined }
  /** Too little evidence: the words say what is missing, and no point is drawn. */
  | { thin: string }
)

export type IntervalPlotProps = {
  label: string
  heads: { label: string; counts?: string; result?: string }
  rows: readonly Interval[]
  /** Marks along the top, from lowest to highest; 0 is drawn stronger. */
  marks: readonly number[]
  format?: (value: number) => string
  className?: string
}

/** Effects with their uncertainty: point and interval a row. An interval over 0 is hollow and grey: no difference seen. */
export function IntervalPlot({ label, heads, rows, marks, format = String, className }: IntervalPlotProps) {
  const words = useWords()
  const cell = useRef<HTMLTableCellElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = cell.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const x = scale([marks[0] ?? 0, marks.at(-1) ?? 1], [16, Math.max(17, width - 16)])
  return (
    <table aria-label={label} className={clsx('t13 w-full border-collapse', className)}>
      <thead>
        <tr className="t12 text-ink-3">
          <th scope="col" className="h-7 text-left whitespace-nowrap">
            {heads.label}
          </th>
          <th scope="col" className="num px-2 max-md:hidden">
            {heads.counts}
          </th>
          <th scope="col" ref={cell} className="w-1/2 p-0 align-bottom">
            <span className="sr-only">{`${words.value}, ${words.low}, ${words.high}`}</span>
            <svg aria-hidden="true" width={width} height={22} className="chart">
              {marks.map((mark) => (
                <text key={mark} x={x(mark)} y={14} textAnchor="middle">
                  {format(mark)}
                </text>
              ))}
            </svg>
          </th>
          <th scope="col" className="num">
            {heads.result}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.label} className={clsx('border-b', row.strong ? 'border-line-2 font-strong' : 'border-line')}>
            <th scope="row" className={clsx('py-1 pr-2 text-left', row.strong && 'font-strong')}>
              {row.label}
            </th>
            <td className="t12 num px-2 font-normal text-ink-3 max-md:hidden">{row.counts}</td>
            <td className="p-0">
              <span className="sr-only">
                {row.thin === undefined
                  ? `${format(row.point)}, ${format(row.low)} – ${format(row.high)}`
                  : words.thinEvidence(row.thin)}
              </span>
              {row.thin === undefined ? (
                <Whisker row={row} x={x} width={width} marks={marks} />
              ) : (
                <Thin words={words.thinEvidence(row.thin)} />
              )}
            </td>
            <td className={clsx('num', row.thin !== undefined && 't12 text-ink-3')}>{row.result}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Whisker({
  row,
  x,
  width,
  marks,
}: {
  row: Interval & { point: number; low: number; high: number }
  x: Scale
  width: number
  marks: readonly number[]
}) {
  const sure = row.low > 0 || row.high < 0
  const stroke = sure ? 'var(--jade)' : 'var(--ink-3)'
  const [left, right] = [x(row.low), x(row.high)]
  return (
    <svg aria-hidden="true" width={width} height={32} className="chart">
      {marks.map((mark) => (
        <path key={mark} className={mark === 0 ? 'axis' : 'grid-line'} d={`M${x(mark)} 0V32`} />
      ))}
      <path d={`M${left} 16H${right}M${left} 12v8M${right} 12v8`} stroke={stroke} strokeWidth={row.strong ? 2 : 1.5} />
      <circle
        cx={x(row.point)}
        cy={16}
        r={row.strong ? 5 : 4}
        fill={sure ? stroke : 'var(--paper)'}
        stroke={stroke}
        strokeWidth="1.5"
      />
    </svg>
  )
}

const Thin = ({ words }: { words: string }) => (
  <span
    aria-hidden="true"
    className="t12 mx-4 my-1 block rounded-s border border-dashed border-edge px-2 py-0.5 text-center text-ink-2"
  >
    {words}
  </span>
)
