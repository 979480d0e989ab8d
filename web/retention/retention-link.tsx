import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { retentionMessages } from './messages.ts'

/** From a row of Today to the retention case it is about. */
export function RetentionLink({ reasons }: { reasons: readonly { kind: string; recordId: string }[] }) {
  const { customer: m } = useMessages(retentionMessages)
  const caseId = reasons.find(({ kind }) => kind === 'retention')?.recordId.split('/')[0]
  if (!caseId) return null
  return (
    <span className="t13 px-4 py-1.5">
      <Link href={`/retention/${caseId}`}>{m.title}</Link>
    </span>
  )
}

/** For a trainer, who sees no case: where the three words are written. */
export function RulesLink() {
  const { rules: m } = useMessages(retentionMessages)
  return (
    <Section title={m.title} remark={m.remark}>
      <p className="t13 py-3">
        <Link href="/retention-rules?of=rules">{m.tabs.rules}</Link>
      </p>
    </Section>
  )
}
