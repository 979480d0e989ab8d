import clsx from 'clsx'
import { type ReactNode, useEffect, useRef, useState } from 'react'

export type ChartTable = { columns: readonly string[]; rows: readonly (readonly (string | number)[])[] }

export type ChartFrameProps = {
  /** What the picture says, in one sentence: its accessible name. */
  summary: string
  /** The figures behind the picture, for those who do not see it. */
  table: ChartTable
  height: number
  /** Drawn at the real width, so that text keeps its 11 px. */
  children: (width: number) => ReactNode
  className?: string | undefined
}

/** Every chart: a picture with one sentence, and its figures as a table that only assistive technology reads. */
export function ChartFrame({ summary, table, height, children, className }: ChartFrameProps) {
  const box = useRef<HTMLDivElement>(null)
  const [width, setWidth] = useState(0)
  useEffect(() => {
    const element = box.current
    if (!element) return undefined
    const observer = new ResizeObserver(() => setWidth(element.clientWidth))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  return (
    <div ref={box} className={clsx('relative min-w-0', className)} style={{ minHeight: height }}>
      {width > 0 && (
        <svg
          role="img"
          aria-label={summary}
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          className="chart"
        >
          {children(width)}
        </svg>
      )}
      <HiddenTable summary={summary} table={table} />
    </div>
  )
}

function HiddenTable({ summary, table }: { summary: string; table: ChartTable }) {
  return (
    <div className="sr-only">
      <table>
        <caption>{summary}</caption>
        <thead>
          <tr>
            {table.columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row, index) => (
            <tr key={index}>
              {row.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
