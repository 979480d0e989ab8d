import { useEffect, useState } from 'react'
import { fetchFile } from '#web/client/send.ts'
import type { Photo } from './customer-types.ts'

/**
 * A picture's address on this page alone, null until it is there. Fetched as every other reply is, by whoever this page belongs to: an
 * address in an `img` once showed it on the page somebody else had left open.
 */
export const useKeptPicture = (customerId: string, photoId: string): string | null => {
  const [address, setAddress] = useState<string | null>(null)
  useEffect(() => {
    const leaving = new AbortController()
    let made: string | null = null
    const show = async (): Promise<void> => {
      const params = { id: customerId, photoId }
      const picture = await fetchFile('GET /api/customers/:id/photos/:photoId/file', { params }, leaving.signal)
      if (leaving.signal.aborted) return
      made = URL.createObjectURL(picture)
      setAddress(made)
    }
    // Left, or not to be had: the place stays empty, with its words.
    show().catch(() => undefined)
    return () => {
      leaving.abort()
      if (made) URL.revokeObjectURL(made)
    }
  }, [customerId, photoId])
  return address
}

type Props = { customerId: string; photo: Photo; alt: string; className: string }

/** The picture in its place; the place is there before it is. */
export function KeptPicture({ customerId, photo, alt, className }: Props) {
  const address = useKeptPicture(customerId, photo.id)
  const size = { width: photo.width, height: photo.height }
  return address ? (
    <img src={address} alt={alt} {...size} className={className} />
  ) : (
    <svg role="img" aria-label={alt} viewBox={`0 0 ${photo.width} ${photo.height}`} className={className} />
  )
}
