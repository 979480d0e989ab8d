import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { Id } from '#domain/kernel/id.ts'
import { type Closed, close, closeFile, disclose, discloseFile } from '#web/client/seal.ts'
import type { Seat } from '#web/client/seat.ts'

/** What somebody keeps for themselves on this device: takes of a voice, conversations looked back at. Nothing of it is sent. */
export type Kind = 'take' | 'talk'

type Kept = { id: Id; staffId: Id; kind: Kind; at: string; content: Closed }
type KeptFile = { id: Id; staffId: Id; content: Closed }

type Schema = DBSchema & {
  things: { key: string; value: Kept; indexes: { byPerson: [string, string] } }
  files: { key: string; value: KeptFile }
}

let opening: Promise<IDBPDatabase<Schema>> | null = null

const database = (): Promise<IDBPDatabase<Schema>> => {
  opening ??= openDB<Schema>('weixi-own', 1, {
    upgrade: (db) => {
      db.createObjectStore('things', { keyPath: 'id' }).createIndex('byPerson', ['staffId', 'kind'])
      db.createObjectStore('files', { keyPath: 'id' })
    },
  })
  return opening
}

export type OwnThing<T> = { id: Id; at: string; value: T }

/** Keeps it under the seal of whoever sits here; a second time under the same id puts it in its place. Throws when there is no room. */
export const keepOwn = async <T>(
  seat: Seat,
  kind: Kind,
  { id, at, value }: OwnThing<T>,
  file?: ArrayBuffer,
): Promise<void> => {
  const db = await database()
  const content = await close(seat, id, value)
  const closed = file && (await closeFile(seat, id, file))
  const transaction = db.transaction(['things', 'files'], 'readwrite')
  await Promise.all([
    transaction.objectStore('things').put({ id, staffId: seat.staffId, kind, at, content }),
    ...(closed ? [transaction.objectStore('files').put({ id, staffId: seat.staffId, content: closed })] : []),
    transaction.done,
  ])
}

/** Newest first; what another key sealed cannot be read and is left out. */
export const ownThings = async <T>(seat: Seat, kind: Kind): Promise<OwnThing<T>[]> => {
  const kept = await (await database()).getAllFromIndex('things', 'byPerson', [seat.staffId, kind])
  const read = await Promise.all(
    kept.map(async ({ id, at, content }) => ({ id, at, value: await disclose<T>(seat, id, content) })),
  )
  return read
    .flatMap(({ id, at, value }) => (value === null ? [] : [{ id, at, value }]))
    .toSorted((a, b) => b.at.localeCompare(a.at))
}

export const ownFile = async (seat: Seat, id: Id): Promise<ArrayBuffer | null> => {
  const kept = await (await database()).get('files', id)
  return kept?.staffId === seat.staffId ? discloseFile(seat, id, kept.content) : null
}

export const dropOwn = async (id: Id): Promise<void> => {
  const transaction = (await database()).transaction(['things', 'files'], 'readwrite')
  await Promise.all([
    transaction.objectStore('things').delete(id),
    transaction.objectStore('files').delete(id),
    transaction.done,
  ])
}
