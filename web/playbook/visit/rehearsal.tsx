import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import type { LiveRun } from '../use-run.ts'
import { visitMessages } from './messages.ts'
import { VisitWords } from './visit-words.tsx'

/** What is to be recommended, said to oneself first: feature, advantage, benefit, evidence [S-33]. */
export function VisitRehearsal({ live }: { live: LiveRun }) {
  const { rehearsal: m } = useMessages(visitMessages)
  if (!live.state.purposes.includes('recommend')) return null
  return (
    <Section level={3} title={m.title} remark={m.remark}>
      <div className="grid grid-cols-2 gap-x-3 gap-y-2 pt-2">
        <VisitWords live={live} topic="feature" label={m.feature} example={m.featureExample} />
        <VisitWords live={live} topic="advantage" label={m.advantage} example={m.advantageExample} />
        <VisitWords live={live} topic="benefit" label={m.benefit} example={m.benefitExample} />
        <VisitWords live={live} topic="evidence" label={m.evidence} example={m.evidenceExample} />
      </div>
    </Section>
  )
}
