import { useWords } from '../words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { scale, through } from './scale.ts'

export type CurveProps = {
  summary: string
  /** Shares from 0 to 1, both axes, from (0,0) to (1,1). */
  points: readonly (readonly [number, number])[]
  /** The point spoken of, with one or two short lines beside it. */
  mark?: { at: readonly [number, number]; lines: readonly string[] } | undefined
  xLabel: string
  yLabel: string
  height?: number
  className?: string
}

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** A share against a share, such as how much of the revenue the first customers bring. */
export function Curve({ summary, points, mark, xLabel, yLabel, height = 188, className }: CurveProps) {
  const words = useWords()
  const base = height - 24
  const y = scale([0, 1], [base, 14])
  const sampled = points.filter((_, index) => index % Math.ceil(points.length / 20) === 0)
  return (
    <ChartFrame
      summary={summary}
      table={{ columns: [xLabel, yLabel || words.value], rows: sampled.map(([a, b]) => [percent(a), percent(b)]) }}
      height={height}
      className={className}
    >
      {(width) => {
        const x = scale([0, 1], [36, width - 2])
        return (
          <>
            <path className="grid-line" d={`M36 14.5H${width - 2}`} />
            <path className="axis" d={`M36 ${base + 0.5}H${width - 2}`} />
            <path d={`M36 ${base}L${width - 2} 14`} stroke="var(--line-2)" strokeDasharray="3 3" />
            <path
              d={through(points.map(([a, b]) => [x(a), y(b)]))}
              fill="none"
              stroke="var(--ink-2)"
              strokeWidth="1.5"
            />
            {mark && (
              <>
                <path
                  d={`M${x(mark.at[0])} ${base}V${y(mark.at[1])}H36`}
                  fill="none"
                  stroke="var(--jade)"
                  strokeWidth="1.5"
                />
                <circle cx={x(mark.at[0])} cy={y(mark.at[1])} r="3.5" fill="var(--jade)" />
                {mark.lines.map((line, index) => (
                  <text
                    key={line}
                    className="value"
                    style={{ fontSize: 13, fontWeight: 600 }}
                    // far to the right there is no room beside the mark: then below the curve, before it
                    x={x(mark.at[0]) + (mark.at[0] > 0.6 ? -12 : 14)}
                    y={y(mark.at[1]) + (mark.at[0] > 0.6 ? 48 : 16) + index * 17}
                    textAnchor={mark.at[0] > 0.6 ? 'end' : 'start'}
                  >
                    {line}
                  </text>
                ))}
              </>
            )}
            <text x={32} y={18} textAnchor="end">
              100%
            </text>
            <text x={36} y={height - 6}>
              0
            </text>
            <text x={width - 2} y={height - 6} textAnchor="end">
              {xLabel} 100%
            </text>
          </>
        )
      }}
    </ChartFrame>
  )
}
