import { messageShares } from '#domain/coach/voice/taught.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Section } from '#web/ui/section.tsx'
import { voiceMessages } from './messages.ts'

/** What courses teach and nothing here computes [H-45]. */
export function TaughtCard() {
  const { taught: m } = useMessages(voiceMessages)
  return (
    <Section title={m.title} end={m.label}>
      <p className="t13 pt-2">{m.shares(messageShares.words, messageShares.tone, messageShares.body)}</p>
      <p className="t12 pt-1 text-ink-3">{m.limit}</p>
    </Section>
  )
}
