import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Id } from '#domain/kernel/id.ts'

type Calendar = Reply<Contract['GET /api/calendar']>
type Meeting = Calendar['appointments'][number]

/** Somewhere to go on a day. */
export type Stop = {
  customer: { id: Id; name: string; kind: Meeting['customer']['kind'] }
  /** Whom one meets there; null where it is the customer. */
  personId: Id | null
  calledBy: string
  place: string
  /** When one is expected; null where no time was agreed. */
  at: string | null
  meeting: Meeting | null
  /** The contact was held. */
  done: boolean
}

const isStillOn = ({ way, state }: Meeting): boolean => way === 'visit' && state !== 'cancelled' && state !== 'missed'

/** The visits of a day's calendar, one stop a customer, in the order of the day. */
export const stopsOf = ({ appointments }: Pick<Calendar, 'appointments'>): Stop[] => {
  const visits = appointments.filter(isStillOn).toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
  const first = new Map<Id, Meeting>()
  for (const visit of visits) if (!first.has(visit.customer.id)) first.set(visit.customer.id, visit)
  return [...first.values()].map((meeting) => ({
    customer: { id: meeting.customer.id, name: meeting.customer.name, kind: meeting.customer.kind },
    personId: meeting.person?.id ?? null,
    calledBy: meeting.customer.calledBy,
    place: meeting.place,
    at: meeting.startsAt,
    meeting,
    done: meeting.state === 'done',
  }))
}
