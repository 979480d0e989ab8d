import { type FormEvent, useState } from 'react'
import { addDays, type Day } from '#domain/kernel/day.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { CoachedArea } from '#web/client/coach/coached-area.tsx'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useSession } from '#web/client/session.tsx'
import { Button } from '#web/ui/button.tsx'
import { ComboBox } from '#web/ui/combo-box.tsx'
import { DatePicker } from '#web/ui/date-picker.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { TextArea } from '#web/ui/text-area.tsx'
import { notify } from '#web/ui/toast.tsx'
import { ErrorState, SkeletonRows } from '#web/ui/states.tsx'
import { workMessages } from './messages.ts'
import { useRefusal } from './refusals.ts'
import type { Helper, WorkRow } from './types.ts'
import { useDecide } from './use-decide.ts'

/** To whom: a colleague who sees the customer takes the row; a collaborator is asked one thing and sees nothing else. */
export function TransferForm({ row, close }: { row: WorkRow; close: () => void }) {
  const { transfer: m } = useMessages(workMessages)
  const helpers = useRead('GET /api/today/helpers/:customerId', { params: { customerId: row.customerId } })
  const errorText = useErrorText()
  // null once the name was taken out: then nobody is chosen, and nothing sent
  const [to, setTo] = useState<string | null | undefined>(undefined)
  if (helpers.error && !helpers.data)
    return <ErrorState title={m.load} remedy={errorText(helpers.error)} onRetry={() => void helpers.refetch()} />
  if (!helpers.data) return <SkeletonRows rows={3} />
  const options = helpers.data.helpers
  const chosen = to === undefined ? options.find(({ away }) => !away) : options.find(({ id }) => id === to)
  const noteOf = ({ unitName, sees, isBackup, away }: Helper): string =>
    [isBackup ? m.backup : null, unitName, sees === 'customer' ? m.seesCustomer : m.seesQuestion, away ? m.away : null]
      .filter(Boolean)
      .join(' · ')
  return (
    <div className="flex w-[min(336px,84vw)] flex-col gap-3">
      <ComboBox
        label={m.who}
        value={chosen?.id ?? null}
        onChange={setTo}
        options={options.map((helper) => ({ id: helper.id, label: helper.name, note: noteOf(helper) }))}
      />
      {chosen &&
        (chosen.sees === 'customer' ? (
          <Give key={chosen.id} row={row} to={chosen} close={close} />
        ) : (
          <Ask key={chosen.id} row={row} to={chosen} close={close} />
        ))}
    </div>
  )
}

function Give({ row, to, close }: { row: WorkRow; to: Helper; close: () => void }) {
  const { transfer: m } = useMessages(workMessages)
  const refusal = useRefusal()
  const { decide, pending, refused } = useDecide()
  const [reason, setReason] = useState('')
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    decide(
      { decision: 'handed_over', customerId: row.customerId, toId: to.id, reason },
      m.did(row.calledBy, to.name),
      close,
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <TextArea label={m.reason} hint={m.reasonHint} value={reason} onChange={setReason} rows={2} />
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

function Ask({ row, to, close }: { row: WorkRow; to: Helper; close: () => void }) {
  const { transfer: m } = useMessages(workMessages)
  const { branch, today } = useSession()
  const refusal = useRefusal()
  const write = useWrite('PUT /api/handovers/:id')
  const [what, setWhat] = useState('')
  const [due, setDue] = useState<Day | null>(addDays(today, 1))
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    const dueAt = instantAt(due ?? today, 17 * 60, branch.timeZone).toISOString()
    write.mutate(
      { params: { id: freshId() }, body: { toId: to.id, what, dueAt, customerId: row.customerId } },
      {
        onSuccess: () => {
          close()
          notify({ text: m.asked(to.name) })
        },
      },
    )
  }
  return (
    <form onSubmit={submit} className="flex flex-col gap-3">
      <CoachedArea by="note" label={m.what} hint={m.whatHint} value={what} onChange={setWhat} rows={3} isRequired />
      <DatePicker label={m.due} value={due} onChange={setDue} min={today} />
      {write.error && (
        <p role="alert" className="t13 text-red">
          {refusal(write.error)}
        </p>
      )}
      <Button kind="go" type="submit" isPending={write.isPending} isDisabled={what.trim() === ''}>
        {m.go}
      </Button>
    </form>
  )
}
