import type { Params } from '#domain/kernel/said.ts'
import { useFormat } from '#web/ui/format.ts'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { recordsHref } from './addresses.ts'
import { insightMessages } from './messages.ts'
import type { Team } from './team.ts'

/** What a lead should see first, each open to its records. */
export function FirstSection({ team, className }: { team: Team; className?: string }) {
  const m = useMessages(insightMessages)
  const { number } = useFormat()
  const where: Params = { unit: team.unit?.id ?? null }
  return (
    <Section title={m.first.title} remark={m.first.remark} className={className}>
      {team.first.length === 0 ? (
        <p className="t13 py-4 text-ink-2">{m.first.none}</p>
      ) : (
        <ul>
          {team.first.map(({ code, count, query }) => (
            <li
              key={code}
              className="t13 grid grid-cols-[48px_minmax(0,1fr)_auto] items-baseline gap-3 border-b border-line py-2.5"
            >
              <b>
                {number(count)} {m.first.unit[code]}
              </b>
              <span>{m.first.says[code]}</span>
              <Link href={recordsHref('team', { query, where })}>{m.first.act[code]}</Link>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}
