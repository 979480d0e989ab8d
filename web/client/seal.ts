import { canSeal, opened, openedBytes, type Sealed, sealed, sealedBytes } from './sealed.ts'
import type { Seat } from './seat.ts'

/** What lies on the disk: sealed for its writer. Where a page is not secure nothing can be sealed, and it lies as it was written. */
export type Closed = Sealed | { plain: unknown }

/** Puts away a person's words under the key that comes with their sign-in and leaves with it. */
export const close = async (seat: Seat, name: string, value: unknown): Promise<Closed> =>
  canSeal() ? sealed(await keyOf(seat), name, value) : { plain: value }

/** Null where the key is not the one it was sealed with. */
export const disclose = async <T>(seat: Seat, name: string, content: Closed): Promise<T | null> => {
  if ('plain' in content) return content.plain as T
  const key = await keyOf(seat)
  return opened(key, name, content).then(
    (value) => value as T,
    () => null,
  )
}

/** The same for a picture or another file. */
export const closeFile = async (seat: Seat, name: string, bytes: ArrayBuffer): Promise<Closed> =>
  canSeal() ? sealedBytes(await keyOf(seat), name, bytes) : { plain: bytes }

export const discloseFile = async (seat: Seat, name: string, content: Closed): Promise<ArrayBuffer | null> => {
  if ('plain' in content) return content.plain as ArrayBuffer
  return openedBytes(await keyOf(seat), name, content).catch(() => null)
}

const keyOf = ({ sealKey }: Seat): Promise<CryptoKey> => {
  const bytes = Uint8Array.from(atob(sealKey), (letter) => letter.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
