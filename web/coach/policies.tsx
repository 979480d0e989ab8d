import { PolicyCard } from '#web/client/coach/policy-cards.tsx'
import { useRead } from '#web/client/query.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { SkeletonRows } from '#web/ui/states.tsx'
import { coachMessages } from './messages.ts'

/** Each rule as a customer can hear it, and the words that bring it up in a contact [H-43]. */
export function Policies() {
  const { policies: m } = useMessages(coachMessages)
  const language = useLanguage()
  const format = useFormat()
  const policies = useRead('GET /api/coach/policies', {}).data?.policies
  if (!policies) return <SkeletonRows rows={8} />
  return (
    <div className="grid max-w-5xl gap-x-8 gap-y-3 pt-2 md:grid-cols-2">
      {policies.map((policy) => (
        <Section key={policy.id} title={policy.title[language]}>
          <PolicyCard policy={policy} />
          <p className="t12 pt-1 text-ink-3">{m.words(format.list(policy.words[language]))}</p>
        </Section>
      ))}
    </div>
  )
}
