import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import { canSeal, opened, sealed, type Sealed } from '#web/client/sealed.ts'
import { isFresh } from './expiry.ts'
import { MOST_TRIES, newWrappedKey, unwrapped, type Wrapped } from './road-code.ts'

/** An answer as it is kept: sealed, with whose it is and when it was true. */
type Kept = Sealed & { id: string; at: number }

/** An answer as it was read; `at` in milliseconds of this device's clock. */
export type Answer = { id: string; at: number; value: unknown }

/** `key` is null while only the road code opens it. */
type Seal = { place: 'seal'; owner: string; key: CryptoKey | null; wrapped?: Wrapped }

type Schema = DBSchema & {
  seal: { key: string; value: Seal }
  answers: { key: string; value: Kept }
}

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

const sealNow = async (): Promise<Seal | undefined> => (await database()).get('seal', 'seal')

/**
 * The seal of whoever sits here. Somebody else's answers go before a new one is made. No script can read the key out of the
 * browser, and without it the answers are noise: dropping it drops them all at once. What was shut under a road code goes too: whoever
 * can read from the server takes the day along anew.
 */
const sealOf = async (owner: string): Promise<CryptoKey> => {
  const known = await sealNow()
  if (known?.owner === owner && known.key) return known.key
  await wipe()
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  await (await database()).put('seal', { place: 'seal', owner, key })
  return key
}

export const keep = async (owner: string, { id, at, value }: Answer): Promise<void> => {
  const key = await sealOf(owner)
  const kept = { id, at, ...(await sealed(key, id, value)) }
  await (await database()).put('answers', kept)
}

/** Everything kept for whoever sat here last, or for nobody but `owner`; what is too old is dropped. */
export const kept = async (now: number, owner?: string): Promise<Answer[]> => {
  await dropOld(now)
  const db = await database()
  const seal = await db.get('seal', 'seal')
  return seal?.key && (owner === undefined || seal.owner === owner)
    ? openedAll(seal.key, await db.getAll('answers'))
    : []
}

const openedAll = (key: CryptoKey, all: readonly Kept[]): Promise<Answer[]> =>
  Promise.all(all.map(async ({ id, at, iv, bytes }) => ({ id, at, value: await opened(key, id, { iv, bytes }) })))

/** Drops what is too old, also while it is shut; the key goes with the last of it. */
export const dropOld = async (now: number): Promise<void> => {
  const db = await database()
  const all = await db.getAll('answers')
  const old = all.filter(({ at }) => !isFresh(at, now))
  await Promise.all(old.map(({ id }) => db.delete('answers', id)))
  if (old.length > 0 && old.length === all.length) await wipe()
}

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

/** Puts what is kept under a new key that the code opens again after it was shut. */
export const protect = async (owner: string, code: string, now: number): Promise<void> => {
  const answers = await kept(now, owner)
  const { key, wrapped } = await newWrappedKey(code)
  const again = await Promise.all(
    answers.map(async ({ id, at, value }) => ({ id, at, ...(await sealed(key, id, value)) })),
  )
  const transaction = (await database()).transaction(['seal', 'answers'], 'readwrite')
  await transaction.objectStore('answers').clear()
  await Promise.all([
    transaction.objectStore('seal').put({ place: 'seal', owner, key, wrapped }),
    ...again.map((one) => transaction.objectStore('answers').put(one)),
    transaction.done,
  ])
}

/** Whether a code would open what is kept, or does already. */
export const hasRoadCode = async (): Promise<boolean> => (await sealNow())?.wrapped !== undefined

/** Leaves what is kept to the code alone. Nothing happens where there is none. */
export const shut = async (): Promise<void> => {
  const seal = await sealNow()
  if (seal?.wrapped) await (await database()).put('seal', { ...seal, key: null })
}

export const isShut = async (): Promise<boolean> => {
  const seal = await sealNow()
  return seal?.wrapped !== undefined && seal.key === null
}

/** `left` tries remain; with none, everything kept here is gone. */
export type Tried = { open: true } | { open: false; left: number }

export const tryCode = async (code: string): Promise<Tried> => {
  const seal = await sealNow()
  if (!seal?.wrapped) return { open: false, left: 0 }
  const db = await database()
  const tries = seal.wrapped.tries + 1
  // Counted before it is tried: closing the page in between wins no try.
  await db.put('seal', { ...seal, wrapped: { ...seal.wrapped, tries } })
  const key = await unwrapped(code, seal.wrapped)
  if (key) {
    await db.put('seal', { ...seal, key, wrapped: { ...seal.wrapped, tries: 0 } })
    return { open: true }
  }
  if (tries >= MOST_TRIES) await wipe()
  return { open: false, left: MOST_TRIES - tries }
}
