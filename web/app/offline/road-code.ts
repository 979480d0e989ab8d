/**
 * The key to what a device keeps, under a code its owner types: PBKDF2 with SHA-256. It slows down whoever tries every code; six digits
 * stand for hours of a fast machine, not for years.
 */
export type Wrapped = { salt: Uint8Array<ArrayBuffer>; iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer; tries: number }

const ROUNDS = 600_000

/** Wrong codes after which nothing is left to open. */
export const MOST_TRIES = 5

export const isRoadCode = (code: string): boolean => /^\d{6}$/.test(code)

const keyFrom = async (code: string, salt: Uint8Array<ArrayBuffer>): Promise<CryptoKey> => {
  const typed = await crypto.subtle.importKey('raw', new TextEncoder().encode(code), 'PBKDF2', false, ['deriveKey'])
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: ROUNDS },
    typed,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  )
}

const imported = (raw: BufferSource): Promise<CryptoKey> =>
  crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])

/** A new key that no script can read out, and the same key wrapped by the code. */
export const newWrappedKey = async (code: string): Promise<{ key: CryptoKey; wrapped: Wrapped }> => {
  const raw = crypto.getRandomValues(new Uint8Array(32))
  const salt = crypto.getRandomValues(new Uint8Array(16))
  const iv = crypto.getRandomValues(new Uint8Array(12))
  const bytes = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, await keyFrom(code, salt), raw)
  const key = await imported(raw)
  raw.fill(0)
  return { key, wrapped: { salt, iv, bytes, tries: 0 } }
}

/** Null when it is not the code. */
export const unwrapped = async (code: string, { salt, iv, bytes }: Wrapped): Promise<CryptoKey | null> => {
  const raw = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, await keyFrom(code, salt), bytes).catch(() => null)
  return raw && imported(raw)
}
