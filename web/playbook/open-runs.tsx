import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { EmptyState, SkeletonRows } from '#web/ui/states.tsx'
import { contactMessages } from './messages.ts'

/** Contacts begun and not filed: nobody's words are left lying about. */
export function OpenRuns() {
  const m = useMessages(contactMessages)
  const language = useLanguage()
  const { branch } = useSession()
  const format = useFormat(branch.timeZone)
  const { data } = useRead('GET /api/runs', {})
  return (
    <Section title={m.start.unfinished}>
      {!data && <SkeletonRows rows={2} />}
      {data?.runs.length === 0 && <EmptyState title={m.start.noneOpen} hint={m.start.noneOpenHint} icon="check" />}
      <Rows>
        {data?.runs.map((run) => (
          <Row key={run.id} end={<Link href={`/contact/${run.id}`}>{m.start.continue}</Link>}>
            {run.customer.name}{' '}
            <span className="text-ink-3">
              {m.direction[run.direction]} · {run.playbook[language]} · {format.time(run.startedAt)}
            </span>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}
