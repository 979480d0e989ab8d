import { useWords } from '../words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { scale, through } from './scale.ts'

export type LineSeriesProps = {
  summary: string
  points: readonly { label: string; value: number }[]
  labelHead: string
  /** The two figures at the left; the line may use all between them. */
  range: readonly [number, number]
  format?: (value: number) => string
  height?: number
  className?: string
}

/** One line over time, its last value written at its end. */
export function LineSeries({
  summary,
  points,
  labelHead,
  range,
  format = String,
  height = 112,
  className,
}: LineSeriesProps) {
  const words = useWords()
  const y = scale(range, [height - 26, 12])
  const last = points.at(-1)
  return (
    <ChartFrame
      summary={summary}
      table={{ columns: [labelHead, words.value], rows: points.map(({ label, value }) => [label, format(value)]) }}
      height={height}
      className={className}
    >
      {(width) => {
        const x = scale([0, points.length - 1], [30, width - 40])
        return (
          <>
            {range.map((value, place) => (
              <g key={value}>
                <path className={place === 0 ? 'axis' : 'grid-line'} d={`M30 ${Math.round(y(value)) + 0.5}H${width}`} />
                <text x={24} y={y(value) + 4} textAnchor="end">
                  {format(value)}
                </text>
              </g>
            ))}
            <path
              d={through(points.map(({ value }, index) => [x(index), y(value)]))}
              fill="none"
              stroke="var(--jade)"
              strokeWidth="2"
              strokeLinejoin="round"
            />
            {last && (
              <>
                <circle cx={x(points.length - 1)} cy={y(last.value)} r="3.5" fill="var(--jade)" />
                <text className="value" style={{ fontWeight: 600 }} x={x(points.length - 1) + 8} y={y(last.value) + 4}>
                  {format(last.value)}
                </text>
                <text x={30} y={height - 8}>
                  {points[0]?.label}
                </text>
                <text x={x(points.length - 1)} y={height - 8} textAnchor="middle">
                  {last.label}
                </text>
              </>
            )}
          </>
        )
      }}
    </ChartFrame>
  )
}
