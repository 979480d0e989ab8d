import { taughtCurve, usualBorders, zones } from '#domain/satisfaction/zone.ts'
import { ChartFrame } from '#web/ui/charts/chart-frame.tsx'
import { scale } from '#web/ui/charts/scale.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { satisfactionMessages } from './messages.ts'
import { domainWords, type Overview } from './types.ts'

const HEIGHT = 240
const LEFT = 38
const FOOT = 34

/** Where each zone lies on the scale of 1 to 5, half a step beyond its answers. */
const bands = [
  { from: 0.5, to: usualBorders.indifferentFrom - 0.5 },
  { from: usualBorders.indifferentFrom - 0.5, to: usualBorders.delightedFrom - 0.5 },
  { from: usualBorders.delightedFrom - 0.5, to: 5.5 },
]

/** Own customers' answers against whether they stayed a year, with intervals; the curve as taught is dotted and no rule reads it [R-20, M-04]. */
export function LoyaltyPlot({ stay }: { stay: Overview['stay'] }) {
  const { stay: m, scoreOf } = useMessages(satisfactionMessages)
  const language = useLanguage()
  const format = useFormat()
  const answered = stay.reduce((sum, { customers }) => sum + customers, 0)
  const share = (one: Overview['stay'][number]): string => (one.rate ? format.percent(one.rate.value) : m.few)
  const [low, high] = taughtCurve.ends
  return (
    <figure className="min-w-0 py-2">
      <ChartFrame
        summary={m.summary(answered)}
        table={{
          columns: [m.head.score, m.head.before, m.head.stayed, m.head.share],
          rows: stay.map((one) => [scoreOf(one.score), one.customers, one.stayed, share(one)]),
        }}
        height={HEIGHT}
      >
        {(width) => {
          const x = scale([0.5, 5.5], [LEFT, width - 2])
          const y = scale([0, 1], [HEIGHT - FOOT, 30])
          return (
            <>
              {bands.map(({ from, to }, index) => {
                const zone = zones[index]
                return (
                  <g key={from}>
                    <rect
                      x={x(from)}
                      y={y(1) - 22}
                      width={x(to) - x(from)}
                      height={HEIGHT - FOOT - y(1) + 22}
                      fill={index % 2 === 0 ? 'var(--paper-2)' : 'none'}
                    />
                    <text x={(x(from) + x(to)) / 2} y={y(1) - 9} textAnchor="middle">
                      {zone && domainWords[language].zoneNames[zone]}
                    </text>
                  </g>
                )
              })}
              {[0, 0.5, 1].map((tick) => (
                <g key={tick}>
                  <path className={tick === 0 ? 'axis' : 'grid-line'} d={`M${LEFT} ${y(tick)}H${width - 2}`} />
                  <text x={LEFT - 5} y={y(tick) + 4} textAnchor="end">
                    {format.percent(tick)}
                  </text>
                </g>
              ))}
              <path
                d={`M${x(low.score)} ${y(low.stayed)}L${x(high.score)} ${y(high.stayed)}`}
                stroke="var(--ink-3)"
                strokeDasharray="2 4"
                fill="none"
              />
              {stay.map((one) => (
                <Point key={one.score} one={one} x={x(one.score)} y={y} />
              ))}
              {stay.map(({ score, customers }) => (
                <g key={score}>
                  <text className="value" x={x(score)} y={HEIGHT - 18} textAnchor="middle">
                    {scoreOf(score)}
                  </text>
                  <text x={x(score)} y={HEIGHT - 4} textAnchor="middle">
                    {customers}
                  </text>
                </g>
              ))}
            </>
          )
        }}
      </ChartFrame>
      <figcaption className="t12 flex flex-wrap gap-x-4 gap-y-1 pt-1 text-ink-3">
        <span>
          <i className="mr-1.5 inline-block size-2 rounded-full bg-jade" />
          {`${m.own} · ${m.chart}`}
        </span>
        <span>
          <i className="mr-1.5 inline-block w-4 border-t border-dotted border-ink-3 align-middle" />
          {m.taught}
        </span>
        <span>
          <i className="mr-1.5 inline-block size-2 rounded-full border border-ink-3" />
          {m.few}
        </span>
      </figcaption>
    </figure>
  )
}

type PointProps = { one: Overview['stay'][number]; x: number; y: (share: number) => number }

/** A share with its interval; with too few answers a hollow mark at the foot, at no height. */
function Point({ one, x, y }: PointProps) {
  const format = useFormat()
  const { rate, customers } = one
  if (!rate)
    return customers === 0 ? null : (
      <circle cx={x} cy={y(0) - 8} r="4" fill="var(--paper)" stroke="var(--ink-3)" strokeWidth="1.5" />
    )
  return (
    <g>
      <path
        d={`M${x} ${y(rate.low)}V${y(rate.high)}M${x - 4} ${y(rate.low)}h8M${x - 4} ${y(rate.high)}h8`}
        stroke="var(--jade)"
        strokeWidth="1.5"
      />
      <circle cx={x} cy={y(rate.value)} r="4.5" fill="var(--jade)" />
      <text className="value halo" x={x + 9} y={y(rate.value) + 4}>
        {format.percent(rate.value)}
      </text>
    </g>
  )
}
