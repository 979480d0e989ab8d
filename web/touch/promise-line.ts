import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { dayIn } from '#domain/kernel/day.ts'
import { closingMinute, usualHours } from '#domain/kernel/working-hours.ts'
import { clockText, wallClockAt } from '#domain/kernel/zone.ts'
import type { PromiseMove } from '#domain/touch/promise-ledger.ts'
import { useSession } from '#web/client/session.tsx'
import { useFormat } from '#web/ui/format.ts'

export type PromiseLine = Reply<Contract['GET /api/promises']>['rows'][number]

export const promiseShows = ['open', 'due', 'overdue', 'untold', 'settled', 'all'] as const
export type PromiseShow = (typeof promiseShows)[number]

/** The filter of the ledger as it stands in the address. */
export type PromiseFilter = {
  show?: PromiseShow | undefined
  whose?: 'own' | 'all' | undefined
  q?: string | undefined
}

/** A move as the screen asks for it. */
export type MoveWish = { move: PromiseMove; note?: string; dueAt?: string; toId?: string }

/** The day it is due, with the hour when one was said. */
export const useDueText = (): ((at: string) => string) => {
  const { branch, today } = useSession()
  const format = useFormat(branch.timeZone)
  return (at) => {
    const { minute } = wallClockAt(new Date(at), branch.timeZone)
    const day = format.shortDay(dayIn(new Date(at), branch.timeZone), today)
    return minute === closingMinute(usualHours) ? day : `${day} ${clockText(minute)}`
  }
}
