import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Parcel } from '#web/client/parcel.ts'
import { type Outbox, outboxNow, subscribeParcels } from '#web/client/parcels.ts'
import { useSeat } from '#web/client/session.tsx'
import { subscribe } from '#web/playbook/outbox.ts'
import { type Waiting, waitingOf } from '#web/playbook/store.ts'

/** `ready`: all that was on this device from before has been read, so that "nothing left" may be said. */
export type Unsent = Outbox & {
  /** What was written in contacts and the server has not yet. */
  events: readonly Waiting[]
}

/** Everything of one's own on this device that the server has not heard of. */
export const useUnsent = (): Unsent => {
  const outbox = useSyncExternalStore(subscribeParcels, outboxNow)
  const seat = useSeat()
  const [events, setEvents] = useState<readonly Waiting[] | null>(null)
  useEffect(() => {
    let gone = false
    const look = (): void =>
      void waitingOf(seat)
        .then((waiting) => !gone && setEvents(waiting))
        .catch(() => !gone && setEvents((known) => known ?? []))
    look()
    const stop = subscribe(look)
    return () => {
      gone = true
      stop()
    }
  }, [seat])
  return { ...outbox, ready: outbox.ready && events !== null, events: events ?? [] }
}

export type ParcelKind = 'run' | 'photo' | 'form' | 'promise' | 'meeting' | 'guest' | 'place' | 'other'

export const kindOf = ({ key }: Parcel): ParcelKind => {
  if (key === 'PUT /api/runs/:id') return 'run'
  if (key === 'PUT /api/customers/:id/photos/:photoId/file') return 'photo'
  if (key === 'POST /api/events/:id/guests/:guestId/moves') return 'guest'
  if (key.endsWith('/place')) return 'place'
  return kindsByPath.find(([path]) => key.includes(path))?.[1] ?? 'other'
}

const kindsByPath: readonly (readonly [string, ParcelKind])[] = [
  ['/api/forms', 'form'],
  ['/api/promises', 'promise'],
  ['/api/appointments', 'meeting'],
]

/** Where the matter of a parcel stands as the server has it: what was refused is looked at there. */
export const placeOf = (parcel: Parcel): string | null => {
  const { about, request } = parcel
  const { id = '' } = (request as { params: { id?: string } }).params
  switch (kindOf(parcel)) {
    case 'run':
      return `/contact/${id}`
    case 'form':
      return `/forms/${id}`
    case 'guest':
      return `/events/${id}`
    case 'meeting':
      return `/calendar?id=${id}`
    default:
      return about.customerId && `/customers/${about.customerId}`
  }
}
