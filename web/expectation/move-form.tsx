import { type FormEvent, useState } from 'react'
import type { Can, ExpectationMove } from '#domain/expectation/board.ts'
import { CoachedLine } from '#web/client/coach/coached-area.tsx'
import { WhatWeCan } from '#web/client/coach/what-we-can.tsx'
import { freshId } from '#web/client/id.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { RadioGroup } from '#web/ui/radio-group.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { boardWords } from './expectation-line.ts'
import { expectationMessages } from './messages.ts'

export type MoveWish = {
  move: ExpectationMove
  wording?: string
  reply?: string
  can?: Can
  openly?: boolean
  promise?: { id: string; dueDay: string }
}

type Props = { move: ExpectationMove; pending: boolean; onSave: (wish: MoveWish) => void; onCancel: () => void }

/** What was said, and what the customer said to it; an answer chooses can, partly or cannot; an agreement may become a promise. */
export function MoveForm({ move, pending, onSave, onCancel }: Props) {
  const m = useMessages(expectationMessages)
  const language = useLanguage()
  const { today } = useSession()
  const [wording, setWording] = useState('')
  const [reply, setReply] = useState('')
  const [can, setCan] = useState<Can | null>(null)
  const [openly, setOpenly] = useState(false)
  const [day, setDay] = useState<string | null>(null)
  const { canNames } = boardWords[language]
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    onSave({
      move,
      wording: wording.trim(),
      reply: reply.trim(),
      ...(move === 'answered' && can ? { can, openly } : {}),
      ...(move === 'agreed' && day ? { promise: { id: freshId(), dueDay: day } } : {}),
    })
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3 border-y border-line bg-paper-2 px-3 py-3">
      {move === 'answered' && (
        <RadioGroup<Can>
          label={m.can}
          options={(['can', 'partly', 'cannot'] as const).map((id) => ({ id, label: canNames[id] }))}
          value={can}
          onChange={setCan}
          isRequired
        />
      )}
      {move === 'answered' && (
        <WhatWeCan
          label={m.wording.answered}
          can={can}
          offer={wording}
          onOffer={setWording}
          openly={openly}
          onOpenly={setOpenly}
          held={null}
        />
      )}
      {move !== 'reopened' && move !== 'answered' && (
        <CoachedLine label={m.wording[move]} value={wording} onChange={setWording} autoFocus />
      )}
      {move !== 'answered' && <TextField label={m.reply} value={reply} onChange={setReply} />}
      {move === 'agreed' && <DatePicker label={m.promiseToo} value={day} onChange={setDay} min={today} />}
      <div className="flex gap-2">
        <Button kind="go" type="submit" isDisabled={pending}>
          {m.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onCancel}>
          {m.cancel}
        </Button>
      </div>
    </form>
  )
}
