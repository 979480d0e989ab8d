import { type FormEvent, useState } from 'react'
import { CoachedArea } from '#web/client/coach/coached-area.tsx'
import { freshId } from '#web/client/id.ts'
import { useWrite } from '#web/client/query.ts'
import { Button } from '#web/ui/button.tsx'
import { Checkbox } from '#web/ui/checkbox.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { workMessages } from './messages.ts'
import { useRefusal } from './refusals.ts'
import type { WorkRow } from './types.ts'
import { useDecide } from './use-decide.ts'

/** How it ended: what was owed needs a word, and a promise that was kept is kept in the ledger too. */
export function FinishForm({ row, close }: { row: WorkRow; close: () => void }) {
  const { finish: m } = useMessages(workMessages)
  const refusal = useRefusal()
  const { decide, pending, refused } = useDecide()
  const keep = useWrite('POST /api/promises/:id/moves')
  const promises = promisesOf(row)
  const [note, setNote] = useState('')
  const [kept, setKept] = useState<ReadonlySet<string>>(new Set())
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    decide({ decision: 'done', customerId: row.customerId, note }, m.did(row.calledBy), () => {
      close()
      for (const id of kept) keep.mutate({ params: { id }, body: { moveId: freshId(), move: 'kept', note } })
    })
  }
  const tick = (id: string, on: boolean): void => {
    const next = new Set(kept)
    if (on) next.add(id)
    else next.delete(id)
    setKept(next)
  }
  return (
    <form onSubmit={submit} className="flex w-[min(336px,84vw)] flex-col gap-3">
      <CoachedArea
        by="note"
        label={m.note}
        hint={row.owed ? m.hint : undefined}
        value={note}
        onChange={setNote}
        rows={2}
        autoFocus
      />
      {promises.map(({ id, what }) => (
        <Checkbox key={id} isSelected={kept.has(id)} onChange={(on) => tick(id, on)}>
          {m.kept(what)}
        </Checkbox>
      ))}
      {refused && (
        <p role="alert" className="t13 text-red">
          {refusal(refused)}
        </p>
      )}
      <Button kind="go" type="submit" isPending={pending}>
        {m.go}
      </Button>
    </form>
  )
}

/** The promises a row is about: `recordId` begins with the promise's id. */
const promisesOf = ({ reasons, whys }: WorkRow): { id: string; what: string }[] =>
  reasons.flatMap(({ kind, recordId }, place) => {
    const why = whys[place]
    return kind === 'promise' && why?.code === 'why.promise'
      ? [{ id: recordId.split('/')[0] ?? '', what: why.params.what }]
      : []
  })
