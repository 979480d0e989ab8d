import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Parcel } from './parcel.ts'
import { type Closed, close, closeFile, disclose, discloseFile } from './seal.ts'
import type { Seat } from './seat.ts'

type Kept = Pick<Parcel, 'id' | 'staffId' | 'order'> & {
  content: Closed
  /** It has been on its way: the server may have it, so it is not changed any more. */
  tried?: true
}
type KeptFile = { id: string; staffId: string; content: Closed }

type Schema = DBSchema & {
  parcels: { key: string; value: Kept; indexes: { byPerson: string } }
  files: { key: string; value: KeptFile }
}

let opening: Promise<IDBPDatabase<Schema>> | null = null

const database = (): Promise<IDBPDatabase<Schema>> => {
  opening ??= openDB<Schema>('weixi-parcels', 1, {
    upgrade: (db) => {
      db.createObjectStore('parcels', { keyPath: 'id' }).createIndex('byPerson', 'staffId')
      db.createObjectStore('files', { keyPath: 'id' })
    },
  })
  return opening
}

/** One after the other: sealing takes a moment, and what was let go of must not be followed by what was kept before. */
let line: Promise<unknown> = Promise.resolve()
const inLine = <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
  const done = line.then(database).then(work)
  line = done.catch(() => undefined)
  return done
}

/** Keeps a parcel as it stands, and its file the first time. Throws when the browser has no room or forbids it. */
export const keepParcel = (seat: Seat, parcel: Parcel, file?: ArrayBuffer): Promise<void> =>
  inLine(async (db) => {
    const { id, staffId, order, ...rest } = parcel
    const kept = { id, staffId, order, content: await close(seat, id, rest) }
    const closed = file && { id, staffId, content: await closeFile(seat, id, file) }
    const transaction = db.transaction(['parcels', 'files'], 'readwrite')
    await Promise.all([
      transaction.objectStore('parcels').put(kept),
      ...(closed ? [transaction.objectStore('files').put(closed)] : []),
      transaction.done,
    ])
  })

/** A person's parcels; one sealed under a secret the server has lost since cannot be read, and stays, should the secret come back. */
export const parcelsOf = (seat: Seat): Promise<Parcel[]> =>
  inLine(async (db) => {
    const kept = await db.getAllFromIndex('parcels', 'byPerson', seat.staffId)
    const read = await Promise.all(
      kept.map(async ({ content, ...one }) => {
        const rest = await disclose<Sealed>(seat, one.id, content)
        return rest ? [{ ...one, ...rest }] : []
      }),
    )
    return read.flat()
  })

type Sealed = Omit<Parcel, 'id' | 'staffId' | 'order'>

/** Takes a parcel up for sending, as it stands now; null when it is gone, or somebody else's. */
export const takeUp = (seat: Seat, id: string): Promise<Parcel | null> =>
  inLine(async (db) => {
    const transaction = db.transaction('parcels', 'readwrite')
    const kept = await transaction.store.get(id)
    if (kept?.staffId === seat.staffId) await transaction.store.put({ ...kept, tried: true })
    await transaction.done
    if (kept?.staffId !== seat.staffId) return null
    const rest = await disclose<Sealed>(seat, id, kept.content)
    return rest && { id, staffId: kept.staffId, order: kept.order, ...rest }
  })

/** Puts a parcel's newer content in the place of the older, as long as that has never been on its way; false otherwise. */
export const replaceUntried = (seat: Seat, parcel: Parcel): Promise<boolean> =>
  inLine(async (db) => {
    const { id, staffId, order, ...rest } = parcel
    const content = await close(seat, id, rest)
    const transaction = db.transaction('parcels', 'readwrite')
    const kept = await transaction.store.get(id)
    const may = kept?.staffId === staffId && kept.tried === undefined
    if (may) await transaction.store.put({ id, staffId, order, content })
    await transaction.done
    return may
  })

export const fileOf = (seat: Seat, id: string): Promise<ArrayBuffer | null> =>
  inLine(async (db) => {
    const kept = await db.get('files', id)
    return kept?.staffId === seat.staffId ? discloseFile(seat, id, kept.content) : null
  })

export const dropParcel = (id: string): Promise<void> =>
  inLine(async (db) => {
    const transaction = db.transaction(['parcels', 'files'], 'readwrite')
    await Promise.all([
      transaction.objectStore('parcels').delete(id),
      transaction.objectStore('files').delete(id),
      transaction.done,
    ])
  })
