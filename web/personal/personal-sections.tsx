import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { useRead } from '#web/client/query.ts'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
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
          {part === 'file' ? <FileLines lines={lines} /> : <Happened name={parts[part]} lines={lines} />}
          {more > 0 && <p className="t12 pt-1 text-ink-3">{m.more(more)}</p>}
        </Section>
      ))}
    </Section>
  )
}

type Line = Reply<Contract['GET /api/customers/:id/personal-data']>['sections'][number]['lines'][number]

/** What stands in the file: its name and what is written there. */
function FileLines({ lines }: { lines: readonly Line[] }) {
  return (
    <Definitions>
      {lines.map(({ what, note }, index) => (
        <DefinitionRow key={index} term={note ?? ''} wide>
          {what}
        </DefinitionRow>
      ))}
    </Definitions>
  )
}

/** Everything else, each line with its day where it has one. */
function Happened({ name, lines }: { name: string; lines: readonly Line[] }) {
  return (
    <Rows label={name}>
      {lines.map(({ on, what, note }, index) => (
        <Row key={index} note={note ?? undefined} end={on && <span className="t12 text-ink-3">{on}</span>}>
          {what}
        </Row>
      ))}
    </Rows>
  )
}
