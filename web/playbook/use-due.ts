import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import type { Day } from '#domain/kernel/day.ts'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { instantAt } from '#domain/kernel/zone.ts'
import { promiseRefusals as refusalsEn } from '#domain/touch/words.en.ts'
import { promiseRefusals as refusalsZh } from '#domain/touch/words.zh.ts'
import { now } from '#web/client/clock.ts'
import { useReasonText } from '#web/client/errors.ts'
import { freshId } from '#web/client/id.ts'
import { useLate, useUnseen } from '#web/client/late.ts'
import { useRead } from '#web/client/query.ts'
import type { Refused } from '#web/client/send.ts'
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

type Move = Omit<Request<Contract['POST /api/promises/:id/moves']>['body'], 'moveId'>

const refusals = { zh: refusalsZh, en: refusalsEn }

/** Promises to this customer due today or late: kept with one press and undone from the notice, or moved with the customer's knowledge; with a network or without. */
export const useDuePromises = ({ run, timeZone }: LiveRun): Due => {
  const m = useMessages(contactMessages)
  const reasonText = useReasonText(refusals)
  const rows = useRead('GET /api/customers/:id/promises', { params: { id: run.customer.id } }).data?.rows ?? []
  const { write, pending } = useLate('POST /api/promises/:id/moves')
  const unseen = useUnseen('POST /api/promises/:id/moves')
  const problem = (error: Refused): void => notify({ text: reasonText(error), tone: 'problem' })
  const about = (what: string) => ({ customerId: run.customer.id, name: run.customer.calledBy, what })
  const make = (id: string, what: string, body: Move, text: string, undo?: () => void): void =>
    write({
      request: { params: { id }, body: { moveId: freshId(), doneAt: now().toISOString(), ...body } },
      about: about(what),
      text,
      refused: problem,
      ...(undo && { undo }),
    })
  const keep = ({ id, what }: DuePromise): void => {
    const reopen = (): void => make(id, what, { move: 'reopened' }, m.due.again(what))
    make(id, what, { move: 'kept' }, m.due.kept(what), reopen)
  }
  const move = ({ id, what }: DuePromise, day: Day, time: string): void => {
    const clock = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time)
    const minute = clock ? Number(clock[1]) * 60 + Number(clock[2]) : closingMinute(usualHours)
    const dueAt = instantAt(day, minute, timeZone).toISOString()
    make(id, what, { move: 'postponed', note: m.due.heardNow, dueAt }, m.due.moved(what))
  }
  const isSeenTo = (id: string): boolean => {
    const last = unseen.findLast(({ request }) => request.params.id === id)
    return last !== undefined && last.request.body.move !== 'reopened'
  }
  const promises = rows.filter(({ id, standing }) => (standing === 'today' || standing === 'overdue') && !isSeenTo(id))
  return { promises, pending, keep, move }
}
