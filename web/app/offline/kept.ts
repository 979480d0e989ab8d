import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Contract, ContractKey } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import type { ReadKey } from '#web/client/query.ts'
import { remember } from '#web/client/remember.ts'
import type { Session } from '#web/client/session.tsx'
import { aboutCustomersOfDay, aboutDay, ofCustomers } from '../field/needs.ts'
import { TAKEN, takenIn } from '../field/taken.ts'
import { goneOn } from './expiry.ts'
import { type Answer, canKeep, drop, dropOld, keep, kept, protect, shut, type Tried, tryCode, wipe } from './vault.ts'

/** What Today, an open contact and a day that was taken along are made of. Nothing else is kept on a device. */
const ofTheDay = [
  'GET /api/session',
  'GET /api/counts',
  'GET /api/today',
  'GET /api/runs',
  'GET /api/scripts',
  'GET /api/coach',
  'GET /api/coach/own',
] as const satisfies ReadKey[]
const RUN = 'GET /api/runs/:id'
const FORM = 'GET /api/forms/:id'

type Run = Reply<Contract[typeof RUN]>
type Form = Reply<Contract[typeof FORM]>
type Today = Reply<Contract['GET /api/today']>
type Counts = Reply<Contract['GET /api/counts']>

const isOneOf = (keys: readonly ContractKey[], key: unknown): boolean => keys.some((one) => one === key)

const sessionIn = (client: QueryClient): Session | undefined => client.getQueryData(['GET /api/session', {}])

/** The customers whose pages are kept: those on today's list, those of open contacts and those taken along. */
const customersOf = (client: QueryClient): Set<string> => {
  const today = client.getQueryData<Today>(['GET /api/today', {}])
  const runs = client.getQueriesData<Run>({ queryKey: [RUN] }).flatMap(([, run]) => (run ? [run] : []))
  return new Set([
    ...(today?.rows ?? []).map(({ customerId }) => customerId),
    ...runs.filter(({ finishedAt }) => finishedAt === null).map(({ customer }) => customer.id),
    ...customersTaken(client),
  ])
}

/** Whom a day that was taken along leads to, and the firms they work at. */
const customersTaken = (client: QueryClient): readonly string[] => {
  const taken = takenIn(client)
  return taken ? [...taken.customers, ...(taken.beside ?? [])] : []
}

type Asked = { params?: { id?: string }; query?: { customerId?: string } }

/** Whom an answer is about; a form says so itself. */
const customerIn = (key: unknown, request: unknown, value: unknown): string => {
  if (key === FORM) return (value as Form).customer?.id ?? ''
  const { params, query } = (request ?? {}) as Asked
  return params?.id ?? query?.customerId ?? ''
}

const verdictOn = (client: QueryClient, queryKey: QueryKey, value: unknown): 'keep' | 'drop' | 'pass' => {
  const [key] = queryKey
  // A list read page by page has its request last.
  const about = customerIn(key, queryKey.at(-1), value)
  if (key === TAKEN) return value === null ? 'drop' : 'keep'
  if (isOneOf(ofTheDay, key)) return 'keep'
  // A finished contact shows no number any more, and needs none of this.
  if (key === RUN) return (value as Run).finishedAt === null ? 'keep' : 'drop'
  if (isOneOf(aboutDay, key)) return takenIn(client) ? 'keep' : 'pass'
  if (isOneOf(aboutCustomersOfDay, key) && customersTaken(client).includes(about)) return 'keep'
  if (!isOneOf(ofCustomers, key)) return 'pass'
  if (customersOf(client).has(about)) return 'keep'
  // Before it is known who was taken along, nobody's page is dropped.
  return recalledFor === sessionIn(client)?.staff.id ? 'drop' : 'pass'
}

/** Whose day has been looked for on this device. */
let recalledFor: string | undefined

/** One after the other: what is wiped must not be followed by what was read before. */
let line: Promise<unknown> = Promise.resolve()
const inLine = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
  // Storage may be full or forbidden: then nothing is kept, and the page works as without.
  const done = line.then(work).catch(() => otherwise)
  line = done
  return done
}

/** Something could not be kept since this was asked last: the device is full, or the browser forbids it. */
let lost = false
const noteKept = (done: boolean): void => {
  if (!done) lost = true
}

/** Waits until all that was read is on the device; false when some of it is not. */
export const allKept = async (): Promise<boolean> => {
  await line
  const whole = !lost
  lost = false
  return whole
}

/** What is recalled is kept already. */
let recalling = false

/** Keeps the answers a day needs as they come, sealed for whoever sits here; a session that has ended takes them along. */
export const keepAnswers = (client: QueryClient): void => {
  if (!canKeep()) return
  client.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || recalling) return
    const { queryKey, state } = event.query
    if (event.action.type === 'error' && (state.error as { status?: number } | null)?.status === 401)
      void forgetAnswers()
    const owner = sessionIn(client)?.staff.id
    if (event.action.type !== 'success' || owner === undefined) return
    const id = JSON.stringify(queryKey)
    const { data: value, dataUpdatedAt: at } = state
    const verdict = verdictOn(client, queryKey, value)
    if (verdict === 'keep') void inLine(() => keep(owner, { id, at, value }).then(() => true), false).then(noteKept)
    if (verdict === 'drop') void inLine(() => drop(id), undefined)
    if (queryKey[0] === 'GET /api/counts') forgetErased(client, owner, (value as Counts).erased)
    if (queryKey[0] === 'GET /api/session' && recalledFor !== owner) void recallTaken(client, owner)
  })
}

/** Whom this device has been told of already. */
const toldErased = new Set<string>()

/** Customers who were erased meanwhile go from the device too, from what is kept and from what the page knows. */
const forgetErased = (client: QueryClient, owner: string, erased: readonly string[]): void => {
  const news = erased.filter((id) => !toldErased.has(id))
  if (news.length === 0) return
  for (const id of news) toldErased.add(id)
  const isAbout = (text: string): boolean => news.some((id) => text.includes(id))
  void inLine(async () => {
    for (const { id, value } of await kept(Date.now(), owner))
      if (isAbout(id) || isAbout(JSON.stringify(value))) await drop(id)
  }, undefined)
  const known = client.getQueryCache().findAll()
  for (const { queryKey, state } of known)
    if (queryKey[0] !== 'GET /api/counts' && isAbout(JSON.stringify([queryKey, state.data ?? null])))
      void client.resetQueries({ queryKey, exact: true })
}

/** Puts what was kept where the pages look for it, as old as it is; false when there is nobody's. */
export const recallAnswers = async (client: QueryClient): Promise<boolean> => {
  const nothing: Answer[] = []
  const answers = canKeep() ? await inLine(() => kept(Date.now()), nothing) : nothing
  bring(client, answers)
  return sessionIn(client) !== undefined
}

/** A day taken along by whoever sits down belongs to what this page knows, should the network go. */
const recallTaken = async (client: QueryClient, owner: string): Promise<void> => {
  const nothing: Answer[] = []
  const answers = await inLine(() => kept(Date.now(), owner), nothing)
  if (sessionIn(client)?.staff.id !== owner) return
  if (answers.some(({ id }) => keyIn(id)[0] === TAKEN))
    bring(
      client,
      answers.filter(({ id }) => !isOneOf(ofTheDay, keyIn(id)[0])),
    )
  recalledFor = owner
}

const keyIn = (id: string): QueryKey => JSON.parse(id) as QueryKey

/** What stands there already is newer. */
const bring = (client: QueryClient, answers: readonly Answer[]): void => {
  recalling = true
  for (const { id, at, value } of answers) {
    const key = keyIn(id)
    const data = key[0] === 'GET /api/session' ? goneOn(value as Session, Date.now() - at) : value
    if (client.getQueryData(key) === undefined) remember(client, key, data, at)
  }
  recalling = false
}

export const forgetAnswers = (): Promise<void> => {
  recalledFor = undefined
  return inLine(wipe, undefined)
}

/** Drops what is too old from the device. */
export const forgetOld = (): Promise<void> =>
  canKeep() ? inLine(() => dropOld(Date.now()), undefined) : Promise.resolve()

/** What is kept now and later opens again with this code after the seat was shut; false where that could not be done. */
export const protectAnswers = (client: QueryClient, code: string): Promise<boolean> => {
  const owner = sessionIn(client)?.staff.id
  if (owner === undefined || !canKeep()) return Promise.resolve(false)
  return inLine(async () => {
    await protect(owner, code, Date.now())
    return true
  }, false)
}

/** Leaves what is kept to its road code alone. */
export const shutAnswers = (): Promise<void> => inLine(shut, undefined)

export const openAnswers = (code: string): Promise<Tried> => inLine(() => tryCode(code), { open: false, left: 0 })
