import type { Figure } from '#domain/insight/figure.ts'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { FigureWhy } from './figure-why.tsx'
import { insightMessages } from './messages.ts'
import type { Team } from './team.ts'

/** How those raised to key customers this month were welcomed: a manager in three workdays, a talk within a month. [S-52] */
export function WelcomeSection({ welcome, className }: { welcome: Team['welcome']; className?: string }) {
  const m = useMessages(insightMessages)
  const { number, percent } = useFormat()
  const line = (name: string, figure: Figure) => (
    <li className="t13 grid grid-cols-[64px_minmax(0,1fr)_auto] items-baseline gap-3 border-b border-line py-2.5">
      <FigureWhy figure={figure} side="team">
        {figure.value === null ? m.none : percent(figure.value)}
      </FigureWhy>
      <span>{name}</span>
      <span className="text-ink-3">{m.welcome.of(number(figure.numerator), number(figure.denominator))}</span>
    </li>
  )
  const { bound, spoken } = welcome
  return (
    <Section title={m.welcome.title} remark={m.welcome.remark} className={className}>
      {bound.denominator + spoken.denominator === 0 ? (
        <p className="t13 py-4 text-ink-2">{m.welcome.none}</p>
      ) : (
        <ul>
          {line(m.welcome.bound, bound)}
          {line(m.welcome.spoken, spoken)}
        </ul>
      )}
    </Section>
  )
}
