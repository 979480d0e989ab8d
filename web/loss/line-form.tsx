import { type FormEvent, useState } from 'react'
import type { ReasonId } from '#domain/retention/case-reason.ts'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { useFormat } from '#web/ui/format.ts'
import { useLanguage } from '#web/ui/language.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { Select } from '#web/ui/select.tsx'
import { TextField } from '#web/ui/text-field.tsx'
import { notify } from '#web/ui/toast.tsx'
import { type Loss, lossWords, reasonsInOrder } from './loss-words.ts'
import { lossMessages } from './messages.ts'
import { useLossProblem } from './use-loss.ts'

/** Why they left, from the tree, what it cost and what it taught: one line. */
export function LineForm({ loss, onDone }: { loss: Loss; onDone: () => void }) {
  const { line: m } = useMessages(lossMessages)
  const language = useLanguage()
  const format = useFormat()
  const onError = useLossProblem()
  const write = useWrite('PUT /api/losses/:id/lines/:lineId')
  const [lineId] = useState(freshId)
  const [reason, setReason] = useState<ReasonId | null>(loss.line?.reason ?? null)
  const [line, setLine] = useState(loss.line?.line ?? '')
  const save = (event: FormEvent): void => {
    event.preventDefault()
    if (reason === null || line.trim() === '') return
    write.mutate(
      { params: { id: loss.id, lineId }, body: { reason, line: line.trim() } },
      {
        onSuccess: () => {
          notify({ text: m.saved })
          onDone()
        },
        onError,
      },
    )
  }
  return (
    <form onSubmit={save} className="grid gap-3">
      {loss.paid12Fen > 0 && <p className="t13 text-ink-2">{m.cost(format.money(loss.paid12Fen))}</p>}
      <Select
        label={m.reason}
        options={reasonsInOrder.map((id) => ({ id, label: lossWords[language].reasons[id] }))}
        value={reason}
        onChange={setReason}
        isRequired
      />
      <TextField
        label={m.words}
        placeholder={m.wordsExample}
        value={line}
        onChange={setLine}
        maxLength={300}
        isRequired
      />
      <div className="flex gap-2">
        <Button type="submit" kind="go" isPending={write.isPending}>
          {m.save}
        </Button>
        <Button kind="bare" hotkey="Escape" hotkeyWhileTyping onPress={onDone}>
          {m.cancel}
        </Button>
      </div>
    </form>
  )
}
