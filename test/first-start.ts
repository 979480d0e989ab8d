import type { Contract, ContractKey } from '#api/contract.ts'
import type { Reply, Request } from '#api/endpoint.ts'
import type { Db } from '#server/db/pool.ts'
import { handlersFor } from '#server/handlers.ts'
import { createApp } from '#server/http/app.ts'
import { clockStartingAt } from '#server/http/clock.ts'
import { loadPack } from '#server/playbook/load.ts'
import { createAuth } from '#server/staff/auth.ts'
import { callerFinder } from '#server/staff/caller.ts'
import { worksFor } from '#server/works.ts'
import { testDatabase } from './database.ts'
import { temporaryFolder } from './folder.ts'
import { finishJobs } from './jobs.ts'

/** A Tuesday at ten in the morning in Shanghai. */
const TUESDAY_AT_TEN = new Date('2026-11-24T02:00:00Z')

type Wanted = { params?: Record<string, string>; query?: Record<string, unknown>; body?: unknown }

/** A branch from its very first start: nobody is there but who made it, signed in as the browser would be. */
export type OwnBranch = {
  db: Db
  call: <K extends ContractKey>(key: K, request: Request<Contract[K]>) => Promise<Reply<Contract[K]>>
  /** Sends bytes, as a browser does with a chosen file. */
  upload: (path: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Response>
  finishJobs: () => Promise<void>
}

/** The real application on an empty database; the first start makes an administrator who also leads and keeps customers. */
export const firstStart = async (): Promise<OwnBranch> => {
  const { db } = await testDatabase()
  const auth = createAuth(db, 'a secret only for tests, of sufficient length', 'http://localhost')
  await loadPack(db, 'content/core', TUESDAY_AT_TEN)
  const data = temporaryFolder()
  const works = worksFor(data)
  const clock = clockStartingAt(TUESDAY_AT_TEN)
  const app = createApp({
    db,
    clock,
    handlers: handlersFor(auth, data),
    callerOf: callerFinder(db, auth, clock),
    onError: (error) => console.error(error),
  })
  const person = { code: 'an', password: 'long-enough-1' }
  const post = (path: string, body: unknown) =>
    app.request(`http://localhost${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  const made = await post('/api/setup', { branchName: '青川分公司', name: '安然', keepsCustomers: true, ...person })
  if (made.status !== 204) throw new Error(await made.text())
  const signedIn = await post('/api/session', person)
  const cookie = signedIn.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return {
    db,
    call: async (key, request) => {
      const { params = {}, query = {}, body } = request as unknown as Wanted
      const [method = 'GET', path = ''] = key.split(' ')
      const filled = path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ''))
      const asked = new URLSearchParams(Object.entries(query).map(([name, value]) => [name, String(value)]))
      const answer = await app.request(`http://localhost${filled}?${asked}`, {
        method,
        headers: { cookie, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      })
      const text = await answer.text()
      if (!answer.ok) throw new Error(`${key} ${answer.status} ${text}`)
      return (text === '' ? undefined : JSON.parse(text)) as never
    },
    upload: async (path, bytes) =>
      app.request(`http://localhost${path}`, { method: 'PUT', headers: { cookie }, body: bytes }),
    finishJobs: () => finishJobs(db, clock, works),
  }
}
