import { ChartFrame } from '#web/ui/charts/chart-frame.tsx'
import { scale, through } from '#web/ui/charts/scale.ts'

type Point = { label: string; value: number | null }

const HEIGHT = 64

/** A small line over months; a month without a figure is a gap in it, and the months lie under each other from line to line. */
export function MonthLine({
  summary,
  labelHead,
  points,
  format,
}: {
  summary: string
  labelHead: string
  points: readonly Point[]
  format: (value: number) => string
}) {
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]))
  const last = points.findLastIndex(({ value }) => value !== null)
  const y = scale([Math.min(...values), Math.max(...values)], [HEIGHT - 24, 18])
  return (
    <ChartFrame
      summary={summary}
      table={{
        columns: [labelHead, summary],
        rows: points.map(({ label, value }) => [label, value === null ? '–' : format(value)]),
      }}
      height={HEIGHT}
    >
      {(width) => {
        const x = scale([0, points.length - 1], [24, width - 24])
        return (
          <>
            {runsOf(points).map((run) => (
              <path
                key={run[0]}
                d={through(run.map((i) => [x(i), y(points[i]?.value ?? 0)]))}
                fill="none"
                stroke="var(--jade)"
                strokeWidth="1.5"
                strokeLinejoin="round"
              />
            ))}
            {points.map(({ label, value }, i) => (
              <g key={label}>
                {value !== null && (
                  <>
                    <circle cx={x(i)} cy={y(value)} r="2.5" fill="var(--jade)" />
                    {(last - i) % 2 === 0 && (
                      <text x={x(i)} y={y(value) - 6} textAnchor="middle">
                        {format(value)}
                      </text>
                    )}
                  </>
                )}
                <text x={x(i)} y={HEIGHT - 4} textAnchor="middle">
                  {label}
                </text>
              </g>
            ))}
          </>
        )
      }}
    </ChartFrame>
  )
}

/** Months that follow each other with figures, by their places. */
const runsOf = (points: readonly Point[]): number[][] =>
  points.reduce<number[][]>((runs, { value }, i) => {
    if (value === null) return runs
    const last = runs.at(-1)
    return last?.at(-1) === i - 1 ? [...runs.slice(0, -1), [...last, i]] : [...runs, [i]]
  }, [])
