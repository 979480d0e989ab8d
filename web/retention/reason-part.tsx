import { useState } from 'react'
import type { ReasonId } from '#domain/retention/case-reason.ts'
import { Button } from '#web/ui/button.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Quote } from '#web/ui/quote.tsx'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { Row, Rows } from '#web/ui/section.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { AskingForm } from './asking-form.tsx'
import { retentionMessages } from './messages.ts'
import { CasePart } from './part.tsx'
import { keepWords, type RetentionShown } from './retention-types.ts'
import { ReasonSelect } from './reason-select.tsx'
import type { Add } from './use-add.ts'

/** Why they may leave, by the tree: the customer's own word above ours. */
export function ReasonPart({ shown, acts, now }: { shown: RetentionShown; acts: Add | null; now: boolean }) {
  const { reasons: m } = useMessages(retentionMessages)
  const { reasonNames } = keepWords[useLanguage()]
  const [open, setOpen] = useState(false)
  const mayAdd = acts !== null && shown.stage !== 'closed'
  return (
    <CasePart title={m.title} now={now}>
      {shown.reasons.length === 0 && <p className="t13 py-2 text-ink-3">{m.none}</p>}
      <Rows>
        {shown.reasons.map(({ reason, voice, words }, place) => (
          <Row
            key={place}
            note={words && <Quote>{words}</Quote>}
            end={<span className="text-ink-3">{m.voices[voice]}</span>}
          >
            {reasonNames[reason]}
          </Row>
        ))}
      </Rows>
      {mayAdd && !open && (
        <Button className="mt-2" size={now ? 'm' : 's'} kind={now ? 'go' : 'outlined'} onPress={() => setOpen(true)}>
          {m.add}
        </Button>
      )}
      {mayAdd && open && <ReasonForm acts={acts} reached={shown.reached} onClose={() => setOpen(false)} />}
    </CasePart>
  )
}

function ReasonForm({ acts, reached, onClose }: { acts: Add; reached: boolean; onClose: () => void }) {
  const { reasons: m, form } = useMessages(retentionMessages)
  const [reason, setReason] = useState<ReasonId | null>(null)
  const [voice, setVoice] = useState<'customer' | 'manager'>(reached ? 'customer' : 'manager')
  const [words, setWords] = useState('')
  const save = (): void => {
    if (reason) acts.add({ type: 'reasonsNoted', reasons: [{ reason, voice, words: words.trim() }] }, onClose)
  }
  return (
    <AskingForm save={form.save} pending={acts.pending} onSubmit={save} onCancel={onClose}>
      <ReasonSelect label={m.reason} value={reason} onChange={setReason} />
      <RadioGroup
        label={m.voice}
        value={voice}
        onChange={setVoice}
        options={(['customer', 'manager'] as const).map((id) => ({ id, label: m.voices[id] }))}
      />
      <TextField label={m.words} value={words} onChange={setWords} maxLength={400} isRequired />
    </AskingForm>
  )
}
