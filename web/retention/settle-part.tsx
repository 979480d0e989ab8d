import { useState } from 'react'
import { type LetGoReason, letGoReasons } from '#domain/retention/case-event.ts'
import { useWhen } from '#web/client/use-when.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { AskingForm, LineForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { CasePart } from './part.tsx'
import { keepWords, type RetentionShown } from './retention-types.ts'
import type { Add } from './use-add.ts'

type Asked = 'agreed' | 'reset' | 'letGo'

/** Agreed, put anew, or let go well: the three ends of a talk, none of them a defeat. */
export function SettlePart({ shown, acts, now }: { shown: RetentionShown; acts: Add | null; now: boolean }) {
  const { settle: m, form } = useMessages(retentionMessages)
  const [asked, setAsked] = useState<Asked | null>(null)
  const may = acts !== null && shown.settled === null && shown.stage !== 'closed'
  const close = (): void => setAsked(null)
  const choices: readonly Asked[] = shown.reached ? ['agreed', 'reset', 'letGo'] : ['letGo']
  return (
    <CasePart title={m.title} now={now}>
      <Settled shown={shown} />
      {may && asked === null && (
        <div className="flex flex-wrap gap-2 py-2">
          {choices.map((choice, place) => (
            <Button key={choice} kind={now && place === 0 ? 'go' : 'outlined'} onPress={() => setAsked(choice)}>
              {choice === 'agreed' ? m.agree : choice === 'reset' ? m.reset : m.letGo}
            </Button>
          ))}
        </div>
      )}
      {may && (asked === 'agreed' || asked === 'reset') && (
        <LineForm
          key={asked}
          label={asked === 'agreed' ? m.agreeWords : m.resetWords}
          save={form.save}
          pending={acts.pending}
          onSave={(wording) => acts.add({ type: asked, wording }, close)}
          onCancel={close}
        />
      )}
      {may && asked === 'letGo' && <LetGoForm shown={shown} acts={acts} onClose={close} />}
    </CasePart>
  )
}

function Settled({ shown: { settled } }: { shown: RetentionShown }) {
  const { settle: m } = useMessages(retentionMessages)
  const { letGoNames } = keepWords[useLanguage()]
  const when = useWhen()
  const { list } = useFormat()
  if (!settled) return null
  return (
    <div className="py-2">
      <p className="t14 font-strong">
        {settled.how === 'agreed' ? m.agreed : m.let}{' '}
        {settled.why && <span className="t13 font-normal text-ink-2">{letGoNames[settled.why]}</span>}
      </p>
      <p className="read">
        <Quote>{settled.wording}</Quote>
      </p>
      <p className="t12 text-ink-3">
        {[settled.by, when(settled.at), settled.approvedBy.length > 0 && m.approvedBy(list(settled.approvedBy))]
          .filter(Boolean)
          .join(' · ')}
      </p>
    </div>
  )
}

function LetGoForm({ shown, acts, onClose }: { shown: RetentionShown; acts: Add; onClose: () => void }) {
  const { settle: m } = useMessages(retentionMessages)
  const { letGoNames } = keepWords[useLanguage()]
  const [why, setWhy] = useState<LetGoReason>(shown.guard.left === 0 ? 'attemptsUsed' : 'decided')
  const [words, setWords] = useState('')
  return (
    <AskingForm
      save={m.letGo}
      pending={acts.pending}
      onSubmit={() => acts.add({ type: 'letGo', why, words: words.trim() }, onClose)}
      onCancel={onClose}
    >
      <Select
        label={m.letGoWhy}
        value={why}
        onChange={setWhy}
        options={letGoReasons.map((id) => ({ id, label: letGoNames[id] }))}
      />
      <TextField label={m.letGoWords} value={words} onChange={setWords} maxLength={400} isRequired />
    </AskingForm>
  )
}
