import { type FormEvent, useState } from 'react'
import type { CaseMove } from '#domain/case/service-case.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { useReasonText } from '#web/client/errors.ts'
import { useWrite } from '#web/client/query.ts'
import { ActBar } from '#web/ui/act-bar.tsx'
import { Button } from '#web/ui/button.tsx'
import { DefinitionRow, Definitions } from '#web/ui/definitions.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { Link } from '#web/ui/link.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type CaseLine, caseRefusals, caseWords, type OnTalk } from './case-types.ts'
import { ComplaintDetail } from './complaint-detail.tsx'
import { caseMessages } from './messages.ts'
import { useWhen } from '#web/client/use-when.ts'

const nextMoves = ({ standing, felt }: CaseLine): CaseMove[] => {
  if (standing === 'waiting' || standing === 'overdue') return ['answered']
  if (standing === 'answered') return ['closed', ...(felt ? [] : (['felt'] as const)), 'answered']
  return standing === 'unasked' ? ['felt', 'reopened'] : ['reopened']
}

/** One case: a complaint by its own steps and clocks, a request answered and closed; apart from both, asked how it felt. */
export function CaseDetail({ item, onTalk }: { item: CaseLine; onTalk: OnTalk }) {
  return item.kind === 'complaint' ? <ComplaintDetail id={item.id} onTalk={onTalk} /> : <RequestDetail item={item} />
}

function RequestDetail({ item }: { item: CaseLine }) {
  const m = useMessages(caseMessages)
  const language = useLanguage()
  const when = useWhen()
  const reasonText = useReasonText(caseRefusals)
  const move = useWrite('POST /api/cases/:id/moves')
  const [asking, setAsking] = useState<'answered' | 'felt' | null>(null)
  const { caseKindNames, caseStandingNames } = caseWords[language]
  const write = (wish: { move: CaseMove; text?: string }): void =>
    move.mutate(
      { params: { id: item.id }, body: wish },
      {
        onSuccess: () => {
          setAsking(null)
          notify({ text: m.did(item.code, m.acts[wish.move]) })
        },
        onError: (error) => notify({ text: reasonText(error), tone: 'problem' }),
      },
    )
  return (
    <div className="flex shrink-0 grow flex-col">
      <div className="flex flex-col gap-4 px-4 py-4 lg:px-6">
        <header>
          <p className="t13 text-ink-3">
            {item.customer && (
              <Link href={`/customers/${item.customer.id}`} className="underline">
                {item.customer.calledBy}
              </Link>
            )}{' '}
            · {item.code} · {caseKindNames[item.kind]} · {caseStandingNames[item.standing]}
          </p>
          <h2 className="t20">{item.what}</h2>
        </header>
        {asking && (
          <Asking
            key={asking}
            move={asking}
            onSave={(text) => write({ move: asking, text })}
            onCancel={() => setAsking(null)}
          />
        )}
        <Definitions className="border-t border-line">
          <DefinitionRow term={m.opened} wide>
            {when(item.openedAt)} · {item.owner.name}
          </DefinitionRow>
          <DefinitionRow term={m.due} wide>
            <span className={item.standing === 'overdue' ? 'text-red' : ''}>{when(item.dueAt)}</span>
            {item.provisional && <span className="block text-amber">{m.provisional}</span>}
          </DefinitionRow>
          <DefinitionRow term={m.answer} wide>
            {item.answer ?? <span className="text-ink-3">{m.notYet}</span>}
          </DefinitionRow>
          <DefinitionRow term={m.felt} wide>
            {item.felt ?? <span className="text-ink-3">{m.notYet}</span>}
          </DefinitionRow>
        </Definitions>
      </div>
      <ActBar>
        {nextMoves(item).map((next, place) => (
          <Button
            key={next}
            kind={place === 0 ? 'go' : 'outlined'}
            hotkey={String(place + 1)}
            isDisabled={move.isPending}
            onPress={() => (next === 'answered' || next === 'felt' ? setAsking(next) : write({ move: next }))}
          >
            {m.acts[next]}
          </Button>
        ))}
      </ActBar>
    </div>
  )
}

type AskingProps = { move: 'answered' | 'felt'; onSave: (text: string) => void; onCancel: () => void }

function Asking({ move, onSave, onCancel }: AskingProps) {
  const m = useMessages(caseMessages)
  // What the customer felt is theirs; what we answered is ours to say well.
  const Field = move === 'answered' ? CoachedLine : TextField
  const [text, setText] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave(text.trim())
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-y border-line bg-paper-2 px-3 py-3">
      <Field label={m.text[move]} value={text} onChange={setText} autoFocus isRequired />
      <div className="flex gap-2">
        <Button kind="go" type="submit">
          {m.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onCancel}>
          {m.cancel}
        </Button>
      </div>
    </form>
  )
}
