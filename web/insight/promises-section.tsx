import { sentence } from '#domain/kernel/said.ts'
import { DotPlot } from '#web/ui/charts/dot-plot.tsx'
import { LineSeries } from '#web/ui/charts/line-series.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { insightMessages } from './messages.ts'
import type { Team } from './team.ts'

/** The lowest round quarter below all values, so that the line uses its height and never pretends. */
const floorOf = (values: readonly number[]): number => Math.max(0, Math.floor((Math.min(...values, 1) - 0.01) * 4) / 4)

/** The kept rate week by week, and how it spreads over people, nobody named. */
export function PromisesSection({
  promises,
  spread,
  notes,
  through,
  className,
}: Pick<Team, 'promises' | 'spread' | 'notes' | 'through'> & { className?: string }) {
  const m = useMessages(insightMessages)
  const { weeks } = promises
  return (
    <Section
      title={m.promises.title}
      remark={m.promises.remark((weeks.at(-1)?.to ?? through).slice(5))}
      className={className}
    >
      <WeeksLine promises={promises} />
      <Spread spread={spread} />
      {notes.length > 0 && (
        <dl className="t12 pt-2">
          <dt className="text-ink-3">{m.promises.notes}</dt>
          {notes.map(({ name, formula, note }) => (
            <dd key={`${name}/${formula}`} className="border-b border-line py-1.5">
              <b>{name}</b> <span className="text-ink-2">{note}</span>
            </dd>
          ))}
        </dl>
      )}
    </Section>
  )
}

export function WeeksLine({ promises }: { promises: Team['promises'] }) {
  const m = useMessages(insightMessages)
  const { percent } = useFormat()
  const points = promises.weeks.flatMap(({ week, kept }) =>
    kept.value === null ? [] : [{ label: m.promises.weekNo(week), value: kept.value }],
  )
  const [first, last] = [points[0], points.at(-1)]
  if (!first || !last || points.length < 3) return <p className="t12 py-4 text-ink-3">{m.promises.thin}</p>
  return (
    <LineSeries
      className="pt-3"
      summary={m.promises.summary(percent(first.value), percent(last.value))}
      labelHead={m.promises.week}
      points={points}
      range={[floorOf(points.map(({ value }) => value)), 1]}
      format={(value) => percent(value)}
    />
  )
}

export function Spread({ spread }: { spread: Team['spread'] }) {
  const m = useMessages(insightMessages)
  const { percent } = useFormat()
  const { shown, refused, outlier, waiting, ownUntil } = spread
  const waits = waiting > 0 && m.promises.waiting(waiting, ownUntil)
  if (!shown)
    return (
      <p className="t12 pt-2 text-ink-2">
        {refused && sentence(m.said, refused)}
        {waits && <span className="block text-ink-3">{waits}</span>}
      </p>
    )
  return (
    <>
      <DotPlot
        summary={m.promises.spreadSummary(shown.dots.length)}
        labelHead={m.promises.spread}
        range={[floorOf(shown.dots.map(({ value }) => value)), 1]}
        format={(value) => percent(value)}
        dots={shown.dots.map(({ value, own }, i) => ({
          label: own ? m.promises.own : m.promises.dot(i + 1),
          value,
          own,
          ...(outlier && outlier.value === value && i === 0 ? { note: m.promises.carries(outlier.openPromises) } : {}),
        }))}
      />
      <p className="t12 pt-1 text-ink-2">
        {m.promises.spread}
        {waits && <span className="block text-ink-3">{waits}</span>}
      </p>
    </>
  )
}
