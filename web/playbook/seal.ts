import { canSeal, opened, type Sealed, sealed } from '#web/client/sealed.ts'
import type { Seat } from '#web/client/seat.ts'

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

const keyOf = ({ sealKey }: Seat): Promise<CryptoKey> => {
  const bytes = Uint8Array.from(atob(sealKey), (letter) => letter.charCodeAt(0))
  return crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt'])
}
