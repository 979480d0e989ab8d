import type { QueryClient } from '@tanstack/react-query'
import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Day } from '#domain/kernel/day.ts'
import { remember } from '#web/client/remember.ts'
import { Refused } from '#web/client/send.ts'
import { allKept } from '../offline/kept.ts'
import { calendarOf, type Need, needsFirst, needsOf, needsOfDay } from './needs.ts'
import { type Stop, stopsOf } from './stops.ts'
import { type Taken, takenIn, takenKey } from './taken.ts'

/** How far it has come. */
export type Progress = { done: number; all: number; bytes: number }

type Told = (progress: Progress) => void

/** Read at once: more would only stand in each other's way on a slow line. */
const AT_ONCE = 6

/** Not for this reader, or not of this customer: nothing is missing by it. */
const isNotTheirs = (error: unknown): boolean => error instanceof Refused && [403, 404].includes(error.status)

/**
 * Takes a day along: whatever its visits need is read anew and kept, sealed, on this device. A customer whose pages did not all come is
 * named; the rest is here all the same.
 */
export const takeAlong = async (client: QueryClient, day: Day, told: Told, signal: AbortSignal): Promise<Taken> => {
  const persisted = await mayStay()
  for (const read of needsFirst(day)) await read(client, signal)
  const stops = stopsIn(client, day)
  const taken: Taken = {
    day,
    takenAt: Date.now(),
    customers: stops.map(({ customer }) => customer.id),
    beside: [],
    failed: [],
    bytes: 0,
    whole: false,
    persisted,
  }
  const beside = new Set<string>()
  let bytes = 0
  await allKept()
  // First of all whose pages these are: an answer of anybody else's is not kept.
  remember(client, takenKey, taken, taken.takenAt)
  type Work = { read: Need; of: Stop | null }
  const work: Work[] = [
    // The day once more: it is kept from here on.
    ...[...needsFirst(day), ...needsOfDay(day)].map((read) => ({ read, of: null })),
    ...stops.flatMap((stop) => needsOf(stop).map((read) => ({ read, of: stop }))),
  ]
  const failed = new Map<string, string>()
  let done = 0
  const readOne = async ({ read, of }: Work): Promise<void> => {
    const found = await read(client, signal)
    bytes += found.size
    const fresh = found.beside.filter((id) => !beside.has(id))
    for (const id of fresh) beside.add(id)
    if (fresh.length > 0) client.setQueryData(takenKey, { ...taken, beside: [...beside] })
    // Of a firm where several are visited, once.
    if (fresh.length === found.beside.length) work.push(...found.more.map((more) => ({ read: more, of })))
  }
  const next = async (): Promise<void> => {
    for (let one = work.shift(); one; one = work.shift()) {
      signal.throwIfAborted()
      try {
        await readOne(one)
      } catch (error) {
        signal.throwIfAborted()
        if (!isNotTheirs(error) && one.of) failed.set(one.of.customer.id, one.of.calledBy)
      }
      done += 1
      told({ done, all: done + work.length, bytes })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, next))
  const all: Taken = {
    ...taken,
    beside: [...beside],
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
  await Promise.allSettled(needsFirst(day).map((read) => read(client, signal)))
}

/** Where one goes on a day, as it was read. */
const stopsIn = (client: QueryClient, day: Day): Stop[] =>
  stopsOf(
    client.getQueryData<Reply<Contract['GET /api/calendar']>>(['GET /api/calendar', calendarOf(day)]),
    client.getQueryData<Reply<Contract['GET /api/field-days/:day']>>(['GET /api/field-days/:day', { params: { day } }]),
  )

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
