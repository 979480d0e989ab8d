import { type FormEvent, useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { Select } from '#web/ui/select.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { relationshipMessages } from './messages.ts'
import { StrainTap } from './strain-tap.tsx'

type Week = Reply<Contract['GET /api/me/week']>

const NOBODY = 'nobody'

/** One's own week: thanks that were earned, a line of thanks to write, what each contact took. Nobody else's page. */
export function WeekScreen() {
  const { week: m } = useMessages(relationshipMessages)
  const { data, error, refetch } = useRead('GET /api/me/week', {})
  if (error && !data) return <ErrorState {...m.failed} onRetry={() => void refetch()} />
  if (!data) return <SkeletonRows rows={6} />
  return (
    <div className="grid max-w-3xl gap-4 px-4 py-3 lg:px-6">
      <Earned week={data} />
      <OwnLine week={data} />
      <Strain week={data} />
    </div>
  )
}

function Earned({ week }: { week: Week }) {
  const { week: m } = useMessages(relationshipMessages)
  const { today } = useSession()
  const format = useFormat()
  return (
    <Section title={m.thanks}>
      {week.thanks.length === 0 && <p className="t13 py-2 text-ink-3">{m.noThanks}</p>}
      <Rows label={m.thanks}>
        {week.thanks.map(({ id, words, calledBy, saidOn, notedBy }) => (
          <Row key={id} note={m.said(calledBy, format.shortDay(saidOn, today), notedBy)}>
            <Quote>{words}</Quote>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function OwnLine({ week }: { week: Week }) {
  const { week: m } = useMessages(relationshipMessages)
  const { today } = useSession()
  const format = useFormat()
  const errorText = useErrorText()
  const write = useWrite('PUT /api/me/gratitude/:id')
  const [line, setLine] = useState('')
  const [to, setTo] = useState(NOBODY)
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (line.trim() === '') return
    const name = week.colleagues.find(({ id }) => id === to)?.name
    write.mutate(
      { params: { id: freshId() }, body: { line: line.trim(), toId: to === NOBODY ? null : to } },
      {
        onSuccess: () => {
          notify({ text: name ? m.sent(name) : m.kept })
          setLine('')
        },
        onError: (error) => notify({ text: errorText(error), tone: 'problem' }),
      },
    )
  }
  return (
    <Section title={m.line} remark={m.lineRemark}>
      <form onSubmit={save} className="grid gap-3 py-3 md:grid-cols-[minmax(0,1fr)_180px_auto] md:items-end">
        <TextField label={m.words} placeholder={m.wordsExample} value={line} onChange={setLine} maxLength={300} />
        <Select
          label={m.to}
          options={[{ id: NOBODY, label: m.keep }, ...week.colleagues.map(({ id, name }) => ({ id, label: name }))]}
          value={to}
          onChange={setTo}
        />
        <Button type="submit" isPending={write.isPending}>
          {m.save}
        </Button>
      </form>
      <Rows label={m.line}>
        {week.lines.map(({ id, line: words, from, to: reader, on }) => (
          <Row key={id} note={m.fromTo(from, reader)} end={format.shortDay(on, today)}>
            {words}
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function Strain({ week }: { week: Week }) {
  const { week: m } = useMessages(relationshipMessages)
  const { today } = useSession()
  const format = useFormat()
  return (
    <Section title={m.strain} remark={m.strainRemark}>
      {week.contacts.length === 0 && <p className="t13 py-2 text-ink-3">{m.noContacts}</p>}
      <ul aria-label={m.strain}>
        {week.contacts.map(({ runId, calledBy, on, strain }) => (
          <li
            key={runId}
            aria-label={calledBy}
            className="t13 flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line py-1.5"
          >
            <span className="min-w-0 flex-1">
              {calledBy} <span className="text-ink-3">{format.shortDay(on, today)}</span>
            </span>
            <StrainTap runId={runId} level={strain} />
          </li>
        ))}
      </ul>
    </Section>
  )
}
