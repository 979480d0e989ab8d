import { useState } from 'react'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Day } from '#domain/kernel/day.ts'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { useErrorText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useRead, useWrite } from '#web/client/query.ts'
import { useMessages } from '#web/ui/messages.ts'
import { notify } from '#web/ui/toast.tsx'
import { contactMessages } from './messages.ts'
import type { LiveRun } from './use-run.ts'

export type DuePromise = Reply<Contract['GET /api/customers/:id/promises']>['rows'][number]

export type Due = {
  promises: readonly DuePromise[]
  pending: boolean
  keep: (promise: DuePromise) => void
  /** A new time the customer has heard of in this contact; `time` is `HH:MM`, empty for the end of the day. */
  move: (promise: DuePromise, day: Day, time: string) => void
}

/** Promises to this customer due today or late: kept with one press and undone from the notice, or moved with the customer's knowledge. */
export const useDuePromises = ({ run, timeZone }: LiveRun): Due => {
  const m = useMessages(contactMessages)
  const errorText = useErrorText()
  const rows = useRead('GET /api/customers/:id/promises', { params: { id: run.customer.id } }).data?.rows ?? []
  const write = useWrite('POST /api/promises/:id/moves')
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const drop = (id: string): void => setGone((before) => new Set([...before, id]))
  const bring = (id: string): void => setGone((before) => new Set([...before].filter((one) => one !== id)))
  const problem = (error: Parameters<typeof errorText>[0]): void => notify({ text: errorText(error), tone: 'problem' })
  const reopen = (id: string): void =>
    write.mutate(
      { params: { id }, body: { moveId: freshId(), move: 'reopened' } },
      { onSuccess: () => bring(id), onError: problem },
    )
  const keep = ({ id, what }: DuePromise): void =>
    write.mutate(
      { params: { id }, body: { moveId: freshId(), move: 'kept' } },
      {
        onSuccess: () => {
          drop(id)
          notify({ text: m.due.kept(what), undo: () => reopen(id) })
        },
        onError: problem,
      },
    )
  const move = ({ id, what }: DuePromise, day: Day, time: string): void => {
    const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
    const minute = clock ? Number(clock[1]) * 60 + Number(clock[2]) : closingMinute(usualHours)
    const dueAt = instantAt(day, minute, timeZone).toISOString()
    write.mutate(
      { params: { id }, body: { moveId: freshId(), move: 'postponed', note: m.due.heardNow, dueAt } },
      {
        onSuccess: () => {
          drop(id)
          notify({ text: m.due.moved(what) })
        },
        onError: problem,
      },
    )
  }
  const promises = rows.filter(({ id, standing }) => (standing === 'today' || standing === 'overdue') && !gone.has(id))
  return { promises, pending: write.isPending, keep, move }
}
