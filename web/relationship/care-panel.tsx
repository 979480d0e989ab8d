import { useState } from 'react'
import { type CareKind, careKinds } from '#domain/touch/care.ts'
import { useRead } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { CareForm, ThanksForm } from './care-forms.tsx'
import { relationshipMessages } from './messages.ts'

const SHOWN = 6

type Props = { customerId: string; onRepresent: () => void }

/**
 * The four cares, one press each with a line; and their thanks as they were said. Standing up for them opens its own
 * record, which says of whom it was asked.
 */
export function CarePanel({ customerId, onRepresent }: Props) {
  const { care: m } = useMessages(relationshipMessages)
  const { today } = useSession()
  const format = useFormat()
  const { data } = useRead('GET /api/customers/:id/care', { params: { id: customerId } })
  const [open, setOpen] = useState<CareKind | 'thanks' | null>(null)
  return (
    <Section title={m.title}>
      <p className="flex flex-wrap gap-2 py-2">
        {careKinds.map((kind) => (
          <Button key={kind} size="s" onPress={() => setOpen(kind)}>
            {m.kinds[kind]}
          </Button>
        ))}
        <Button size="s" onPress={onRepresent}>
          {m.represent}
        </Button>
        <Button size="s" kind="bare" icon="star" onPress={() => setOpen('thanks')}>
          {m.thanks}
        </Button>
      </p>
      {data && data.thanks.length + data.acts.length > 0 && (
        <Rows label={m.title}>
          {data.thanks.slice(0, SHOWN).map(({ id, words, saidOn, to }) => (
            <Row key={id} note={m.earned(format.list(to))} end={format.shortDay(saidOn, today)}>
              <Quote>{words}</Quote>
            </Row>
          ))}
          {data.acts.slice(0, SHOWN).map(({ id, kind, line, by, on, promised }) => (
            <Row
              key={id}
              note={[by, promised ? m.isPromise : null].filter(Boolean).join(' · ')}
              end={format.shortDay(on, today)}
            >
              <span className="text-ink-3">{m.kinds[kind]}</span> {line}
            </Row>
          ))}
        </Rows>
      )}
      {open === 'thanks' && <ThanksForm customerId={customerId} onClose={() => setOpen(null)} />}
      {open !== null && open !== 'thanks' && (
        <CareForm key={open} customerId={customerId} kind={open} onClose={() => setOpen(null)} />
      )}
    </Section>
  )
}
