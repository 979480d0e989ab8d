import type { Received, Reply } from '#api/endpoint.ts'
import type { calendarEndpoints } from '#api/calendar.ts'
import type { Span } from '#domain/schedule/appointment.ts'
import { eitherOr } from '#domain/schedule/free-slots.ts'
import { requireCustomer } from '#server/customer/show.ts'
import type { Db } from '#server/db/pool.ts'
import type { Caller } from '#server/http/handler.ts'
import { placeOf } from './place.ts'
import { freeTimes } from './slots.ts'

type Slots = (typeof calendarEndpoints)['GET /api/calendar/slots']

/** More than these nobody reads. */
const MOST_SLOTS = 60

/** The times still free, and the two to offer, either or. */
export const showSlots = async (
  db: Db,
  caller: Caller,
  now: Date,
  { customerId, way, minutes }: Received<Slots>['query'],
): Promise<Reply<Slots>> => {
  if (customerId) await requireCustomer(db, caller, customerId, 'contact.run')
  const place = customerId ? await placeOf(db, caller.branchId, customerId) : null
  const free = await freeTimes(db, caller, now, { way, place }, minutes)
  return {
    slots: free.slice(0, MOST_SLOTS).map(slotOf),
    offered: eitherOr(free, caller.timeZone).map(slotOf),
  }
}

const slotOf = ({ from, until }: Span) => ({ startsAt: from.toISOString(), endsAt: until.toISOString() })
