import { useRead } from '#web/client/query.ts'
import { useDayOf, useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { coachMessages } from './messages.ts'

/** What the reader was marked for most. It is theirs: nobody else can ask for it. */
export function OwnHits() {
  const { mine: m } = useMessages(coachMessages)
  const language = useLanguage()
  const format = useFormat()
  const { today } = useSession()
  const dayOf = useDayOf()
  const rows = useRead('GET /api/coach/hits', {}).data?.rows
  if (!rows) return <SkeletonRows rows={5} />
  if (rows.length === 0) return <EmptyState {...m.none} icon="edit" />
  return (
    <Section title={m.title} remark={m.remark} className="max-w-3xl pt-2">
      <Rows label={m.title}>
        {rows.map(({ rule, title, marked, taken, lastAt }) => (
          <Row key={rule} note={m.last(format.shortDay(dayOf(lastAt), today))} end={m.times(marked, taken)}>
            {title[language]}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
