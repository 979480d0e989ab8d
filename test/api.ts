import type { Contract, ContractKey } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import type { ErrorReply } from '#api/errors.ts'
import type { Role } from '#domain/staff/role.ts'
import { searchKeysOf } from '#domain/customer/name-keys.ts'
import type { CustomerKind } from '#domain/customer/kind.ts'
import { freshId } from '#server/db/id.ts'
import type { Database, Db } from '#server/db/pool.ts'
import { createApp } from '#server/http/app.ts'
import { type Clock, clockStartingAt } from '#server/http/clock.ts'
import { handlersFor } from '#server/handlers.ts'
import type { Works } from '#server/jobs/task.ts'
import { worksFor } from '#server/works.ts'
import { loadPack } from '#server/playbook/load.ts'
import { createAuth } from '#server/staff/auth.ts'
import { callerFinder } from '#server/staff/caller.ts'
import { seatBehind } from '#server/staff/session.ts'
import { testDatabase } from './database.ts'
import { temporaryFolder } from './folder.ts'
import { finishJobs } from './jobs.ts'

/** Journeys and scenarios happen on this Monday at ten in the morning in Shanghai. */
export const MONDAY_AT_TEN = new Date('2026-11-23T02:00:00Z')

type AnyRequest = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

/** What came back: the status, and the body of a success or of a failure. */
export type Answer<T> = { status: number; body: T; error: ErrorReply; headers: Headers }

export type TestApi = {
  db: Db
  pool: Database['pool']
  /** Calls an endpoint as the member of staff with this code; null for nobody. */
  as: (
    code: string | null,
  ) => <K extends ContractKey>(key: K, request: Request<Contract[K]>) => Promise<Answer<Reply<Contract[K]>>>
  fetch: (request: globalThis.Request) => Promise<Response>
  clock: Clock
  works: Works
  /** Does all long work that was asked for, here and now; a failure that is our fault is thrown. */
  finishJobs: () => Promise<void>
}

/** The real application on a fresh database, with a small branch: two units, a lead in each, managers and every other role. */
export const testApi = async (): Promise<TestApi> => {
  const { db, pool } = await testDatabase()
  const auth = createAuth(db, 'a secret only for tests, of sufficient length', 'http://localhost')
  await aBranch(db)
  await loadPack(db, 'content/core', MONDAY_AT_TEN)
  const data = temporaryFolder()
  const works = worksFor(data)
  const clock = clockStartingAt(MONDAY_AT_TEN)
  const find = callerFinder(db, auth, clock)
  const app = createApp({
    db,
    clock,
    handlers: handlersFor(auth, data),
    callerOf: async (headers, address) => {
      const code = headers.get('x-test-staff')
      return code ? seatBehind(db, code, `session of ${code}`) : find(headers, address)
    },
    onError: (error) => console.error(error),
  })
  const call = async (code: string | null, key: string, request: AnyRequest): Promise<Answer<never>> => {
    const [method = 'GET', path = ''] = key.split(' ')
    const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(request.params?.[name] ?? ''))
    const query = new URLSearchParams(Object.entries(request.query ?? {}).map(([k, v]) => [k, String(v)]))
    const response = await app.request(`http://localhost${filled}?${query}`, {
      method,
      headers: { ...(code ? { 'x-test-staff': code } : {}), 'content-type': 'application/json' },
      ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
    })
    const text = await response.text()
    const json = (response.headers.get('content-type')?.includes('json') ? JSON.parse(text) : text) as never
    return { status: response.status, body: json, error: json, headers: response.headers }
  }
  return {
    db,
    pool,
    as: (code) => (key, request) => call(code, key, request as unknown as AnyRequest),
    fetch: async (request) => app.fetch(request),
    clock,
    works,
    finishJobs: () => finishJobs(db, clock, works),
  }
}

const ids = new Map<string, string>()

/** A stable id for a thing of the test's story, by name. */
export const idOf = (name: string): string => {
  const known = ids.get(name) ?? freshId(MONDAY_AT_TEN)
  ids.set(name, known)
  return known
}

const people: [code: string, name: string, unit: string, roles: Role[]][] = [
  ['lin', '林晓岚', 'north', ['manager']],
  ['han', '韩一诺', 'north', ['manager']],
  ['gu', '顾一鸣', 'north', ['lead']],
  ['desk', '方静', 'north', ['vip_desk']],
  ['xu', '许可', 'south', ['manager']],
  ['yan', '严冬', 'south', ['lead']],
  ['train', '唐玥', 'north', ['trainer']],
  ['admin', '季敏', 'north', ['admin']],
  ['line', '韩松', 'north', ['collaborator']],
]

const aBranch = async (db: Db): Promise<void> => {
  await db.insertInto('branch').values({ id: 1, name: '云川分公司', created_at: MONDAY_AT_TEN }).execute()
  await db
    .insertInto('unit')
    .values(['north', 'south'].map((code) => ({ branch_id: 1, id: idOf(code), code, name: code })))
    .execute()
  await db
    .insertInto('staff')
    .values(
      people.map(([code, name, unit, roles]) => ({
        branch_id: 1,
        id: idOf(code),
        code,
        name,
        name_sort: searchKeysOf(name).sortKey,
        short_name: name,
        roles,
        unit_id: idOf(unit),
        auth_user_id: code,
      })),
    )
    .execute()
}

type CustomerStory = {
  kind?: CustomerKind
  manager?: string
  backup?: string
  unit?: string
  code?: string
  phone?: string
}

/** Adds a customer kept by somebody, with the keys it is found by. */
export const aCustomer = async ({ as, db }: TestApi, name: string, story: CustomerStory = {}): Promise<string> => {
  const id = idOf(name)
  const added = await as(story.manager ?? 'lin')('PUT /api/customers/:id', {
    params: { id },
    body: {
      code: story.code ?? `C-${name}`,
      kind: story.kind ?? 'person',
      name,
      ...(story.phone ? { phone: story.phone } : {}),
    },
  })
  if (added.status !== 200) throw new Error(JSON.stringify(added.error))
  if (story.backup)
    await db
      .updateTable('customer')
      .set({ backup_id: idOf(story.backup) })
      .where('branch_id', '=', 1)
      .where('id', '=', id)
      .execute()
  return id
}
