import type { Day } from '#domain/kernel/day.ts'
import type { Id } from '#domain/kernel/id.ts'
import { ok, refuse, type Result } from '#domain/kernel/result.ts'
import type { Said } from '#domain/kernel/said.ts'

export const promiseStates = ['open', 'kept', 'broken', 'withdrawn'] as const

export type PromiseState = (typeof promiseStates)[number]

/** What can happen to a promise after it was made. There is no deleting: what was said stays said. */
export const promiseMoves = ['kept', 'broken', 'withdrawn', 'told', 'handedOver', 'postponed', 'reopened'] as const

export type PromiseMove = (typeof promiseMoves)[number]

/** What a promise's story tells: its making, its moves, and a new day that was given by mistake and taken back. */
export const promiseSteps = ['made', ...promiseMoves, 'dayRestored'] as const

/** One dated line of a promise's story, with the facts the move needs. `note` is ours, `reply` the customer's own words. */
export type PromiseStep = {
  at: Date
  actorId: Id
  move: (typeof promiseSteps)[number]
  note: string
  /** With `postponed` and `dayRestored`: the day it was due before, and is due now. */
  from?: Date
  to?: Date
  /** With `postponed`: when the customer heard of it, where that was before it was written down. */
  heard?: Date
  /** With `handedOver`: who had it, and who has it now. */
  fromId?: Id
  toId?: Id
}

/** A promise as the ledger holds it [P-10, R-23]. `dueAt` is the latest agreed; the first stands in `history`. */
export type PromiseEntry = {
  dueAt: Date
  ownerId: Id
  state: PromiseState
  settledAt: Date | null
  toldAt: Date | null
  history: readonly PromiseStep[]
}

type None = Readonly<Record<string, never>>

/** Why a move may not be made on a promise now. */
export type PromiseRefusalFacts = {
  'promise.settled': { state: string }
  'promise.notSettled': None
  'promise.reasonNeeded': None
  'promise.releaseNeeded': None
  'promise.tellFirst': None
  'promise.notLater': None
  'promise.sameOwner': None
  'promise.noKeeper': { name: string }
  'promise.dayPast': None
  'promise.toldBeforeMade': None
}

export type PromiseRefusal = Said<PromiseRefusalFacts>

type Moved = Result<PromiseEntry, PromiseRefusal>

/** A wish to move a promise. `dueAt` is for `postponed`, with `heard` where the note does not say how the customer was told; `toId` for `handedOver`. */
export type PromiseWish = { move: PromiseMove; note: string; dueAt?: Date; heard?: Date; toId?: Id }

/** A word is given for a day to come: what was promised for a day that is over is told in the contact it was said in. */
export const mayPromise = (dueDay: Day, today: Day): Result<true, PromiseRefusal> =>
  dueDay < today ? refuse({ code: 'promise.dayPast', params: {} }) : ok(true)

const no = (
  code: 'promise.notSettled' | 'promise.reasonNeeded' | 'promise.releaseNeeded' | 'promise.tellFirst',
): Moved => refuse({ code, params: {} })

/**
 * The promise after a move, with the step added to its story, or why not. A move that is already done is refused, so that
 * pressing a key twice leaves one step.
 */
export const movePromise = (entry: PromiseEntry, wish: PromiseWish, by: { at: Date; actorId: Id }): Moved => {
  const { move, note } = wish
  const step: PromiseStep = { ...by, move, note: note.trim() }
  if (move === 'told') return ok({ ...entry, toldAt: by.at, history: [...entry.history, step] })
  if (move === 'reopened') return entry.state === 'open' ? no('promise.notSettled') : ok(reopened(entry, step))
  if (entry.state !== 'open') return refuse({ code: 'promise.settled', params: { state: entry.state } })
  if (move === 'kept') return ok(settled(entry, 'kept', step))
  if (move === 'broken') return step.note === '' ? no('promise.reasonNeeded') : ok(settled(entry, 'broken', step))
  if (move === 'withdrawn')
    return step.note === '' ? no('promise.releaseNeeded') : ok(settled(entry, 'withdrawn', step))
  return move === 'postponed' ? postponed(entry, wish, step) : handedOver(entry, wish, step)
}

const settled = (entry: PromiseEntry, state: PromiseState, step: PromiseStep): PromiseEntry => ({
  ...entry,
  state,
  settledAt: step.at,
  history: [...entry.history, step],
})

const reopened = (entry: PromiseEntry, step: PromiseStep): PromiseEntry => ({
  ...entry,
  state: 'open',
  settledAt: null,
  history: [...entry.history, step],
})

/** A new day without the customer's knowing is a broken promise with a better date: the telling is part of the move. */
const postponed = (entry: PromiseEntry, { dueAt, heard }: PromiseWish, step: PromiseStep): Moved => {
  if (step.note === '' && !heard) return no('promise.tellFirst')
  if (!dueAt || dueAt <= entry.dueAt || dueAt <= step.at) return refuse({ code: 'promise.notLater', params: {} })
  if (heard && heard < minuteMade(entry)) return refuse({ code: 'promise.toldBeforeMade', params: {} })
  const told = { ...step, from: entry.dueAt, to: dueAt, ...(heard ? { heard } : {}) }
  return ok({ ...entry, dueAt, toldAt: heard ?? step.at, history: [...entry.history, told] })
}

/** The minute a promise was made in: when somebody heard of it is told by the minute. */
const minuteMade = ({ history }: PromiseEntry): Date => {
  const made = history.find(({ move }) => move === 'made')
  return new Date(made ? Math.floor(made.at.getTime() / 60_000) * 60_000 : 0)
}

/** Takes back a new day that was given by mistake, as long as nothing else was done since; null when there is none. */
export const restoreDay = (entry: PromiseEntry, by: { at: Date; actorId: Id }): PromiseEntry | null => {
  const last = entry.history.at(-1)
  if (entry.state !== 'open' || last?.move !== 'postponed' || !last.from) return null
  const told = entry.history.slice(0, -1).findLast(({ move }) => move === 'told' || move === 'postponed')
  const step: PromiseStep = { ...by, move: 'dayRestored', note: '', from: entry.dueAt, to: last.from }
  const toldAt = told ? (told.heard ?? told.at) : null
  return { ...entry, dueAt: last.from, toldAt, history: [...entry.history, step] }
}

const handedOver = (entry: PromiseEntry, { toId }: PromiseWish, step: PromiseStep): Moved => {
  if (!toId || toId === entry.ownerId) return refuse({ code: 'promise.sameOwner', params: {} })
  return ok({ ...entry, ownerId: toId, history: [...entry.history, { ...step, fromId: entry.ownerId, toId }] })
}

/** Where a promise stands for the eye. `late`: kept, but after the day first promised without the customer being told in time. */
export type PromiseStanding = 'open' | 'today' | 'overdue' | 'kept' | 'late' | 'broken' | 'withdrawn'

/** `endOfToday` is the midnight that ends the branch's day. */
export const standingOfPromise = (entry: PromiseEntry, now: Date, endOfToday: Date): PromiseStanding => {
  if (entry.state === 'kept') return wasInTime(entry) ? 'kept' : 'late'
  if (entry.state !== 'open') return entry.state
  if (entry.dueAt < now) return 'overdue'
  return entry.dueAt < endOfToday ? 'today' : 'open'
}

/**
 * The day a promise is told by wherever it stands in a list: the day it was kept or let go, but its own day when it was not
 * kept; the day somebody wrote that down says nothing to the customer.
 */
export const tellingDay = <At>({
  state,
  dueAt,
  settledAt,
}: {
  state: PromiseState
  dueAt: At
  settledAt: At | null
}): At => (state === 'kept' || state === 'withdrawn' ? (settledAt ?? dueAt) : dueAt)

/** Of the promises whose turn it was, how many were kept in time. */
export const keptOfDue = (rows: readonly { standing: PromiseStanding }[]): { kept: number; of: number } => {
  const due = rows.filter(({ standing }) => ['kept', 'late', 'broken', 'overdue'].includes(standing))
  return { kept: due.filter(({ standing }) => standing === 'kept').length, of: due.length }
}

/** A new day counts only when the customer heard of it before the old one had passed. */
const movedInTime = ({ history }: PromiseEntry): boolean =>
  history.every(({ move, from, at, heard = at }) => move !== 'postponed' || from === undefined || heard <= from)

/** Kept by the day agreed on with the customer. */
export const wasInTime = (entry: PromiseEntry): boolean =>
  entry.state === 'kept' && entry.settledAt !== null && entry.settledAt <= entry.dueAt && movedInTime(entry)

/** Whatever became of it, the customer heard how it stood before the day agreed on had passed. */
export const wasToldInTime = (entry: PromiseEntry): boolean =>
  entry.toldAt !== null && entry.toldAt <= entry.dueAt && movedInTime(entry)

/** The day it was promised for in the first place. */
export const firstDue = ({ dueAt, history }: PromiseEntry): Date => history.find(({ from }) => from)?.from ?? dueAt

/** Whether the customer still has to hear how it stands: broken, or its day has passed, and nobody has said a word. */
export const owesWord = ({ state, dueAt, toldAt }: PromiseEntry, now: Date): boolean =>
  toldAt === null && (state === 'broken' || (state === 'open' && dueAt < now))
