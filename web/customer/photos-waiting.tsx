import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Parcel } from '#web/client/parcel.ts'
import { fileOf } from '#web/client/parcel-store.ts'
import { outboxNow, subscribeParcels } from '#web/client/parcels.ts'
import { useSeat } from '#web/client/session.tsx'
import { useMessages } from '#web/ui/messages.ts'
import { fileMessages } from './file-messages.ts'

/** Pictures of a place that are still on this device alone. */
export const usePhotosWaiting = (customerId: string): readonly Parcel[] =>
  useSyncExternalStore(subscribeParcels, outboxNow).parcels.filter(
    ({ key, about }) => key === 'PUT /api/customers/:id/photos/:photoId/file' && about.customerId === customerId,
  )

export function PhotosWaiting({ customerId }: { customerId: string }) {
  return usePhotosWaiting(customerId).map(({ id }) => (
    <li key={id}>
      <PhotoWaiting id={id} />
    </li>
  ))
}

function PhotoWaiting({ id }: { id: string }) {
  const { photos: m } = useMessages(fileMessages)
  const seat = useSeat()
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    let made: string | null = null
    let gone = false
    const open = async (): Promise<void> => {
      const bytes = await fileOf(seat, id)
      if (!bytes || gone) return
      made = URL.createObjectURL(new Blob([bytes]))
      setAddress(made)
    }
    void open().catch(() => undefined)
    return () => {
      gone = true
      if (made) URL.revokeObjectURL(made)
    }
  }, [seat, id])
  return (
    <>
      <span className="block aspect-4/3 overflow-hidden rounded border border-line bg-paper-2">
        {address && <img src={address} alt={m.waits} className="size-full object-cover" />}
      </span>
      <span className="t12 block pt-1 text-ink-3">{m.waits}</span>
    </>
  )
}
