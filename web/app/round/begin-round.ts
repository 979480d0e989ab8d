import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { WireEvent } from '#domain/playbook/wire.ts'
import { ROUND } from '#domain/round/answers.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { onSeat, type Seat } from '#web/client/seat.ts'
import { Refused, send } from '#web/client/send.ts'
import { flush } from '#web/playbook/outbox.ts'

type Wanted = Request<Contract['PUT /api/runs/:id']>['body']
type Begun = { id: Id; startedAt: string; finishedAt: null; events: WireEvent[] }
type About = { day: Day; customerId: Id }

/** Rounds begun in this window, until the day is read again with them in it. */
const begun = new Map<string, Begun>()
onSeat(() => begun.clear())

const nameOf = ({ staffId }: Seat, { day, customerId }: About): string => [staffId, day, customerId].join(' ')

export const roundOf = (seat: Seat, about: About): Begun | null => begun.get(nameOf(seat, about)) ?? null

/** A round of this person with this shop from now on; the server hears of it by `announce`. */
export const beginHere = (seat: Seat, about: About): Begun => {
  const run = { id: freshId(), startedAt: now().toISOString(), finishedAt: null, events: [] }
  begun.set(nameOf(seat, about), run)
  return run
}

const RETRY_MS = 4000

export type Way = Pick<Wanted, 'agreedTime' | 'override' | 'occasions'>

/**
 * Tells the server of a round, again and again as long as it cannot be reached; what happened meanwhile waits in the outbox and follows.
 * Answers the refusal of the gate when there is one.
 */
export const announce = async (runId: Id, customerId: Id, way: Way): Promise<Refused | null> => {
  try {
    await send('PUT /api/runs/:id', {
      params: { id: runId },
      body: { customerId, direction: 'outbound', channel: 'visit', playbook: ROUND, ...way },
    })
    await flush()
    return null
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    if (error.status !== 0 && error.status < 500) return error
    await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    return announce(runId, customerId, way)
  }
}
