import type { Contract } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { type WireEvent, writeEvent } from '#domain/playbook/wire.ts'
import { now } from '#web/client/clock.ts'
import { freshId } from '#web/client/id.ts'
import { Refused, send } from '#web/client/send.ts'
import { allWaiting, keepEvents, letGo, type Waiting, waitingOf } from './store.ts'

export type Filed = NonNullable<Reply<Contract['POST /api/runs/:id/events']>['filed']>

/** What this window knows of a run beyond the page's last read. */
export type Known = {
  /** Confirmed by the server, in any order. */
  confirmed: readonly WireEvent[]
  waiting: readonly Waiting[]
  filed: Filed | null
  /** `saved` everywhere, `here` on this device only, `sending` on its way. */
  saving: 'saved' | 'here' | 'sending'
  /** What was on this device from before has been read. */
  ready: boolean
}

const empty: Known = { confirmed: [], waiting: [], filed: null, saving: 'saved', ready: false }

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
  for (const listener of listeners) listener()
}

/** Brings back what an earlier page of this device could not send. */
export const recall = async (runId: string): Promise<void> => {
  const kept = await waitingOf(runId)
  change(runId, ({ waiting }) => ({
    ready: true,
    waiting: [...kept.filter(({ id }) => !waiting.some((one) => one.id === id)), ...waiting],
    saving: kept.length > 0 ? 'here' : 'saved',
  }))
  void flush()
}

let order = 0

/** Writes events: on this device first, then to the server, again and again until it has them. Answers their ids. */
export const write = (runId: string, happenings: readonly Happening[]): string[] => {
  const fresh = happenings.map((happening) => waitingFor(runId, happening))
  change(runId, ({ waiting }) => ({ waiting: [...waiting, ...fresh], saving: 'sending' }))
  // Without storage (private windows) it still goes to the server at once.
  void keepEvents(fresh)
    .catch(() => undefined)
    .then(flush)
  return fresh.map(({ id }) => id)
}

const waitingFor = (runId: string, happening: Happening): Waiting => {
  const at = now()
  order = Math.max(order + 1, at.getTime())
  const whole = writeEvent({ id: freshId(), runId, actor: '', at, sequence: null, ...happening })
  const { runId: _run, actor: _actor, sequence: _sequence, ...event } = whole
  return { id: whole.id, runId, order, event: event as Waiting['event'], refused: null }
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

/** Sends what waits, one window at a time: two windows sending the same would only be slower, never wrong. */
export const flush = async (): Promise<void> => {
  clearTimeout(retry)
  const work = async (): Promise<void> => {
    const waiting = (await allWaiting()).filter(({ refused }) => refused === null)
    for (const runId of new Set(waiting.map((one) => one.runId)))
      await sendOf(
        runId,
        waiting.filter((one) => one.runId === runId),
      )
  }
  // Web locks exist only in a secure context; without them each window sends for itself.
  await (navigator.locks ? navigator.locks.request('weixi-contact', work) : work()).catch(() => undefined)
}

const sendOf = async (runId: string, waiting: readonly Waiting[]): Promise<void> => {
  const batch = waiting.slice(0, MOST_AT_ONCE)
  try {
    const reply = await send('POST /api/runs/:id/events', {
      params: { id: runId },
      body: { events: batch.map(({ event }) => event) },
    })
    confirm(runId, reply.accepted)
    await letGo(reply.accepted.map(({ id }) => id))
    if (reply.filed) change(runId, () => ({ filed: reply.filed }))
    await refuse(
      runId,
      batch.flatMap((one) => {
        const said = reply.refused.find(({ id }) => id === one.id)
        return said ? [{ ...one, refused: said.reason as Waiting['refused'] }] : []
      }),
    )
    const left = knownOf(runId).waiting.some(({ refused }) => refused === null)
    change(runId, () => ({ saving: left ? 'sending' : 'saved' }))
    if (waiting.length > batch.length) await sendOf(runId, waiting.slice(MOST_AT_ONCE))
  } catch (error) {
    change(runId, () => ({ saving: 'here' }))
    if (isForLater(error)) retry = setTimeout(() => void flush(), RETRY_MS)
    else
      await refuse(
        runId,
        batch.map((one) => ({ ...one, refused: { code: 'run.another', params: {} } as const })),
      )
  }
}

/** No connection, a server in trouble, signed out, too many tries: it may go better later. Anything else will not. */
const isForLater = (error: unknown): boolean =>
  !(error instanceof Refused) || error.status === 0 || error.status >= 500 || [401, 423, 429].includes(error.status)

const refuse = async (runId: string, refused: readonly Waiting[]): Promise<void> => {
  if (refused.length === 0) return
  change(runId, ({ waiting }) => ({ waiting: waiting.map((one) => refused.find(({ id }) => id === one.id) ?? one) }))
  await keepEvents(refused).catch(() => undefined)
}

/** Sends again when the connection is back or the page is looked at again; call once, keep the answer to stop. */
export const flushWhenBack = (): (() => void) => {
  const again = (): void => {
    if (document.visibilityState === 'visible') void flush()
  }
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  return () => {
    window.removeEventListener('online', again)
    document.removeEventListener('visibilitychange', again)
  }
}
