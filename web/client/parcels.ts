import type { ErrorReply } from '#api/errors.ts'
import { now } from './clock.ts'
import { hopeOf, isOfSender } from './hope.ts'
import { inTurn, isBeginningOf, type Parcel, type Wanted } from './parcel.ts'
import { dropParcel, fileOf, keepParcel, parcelsOf } from './parcel-store.ts'
import type { WriteKey } from './query.ts'
import { isSitting, onSeat, type Seat, sitting } from './seat.ts'
import { Refused, send, upload } from './send.ts'

/** Of whoever sits here, and nobody else, in the order they were made. */
let mine: readonly Parcel[] = []
/** What they left on this device earlier has been read. */
let ready = false
/** The one on its way, if any. */
let going: string | null = null
const listeners = new Set<() => void>()

export type Outbox = { parcels: readonly Parcel[]; going: string | null; ready: boolean }
let shown: Outbox = { parcels: [], going: null, ready: false }

export const subscribeParcels = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const outboxNow = (): Outbox => shown

const tell = (): void => {
  shown = { parcels: mine, going, ready }
  for (const listener of listeners) listener()
}

const put = (parcel: Parcel): void => {
  const known = mine.some(({ id }) => id === parcel.id)
  mine = known ? mine.map((one) => (one.id === parcel.id ? parcel : one)) : [...mine, parcel]
  tell()
}

const take = (id: string): void => {
  mine = mine.filter((one) => one.id !== id)
  tell()
}

/** What became of a parcel at its first try. `noRoom`: the browser keeps nothing more, and the server could not be reached either. */
export type Posted = { is: 'sent' | 'kept' | 'noRoom' } | { is: 'refused'; error: Refused; parcel: Parcel }

/** Writes something for the person whose page this is: on this device first, then to the server, again and again until it has it. */
export const post = async <K extends WriteKey>(seat: Seat, wanted: Wanted<K>, file?: Blob): Promise<Posted> => {
  const parcel: Parcel = {
    ...wanted,
    staffId: seat.staffId,
    order: now().getTime(),
    bytes: file?.size ?? 0,
    state: 'waiting',
    answer: null,
  }
  const bytes = await file?.arrayBuffer()
  const kept = await keepParcel(seat, parcel, bytes).then(
    () => true,
    () => false,
  )
  if (!kept) return sendAtOnce(parcel, file)
  if (isSitting(seat)) put(parcel)
  await deliver()
  const left = mine.find(({ id }) => id === parcel.id)
  if (!left) return { is: 'sent' }
  return left.state === 'refused' && left.answer
    ? { is: 'refused', error: new Refused(left.answer.status, left.answer.reply), parcel: left }
    : { is: 'kept' }
}

/** Without room on the device it goes now or not at all. */
const sendAtOnce = async (parcel: Parcel, file: Blob | undefined): Promise<Posted> => {
  try {
    await sendParcel(parcel, file)
    return { is: 'sent' }
  } catch (error) {
    return error instanceof Refused && hopeOf(error) === 'none' ? { is: 'refused', error, parcel } : { is: 'noRoom' }
  }
}

const sendParcel = ({ key, request }: Parcel, file: Blob | undefined): Promise<unknown> =>
  file ? upload(key, request as never, file) : send(key, request as never)

const RETRY_MS = 4000
let retry: ReturnType<typeof setTimeout> | undefined
let heard: (parcel: Parcel, reply: unknown) => void = () => undefined
let delivering: Promise<void> | null = null

/** Sends what the person who sits here has waiting, one window at a time; whoever asks meanwhile waits for the same round and one more. */
export const deliver = async (): Promise<void> => {
  clearTimeout(retry)
  const before = delivering
  const round = async (): Promise<void> => {
    await before?.catch(() => undefined)
    const seat = sitting()
    if (!seat) return
    const work = (): Promise<void> => deliverOf(seat)
    await (navigator.locks ? navigator.locks.request('weixi-parcels', work) : work()).catch(() => undefined)
  }
  const own = round()
  delivering = own
  await own
}

const deliverOf = async (seat: Seat): Promise<void> => {
  const waiting = (await parcelsOf(seat)).filter(({ state }) => state === 'waiting').sort(inTurn)
  for (const parcel of waiting) if (!(await deliverOne(seat, parcel))) return
}

/** False when nothing else would get through either. */
const deliverOne = async (seat: Seat, parcel: Parcel): Promise<boolean> => {
  // Between taking a parcel up and sending it somebody else may have sat down: then it waits for its writer.
  if (!isSitting(seat)) return false
  going = parcel.id
  tell()
  try {
    const bytes = parcel.bytes > 0 ? await fileOf(seat, parcel.id) : null
    const reply = await sendParcel(parcel, bytes ? new Blob([bytes]) : undefined)
    await dropParcel(parcel.id)
    if (isSitting(seat)) {
      take(parcel.id)
      heard(parcel, reply)
    }
    return true
  } catch (error) {
    return await keepAnswer(seat, parcel, error)
  } finally {
    going = null
    tell()
  }
}

/** What was said no to stays, with what was said; only a refusal of the words themselves is final. */
const keepAnswer = async (seat: Seat, parcel: Parcel, error: unknown): Promise<boolean> => {
  const hope = hopeOf(error)
  if (hope === 'soon' && isSitting(seat)) retry = setTimeout(() => void deliver(), RETRY_MS)
  if (hope === 'soon' || isOfSender(error)) return false
  const next: Parcel = { ...parcel, state: hope === 'none' ? 'refused' : 'waiting', answer: answerOf(error) }
  await keepParcel(seat, next)
  if (isSitting(seat)) put(next)
  return true
}

const answerOf = (error: unknown): { status: number; reply: ErrorReply } | null =>
  error instanceof Refused ? { status: error.status, reply: error.reply } : null

/** Sends a parcel again that was refused or put aside, as it was or with what its writer has changed about it. */
export const sendAgain = async (seat: Seat, parcel: Parcel, request = parcel.request): Promise<void> => {
  const next: Parcel = { ...parcel, request, state: 'waiting', answer: null }
  await keepParcel(seat, next)
  if (isSitting(seat)) put(next)
  await deliver()
}

/** Out of the way, and still here. */
export const putAside = async (seat: Seat, parcel: Parcel): Promise<void> => {
  const next: Parcel = { ...parcel, state: 'aside' }
  await keepParcel(seat, next)
  if (isSitting(seat)) put(next)
}

/** Lets go of a parcel for good, at its writer's own wish. */
export const throwAway = async ({ id }: Parcel): Promise<void> => {
  await dropParcel(id)
  take(id)
}

/** Whether the server has still to hear that a contact has begun: what happened in it waits behind that. */
export const beginningWaits = async (seat: Seat, runId: string): Promise<boolean> => {
  const kept = await parcelsOf(seat).catch(() => mine)
  return kept.some((parcel) => isBeginningOf(parcel, runId))
}

/**
 * Sends whenever it may go better. Who gets up takes along what this window knows of theirs; it stays on the device, sealed. `onSent` hears
 * of each parcel the server has taken. Call once, keep the answer to stop.
 */
export const keepDelivering = (onSent: (parcel: Parcel, reply: unknown) => void): (() => void) => {
  heard = onSent
  const again = (): void => {
    if (document.visibilityState === 'visible') void deliver()
  }
  const bring = async (seat: Seat): Promise<void> => {
    const kept = await parcelsOf(seat).catch(() => [])
    if (!isSitting(seat)) return
    mine = [...kept, ...mine.filter(({ id }) => kept.every((one) => one.id !== id))].sort((a, b) => a.order - b.order)
    ready = true
    tell()
    await deliver()
  }
  const stop = onSeat((seat) => {
    clearTimeout(retry)
    mine = []
    ready = false
    tell()
    if (seat) void bring(seat)
  })
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  return () => {
    stop()
    window.removeEventListener('online', again)
    document.removeEventListener('visibilitychange', again)
  }
}
