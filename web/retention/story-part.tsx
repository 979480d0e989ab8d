import type { Params } from '#domain/kernel/said.ts'
import type { ReasonId } from '#domain/retention/case-reason.ts'
import { useWhen } from '#web/client/use-when.ts'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { retentionMessages } from './messages.ts'
import { keepWords, type RetentionShown, type StoryType } from './retention-types.ts'

/** Everything that happened, oldest first: who, when, and what was said. */
export function StoryPart({ shown }: { shown: RetentionShown }) {
  const { story: m } = useMessages(retentionMessages)
  const when = useWhen()
  const tell = useTelling()
  return (
    <Section title={m.title}>
      <details>
        <summary className="t13 touch cursor-pointer py-2 text-ink-2">{m.all(shown.story.length)}</summary>
        <Rows label={m.title} ordered>
          {shown.story.map(({ id, at, by, type, params }) => (
            <Row key={id} note={tell(params)} end={<span className="text-ink-3">{when(at)}</span>}>
              {by} {m.types[type as StoryType]}
            </Row>
          ))}
        </Rows>
      </details>
    </Section>
  )
}

const textOf = (value: Params[string] | undefined): string => (typeof value === 'string' ? value : '')

/** The facts of one line beside who and what. */
const useTelling = (): ((params: Params) => string) => {
  const m = useMessages(retentionMessages)
  const language = useLanguage()
  const f = useFormat()
  const { reasonNames, outcomeNames, letGoNames } = keepWords[language]
  const { talks, offers } = m
  return (params) => {
    const { to, reasons, outcome, why, costFen, reply, about, reached } = params
    const named = [
      textOf(params[language]),
      typeof costFen === 'number' && offers.money(f.money(costFen)),
      to && m.story.to(textOf(to)),
      f.list(
        textOf(reasons)
          .split(',')
          .map((id) => reasonNames[id as ReasonId])
          .filter(Boolean),
      ),
      outcome && outcomeNames[outcome as keyof typeof outcomeNames],
      why && letGoNames[why as keyof typeof letGoNames],
      reply && offers.replies[reply as keyof typeof offers.replies],
      about && (reached ? talks[about as 'staying' | 'helping'] : talks.no),
      textOf(params.words),
    ]
    return named.filter(Boolean).join(' · ')
  }
}
