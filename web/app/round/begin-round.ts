import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import type { WireEvent } from '#domain/playbook/wire.ts'
import { ROUND } from '#domain/round/answers.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { outboxNow, post } from '#web/client/parcels.ts'
import { onSeat, type Seat } from '#web/client/seat.ts'
import type { Refused } from '#web/client/send.ts'
import { flush } from '#web/playbook/outbox.ts'
import type { FieldDay, Outlet } from '#web/round/types.ts'

type Start = Request<Contract['PUT /api/runs/:id']>
type Wanted = Start['body']
type Begun = { id: Id; startedAt: string; finishedAt: null; events: WireEvent[] }
type About = { day: Day; customerId: Id }

/** Rounds begun in this window, until the day is read again with them in it. */
const begun = new Map<string, Begun>()
onSeat(() => begun.clear())

const nameOf = ({ staffId }: Seat, { day, customerId }: About): string => [staffId, day, customerId].join(' ')

export const roundOf = (seat: Seat, about: About): Begun | null =>
  begun.get(nameOf(seat, about)) ?? beginningOf(about) ?? null

/** A round begun on this device before the page was opened, and still not heard of by the server. */
const beginningOf = ({ day, customerId }: About): Begun | undefined => {
  const parcel = outboxNow().parcels.find(
    ({ key, about }) => key === 'PUT /api/runs/:id' && about.customerId === customerId && about.day === day,
  )
  const startedAt = parcel && (parcel.request as Start).body.ahead?.startedAt
  return parcel && startedAt ? { id: parcel.id, startedAt, finishedAt: null, events: [] } : undefined
}

/** A round of this person with this shop from now on; the server hears of it by `announce`. */
export const beginHere = (seat: Seat, about: About): Begun => {
  const run = { id: freshId(), startedAt: now().toISOString(), finishedAt: null, events: [] }
  begun.set(nameOf(seat, about), run)
  return run
}

export type Way = Pick<Wanted, 'agreedTime' | 'override' | 'occasions'>

/**
 * Tells the server of a round, now or once it can be reached: it is kept on this device, and what happens meanwhile waits behind it. Told
 * again another way it is the same round. Answers the refusal of the gate when there is one.
 */
export const announce = async (
  seat: Seat,
  { id, startedAt }: Pick<Begun, 'id' | 'startedAt'>,
  { day, customer }: { day: FieldDay; customer: Outlet['customer'] },
  way: Way,
): Promise<Refused | null> => {
  const ahead = day.playbook && { startedAt, readAt: day.readAt, playbook: day.playbook.hash }
  const body = {
    customerId: customer.id,
    direction: 'outbound' as const,
    channel: 'visit' as const,
    playbook: ROUND,
    ...(ahead && { ahead }),
    ...way,
  }
  const about = { customerId: customer.id, name: customer.name, day: day.day }
  const posted = await post(seat, { id, key: 'PUT /api/runs/:id', request: { params: { id }, body }, about })
  await flush()
  return posted.is === 'refused' ? posted.error : null
}
