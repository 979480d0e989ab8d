import { type FormEvent, useState } from 'react'
import type { HandOverMove } from '#domain/worklist/hand-over.ts'
import { CoachedArea } from '#web/client/coach/coached-area.tsx'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Link } from '#web/ui/link.tsx'
import { StatusDot } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { EmptyState } from '#web/ui/states.tsx'
import { notify } from '#web/ui/toast.tsx'
import { useWhen } from './decided-list.tsx'
import { workMessages } from './messages.ts'
import { useRefusal } from './refusals.ts'
import type { HandOverLine } from './types.ts'

const dots = { asked: 'soon', accepted: 'live', answered: 'good', declined: 'idle', withdrawn: 'idle' } as const

/** What was asked, by when, and how it stands. Who was asked reads the question and nothing else of the customer. */
export function HandOverList({ rows, mine }: { rows: readonly HandOverLine[]; mine: boolean }) {
  const { handOvers: m } = useMessages(workMessages)
  if (rows.length === 0)
    return (
      <EmptyState
        icon="transfer"
        title={mine ? m.emptyToMe : m.emptyFromMe}
        hint={mine ? m.emptyToMeHint : m.emptyFromMeHint}
      />
    )
  return (
    <ul aria-label={mine ? m.toMe : m.fromMe} className="px-4 lg:px-6">
      {rows.map((line) => (
        <HandOverRow key={line.id} line={line} mine={mine} />
      ))}
    </ul>
  )
}

function HandOverRow({ line, mine }: { line: HandOverLine; mine: boolean }) {
  const { handOvers: m } = useMessages(workMessages)
  const when = useWhen()
  const { what, note, from, to, dueAt, late, state, answer, customer } = line
  const open = state === 'asked' || state === 'accepted'
  return (
    <li className="flex flex-col gap-2 border-b border-line py-3">
      <div className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <p className="t14 min-w-0 flex-1 basis-64 font-strong whitespace-pre-line">{note?.event ?? what}</p>
        <span className={`t13 num ${late ? 'font-strong text-red' : open ? 'text-amber' : 'text-ink-3'}`}>
          {late ? `${m.late} · ` : ''}
          {when(dueAt)}
        </span>
      </div>
      {note && (
        <dl className="t13 grid gap-x-4 gap-y-1 md:grid-cols-[96px_minmax(0,1fr)]">
          {(['demand', 'problem', 'measure'] as const).map((part) => (
            <div key={part} className="contents">
              <dt className="text-ink-3">{m.parts[part]}</dt>
              <dd className="whitespace-pre-line max-md:pb-1">{note[part]}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="t13 flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
        <span>
          {mine ? m.from : m.to} {mine ? from.name : to.name}
        </span>
        {customer && (
          <Link href={`/customers/${customer.id}`} quiet>
            {customer.name}
          </Link>
        )}
        <StatusDot state={dots[state]}>{m.states[state]}</StatusDot>
      </p>
      {answer && (
        <p className="read text-ink-2">
          <Quote>{answer}</Quote>
        </p>
      )}
      {open && (mine ? <Answering line={line} /> : <Withdrawing line={line} />)}
    </li>
  )
}

function useMove(line: HandOverLine) {
  const { handOvers: m } = useMessages(workMessages)
  const write = useWrite('POST /api/handovers/:id/moves')
  const move = (to: HandOverMove, text = ''): void =>
    write.mutate(
      { params: { id: line.id }, body: { move: to, text } },
      { onSuccess: () => notify({ text: m.sent[to] }) },
    )
  return { move, pending: write.isPending, refused: write.error }
}

function Withdrawing({ line }: { line: HandOverLine }) {
  const { handOvers: m } = useMessages(workMessages)
  const { move, pending } = useMove(line)
  return (
    <div>
      <Button size="s" icon="undo" isPending={pending} onPress={() => move('withdraw')}>
        {m.withdraw}
      </Button>
    </div>
  )
}

function Answering({ line }: { line: HandOverLine }) {
  const { handOvers: m } = useMessages(workMessages)
  const refusal = useRefusal()
  const { move, pending, refused } = useMove(line)
  const [writing, setWriting] = useState<'answer' | 'decline' | null>(null)
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (writing) move(writing, text)
  }
  return (
    <>
      <div className="flex flex-wrap gap-2">
        {line.state === 'asked' && (
          <Button size="s" icon="check" isPending={pending} onPress={() => move('accept')}>
            {m.accept}
          </Button>
        )}
        <Button size="s" icon="message" aria-expanded={writing === 'answer'} onPress={() => setWriting('answer')}>
          {m.answer}
        </Button>
        <Button size="s" kind="bare" aria-expanded={writing === 'decline'} onPress={() => setWriting('decline')}>
          {m.decline}
        </Button>
      </div>
      {writing && (
        <form onSubmit={submit} className="flex max-w-xl flex-col items-start gap-2">
          <CoachedArea
            by="note"
            label={writing === 'answer' ? m.answerLabel : m.declineLabel}
            value={text}
            onChange={setText}
            rows={2}
            autoFocus
            className="w-full"
          />
          {refused && (
            <p role="alert" className="t13 text-red">
              {refusal(refused)}
            </p>
          )}
          <Button kind="go" type="submit" isPending={pending}>
            {m.send}
          </Button>
        </form>
      )}
    </>
  )
}
