import { type Policy, policiesIn } from '#domain/coach/policy.ts'
import type { CustomerKind } from '#domain/playbook/definition.ts'
import { useRead } from '#web/client/query.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Say } from '#web/ui/quote.tsx'
import { Section } from '#web/ui/section.tsx'
import { coachFieldMessages } from './messages.ts'

/** The rules that what was said brings up: first what each protects the customer from, then the rule, then what can be done [H-43]. */
export function PolicyCards({ said, kind }: { said: string; kind: CustomerKind }) {
  const { policy: m } = useMessages(coachFieldMessages)
  const policies = useRead('GET /api/coach/policies', {}).data?.policies ?? []
  const found = policiesIn(said, kind, policies)
  if (found.length === 0) return null
  return (
    <Section title={m.title} remark={m.remark}>
      {found.map((policy) => (
        <PolicyCard key={policy.id} policy={policy} />
      ))}
    </Section>
  )
}

export function PolicyCard({ policy: { title, protects, rule, instead } }: { policy: Policy }) {
  const { policy: m } = useMessages(coachFieldMessages)
  const language = useLanguage()
  return (
    <article aria-label={title[language]} className="grid gap-1.5 border-b border-line py-2.5">
      <Say small>{protects[language]}</Say>
      <dl className="t13 grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5">
        <dt className="text-ink-3">{m.instead}</dt>
        <dd>{instead[language]}</dd>
        <dt className="text-ink-3">{m.rule}</dt>
        <dd className="text-ink-2">{rule[language]}</dd>
      </dl>
    </article>
  )
}
