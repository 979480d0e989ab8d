import type { ErrorReply } from '#api/errors.ts'
import { now } from './clock.ts'
import { hopeOf, isOfSender } from './hope.ts'
import { inTurn, isBeginningOf, type Parcel, type Wanted } from './parcel.ts'
import { dropParcel, fileOf, keepParcel, parcelsOf, replaceUntried, takeUp } from './parcel-store.ts'
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

/** Taken by the server, and not seen yet in what the pages have read of it. */
export type Arrived = { parcel: Parcel; reply: unknown }
let arrived: readonly Arrived[] = []

export type Outbox = {
  parcels: readonly Parcel[]
  arrived: readonly Arrived[]
  going: string | null
  ready: boolean
}
let shown: Outbox = { parcels: [], arrived: [], going: null, ready: false }

export const subscribeParcels = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const outboxNow = (): Outbox => shown

const tell = (): void => {
  shown = { parcels: mine, arrived, going, ready }
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

/** Whoever posted these is still there to hear what becomes of them. */
const awaited = new Set<string>()

type Posting = {
  file?: Blob
  /** On a slow line whoever posted is told after so long that it is kept. Milliseconds. */
  patienceMs?: number
}

/** Writes something for the person whose page this is: on this device first, then to the server, again and again until it has it. */
export const post = async <K extends WriteKey>(
  seat: Seat,
  wanted: Wanted<K>,
  { file, patienceMs }: Posting = {},
): Promise<Posted> => {
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
  awaited.add(parcel.id)
  await (patienceMs === undefined ? deliver() : Promise.race([deliver(), after(patienceMs)]))
  awaited.delete(parcel.id)
  const left = mine.find(({ id }) => id === parcel.id)
  if (!left) return { is: 'sent' }
  return left.state === 'refused' && left.answer
    ? { is: 'refused', error: new Refused(left.answer.status, left.answer.reply), parcel: left }
    : { is: 'kept' }
}

const after = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms))

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
const LOCK = 'weixi-parcels'
let retry: ReturnType<typeof setTimeout> | undefined
let heard: Hear['sent'] = () => undefined
let heardRefused: Hear['refused'] = () => undefined
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
    await (navigator.locks ? navigator.locks.request(LOCK, work) : work()).catch(() => undefined)
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
const deliverOne = async (seat: Seat, waiting: Parcel): Promise<boolean> => {
  // Between taking a parcel up and sending it somebody else may have sat down: then it waits for its writer.
  if (!isSitting(seat)) return false
  const parcel = await takeUp(seat, waiting.id)
  // Another window has sent it, or it was taken back.
  if (!parcel || !isSitting(seat)) return parcel === null
  going = parcel.id
  tell()
  try {
    const bytes = parcel.bytes > 0 ? await fileOf(seat, parcel.id) : null
    const reply = await sendParcel(parcel, bytes ? new Blob([bytes]) : undefined)
    await dropParcel(parcel.id)
    if (isSitting(seat)) {
      arrive({ parcel, reply })
      take(parcel.id)
    }
    return true
  } catch (error) {
    return await keepAnswer(seat, parcel, error)
  } finally {
    going = null
    tell()
  }
}

/** What the server has taken goes on being shown as done until the pages have read it there. */
const arrive = (one: Arrived): void => {
  arrived = [...arrived, one]
  void Promise.resolve(heard(one.parcel, one.reply)).finally(() => {
    arrived = arrived.filter((other) => other !== one)
    tell()
  })
}

/** What was said no to stays, with what was said; only a refusal of the words themselves is final. */
const keepAnswer = async (seat: Seat, parcel: Parcel, error: unknown): Promise<boolean> => {
  const hope = hopeOf(error)
  if (hope === 'soon' && isSitting(seat)) retry = setTimeout(() => void deliver(), RETRY_MS)
  if (hope === 'soon' || isOfSender(error)) return false
  const next: Parcel = { ...parcel, state: hope === 'none' ? 'refused' : 'waiting', answer: answerOf(error) }
  await keepParcel(seat, next)
  if (isSitting(seat)) put(next)
  if (isSitting(seat) && hope === 'none' && !awaited.has(next.id)) heardRefused(next)
  return true
}

const answerOf = (error: unknown): { status: number; reply: ErrorReply } | null =>
  error instanceof Refused ? { status: error.status, reply: error.reply } : null

/** Sends a parcel again that was refused or put aside, as it was or with what its writer has changed about it. */
export const sendAgain = async (seat: Seat, parcel: Parcel, request = parcel.request): Promise<void> => {
  const next: Parcel = { ...parcel, request, state: 'waiting', answer: null }
  await keepParcel(seat, next)
  if (isSitting(seat)) put(next)
  awaited.add(parcel.id)
  await deliver()
  awaited.delete(parcel.id)
}

/** Writes more into a parcel that has never been on its way; false when it has, and what is more needs a parcel of its own. */
export const amend = async (seat: Seat, parcel: Parcel, request: unknown): Promise<boolean> => {
  const next: Parcel = { ...parcel, request }
  if (parcel.state !== 'waiting' || !(await replaceUntried(seat, next))) return false
  if (isSitting(seat)) put(next)
  return true
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

/** Keeps a parcel from being sent at all; false when the server has it already, or may have. */
export const takeBack = async (id: string): Promise<boolean> => {
  const work = async (): Promise<boolean> => {
    const seat = sitting()
    const kept = seat ? await parcelsOf(seat) : []
    if (going === id || kept.every((one) => one.id !== id)) return false
    await dropParcel(id)
    take(id)
    return true
  }
  // Nothing is on its way in any window while this one holds the lock.
  return navigator.locks ? navigator.locks.request(LOCK, work) : work()
}

/** Whether the server has still to hear that a contact has begun: what happened in it waits behind that. */
export const beginningWaits = async (seat: Seat, runId: string): Promise<boolean> => {
  const kept = await parcelsOf(seat).catch(() => mine)
  return kept.some((parcel) => isBeginningOf(parcel, runId))
}

type Hear = {
  /** Hears of each parcel the server has taken; until it has answered, the parcel goes on being shown as done. */
  sent: (parcel: Parcel, reply: unknown) => unknown
  /** Hears of a parcel the server did not take, when whoever posted it is not there any more. */
  refused: (parcel: Parcel) => void
}

/**
 * Sends whenever it may go better. Who gets up takes along what this window knows of theirs; it stays on the device, sealed. Call once, keep
 * the answer to stop.
 */
export const keepDelivering = (hear: Hear): (() => void) => {
  heard = hear.sent
  heardRefused = hear.refused
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
    arrived = []
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
