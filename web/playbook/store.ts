import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { WrittenEvent } from '#api/run-event.ts'
import type { Refusal } from '#domain/playbook/refusal.ts'

/** An event written here that the server has not confirmed. A refused one stays, with the reason, until it is let go. */
export type Waiting = { id: string; runId: string; order: number; event: WrittenEvent; refused: Refusal | null }

/** What stands in the note box and has not become a paragraph yet; `noteId` is the event that holds it already. */
export type Draft = { runId: string; text: string; noteId: string | null }

type Schema = DBSchema & {
  events: { key: string; value: Waiting; indexes: { byRun: string } }
  drafts: { key: string; value: Draft }
}

let opening: Promise<IDBPDatabase<Schema>> | null = null

const database = (): Promise<IDBPDatabase<Schema>> => {
  opening ??= openDB<Schema>('weixi-contact', 1, {
    upgrade: (db) => {
      db.createObjectStore('events', { keyPath: 'id' }).createIndex('byRun', 'runId')
      db.createObjectStore('drafts', { keyPath: 'runId' })
    },
  })
  return opening
}

const inOrder = (waiting: Waiting[]): Waiting[] => waiting.sort((a, b) => a.order - b.order)

export const keepEvents = async (waiting: readonly Waiting[]): Promise<void> => {
  const transaction = (await database()).transaction('events', 'readwrite')
  await Promise.all([...waiting.map((one) => transaction.store.put(one)), transaction.done])
}

export const waitingOf = async (runId: string): Promise<Waiting[]> =>
  inOrder(await (await database()).getAllFromIndex('events', 'byRun', runId))

export const allWaiting = async (): Promise<Waiting[]> => inOrder(await (await database()).getAll('events'))

export const letGo = async (ids: readonly string[]): Promise<void> => {
  const transaction = (await database()).transaction('events', 'readwrite')
  await Promise.all([...ids.map((id) => transaction.store.delete(id)), transaction.done])
}

export const keepDraft = async (draft: Draft): Promise<void> => {
  await (await database()).put('drafts', draft)
}

export const draftOf = async (runId: string): Promise<Draft | null> =>
  (await (await database()).get('drafts', runId)) ?? null

export const dropDraft = async (runId: string): Promise<void> => {
  await (await database()).delete('drafts', runId)
}
