import { taughtMarks } from '#domain/round/standard.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { roundMessages } from './messages.ts'
import type { FieldDay } from './types.ts'

type MarkName = (typeof taughtMarks)[number]
const isTaught = (what: string): what is MarkName => taughtMarks.some((name) => name === what)

/** The day beside the branch's own measure: shops by place, hours with customers, what the month asks for [M-12]. */
export function Counters({ day: { counted, standard, marks } }: { day: FieldDay }) {
  const { count: m, taughtMarks: words } = useMessages(roundMessages)
  const format = useFormat()
  const facts: [string, string][] = [
    [m.town, m.of(format.number(counted.town), format.number(standard.town))],
    [m.country, m.of(format.number(counted.country), format.number(standard.country))],
    ...(counted.other > 0 ? [[m.other, format.number(counted.other)] as [string, string]] : []),
    [m.hours, m.of(format.number(counted.minutes / 60, 1), m.hourText(format.number(standard.hours, 1)))],
  ]
  return (
    <Section title={m.title} remark={m.remark} className="px-5 pt-2">
      <dl className="t13 flex flex-wrap gap-x-5 gap-y-1 py-2">
        {facts.map(([label, value]) => (
          <div key={label} className="flex gap-1.5">
            <dt className="text-ink-3">{label}</dt>
            <dd className="tabular-nums">{value}</dd>
          </div>
        ))}
      </dl>
      <p className="t12 pb-2 text-ink-3">
        {m.meeting(standard.meeting)}
        {marks.length > 0 && (
          <>
            {' · '}
            {m.marks}
            {format.colon}
            {format.list(marks.map(({ what }) => (isTaught(what) ? words[what] : what)))}
          </>
        )}
      </p>
    </Section>
  )
}
