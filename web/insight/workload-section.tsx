import { BarSeries } from '#web/ui/charts/bar-series.tsx'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { recordsHref } from './addresses.ts'
import { insightMessages } from './messages.ts'
import type { Team } from './team.ts'

/** Hours at hand by person, in the order of the names; who has too much stands out, nobody is ranked. */
export function WorkloadSection({ workload, className }: Pick<Team, 'workload'> & { className?: string }) {
  const m = useMessages(insightMessages)
  const { number, list } = useFormat()
  const { loads, border, overloaded, tooMany } = workload
  const away = loads.filter((load) => load.away).map(({ name }) => name)
  return (
    <Section
      title={m.workload.title}
      remark={m.workload.remark}
      end={loads.length > 0 && <Link href={recordsHref('team', overloaded.source.denominator)}>{m.workload.open}</Link>}
      className={className}
    >
      {loads.length === 0 ? (
        <p className="t12 py-4 text-ink-3">{tooMany === null ? m.workload.none : m.workload.tooMany(tooMany)}</p>
      ) : (
        <BarSeries
          className="pt-3"
          summary={m.workload.summary(loads.length)}
          labelHead={m.workload.person}
          format={(hours) => number(hours, 1)}
          limit={{ value: border, label: m.workload.limit(number(border)) }}
          bars={loads.map(({ name, hours, over }) => ({
            label: name,
            value: hours,
            shown: true,
            tone: over ? 'over' : 'past',
          }))}
        />
      )}
      <p className="t12 pt-1.5 text-ink-2">
        {away.length > 0 && <span className="text-amber">{m.workload.away(list(away))} </span>}
        {m.workload.made}
      </p>
    </Section>
  )
}
