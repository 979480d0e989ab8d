import { type ChartTable, ChartFrame } from './chart-frame.tsx'
import { scale, through } from './scale.ts'

type Tick = { at: number; label: string }
export type TimeLine = {
  label: string
  /** Breaks where `y` is null. */
  points: readonly { x: number; y: number | null }[]
  /** The reader's own is solid, what it is laid beside dashed. */
  beside?: boolean
  dots?: boolean
}

export type TimeLinesProps = {
  summary: string
  table: ChartTable
  x: { range: readonly [number, number]; ticks: readonly Tick[] }
  y: { range: readonly [number, number]; ticks: readonly Tick[] }
  lines: readonly TimeLine[]
  /** Between two values: where it is well. */
  band?: { from: number; to: number } | undefined
  /** Stretches of time in which there is nothing. */
  shades?: readonly { from: number; to: number }[] | undefined
  /** Points to act on, each marked by a ring. */
  marks?: readonly { x: number; y: number }[] | undefined
  height?: number
  className?: string
}

const LEFT = 40

/** One or two lines over time: the own one solid, the other dashed, told apart without colour. */
export function TimeLines({
  summary,
  table,
  x,
  y,
  lines,
  band,
  shades,
  marks,
  height = 168,
  className,
}: TimeLinesProps) {
  const base = height - 24
  const up = scale(y.range, [base, 10])
  return (
    <div className={className}>
      {lines.length > 1 && (
        <p className="t12 flex flex-wrap gap-x-4 pt-1 text-ink-2" aria-hidden="true">
          {lines.map(({ label, beside }) => (
            <span key={label} className="inline-flex items-center gap-1.5">
              <svg width="22" height="6">
                <path d="M0 3H22" {...strokeOf(beside)} />
              </svg>
              {label}
            </span>
          ))}
        </p>
      )}
      <ChartFrame summary={summary} table={table} height={height}>
        {(width) => {
          const along = scale(x.range, [LEFT, width - 8])
          return (
            <>
              {band && (
                <rect
                  x={LEFT}
                  width={width - 8 - LEFT}
                  y={up(band.to)}
                  height={Math.max(0, up(band.from) - up(band.to))}
                  fill="var(--jade-wash)"
                />
              )}
              {shades?.map(({ from, to }) => (
                <rect
                  key={from}
                  x={along(from)}
                  width={Math.max(1, along(to) - along(from))}
                  y={10}
                  height={base - 10}
                  fill="var(--paper-3)"
                />
              ))}
              {y.ticks.map(({ at, label }) => (
                <g key={at}>
                  <path className="grid-line" d={`M${LEFT} ${Math.round(up(at)) + 0.5}H${width - 8}`} />
                  <text x={LEFT - 6} y={up(at) + 4} textAnchor="end">
                    {label}
                  </text>
                </g>
              ))}
              <path className="axis" d={`M${LEFT} ${base + 0.5}H${width - 8}`} />
              {x.ticks.map(({ at, label }, place) => (
                <text
                  key={at}
                  x={along(at)}
                  y={height - 7}
                  textAnchor={place === x.ticks.length - 1 && place > 0 ? 'end' : place === 0 ? 'start' : 'middle'}
                >
                  {label}
                </text>
              ))}
              {lines.map(({ label, points, beside, dots }) => (
                <g key={label}>
                  {unbroken(points).map((part) => (
                    <path
                      key={part[0]?.x}
                      d={
                        part.length === 1 && part[0]
                          ? `M${along(part[0].x)} ${up(part[0].y)}h1.5`
                          : through(part.map((point) => [along(point.x), up(point.y)]))
                      }
                      {...strokeOf(beside)}
                    />
                  ))}
                  {dots &&
                    points.map((point) =>
                      point.y === null ? null : (
                        <circle key={point.x} cx={along(point.x)} cy={up(point.y)} r="3" fill="var(--jade)" />
                      ),
                    )}
                </g>
              ))}
              {marks?.map((mark) => (
                <circle
                  key={mark.x}
                  cx={along(mark.x)}
                  cy={up(mark.y)}
                  r="6.5"
                  fill="none"
                  stroke="var(--red-mark)"
                  strokeWidth="1.5"
                />
              ))}
            </>
          )
        }}
      </ChartFrame>
    </div>
  )
}

const strokeOf = (beside: boolean | undefined) =>
  ({
    fill: 'none',
    stroke: beside ? 'var(--ink-3)' : 'var(--jade)',
    strokeWidth: beside ? 1.5 : 2,
    strokeLinejoin: 'round',
    ...(beside ? { strokeDasharray: '4 3' } : {}),
  }) as const

/** The stretches in which there is a value. */
const unbroken = (points: TimeLine['points']): { x: number; y: number }[][] => {
  const parts: { x: number; y: number }[][] = []
  let part: { x: number; y: number }[] = []
  for (const { x, y } of [...points, { x: Number.POSITIVE_INFINITY, y: null }]) {
    if (y !== null) part.push({ x, y })
    else if (part.length > 0) {
      parts.push(part)
      part = []
    }
  }
  return parts
}
