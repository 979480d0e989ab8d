import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { WrittenEvent } from '#api/run-event.ts'
import type { Refusal } from '#domain/playbook/refusal.ts'
import { type Closed, close, disclose } from '#web/client/seal.ts'
import type { Seat } from '#web/client/seat.ts'

/** An event of one person that the server has not confirmed. A refused one stays, with the reason, until it is let go. */
export type Waiting = {
  id: string
  staffId: string
  runId: string
  order: number
  event: WrittenEvent
  refused: Refusal | null
}

/** What stands in the note box; `noteId` is the event that holds `saved` of it already. */
export type Draft = { runId: string; text: string; noteId: string | null; saved: string }

type KeptEvent = { id: string; staffId: string; runId: string; order: number; content: Closed }
type KeptDraft = { staffId: string; runId: string; content: Closed }

type Schema = DBSchema & {
  events: { key: string; value: KeptEvent; indexes: { byPerson: string } }
  drafts: { key: [staffId: string, runId: string]; value: KeptDraft; indexes: { byPerson: string } }
}

let opening: Promise<IDBPDatabase<Schema>> | null = null

const database = (): Promise<IDBPDatabase<Schema>> => {
  opening ??= openDB<Schema>('weixi-contact', 2, {
    upgrade: (db) => {
      // The first form named no writer: what it holds can be filed as nobody's, and lay open on the disk.
      const earlier = [...db.objectStoreNames]
      for (const store of earlier) db.deleteObjectStore(store)
      db.createObjectStore('events', { keyPath: 'id' }).createIndex('byPerson', 'staffId')
      db.createObjectStore('drafts', { keyPath: ['staffId', 'runId'] }).createIndex('byPerson', 'staffId')
    },
  })
  return opening
}

/** One after the other: sealing takes a moment, and an older stroke must not overtake a newer one or what dropped it. */
let line: Promise<unknown> = Promise.resolve()
const inLine = <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<T> => {
  const done = line.then(database).then(work)
  line = done.catch(() => undefined)
  return done
}

/** Keeps a person's own events, as they are now. */
export const keepEvents = (seat: Seat, waiting: readonly Waiting[]): Promise<void> =>
  inLine(async (db) => {
    const kept = await Promise.all(waiting.map((one) => keptEvent(seat, one)))
    const transaction = db.transaction('events', 'readwrite')
    await Promise.all([...kept.map((one) => transaction.store.put(one)), transaction.done])
  })

const keptEvent = async (seat: Seat, { id, staffId, runId, order, event, refused }: Waiting): Promise<KeptEvent> => ({
  id,
  staffId,
  runId,
  order,
  content: await close(seat, id, { event, refused }),
})

/** A person's events in the order they were written; nobody else's. */
export const waitingOf = (seat: Seat): Promise<Waiting[]> =>
  inLine(async (db) => {
    const kept = await db.getAllFromIndex('events', 'byPerson', seat.staffId)
    const waiting = await Promise.all(kept.map((one) => disclosed(seat, one)))
    return waiting.flat().sort((a, b) => a.order - b.order)
  })

/** Sealed under a secret the server has lost since, it cannot be read; it stays, should the secret come back. */
const disclosed = async (seat: Seat, { content, ...one }: KeptEvent): Promise<Waiting[]> => {
  const read = await disclose<Pick<Waiting, 'event' | 'refused'>>(seat, one.id, content)
  return read ? [{ ...one, ...read }] : []
}

export const letGo = (ids: readonly string[]): Promise<void> =>
  inLine(async (db) => {
    const transaction = db.transaction('events', 'readwrite')
    await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done])
  })

export const keepDraft = (seat: Seat, { runId, ...rest }: Draft): Promise<void> =>
  inLine(async (db) => {
    const { staffId } = seat
    await db.put('drafts', { staffId, runId, content: await close(seat, runId, rest) })
  })

export const draftOf = (seat: Seat, runId: string): Promise<Draft | null> =>
  inLine(async (db) => {
    const kept = await db.get('drafts', [seat.staffId, runId])
    return kept ? readDraft(seat, kept) : null
  })

const readDraft = async (seat: Seat, { runId, content }: KeptDraft): Promise<Draft | null> => {
  const read = await disclose<Omit<Draft, 'runId'>>(seat, runId, content)
  return read && { runId, ...read }
}

export const dropDraft = (seat: Seat, runId: string): Promise<void> =>
  inLine((db) => db.delete('drafts', [seat.staffId, runId]))

/** Drops what only repeats words the server has; a person's only copy of anything stays. */
export const dropSentDrafts = (seat: Seat): Promise<void> =>
  inLine(async (db) => {
    for (const kept of await db.getAllFromIndex('drafts', 'byPerson', seat.staffId)) {
      const draft = await readDraft(seat, kept)
      if (draft && isSent(draft) && !(await db.get('events', draft.noteId ?? '')))
        await db.delete('drafts', [seat.staffId, draft.runId])
    }
  })

const isSent = ({ text, saved }: Draft): boolean => text.trim() === saved
