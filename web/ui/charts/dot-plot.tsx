import { useWords } from '../words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { scale, ticksWithin } from './scale.ts'

export type Dot = {
  label: string
  value: number
  /** Amber, and its note written above: what explains it. */
  note?: string | undefined
  /** The reader's own: jade, with its label above. */
  own?: boolean | undefined
}

export type DotPlotProps = {
  summary: string
  dots: readonly Dot[]
  labelHead: string
  range: readonly [number, number]
  format?: (value: number) => string
  height?: number
  className?: string
}

/** One dot a person or thing: the spread is looked at, nobody is ranked. Dots that would touch are stacked. */
export function DotPlot({ summary, dots, labelHead, range, format = String, height = 84, className }: DotPlotProps) {
  const words = useWords()
  const base = height - 22
  return (
    <ChartFrame
      summary={summary}
      table={{ columns: [labelHead, words.value], rows: dots.map(({ label, value }) => [label, format(value)]) }}
      height={height}
      className={className}
    >
      {(width) => {
        const x = scale(range, [20, width - 20])
        return (
          <>
            <path className="axis" d={`M0 ${base + 0.5}H${width}`} />
            {ticksWithin(range[0], range[1]).map((value) => (
              <text key={value} x={x(value)} y={height - 6} textAnchor="middle">
                {format(value)}
              </text>
            ))}
            {stacked(dots.map((dot) => ({ dot, x: x(dot.value) }))).map(({ dot, x, level }) => (
              <g key={dot.label}>
                <circle cx={x} cy={base - 7 - level * 10} r="4" fill={fillOf(dot)}>
                  <title>{`${dot.label} ${format(dot.value)}`}</title>
                </circle>
                {dot.own && dot.note === undefined && (
                  <text className="value" x={x} y={base - 16 - level * 10} textAnchor="middle">
                    {dot.label}
                  </text>
                )}
                {dot.note !== undefined && (
                  <text x={x} y={base - 20 - level * 10} textAnchor="middle" style={{ fill: 'var(--amber)' }}>
                    {dot.note}
                  </text>
                )}
              </g>
            ))}
          </>
        )
      }}
    </ChartFrame>
  )
}

const fillOf = ({ own, note }: Dot): string => {
  if (own) return 'var(--jade)'
  return note === undefined ? 'var(--ink-3)' : 'var(--amber-mark)'
}

type Placed = { dot: Dot; x: number }

/** Each dot sits on the lowest level where it touches no other. */
function stacked(dots: readonly Placed[]): (Placed & { level: number })[] {
  const ends: number[] = []
  return [...dots]
    .sort((a, b) => a.x - b.x)
    .map((placed) => {
      const free = ends.findIndex((end) => placed.x - end >= 9)
      const level = free === -1 ? ends.length : free
      ends[level] = placed.x
      return { ...placed, level }
    })
}
