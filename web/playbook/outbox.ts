import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { type WireEvent, writeEvent } from '#domain/playbook/wire.ts'
import { now } from '#web/client/clock.ts'
import { hopeOf } from '#web/client/hope.ts'
import { freshId } from '#web/client/id.ts'
import { beginningWaits, deliver } from '#web/client/parcels.ts'
import { isSitting, onSeat, type Seat, sitting } from '#web/client/seat.ts'
import { send } from '#web/client/send.ts'
import { dropSentDrafts, keepEvents, letGo, type Waiting, waitingOf } from './store.ts'

export type Filed = NonNullable<Reply<Contract['POST /api/runs/:id/events']>['filed']>

/** What this window knows of a run beyond the page's last read. */
export type Known = {
  /** Confirmed by the server, in any order. */
  confirmed: readonly WireEvent[]
  waiting: readonly Waiting[]
  filed: Filed | null
  /** `saved` everywhere, `here` on this device only, `sending` on its way, `nowhere` in a rehearsal. */
  saving: 'saved' | 'here' | 'sending' | 'nowhere'
  /** What was on this device from before has been read. */
  ready: boolean
}

const empty: Known = { confirmed: [], waiting: [], filed: null, saving: 'saved', ready: false }

/** Of whoever sits here, and nobody else. */
const runs = new Map<string, Known>()
const listeners = new Set<() => void>()

export const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

export const knownOf = (runId: string): Known => runs.get(runId) ?? empty

const change = (runId: string, update: (known: Known) => Partial<Known>): void => {
  const known = knownOf(runId)
  runs.set(runId, { ...known, ...update(known) })
  tell()
}

const tell = (): void => {
  for (const listener of listeners) listener()
}

/** Brings back what an earlier page of this person on this device could not send. */
export const recall = async (seat: Seat, runId: string): Promise<void> => {
  const kept = (await waitingOf(seat)).filter((one) => one.runId === runId)
  if (!isSitting(seat)) return
  change(runId, ({ waiting }) => ({
    ready: true,
    waiting: [...kept.filter(({ id }) => !waiting.some((one) => one.id === id)), ...waiting],
    saving: kept.length > 0 ? 'here' : 'saved',
  }))
  void flush()
}

let order = 0

/**
 * Writes events of the person whose page this is: on this device first, then to the server, again and again until it has them.
 * They are that person's even when somebody else sits here by the time they can be sent. Answers their ids.
 */
export const write = (seat: Seat, runId: string, happenings: readonly Happening[]): string[] => {
  const fresh = happenings.map((happening) => waitingFor(seat, runId, happening))
  if (isSitting(seat)) change(runId, ({ waiting }) => ({ waiting: [...waiting, ...fresh], saving: 'sending' }))
  for (const { id } of fresh) unkept.add(id)
  // Without storage (private windows) it still goes to the server at once.
  void keepEvents(seat, fresh)
    .then(() => fresh.forEach(({ id }) => unkept.delete(id)))
    .catch(() => undefined)
    .then(flush)
  return fresh.map(({ id }) => id)
}

/** Written, and not on this device yet: sealing takes a moment, and where there is no storage it never comes to be. */
const unkept = new Set<string>()

/** What is true while the server cannot be reached: nothing is called kept here that would go with the window. */
const held = ({ waiting }: Known): Pick<Known, 'saving'> => ({
  saving: waiting.some(({ id }) => unkept.has(id)) ? 'sending' : 'here',
})

const waitingFor = ({ staffId }: Seat, runId: string, happening: Happening): Waiting => {
  // Of two within one moment the later one has to be known as such.
  order = Math.max(order + 1, now().getTime())
  const at = new Date(order)
  const whole = writeEvent({ id: freshId(), runId, actor: '', at, sequence: null, ...happening })
  const { runId: _run, actor: _actor, sequence: _sequence, ...event } = whole
  return { id: whole.id, staffId, runId, order, event: event as Waiting['event'], refused: null }
}

/** Events the server has, from the page's read or from asking what is new. */
export const confirm = (runId: string, events: readonly WireEvent[]): void => {
  const known = knownOf(runId)
  const fresh = events.filter(({ id }) => !known.confirmed.some((one) => one.id === id))
  const done = known.waiting.filter(({ id }) => events.some((event) => event.id === id)).map(({ id }) => id)
  if (fresh.length === 0 && done.length === 0) return
  change(runId, ({ confirmed, waiting }) => ({
    confirmed: [...confirmed, ...fresh],
    waiting: waiting.filter(({ id }) => !done.includes(id)),
  }))
  if (done.length > 0) void letGo(done)
}

/** Lets go of what the server refused. */
export const discard = async (runId: string, id: string): Promise<void> => {
  change(runId, ({ waiting }) => ({ waiting: waiting.filter((one) => one.id !== id) }))
  await letGo([id])
}

const MOST_AT_ONCE = 200
const RETRY_MS = 4000
let retry: ReturnType<typeof setTimeout> | undefined
let heardFiled = (): void => undefined

/** Sends what the person who sits here has waiting, one window at a time: two sending the same would only be slower, never wrong. */
export const flush = async (): Promise<void> => {
  clearTimeout(retry)
  const seat = sitting()
  if (!seat) return
  // The server has to have heard of a contact before it hears what happened in it.
  await deliver()
  let heldBack = false
  const work = async (): Promise<void> => {
    const waiting = await unsentOf(seat)
    for (const runId of new Set(waiting.map((one) => one.runId))) {
      if (await beginningWaits(seat, runId)) {
        heldBack = true
        if (isSitting(seat)) change(runId, held)
        continue
      }
      await sendOf(
        seat,
        runId,
        waiting.filter((one) => one.runId === runId),
      )
    }
    // Beginnings have tries of their own; what waits behind them must not wait for somebody to look.
    if (heldBack && isSitting(seat)) retry = setTimeout(() => void flush(), RETRY_MS)
  }
  // Web locks exist only in a secure context; without them each window sends for itself.
  await (navigator.locks ? navigator.locks.request('weixi-contact', work) : work()).catch(() => undefined)
}

/** What is on the device and, where nothing can be kept there, what this window alone knows of. */
const unsentOf = async (seat: Seat): Promise<Waiting[]> => {
  const kept = await waitingOf(seat).catch(() => [])
  const known = isSitting(seat) ? [...runs.values()].flatMap(({ waiting }) => waiting) : []
  const all = new Map([...kept, ...known].map((one) => [one.id, one]))
  return [...all.values()].filter(({ refused }) => refused === null).sort((a, b) => a.order - b.order)
}

/** Sends what waits in one contact, in the order it was written; answers whether what comes after it may go. */
const sendOf = async (seat: Seat, runId: string, waiting: readonly Waiting[]): Promise<boolean> => {
  // Between taking the words up and sending them somebody else may have sat down: then they wait for their writer.
  if (!isSitting(seat)) return false
  const batch = waiting.slice(0, MOST_AT_ONCE)
  const rest = waiting.slice(MOST_AT_ONCE)
  const learn = (update: (known: Known) => Partial<Known>): void => {
    if (isSitting(seat)) change(runId, update)
  }
  try {
    const reply = await send('POST /api/runs/:id/events', {
      params: { id: runId },
      body: { events: batch.map(({ event }) => event) },
    })
    if (isSitting(seat)) confirm(runId, reply.accepted)
    await letGo(reply.accepted.map(({ id }) => id))
    if (reply.filed) learn(() => ({ filed: reply.filed }))
    if (reply.filed && isSitting(seat)) heardFiled()
    await refuse(
      seat,
      runId,
      batch.flatMap((one) => {
        const said = reply.refused.find(({ id }) => id === one.id)
        return said ? [{ ...one, refused: said.reason as Waiting['refused'] }] : []
      }),
    )
    learn(({ waiting: left }) => ({ saving: stillWaits(left) ? 'sending' : 'saved' }))
  } catch (error) {
    const hope = hopeOf(error)
    if (hope !== 'none') learn(held)
    if (hope === 'soon' && isSitting(seat)) retry = setTimeout(() => void flush(), RETRY_MS)
    if (hope !== 'none' || !(await refuseOnly(seat, runId, batch))) return false
    learn((known) => (stillWaits(known.waiting) ? held(known) : { saving: 'saved' }))
  }
  return rest.length === 0 || sendOf(seat, runId, rest)
}

const stillWaits = (waiting: readonly Waiting[]): boolean => waiting.some(({ refused }) => refused === null)

/** One entry the server cannot read must not cost those beside it: halves go on their own until it alone is left. */
const refuseOnly = async (seat: Seat, runId: string, batch: readonly Waiting[]): Promise<boolean> => {
  const middle = Math.ceil(batch.length / 2)
  if (batch.length > 1)
    return (await sendOf(seat, runId, batch.slice(0, middle))) && (await sendOf(seat, runId, batch.slice(middle)))
  await refuse(
    seat,
    runId,
    batch.map((one) => ({ ...one, refused: { code: 'run.unreadable', params: {} } as const })),
  )
  return true
}

const refuse = async (seat: Seat, runId: string, refused: readonly Waiting[]): Promise<void> => {
  if (refused.length === 0) return
  if (isSitting(seat))
    change(runId, ({ waiting }) => ({ waiting: waiting.map((one) => refused.find(({ id }) => id === one.id) ?? one) }))
  await keepEvents(seat, refused).catch(() => undefined)
}

/**
 * Sends whenever it may go better: somebody has sat down, the connection is back, the page is looked at again. Who gets up takes
 * along what this window knows of their contacts. `onFiled` hears when the server has filed a contact, whatever page is open by
 * then. Call once, keep the answer to stop.
 */
export const keepSending = (onFiled: () => void): (() => void) => {
  heardFiled = onFiled
  const again = (): void => {
    if (document.visibilityState === 'visible') void flush()
  }
  const stop = onSeat((_, before) => {
    clearTimeout(retry)
    runs.clear()
    tell()
    if (before) void dropSentDrafts(before).catch(() => undefined)
    void flush()
  })
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  void flush()
  return () => {
    stop()
    window.removeEventListener('online', again)
    document.removeEventListener('visibilitychange', again)
  }
}
