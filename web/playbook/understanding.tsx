import { Say } from '#web/ui/quote.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { procedureMessages } from './procedure-messages.ts'

/** What the closing says while nothing is offered: that they were understood, and nothing to win them over. */
export function Understanding() {
  const { understanding: m } = useMessages(procedureMessages)
  return (
    <section aria-label={m.title} className="flex flex-col gap-2">
      <p className="t12 text-ink-3">{m.title}</p>
      {m.lines.map((line, place) => (
        <Say key={line} alternative={place > 0} small>
          {line}
        </Say>
      ))}
    </section>
  )
}
