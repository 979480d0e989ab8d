import { scale, through } from './scale.ts'

/** A line as small as a word, for a table cell; its sentence is its name. */
export function Sparkline({
  values,
  summary,
  width = 64,
  height = 18,
}: {
  values: readonly number[]
  summary: string
  width?: number
  height?: number
}) {
  const x = scale([0, values.length - 1], [2, width - 4])
  const y = scale([Math.min(...values), Math.max(...values)], [height - 3, 3])
  const last = values.at(-1)
  return (
    <svg
      role="img"
      aria-label={summary}
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      className="inline-block align-[-4px]"
    >
      <path
        d={through(values.map((value, index) => [x(index), y(value)]))}
        fill="none"
        stroke="var(--ink-3)"
        strokeWidth="1.25"
        strokeLinejoin="round"
      />
      {last !== undefined && <circle cx={x(values.length - 1)} cy={y(last)} r="2" fill="var(--jade)" />}
    </svg>
  )
}
