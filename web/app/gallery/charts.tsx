import { BarSeries } from '#web/ui/charts/bar-series.tsx'
import { Calibration } from '#web/ui/charts/calibration.tsx'
import { Curve } from '#web/ui/charts/curve.tsx'
import { DotPlot } from '#web/ui/charts/dot-plot.tsx'
import { HeatGrid } from '#web/ui/charts/heat-grid.tsx'
import { Histogram } from '#web/ui/charts/histogram.tsx'
import { IntervalPlot } from '#web/ui/charts/interval-plot.tsx'
import { LineSeries } from '#web/ui/charts/line-series.tsx'
import { Sparkline } from '#web/ui/charts/sparkline.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { galleryMessages } from './messages.ts'

const bills = [934, 943, 940, 950, 957, 970, 979, 985, 979, 1004, 1152, 846]
const thousands = [32.0, 31.8, 31.2, 33.4, 33.7, 33.9, 35.6, 35.4, 36.0, 36.7, 36.2, 36.9]
const lastYear = [28.4, 28.6, 28.5, 28.9, 29.3, 29.6, 30.0, 30.3, 31.0, 31.2, 31.8, 32.1]
const hours = [8, 6, 13, 9.5, 7, 11, 16, 5, 8.5, 10, 7.5, 4.5, 14.5, 9]
const weekly = [84, 86, 83, 87, 88, 86, 89, 88, 91, 90, 92, 93]
const shares = [78, 85, 88, 89, 91, 92, 93, 93, 94, 95, 96, 97, 98, 100]
const coverage = [
  { label: 'A', total: 142, over: 3, counts: [38, 41, 44, 12, 6, 1, 0] },
  { label: 'B', total: 386, over: 4, counts: [62, 88, 121, 74, 33, 6, 2] },
  { label: 'C', total: 1204, over: 5, counts: [96, 160, 268, 241, 326, 88, 25] },
  { label: 'D', total: 3918, over: 6, counts: [144, 252, 508, 611, 1246, 902, 255] },
]
const bins = ['0–7', '8–15', '16–30', '31–45', '46–90', '91–180', '>180']
const curve = Array.from({ length: 61 }, (_, step): [number, number] => {
  const x = step / 60
  return [x, 0.4 * x + 0.6 * (1 - Math.exp(-9 * x)) + 0.6 * Math.exp(-9) * x]
})
const honest = [0.04, 0.1, 0.18, 0.3, 0.46].map((predicted, index) => ({
  predicted,
  observed: predicted * (index % 2 === 0 ? 1.1 : 0.92),
  low: predicted * 0.75,
  high: predicted * 1.3,
  n: 400 - index * 70,
}))
const paid = [4, 12, 30, 52, 61, 48, 37, 26, 19, 13, 9, 6, 4, 3, 2, 1]

/** Twelve months of the sample customer. */
export function SampleBills() {
  const { charts: c } = useMessages(galleryMessages)
  const { number, month } = useFormat()
  const last = bills.length - 1
  return (
    <BarSeries
      summary={c.billsSummary}
      labelHead={c.month}
      format={number}
      height={104}
      bars={bills.map((value, index) => ({
        label: month(`2026-${String(((index + 10) % 12) + 1).padStart(2, '0')}`),
        value,
        part: index === last - 1 ? 148 : undefined,
        tone: index === last ? 'now' : 'past',
        shown: index >= last - 2,
      }))}
    />
  )
}

export function ChartSamples() {
  const { charts: c } = useMessages(galleryMessages)
  const f = useFormat()
  return (
    <>
      <Section level={3} title={c.bills} remark={c.billsRemark}>
        <SampleBills />
      </Section>
      <div className="grid gap-x-8 gap-y-5 md:grid-cols-2">
        <Section level={3} title={c.bills} remark={c.lastYear}>
          <BarSeries
            axis
            className="pt-3"
            summary={c.lastYear}
            labelHead={c.month}
            height={128}
            format={(value) => f.number(value, 1)}
            bars={thousands.map((value, index) => ({
              label: f.month(`2026-${String(((index + 10) % 12) + 1).padStart(2, '0')}`),
              value,
              last: lastYear[index],
              tone: index === 11 ? 'now' : 'past',
              shown: index === 11,
            }))}
          />
        </Section>
        <Section level={3} title={c.concentration} remark={c.concentrationRemark}>
          <Curve
            className="pt-3"
            summary={c.ab.join(' ')}
            points={curve}
            mark={{ at: [0.093, 0.377], lines: c.ab }}
            xLabel={c.customers}
            yLabel={c.revenue}
            height={150}
          />
        </Section>
        <Section level={3} title={c.kept} remark={c.keptRemark}>
          <LineSeries
            summary={c.kept}
            labelHead={c.week(0)}
            range={[75, 100]}
            points={weekly.map((value, index) => ({ label: c.week(33 + index), value }))}
          />
        </Section>
        <Section level={3} title={c.spread}>
          <DotPlot
            className="pt-6"
            summary={c.spread}
            labelHead={c.person}
            range={[75, 100]}
            format={(value) => `${value}%`}
            dots={shares.map((value, index) => ({
              label: c.people[index] ?? '',
              value,
              note: index === 0 ? c.onHand : undefined,
            }))}
          />
        </Section>
        <Section level={3} title={c.honest} remark={c.honestRemark}>
          <Calibration
            className="pt-3"
            summary={c.honest}
            bins={honest}
            top={0.6}
            xLabel={c.predicted}
            yLabel={c.observed}
            height={160}
          />
        </Section>
        <Section
          level={3}
          title={c.spreadOfPaid}
          remark={<Sparkline values={[42, 40, 41, 30, 22, 16]} summary={c.spark} />}
        >
          <Histogram
            className="pt-3"
            summary={c.spreadOfPaid}
            counts={paid}
            from={0}
            to={1600}
            labelHead={c.paid}
            cut={{ at: 760, label: c.tierLine }}
            height={140}
          />
        </Section>
      </div>
      <Section level={3} title={c.coverage} remark={c.coverageRemark}>
        <HeatGrid
          className="pt-2"
          summary={c.coverageRemark}
          labelHead={c.tierHead}
          columns={bins}
          format={f.number}
          rows={coverage.map(({ label, total, over, counts }) => ({
            label,
            remark: c.households(f.number(total)),
            cells: counts.map((value, index) => ({ value, over: index >= over })),
          }))}
        />
      </Section>
      <Section level={3} title={c.effect} remark={c.effectRemark} end={<Link>?</Link>}>
        <Effects />
      </Section>
      <Section level={3} title={c.load} remark={c.loadRemark}>
        <BarSeries
          className="pt-2"
          summary={c.load}
          labelHead={c.person}
          limit={{ value: 12, label: c.limit }}
          bars={hours.map((value, index) => ({
            label: c.people[index] ?? '',
            value,
            tone: value > 12 ? 'over' : 'past',
            shown: true,
          }))}
        />
      </Section>
    </>
  )
}

const effects = [
  { counts: '612 / 207', point: 4.1, low: 1.6, high: 6.7 },
  { counts: '238 / 81', point: 6.2, low: 1.9, high: 10.4 },
  { counts: '171 / 58', point: 5.4, low: 0.3, high: 10.6 },
  { counts: '122 / 40', point: 1.2, low: -3.8, high: 6.3 },
]

function Effects() {
  const { charts: c } = useMessages(galleryMessages)
  return (
    <IntervalPlot
      label={c.effect}
      heads={c.effectHeads}
      marks={[-5, 0, 5, 10]}
      format={(value) => (value > 0 ? `+${value}` : String(value))}
      rows={c.effects.map((label, index) => {
        const effect = effects[index]
        const shared = { label, result: c.results[index], strong: index === 0 }
        return effect ? { ...shared, ...effect } : { ...shared, counts: '81 / 28', thin: c.thin }
      })}
    />
  )
}
