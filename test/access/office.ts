import { createApp } from '#server/http/app.ts'
import { clockStartingAt } from '#server/http/clock.ts'
import type { Caller } from '#server/http/handler.ts'
import { handlersFor } from '#server/handlers.ts'
import { createAuth } from '#server/staff/auth.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { fillDemo } from '#demo/fill.ts'
import { people, staffId } from '#demo/people.ts'
import { loadPack } from '#server/playbook/load.ts'
import { loadLayouts } from '#server/form/load.ts'
import { loadChecklists } from '#server/playbook/checklists.ts'
import { roles } from '#domain/staff/role.ts'
import { freshId } from '#server/db/id.ts'
import type { Db } from '#server/db/pool.ts'
import { MONDAY_AT_TEN } from '#test/api.ts'
import { testDatabase } from '#test/database.ts'
import { temporaryFolder } from '#test/folder.ts'
import { type RolledBack, rolledBack } from './rolled-back.ts'
import { seedOwn } from './seeds.ts'

const FAR = 'far'

/** One of each role alone, two who hold several, and one of another branch who holds every role there is. */
export const actors = ['lin', 'ma', 'fang', 'gu', 'yan', 'tang', 'ji', 'hansong', FAR] as const
export type ActorCode = (typeof actors)[number]

export type Office = RolledBack & {
  callers: ReadonlyMap<ActorCode, Caller>
  /** Sends a request as somebody, or as nobody. */
  send: (code: ActorCode | null, request: Request) => Promise<Response>
  faults: unknown[]
}

/** The demo’s branch with a second one beside it, on a database where every call can be undone. */
export const anOffice = async (): Promise<Office> => {
  const { db: first, address } = await testDatabase()
  const auth = createAuth(first, 'a secret only for tests, of sufficient length', 'http://localhost')
  await fillDemo(first, auth)
  for (const pack of ['core', 'telecom', 'tobacco']) await loadPack(first, `content/${pack}`, MONDAY_AT_TEN)
  await loadChecklists(first, 'content', MONDAY_AT_TEN)
  await loadLayouts(first, 'content', MONDAY_AT_TEN)
  await anotherBranch(first)
  await seedOwn(first)
  const back = await rolledBack(address)
  const callers = new Map<ActorCode, Caller>()
  for (const code of actors) {
    const seat = await (code === FAR ? seatOfStaff(first, 2, farId) : seatOfStaff(first, 1, staffId(code)))
    if (!seat) throw new Error(`no ${code}; there are ${people.map((person) => person.code).join(' ')}`)
    callers.set(code, { ...seat, sessionId: `session of ${code}` })
  }
  const faults: unknown[] = []
  const app = createApp({
    db: back.db,
    clock: clockStartingAt(MONDAY_AT_TEN),
    handlers: handlersFor(auth, temporaryFolder()),
    callerOf: async (headers) => callers.get(headers.get('x-test-staff') as ActorCode) ?? null,
    onError: (error) => void faults.push(error),
  })
  return {
    ...back,
    callers,
    faults,
    send: async (code, request) => {
      if (code) request.headers.set('x-test-staff', code)
      return app.fetch(request)
    },
  }
}

const farId = freshId(MONDAY_AT_TEN)

const anotherBranch = async (db: Db): Promise<void> => {
  await db.insertInto('branch').values({ id: 2, name: '邻川分公司', created_at: MONDAY_AT_TEN }).execute()
  const unit = freshId(MONDAY_AT_TEN)
  await db.insertInto('unit').values({ branch_id: 2, id: unit, code: '1', name: '邻川' }).execute()
  await db
    .insertInto('staff')
    .values({
      branch_id: 2,
      id: farId,
      code: FAR,
      name: '远山',
      name_sort: 'yuanshan',
      short_name: '远山',
      roles: [...roles],
      unit_id: unit,
    })
    .execute()
}
