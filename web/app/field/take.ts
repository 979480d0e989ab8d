import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { ReadKey } from '#web/client/query.ts'
import { remember } from '#web/client/remember.ts'
import { Refused, send } from '#web/client/send.ts'
import { daysShown } from '#web/schedule/calendar-line.ts'
import { allKept } from '../offline/kept.ts'
import { type Stop, stopsOf } from './stops.ts'
import { type Taken, takenIn, takenKey } from './taken.ts'

/** How far it has come. */
export type Progress = { done: number; all: number; bytes: number }

type Told = (progress: Progress) => void

/** Read at once: more would only stand in each other's way on a slow line. */
const AT_ONCE = 4

type Read = () => Promise<number>

/** Reads an endpoint anew into the place where the pages look for it, for as long as the page lives; answers how much that was. */
const reading =
  <K extends ReadKey>(client: QueryClient, key: K, request: Request<Contract[K]>, signal: AbortSignal) =>
  async (): Promise<number> => {
    const reply = await client.fetchQuery<Reply<Contract[K]>>({
      queryKey: [key, request],
      queryFn: () => send(key, request, signal),
      gcTime: Number.POSITIVE_INFINITY,
      staleTime: 0,
      retry: 1,
    })
    return JSON.stringify(reply).length
  }

/** What a visit and the customer's own page ask, of one customer. */
const readsOf = (client: QueryClient, { customer, personId }: Stop, signal: AbortSignal): Read[] => {
  const params = { id: customer.id }
  const query = {
    channel: 'visit' as const,
    ...(personId === null ? {} : { contactPersonId: personId }),
  }
  return [
    reading(client, 'GET /api/customers/:id/contact-ahead', { params, query }, signal),
    reading(client, 'GET /api/customers/:id', { params }, signal),
    reading(client, 'GET /api/customers/:id/standing', { params }, signal),
    reading(client, 'GET /api/customers/:id/open', { params }, signal),
    reading(client, 'GET /api/customers/:id/bills', { params }, signal),
    reading(client, 'GET /api/customers/:id/expectations', { params }, signal),
    reading(client, 'GET /api/customers/:id/promises', { params }, signal),
    reading(client, 'GET /api/customers/:id/cases', { params }, signal),
    reading(client, 'GET /api/customers/:id/file', { params }, signal),
    reading(client, 'GET /api/customers/:id/appointments', { params }, signal),
    reading(client, 'GET /api/customers/:id/photos', { params }, signal),
  ]
}

/** The day as its own pages show it. */
const readsOfDay = (client: QueryClient, day: Day, signal: AbortSignal): Read[] => [
  ...(['day', 'week', 'agenda'] as const).map((view) => {
    const days = daysShown(view, day)
    const query = { from: days[0] ?? day, to: days.at(-1) ?? day, whose: 'own' as const }
    return reading(client, 'GET /api/calendar', { query }, signal)
  }),
  reading(client, 'GET /api/field-days/:day', { params: { day } }, signal),
  reading(client, 'GET /api/form-layouts', {}, signal),
  reading(client, 'GET /api/gifts', {}, signal),
  reading(client, 'GET /api/calendar/route', { query: { day } }, signal),
  reading(client, 'GET /api/today', {}, signal),
  reading(client, 'GET /api/runs', {}, signal),
]

export const calendarOf = (day: Day) => ({ query: { from: day, to: day, whose: 'own' as const } })

/** Not for this reader, or not of this customer: nothing is missing by it. */
const isNotTheirs = (error: unknown): boolean => error instanceof Refused && [403, 404].includes(error.status)

/**
 * Takes a day along: whatever its visits need is read anew and kept, sealed, on this device. A customer whose pages did not all come is
 * named; the rest is here all the same.
 */
export const takeAlong = async (client: QueryClient, day: Day, told: Told, signal: AbortSignal): Promise<Taken> => {
  const persisted = await mayStay()
  const calendar = calendarOf(day)
  const round = { params: { day } }
  let bytes = await reading(client, 'GET /api/calendar', calendar, signal)()
  bytes += await reading(client, 'GET /api/field-days/:day', round, signal)()
  const stops = stopsOf(
    client.getQueryData<Reply<Contract['GET /api/calendar']>>(['GET /api/calendar', calendar]),
    client.getQueryData<Reply<Contract['GET /api/field-days/:day']>>(['GET /api/field-days/:day', round]),
  )
  const taken: Taken = {
    day,
    takenAt: Date.now(),
    customers: stops.map(({ customer }) => customer.id),
    failed: [],
    bytes,
    whole: false,
    persisted,
  }
  await allKept()
  // First of all whose pages these are: an answer of anybody else's is not kept.
  remember(client, takenKey, taken, taken.takenAt)
  const work = [
    ...readsOfDay(client, day, signal).map((read) => ({ read, of: null })),
    ...stops.flatMap((stop) => readsOf(client, stop, signal).map((read) => ({ read, of: stop }))),
  ]
  const failed = new Map<string, string>()
  let done = 0
  const next = async (): Promise<void> => {
    for (let one = work.shift(); one; one = work.shift()) {
      signal.throwIfAborted()
      const { read, of } = one
      try {
        bytes += await read()
      } catch (error) {
        signal.throwIfAborted()
        if (!isNotTheirs(error) && of) failed.set(of.customer.id, of.calledBy)
      }
      done += 1
      told({ done, all: done + work.length, bytes })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  const all: Taken = {
    ...taken,
    takenAt: Date.now(),
    bytes,
    failed: [...failed].map(([id, name]) => ({ id, name })),
    whole: await allKept(),
  }
  client.setQueryData(takenKey, all)
  await allKept()
  return all
}

/** What has arrived since belongs to the day on this device too. */
export const readAgain = async (client: QueryClient): Promise<void> => {
  const day = takenIn(client)?.day
  if (day === undefined) return
  const signal = AbortSignal.timeout(30_000)
  await Promise.allSettled([
    reading(client, 'GET /api/calendar', calendarOf(day), signal)(),
    reading(client, 'GET /api/field-days/:day', { params: { day } }, signal)(),
  ])
}

/** Asks the browser to clear nothing away by itself; most say yes to a page that is used often. */
const mayStay = async (): Promise<boolean> => {
  try {
    return (await navigator.storage.persisted()) || (await navigator.storage.persist())
  } catch {
    return false
  }
}

/** Lets go of a day before its time: nothing of it is shown any more, and what is kept of it is dropped. */
export const putDown = (client: QueryClient): void => {
  const taken = takenIn(client)
  client.setQueryData(takenKey, null)
  for (const id of taken?.customers ?? [])
    client.removeQueries({ predicate: ({ queryKey }) => isOf(queryKey, id) && queryKey[0] === AHEAD })
}

const AHEAD = 'GET /api/customers/:id/contact-ahead'

const isOf = ([, request]: readonly unknown[], id: string): boolean =>
  (request as { params?: { id?: string } } | undefined)?.params?.id === id
