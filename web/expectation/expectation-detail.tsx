import { Fragment, type ReactNode, useState } from 'react'
import { type ExpectationMove, roundsOf, shownState } from '#domain/expectation/board.ts'
import { freshId } from '#web/client/id.ts'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { CanMark } from '#web/ui/marks.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Row, Rows, Section } from '#web/ui/section.tsx'
import { notify } from '#web/ui/toast.tsx'
import { boardWords, type ExpectationLine, markOf, refusals } from './expectation-line.ts'
import { type MoveWish, MoveForm } from './move-form.tsx'
import { expectationMessages } from './messages.ts'

type Props = { expectation: ExpectationLine; /** Under its story: the customer's whole board. */ children: ReactNode }

/** One expectation: what we said to it round by round, what the customer told of it, and at the foot what may come next. */
export function ExpectationDetail({ expectation, children }: Props) {
  const m = useMessages(expectationMessages)
  const language = useLanguage()
  const reasonText = useReasonText(refusals)
  const move = useWrite('POST /api/expectations/:id/moves')
  const [asking, setAsking] = useState<ExpectationMove | null>(null)
  const words = boardWords[language]
  const write = (wish: MoveWish): void =>
    move.mutate(
      { params: { id: expectation.id }, body: { moveId: freshId(), ...wish } },
      {
        onSuccess: () => {
          setAsking(null)
          notify({ text: m.did(expectation.what, words.expectationMoveNames[wish.move]) })
        },
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  return (
    <div className="flex shrink-0 grow flex-col">
      <div className="flex flex-col gap-4 px-4 py-4 lg:px-6">
        <header>
          <p className="t13 text-ink-3">
            <Link href={`/customers/${expectation.customer.id}`}>{expectation.customer.calledBy}</Link>
            {expectation.saidBy && ` · ${expectation.saidBy.name}`}
          </p>
          <h2 className="t20">{expectation.what}</h2>
          <p className="t13 flex items-center gap-3 pt-1 text-ink-2">
            {words.natureNames[expectation.nature]}
            {expectation.can && <CanMark can={markOf[expectation.can]} />}
            <span>{words.expectationStateNames[shownState(expectation)]}</span>
          </p>
        </header>
        {asking && (
          <MoveForm
            key={asking}
            move={asking}
            pending={move.isPending}
            onSave={write}
            onCancel={() => setAsking(null)}
          />
        )}
        <Details expectation={expectation} />
        {expectation.history.length > 0 && <Story expectation={expectation} />}
      </div>
      {children}
      <ActBar>
        {nextMoves(expectation).map((next, place) => (
          <Button
            key={next}
            kind={place === 0 ? 'go' : 'outlined'}
            hotkey={String(place + 1)}
            isDisabled={move.isPending}
            onPress={() => (next === 'reopened' ? write({ move: next }) : setAsking(next))}
          >
            {m.acts[next]}
          </Button>
        ))}
      </ActBar>
    </div>
  )
}

/** What may come next, the likeliest first; the rule itself has the last word. */
const nextMoves = ({ nature, can, state, history }: ExpectationLine): ExpectationMove[] => {
  if (state === 'met' || state === 'closed') return ['reopened']
  if (nature === 'heard') return ['acknowledged']
  if (can === null) return ['answered']
  if (state === 'agreed') return ['met', 'closed']
  if (state === 'explained') return ['closed', 'answered']
  const round = roundsOf(history).at(-1)
  const lowered = round?.some((step) => step.move === 'lowered')
  if (can === 'can') return ['agreed', 'met', 'answered']
  const more: ExpectationMove[] = can === 'cannot' ? ['explained'] : []
  return lowered ? ['reset', 'agreed', ...more, 'answered'] : ['lowered', 'agreed', ...more, 'answered']
}

const asked = ['origin', 'feeling', 'uncertain'] as const

/** How it arose, how it felt, what is uncertain: asked early, written as heard. */
function Details({ expectation }: { expectation: ExpectationLine }) {
  const m = useMessages(expectationMessages)
  return (
    <Definitions className="border-t border-line">
      {expectation.offer && (
        <DefinitionRow term={m.offer} wide>
          {expectation.offer}
        </DefinitionRow>
      )}
      {expectation.agreedWording && (
        <DefinitionRow term={m.agreed} wide>
          <b>{expectation.agreedWording}</b>
        </DefinitionRow>
      )}
      {asked.map((field) => (
        <DefinitionRow key={field} term={m[field]} wide>
          <Told expectation={expectation} field={field} />
        </DefinitionRow>
      ))}
    </Definitions>
  )
}

function Told({ expectation, field }: { expectation: ExpectationLine; field: (typeof asked)[number] }) {
  const m = useMessages(expectationMessages)
  const reasonText = useReasonText(refusals)
  const describe = useWrite('PATCH /api/expectations/:id')
  const known = expectation[field] ?? ''
  const [text, setText] = useState<string | null>(null)
  const save = (): void => {
    if (text !== null && text.trim() !== known)
      describe.mutate(
        { params: { id: expectation.id }, body: { [field]: text.trim() || null } },
        { onError: (error) => notify({ text: reasonText(error), tone: 'problem' }) },
      )
    setText(null)
  }
  return (
    <input
      aria-label={m[field]}
      value={text ?? known}
      placeholder={m.none2}
      onChange={(event) => setText(event.target.value)}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
      className="w-full bg-transparent placeholder:text-ink-3"
    />
  )
}

function Story({ expectation }: { expectation: ExpectationLine }) {
  const m = useMessages(expectationMessages)
  const language = useLanguage()
  const { today } = useSession()
  const format = useFormat()
  const rounds = roundsOf(expectation.history)
  return (
    <Section title={m.story}>
      {rounds.map((round, place) => (
        <Fragment key={round[0]?.at ?? place}>
          {rounds.length > 1 && <h3 className="t12 pt-2 text-ink-3">{m.rounds(place + 1)}</h3>}
          <Rows ordered>
            {round.map((step) => (
              <Row
                key={`${step.at} ${step.move} ${step.wording}`}
                note={step.reply ? `“${step.reply.replaceAll(/^“|”$/gu, '')}”` : undefined}
                end={
                  <span className="text-ink-3">
                    {step.by} · {format.shortDay(step.at.slice(0, 10), today)}
                  </span>
                }
              >
                <span className="text-ink-3">{boardWords[language].expectationMoveNames[step.move]}</span>{' '}
                {step.openly ? m.openly : step.wording}
              </Row>
            ))}
          </Rows>
        </Fragment>
      ))}
    </Section>
  )
}
