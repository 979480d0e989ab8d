import { useWords } from '../words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { scale, through } from './scale.ts'

export type CalibrationBin = { predicted: number; observed: number; low: number; high: number; n: number }

export type CalibrationProps = {
  summary: string
  bins: readonly CalibrationBin[]
  /** Highest share on both axes. */ top?: number
  xLabel: string
  yLabel: string
  height?: number
  className?: string
}

const percent = (share: number): string => `${Math.round(share * 100)}%`

/** What was said against what came: points on the diagonal are honest; whiskers are 95 % intervals. */
export function Calibration({ summary, bins, top = 1, xLabel, yLabel, height = 200, className }: CalibrationProps) {
  const words = useWords()
  const base = height - 24
  const y = scale([0, top], [base, 14])
  const rows = bins.map(({ predicted, observed, low, high, n }) => [
    percent(predicted),
    percent(observed),
    percent(low),
    percent(high),
    n,
  ])
  return (
    <ChartFrame
      summary={summary}
      table={{ columns: [words.predicted, words.observed, words.low, words.high, 'n'], rows }}
      height={height}
      className={className}
    >
      {(width) => {
        const x = scale([0, top], [36, Math.min(width - 4, 36 + (base - 14) * 1.6)])
        return (
          <>
            {[0, top / 2, top].map((share) => (
              <g key={share}>
                <path
                  className={share === 0 ? 'axis' : 'grid-line'}
                  d={`M36 ${Math.round(y(share)) + 0.5}H${x(top)}`}
                />
                <text x={30} y={y(share) + 4} textAnchor="end">
                  {percent(share)}
                </text>
                <text x={x(share)} y={height - 6} textAnchor={share === 0 ? 'start' : share === top ? 'end' : 'middle'}>
                  {share === top ? `${xLabel} ${percent(share)}` : percent(share)}
                </text>
              </g>
            ))}
            <path d={`M36 ${base}L${x(top)} 14`} stroke="var(--line-2)" strokeDasharray="3 3" />
            <path
              d={through(bins.map(({ predicted, observed }) => [x(predicted), y(observed)]))}
              fill="none"
              stroke="var(--ink-3)"
            />
            {bins.map(({ predicted, observed, low, high }) => (
              <g key={predicted} stroke="var(--jade)" strokeWidth="1.5">
                <path d={`M${x(predicted)} ${y(low)}V${y(high)}`} />
                <circle cx={x(predicted)} cy={y(observed)} r="3.5" fill="var(--paper)" />
              </g>
            ))}
            <text x={40} y={10}>
              {yLabel}
            </text>
          </>
        )
      }}
    </ChartFrame>
  )
}
