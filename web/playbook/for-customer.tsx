import { standing } from '#domain/playbook/capture.ts'
import { useFormat } from '#web/ui/format.ts'
import { type Can, CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { contactMessages } from './messages.ts'
import type { LiveRun } from './use-run.ts'

const marks: Record<'can' | 'partly' | 'cannot', Can> = { can: 'yes', partly: 'partly', cannot: 'no' }

/** 对客: only what was said between the two of us, large enough to be read across a counter. */
export function ForCustomer({ live }: { live: LiveRun }) {
  const m = useMessages(contactMessages)
  const format = useFormat(live.timeZone)
  const { captures } = live.state
  return (
    <div className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-8">
      <Section title={m.forCustomer.asked}>
        <Rows ordered>
          {standing(captures, 'expectation').map(({ id, text, answer, offer }, place) => (
            <Row
              key={id}
              className="t16"
              lead={place + 1}
              note={offer || undefined}
              end={answer && <CanMark can={marks[answer]} />}
            >
              {text}
            </Row>
          ))}
        </Rows>
      </Section>
      <Section title={m.forCustomer.agreed}>
        <Rows>
          {standing(captures, 'promise').map(({ id, what, dueDay, dueTime }) => (
            <Row key={id} className="t16" end={m.captures.by(format.shortDay(dueDay, live.today), dueTime)}>
              {what}
            </Row>
          ))}
        </Rows>
      </Section>
    </div>
  )
}
