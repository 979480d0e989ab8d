import { type CompiledQuery, Kysely, PostgresDialect, sql } from 'kysely'
import { handlersFor } from '#server/handlers.ts'
import { createApp } from '#server/http/app.ts'
import { clockStartingAt } from '#server/http/clock.ts'
import type { Caller } from '#server/http/handler.ts'
import { createAuth } from '#server/staff/auth.ts'
import { seatBehind } from '#server/staff/session.ts'
import { countsFor } from '#server/worklist/counts.ts'
import { workDayOf } from '#server/worklist/day.ts'
import type { Tables } from '#server/db/tables.ts'
import { p95, print, withDatabase, type BenchDatabase } from './measure.ts'
import { AT, fillOffice, managerCode } from './office.ts'

/**
 * What people wait for, through the whole server but the socket, beside the raw engine: for lists and searches a statement
 * written by hand for that one page; for Today and the rail the same statements, sent without any of our code around them.
 * Four callers at once, each a different manager. `node bench/pages.ts [customers]`
 */
const CUSTOMERS = Number(process.argv[2] ?? 30_000)
const MANAGERS = Math.max(1, Math.round(CUSTOMERS / 300))
const codeOf = (n: number): string => managerCode(1 + (n % MANAGERS))

const appOver = ({ db, data }: BenchDatabase) => {
  const auth = createAuth(db, 'a secret only for measuring, of sufficient length', 'http://localhost')
  return createApp({
    db,
    clock: clockStartingAt(AT),
    handlers: handlersFor(auth, data),
    callerOf: (headers) => seatBehind(db, headers.get('x-staff') ?? '', 'session'),
    onError: (error) => console.error(error),
  })
}

/** What a page asks the database for, to be asked again without the page. */
const statementsOf = async (
  { pool }: BenchDatabase,
  caller: Caller,
  work: (db: Kysely<Tables>, caller: Caller) => Promise<unknown>,
): Promise<CompiledQuery[]> => {
  const asked: CompiledQuery[] = []
  const watched = new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => void asked.push(query),
  })
  await work(watched, caller)
  return asked
}

/** The first page of a manager's list by hand: the same rows, looked up in one statement. */
const rawList = (database: BenchDatabase, caller: Caller) =>
  sql`
    select c.*, s.tier, s.paid12_fen, s.risk, s.band, m.name as manager, b.name as backup,
      (select number from member n where n.branch_id = 1 and n.customer_id = c.id order by n.main desc limit 1),
      (select count(*) from promise p where p.branch_id = 1 and p.customer_id = c.id and p.state = 'open')
    from customer c left join standing s on s.branch_id = 1 and s.month = 202610 and s.customer_id = c.id
      left join staff m on m.branch_id = 1 and m.id = c.manager_id left join staff b on b.branch_id = 1 and b.id = c.backup_id
    where c.branch_id = 1 and c.merged_into is null and (c.manager_id = ${caller.staffId} or c.backup_id = ${caller.staffId})
    order by s.paid12_fen desc nulls last, c.id limit 50`.execute(database.db)

const rawSearch = (database: BenchDatabase, caller: Caller, condition: ReturnType<typeof sql>) =>
  sql`
    select c.*, s.tier, s.paid12_fen from customer c
      left join standing s on s.branch_id = 1 and s.month = 202610 and s.customer_id = c.id
    where c.branch_id = 1 and ${condition} and c.merged_into is null
      and (c.manager_id = ${caller.staffId} or c.backup_id = ${caller.staffId})
    order by s.paid12_fen desc nulls last, c.id limit 50`.execute(database.db)

const keyed = (kind: string, from: string, to: string) =>
  sql`c.id in (select customer_id from customer_key where branch_id = 1 and kind = ${kind} and key >= ${from} and key < ${to})`

await withDatabase(async (database) => {
  await fillOffice(database.db, CUSTOMERS)
  const app = appOver(database)
  const page = (path: string) => (n: number) => answered(path, n)
  const answered = async (path: string, n: number): Promise<void> => {
    const reply = await app.request(`http://localhost${path}`, { headers: { 'x-staff': codeOf(n) } })
    const text = await reply.text()
    if (reply.status !== 200) throw new Error(`${path}: ${reply.status} ${text}`)
  }
  const callers = await Promise.all(
    Array.from({ length: MANAGERS }, (_, n) => seatBehind(database.db, codeOf(n), 'session')),
  )
  const callerOf = (n: number): Caller => callers[n % MANAGERS] ?? failed()
  const compare = async (name: string, path: string, raw: (n: number) => Promise<unknown>) => {
    const limit = await p95(raw)
    const value = await p95(page(path))
    print(`${name}, p95`, value, 'ms', { limit, target: 2.5 })
  }
  const replayed = async (work: (db: Kysely<Tables>, caller: Caller) => Promise<unknown>) => {
    const asked = await Promise.all(callers.slice(0, 8).map((_, n) => statementsOf(database, callerOf(n), work)))
    return async (n: number): Promise<void> => {
      await Promise.all((asked[n % asked.length] ?? []).map((query) => database.db.executeQuery(query)))
    }
  }
  const piece = sql`name_pieces(c.name_folded) @> ${['素珍']}::text[]`
  await compare('list page', '/api/customers?sort=value&dir=desc&limit=50', (n) => rawList(database, callerOf(n)))
  await compare('search by name', `/api/customers?q=${encodeURIComponent('素珍')}`, (n) =>
    rawSearch(database, callerOf(n), piece),
  )
  await compare('search by initials', '/api/customers?q=lsz', (n) =>
    rawSearch(database, callerOf(n), keyed('initials', 'lsz', 'lt')),
  )
  await compare('search by phone tail', '/api/customers?q=6027', (n) =>
    rawSearch(database, callerOf(n), keyed('phone_tail', '7206', '7207')),
  )
  await compare(
    'today',
    '/api/today',
    await replayed((db, caller) => workDayOf(db, caller, AT, { most: 200, of: 'ranked' })),
  )
  await compare('figures of the rail', '/api/counts', await replayed((db, caller) => countsFor(db, caller, AT)))
})

function failed(): never {
  throw new Error('nobody to ask')
}
