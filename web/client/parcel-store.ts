import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Parcel } from './parcel.ts'
import { type Closed, close, closeFile, disclose, discloseFile } from './seal.ts'
import type { Seat } from './seat.ts'

type Kept = Pick<Parcel, 'id' | 'staffId' | 'order'> & { content: Closed }
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
        const rest = await disclose<Omit<Parcel, 'id' | 'staffId' | 'order'>>(seat, one.id, content)
        return rest ? [{ ...one, ...rest }] : []
      }),
    )
    return read.flat()
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
