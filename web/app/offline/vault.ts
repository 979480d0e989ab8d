import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { canSeal, opened, sealed, type Sealed } from '#web/client/sealed.ts'

/** An answer as it is kept: sealed, with whose it is and when it was true. */
type Kept = Sealed & { id: string; at: number }

/** An answer as it was read; `at` in milliseconds of this device's clock. */
export type Answer = { id: string; at: number; value: unknown }

type Seal = { place: 'seal'; owner: string; key: CryptoKey }

type Schema = DBSchema & {
  seal: { key: string; value: Seal }
  answers: { key: string; value: Kept }
}

/** Kept this long and no longer, signed out or not. */
const KEPT_MS = 48 * 3_600_000

/** Where nothing can be sealed, nothing is kept. */
export const canKeep = (): boolean => canSeal() && 'indexedDB' in globalThis

let opening: Promise<IDBPDatabase<Schema>> | null = null

const database = (): Promise<IDBPDatabase<Schema>> => {
  opening ??= openDB<Schema>('weixi-kept', 1, {
    upgrade: (db) => {
      db.createObjectStore('seal', { keyPath: 'place' })
      db.createObjectStore('answers', { keyPath: 'id' })
    },
  })
  return opening
}

/**
 * The seal of whoever sits here. Somebody else's answers go before a new one is made. No script can read the key out of the
 * browser, and without it the answers are noise: dropping it drops them all at once.
 */
const sealOf = async (owner: string): Promise<CryptoKey> => {
  const db = await database()
  const known = await db.get('seal', 'seal')
  if (known?.owner === owner) return known.key
  await wipe()
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await db.put('seal', { place: 'seal', owner, key })
  return key
}

export const keep = async (owner: string, { id, at, value }: Answer): Promise<void> => {
  const key = await sealOf(owner)
  const kept = { id, at, ...(await sealed(key, id, value)) }
  await (await database()).put('answers', kept)
}

/** Everything kept for whoever sat here last; what is too old is dropped. */
export const kept = async (now: number): Promise<Answer[]> => {
  const db = await database()
  const seal = await db.get('seal', 'seal')
  if (!seal) return []
  const all = await db.getAll('answers')
  const [fresh, old] = [all.filter(({ at }) => isFresh(at, now)), all.filter(({ at }) => !isFresh(at, now))]
  await Promise.all(old.map(({ id }) => db.delete('answers', id)))
  return Promise.all(
    fresh.map(async ({ id, at, iv, bytes }) => ({ id, at, value: await opened(seal.key, id, { iv, bytes }) })),
  )
}

const isFresh = (at: number, now: number): boolean => at <= now + 60_000 && at > now - KEPT_MS

export const drop = async (id: string): Promise<void> => (await database()).delete('answers', id)

/** Nothing is left, and what a disk may still hold cannot be opened. */
export const wipe = async (): Promise<void> => {
  const transaction = (await database()).transaction(['seal', 'answers'], 'readwrite')
  await Promise.all([
    transaction.objectStore('seal').clear(),
    transaction.objectStore('answers').clear(),
    transaction.done,
  ])
}
