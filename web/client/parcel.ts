import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import type { ErrorReply } from '#api/errors.ts'
import type { Day } from '#domain/kernel/day.ts'
import type { WriteKey } from './query.ts'

/** Whose matter a parcel is, in the words of the screen it was made on. */
export type About = {
  customerId: string | null
  name: string
  /** The day it belongs to, where that matters. */ day?: Day
  /** What was done, where the kind of write does not say it. */ what?: string
}

/** A write that a device keeps until the server has it. Each carries an id of its writer's making, so that sent twice it is one write. */
export type Parcel = {
  id: string
  staffId: string
  order: number
  key: WriteKey
  request: unknown
  about: About
  /** Of the picture or other file beside it; 0 without. */
  bytes: number
  /** `refused` by the server, for its writer to send again or to put `aside`. */
  state: 'waiting' | 'refused' | 'aside'
  /** What the server said to it last, as long as it said no. */
  answer: { status: number; reply: ErrorReply } | null
}

/** What somebody wants written, before it has a place in the queue. */
export type Wanted<K extends WriteKey> = { id: string; key: K; request: Request<Contract[K]>; about: About }

/** What goes first: a contact's beginning before what belongs to it, words before pictures. */
export const inTurn = (a: Parcel, b: Parcel): number => Number(a.bytes > 0) - Number(b.bytes > 0) || a.order - b.order

/** The beginning of a contact that the server has not heard of yet. */
export const isBeginningOf = ({ key, id }: Parcel, runId: string): boolean =>
  key === 'PUT /api/runs/:id' && id === runId

export type Load = { parcels: number; bytes: number }

/** What waits altogether, by how it stands. */
export const loadOf = (parcels: readonly Parcel[], state: Parcel['state']): Load => {
  const those = parcels.filter((one) => one.state === state)
  return { parcels: those.length, bytes: those.reduce((sum, { bytes }) => sum + bytes, 0) }
}
