import type { PromiseEntry, PromiseStep } from '#domain/touch/promise-ledger.ts'

/** A step of a promise's story as it is stored: instants as ISO text, under the id its writer gave the move. */
export type StoredPromiseStep = {
  id?: string
  at: string
  actorId: string
  move: PromiseStep['move']
  note: string
  from?: string
  to?: string
  heard?: string
  fromId?: string
  toId?: string
}

type Row = {
  due_at: Date
  owner_id: string
  state: PromiseEntry['state']
  settled_at: Date | null
  told_at: Date | null
  history: unknown
}

export const storedSteps = (history: unknown): StoredPromiseStep[] => (Array.isArray(history) ? history : [])

export const promiseEntryOf = (row: Row): PromiseEntry => ({
  dueAt: row.due_at,
  ownerId: row.owner_id,
  state: row.state,
  settledAt: row.settled_at,
  toldAt: row.told_at,
  history: storedSteps(row.history).map(({ id: _id, at, from, to, heard, ...step }) => ({
    ...step,
    note: step.note ?? '',
    at: new Date(at),
    ...(from ? { from: new Date(from) } : {}),
    ...(to ? { to: new Date(to) } : {}),
    ...(heard ? { heard: new Date(heard) } : {}),
  })),
})

export const storedStepOf = (step: PromiseStep, id: string): StoredPromiseStep => {
  const { at, from, to, heard, ...rest } = step
  return {
    id,
    ...rest,
    at: at.toISOString(),
    ...(from ? { from: from.toISOString() } : {}),
    ...(to ? { to: to.toISOString() } : {}),
    ...(heard ? { heard: heard.toISOString() } : {}),
  }
}
