import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Id } from '#domain/kernel/id.ts'

type Calendar = Reply<Contract['GET /api/calendar']>
type Meeting = Calendar['appointments'][number]
type Round = Reply<Contract['GET /api/field-days/:day']>

/** Somewhere to go on a day. */
export type Stop = {
  customer: { id: Id; name: string; kind: Meeting['customer']['kind'] }
  /** Whom one meets there; null where it is the customer. */
  personId: Id | null
  calledBy: string
  place: string
  /** When one is expected; null where no time was agreed. */
  at: string | null
  meeting: Pick<Meeting, 'id' | 'startsAt' | 'state'> | null
  /** The contact was held. */
  done: boolean
  /** A shop of the round is walked on the round's own screen. */
  onRound: boolean
}

const isStillOn = ({ way, state }: Meeting): boolean => way === 'visit' && state !== 'cancelled' && state !== 'missed'

/** A day's visits in the order of the day, one stop a customer; then the shops of the round, in the order of the way. */
export const stopsOf = (calendar: Pick<Calendar, 'appointments'> | undefined, round: Round | undefined): Stop[] => {
  const visits = (calendar?.appointments ?? [])
    .filter(isStillOn)
    .toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))
    .map(visitStop)
  const shops = (round?.playbook ? round.outlets : []).map(shopStop)
  const stops = new Map<Id, Stop>()
  for (const stop of visits) if (!stops.has(stop.customer.id)) stops.set(stop.customer.id, stop)
  for (const shop of shops) {
    const planned = stops.get(shop.customer.id)
    stops.set(shop.customer.id, planned ? { ...planned, onRound: true, done: planned.done || shop.done } : shop)
  }
  return [...stops.values()]
}

const visitStop = (meeting: Meeting): Stop => ({
  customer: { id: meeting.customer.id, name: meeting.customer.name, kind: meeting.customer.kind },
  personId: meeting.person?.id ?? null,
  calledBy: meeting.customer.calledBy,
  place: meeting.place,
  at: meeting.startsAt,
  meeting,
  done: meeting.state === 'done',
  onRound: false,
})

const shopStop = ({ customer, street, begins, appointment, run }: Round['outlets'][number]): Stop => ({
  customer: { id: customer.id, name: customer.name, kind: customer.kind },
  personId: null,
  calledBy: customer.calledBy,
  place: street ?? '',
  at: appointment?.startsAt ?? begins,
  meeting: appointment,
  done: run !== null && run.finishedAt !== null,
  onRound: true,
})
