import type { QueryClient, QueryKey } from '@tanstack/react-query'
import type { Contract, ContractKey } from '#api/contract.ts'
import type { Reply } from '#api/endpoint.ts'
import { dayIn } from '#domain/kernel/day.ts'
import type { ReadKey } from '#web/client/query.ts'
import type { Session } from '#web/client/session.tsx'
import { type Answer, canKeep, drop, keep, kept, wipe } from './vault.ts'

/** What Today and an open contact are made of. Nothing else is kept on a device. */
const ofTheDay = [
  'GET /api/session',
  'GET /api/counts',
  'GET /api/today',
  'GET /api/runs',
  'GET /api/scripts',
] as const satisfies ReadKey[]
const ofCustomers = [
  'GET /api/customers/:id',
  'GET /api/customers/:id/standing',
  'GET /api/customers/:id/open',
  'GET /api/customers/:id/bills',
  'GET /api/customers/:id/expectations',
  'GET /api/customers/:id/promises',
  'GET /api/customers/:id/cases',
  'GET /api/customers/:id/file',
] as const satisfies ReadKey[]
const RUN = 'GET /api/runs/:id'

type Run = Reply<Contract[typeof RUN]>
type Today = Reply<Contract['GET /api/today']>

const isOneOf = (keys: readonly ContractKey[], key: unknown): boolean => keys.some((one) => one === key)

const sessionIn = (client: QueryClient): Session | undefined => client.getQueryData(['GET /api/session', {}])

/** The customers whose pages are kept: those on today's list and those of open contacts. */
const customersOf = (client: QueryClient): Set<string> => {
  const today = client.getQueryData<Today>(['GET /api/today', {}])
  const runs = client.getQueriesData<Run>({ queryKey: [RUN] }).flatMap(([, run]) => (run ? [run] : []))
  return new Set([
    ...(today?.rows ?? []).map(({ customerId }) => customerId),
    ...runs.filter(({ finishedAt }) => finishedAt === null).map(({ customer }) => customer.id),
  ])
}

const verdictOn = (client: QueryClient, [key, request]: QueryKey, value: unknown): 'keep' | 'drop' | 'pass' => {
  if (isOneOf(ofTheDay, key)) return 'keep'
  // A finished contact shows no number any more, and needs none of this.
  if (key === RUN) return (value as Run).finishedAt === null ? 'keep' : 'drop'
  if (!isOneOf(ofCustomers, key)) return 'pass'
  const { params } = request as { params?: { id?: string } }
  return customersOf(client).has(params?.id ?? '') ? 'keep' : 'drop'
}

/** One after the other: what is wiped must not be followed by what was read before. */
let line: Promise<unknown> = Promise.resolve()
const inLine = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
  // Storage may be full or forbidden: then nothing is kept, and the page works as without.
  const done = line.then(work).catch(() => otherwise)
  line = done
  return done
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
    if (verdict === 'keep') void inLine(() => keep(owner, { id, at, value }), undefined)
    if (verdict === 'drop') void inLine(() => drop(id), undefined)
  })
}

/** Puts what was kept where the pages look for it, as old as it is; false when there is nobody's. */
export const recallAnswers = async (client: QueryClient): Promise<boolean> => {
  const nothing: Answer[] = []
  const answers = canKeep() ? await inLine(() => kept(Date.now()), nothing) : nothing
  recalling = true
  for (const { id, at, value } of answers) {
    const key = JSON.parse(id) as QueryKey
    const data = key[0] === 'GET /api/session' ? goneOn(value as Session, Date.now() - at) : value
    if (client.getQueryData(key) === undefined) client.setQueryData(key, data, { updatedAt: at })
  }
  recalling = false
  return sessionIn(client) !== undefined
}

/** The branch's clock went on while nobody could be asked. */
const goneOn = (session: Session, elapsed: number): Session => {
  const now = new Date(Date.parse(session.now) + elapsed)
  return { ...session, now: now.toISOString(), today: dayIn(now, session.branch.timeZone) }
}

export const forgetAnswers = (): Promise<void> => inLine(wipe, undefined)
