import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { personalMessages } from './messages.ts'

/** Everything kept about a customer, part by part, as they themselves would read it. */
export function PersonalSections({ customerId }: { customerId: string }) {
  const { shown: m, parts } = useMessages(personalMessages)
  const language = useLanguage()
  const errorText = useErrorText()
  const { data, error, refetch } = useRead(
    'GET /api/customers/:id/personal-data',
    { params: { id: customerId }, query: { language } },
    { lasting: true },
  )
  if (error && !data) return <ErrorState title={m.failed} remedy={errorText(error)} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  return (
    <Section title={m.title} remark={m.remark}>
      {data.sections.map(({ part, more, lines }) => (
        <Section key={part} level={3} title={parts[part]} remark={lines.length + more} className="pt-2">
          <Rows label={parts[part]}>
            {lines.map(({ on, what, note }, index) => (
              <Row key={index} note={note ?? undefined} end={on && <span className="t12 text-ink-3">{on}</span>}>
                {what}
              </Row>
            ))}
          </Rows>
          {more > 0 && <p className="t12 pt-1 text-ink-3">{m.more(more)}</p>}
        </Section>
      ))}
    </Section>
  )
}
