import { useWords } from '../words.ts'
import { ChartFrame } from './chart-frame.tsx'
import { scale } from './scale.ts'

export type HistogramProps = {
  summary: string
  /** Counts of equal steps from `from` to `to`. */
  counts: readonly number[]
  from: number
  to: number
  labelHead: string
  format?: (value: number) => string
  /** A cut, such as where a tier begins; what lies right of it is jade. */
  cut?: { at: number; label: string } | undefined
  height?: number
  className?: string
}

/** How many lie where. */
export function Histogram({
  summary,
  counts,
  from,
  to,
  labelHead,
  format = String,
  cut,
  height = 112,
  className,
}: HistogramProps) {
  const words = useWords()
  const base = height - 20
  const y = scale([0, Math.max(...counts, 1)], [base, 18])
  const edge = scale([0, counts.length], [from, to])
  const rows = counts.map((count, index) => [`${format(edge(index))} – ${format(edge(index + 1))}`, count])
  return (
    <ChartFrame
      summary={summary}
      table={{ columns: [labelHead, words.value], rows }}
      height={height}
      className={className}
    >
      {(width) => {
        const x = scale([from, to], [0, width])
        return (
          <>
            {counts.map((count, index) => (
              <rect
                key={index}
                x={x(edge(index)) + 0.5}
                y={y(count)}
                width={Math.max(0, x(edge(index + 1)) - x(edge(index)) - 1)}
                height={base - y(count)}
                fill={cut && edge(index) >= cut.at ? 'var(--jade-mid)' : 'var(--mute)'}
              />
            ))}
            <path className="axis" d={`M0 ${base + 0.5}H${width}`} />
            {cut && (
              <>
                <path d={`M${x(cut.at)} 4V${base}`} stroke="var(--ink)" strokeDasharray="4 3" />
                <text className="value" x={x(cut.at) + 5} y={13}>
                  {cut.label}
                </text>
              </>
            )}
            <text x={0} y={height - 5}>
              {format(from)}
            </text>
            <text x={width} y={height - 5} textAnchor="end">
              {format(to)}
            </text>
          </>
        )
      }}
    </ChartFrame>
  )
}
