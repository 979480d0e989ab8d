import { monthOf } from '#domain/kernel/day.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { coachMessages } from './messages.ts'

const MOST = 8

/** How often each rule fired this month: sums of the whole branch, and no word of whose [H-42]. */
export function FiredRules() {
  const { rules: m } = useMessages(coachMessages)
  const { today } = useSession()
  const format = useFormat()
  const language = useLanguage()
  const rows = useRead('GET /api/coach/fired', {}).data?.rows.filter(({ month }) => month === monthOf(today))
  if (!rows) return null
  return (
    <Section title={m.fired} remark={m.firedRemark} end={format.month(monthOf(today))}>
      {rows.length === 0 && <p className="t13 py-2 text-ink-3">{m.firedNone}</p>}
      <Rows label={m.fired}>
        {rows.slice(0, MOST).map(({ rule, title, marked, taken }) => (
          <Row key={rule} end={marked === null || taken === null ? m.few : m.times(marked, taken)}>
            {title[language]}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
