import { useWords } from '../words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { scale, ticks } from './scale.ts'

export type Bar = {
  label: string
  value: number
  /** The part of the value drawn in amber on top: roaming, a one-off. */
  part?: number | undefined
  /** The same month last year: a short line across. */
  last?: number | undefined
  /** `now` is the current one (jade), `over` asks for action (amber), else it is past. */
  tone?: 'past' | 'now' | 'over' | undefined
  /** Writes the value above the bar. */
  shown?: boolean | undefined
}

export type BarSeriesProps = {
  summary: string
  bars: readonly Bar[]
  /** Heading of the labels in the hidden table: 月份. */
  labelHead: string
  height?: number
  format?: (value: number) => string
  /** Figures at the left and lines across. */
  axis?: boolean
  /** A dashed line that should not be passed. */
  limit?: { value: number; label: string } | undefined
  className?: string
}

const fills = { past: 'var(--mute)', now: 'var(--jade-mid)', over: 'var(--amber-mark)' }

/** Bills by month, work by person: bars with a part, last year and a limit. */
export function BarSeries({
  summary,
  bars,
  labelHead,
  height = 112,
  format = String,
  axis = false,
  limit,
  className,
}: BarSeriesProps) {
  const words = useWords()
  const highest = Math.max(...bars.map(({ value, last }) => Math.max(value, last ?? 0)), limit?.value ?? 0, 0)
  const steps = axis ? ticks(0, highest, 3) : [0]
  const top = axis ? Math.max(highest, steps.at(-1) ?? 0) : highest
  const base = height - 20
  const y = scale([0, top || 1], [base, 18])
  // A figure that would lie on the line of the limit stands inside its bar.
  const inside = ({ value, tone }: Bar): boolean =>
    limit !== undefined && tone !== 'over' && y(value) - y(limit.value) < 22
  const columns = [
    labelHead,
    words.value,
    ...(bars.some(({ part }) => part) ? [words.ofWhich] : []),
    ...(bars.some(({ last }) => last !== undefined) ? [words.lastYear] : []),
  ]
  const rows = bars.map(({ label, value, part, last }) => [
    label,
    format(value),
    ...(columns.includes(words.ofWhich) ? [part ? format(part) : ''] : []),
    ...(columns.includes(words.lastYear) ? [last === undefined ? '' : format(last)] : []),
  ])
  return (
    <ChartFrame summary={summary} table={{ columns, rows }} height={height} className={className}>
      {(width) => {
        const left = axis ? 34 : 0
        const step = (width - left) / bars.length
        const thick = Math.min(32, step * 0.62)
        const every = Math.ceil(34 / step)
        return (
          <>
            {steps.map((value) => (
              <g key={value}>
                <path
                  className={value === 0 ? 'axis' : 'grid-line'}
                  d={`M${left} ${Math.round(y(value)) + 0.5}H${width}`}
                />
                {axis && (
                  <text x={left - 8} y={y(value) + 4} textAnchor="end">
                    {format(value)}
                  </text>
                )}
              </g>
            ))}
            {bars.map((bar, index) => {
              const middle = left + step * (index + 0.5)
              return (
                <g key={bar.label}>
                  <BarShape bar={bar} x={middle - thick / 2} thick={thick} y={y} base={base} />
                  {bar.shown && (
                    <BarValue
                      bar={bar}
                      x={middle}
                      y={inside(bar) ? base - 5 : y(Math.max(bar.value, bar.last ?? 0)) - 5}
                      text={format(bar.value)}
                    />
                  )}
                  {(bars.length - 1 - index) % every === 0 && (
                    <text x={middle} y={height - 5} textAnchor="middle">
                      {bar.label}
                    </text>
                  )}
                </g>
              )
            })}
            {limit && (
              <>
                <path d={`M${left} ${y(limit.value)}H${width}`} stroke="var(--ink)" strokeDasharray="4 3" />
                <text x={left} y={y(limit.value) - 5} className="halo">
                  {limit.label}
                </text>
              </>
            )}
          </>
        )
      }}
    </ChartFrame>
  )
}

function BarShape({
  bar,
  x,
  thick,
  y,
  base,
}: {
  bar: Bar
  x: number
  thick: number
  y: (value: number) => number
  base: number
}) {
  const { value, part = 0, last, tone = 'past' } = bar
  const top = y(value)
  return (
    <>
      <rect x={x} y={top} width={thick} height={Math.max(0, base - top)} fill={fills[tone]} />
      {part > 0 && <rect x={x} y={top} width={thick} height={y(value - part) - top} fill="var(--amber-mark)" />}
      {last !== undefined && <path d={`M${x - 2} ${y(last)}h${thick + 4}`} stroke="var(--ink)" strokeWidth="1.5" />}
    </>
  )
}

function BarValue({ bar, x, y, text }: { bar: Bar; x: number; y: number; text: string }) {
  const over = bar.tone === 'over'
  return (
    <text
      className={over ? '' : 'value'}
      style={over ? { fill: 'var(--amber)', fontWeight: 600 } : {}}
      x={x}
      y={y}
      textAnchor="middle"
    >
      {text}
    </text>
  )
}
