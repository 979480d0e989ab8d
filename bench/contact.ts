import { sql } from 'kysely'
import { randomUUID } from 'node:crypto'
import path from 'node:path'
import { handlersFor } from '#server/handlers.ts'
import { createApp } from '#server/http/app.ts'
import { clockStartingAt } from '#server/http/clock.ts'
import { loadPacks } from '#server/playbook/load.ts'
import { createAuth } from '#server/staff/auth.ts'
import { seatBehind } from '#server/staff/session.ts'
import { type BenchDatabase, p95, print, withDatabase } from './measure.ts'
import { AT, fillOffice, managerCode } from './office.ts'

/**
 * What one waits for around a call, through the whole server but the socket: beginning a contact with its full brief, and writing one
 * event into a contact that is half an hour long. Beside each the rows alone, written by hand in one transaction.
 * `node bench/contact.ts [customers]`
 */
const CUSTOMERS = Number(process.argv[2] ?? 30_000)
const MANAGERS = Math.max(1, Math.round(CUSTOMERS / 300))
const PACKS = path.join(import.meta.dirname, '..', 'content')

/** Events of a contact of half an hour. */
const LONG = 60

type Customer = { id: string; staff_id: string; code: string }

const rawStart = async ({ db }: BenchDatabase, { id, staff_id }: Customer): Promise<void> => {
  const run = randomUUID()
  await db.transaction().execute(async (trx) => {
    await sql`insert into run (branch_id, id, customer_id, staff_id, playbook_hash, direction, channel, purpose, started_at, last_seq)
      select 1, ${run}, ${id}, ${staff_id}, hash, 'outbound', 'call', 'care', ${AT}, 1 from playbook where key = 'care-call' limit 1`.execute(
      trx,
    )
    await sql`insert into run_event (branch_id, run_id, id, seq, at, received_at, actor_id, kind, payload, late)
      values (1, ${run}, ${run}, 1, ${AT}, ${AT}, ${staff_id}, 'started', '{}', false)`.execute(trx)
  })
  await sql`select * from run r join customer c on c.branch_id = 1 and c.id = r.customer_id where r.branch_id = 1 and r.id = ${run}`.execute(
    db,
  )
}

const rawAppend = ({ db }: BenchDatabase, run: string): Promise<void> =>
  db.transaction().execute(async (trx) => {
    await sql`select 1 from run where branch_id = 1 and id = ${run} for update`.execute(trx)
    await sql`select seq, payload from run_event where branch_id = 1 and run_id = ${run} order by seq`.execute(trx)
    await sql`insert into run_event (branch_id, run_id, id, seq, at, received_at, actor_id, kind, payload, late)
      select 1, id, ${randomUUID()}, (select max(seq) + 1 from run_event where branch_id = 1 and run_id = ${run}), ${AT}, ${AT}, staff_id, 'noted', '{"text":"","replaces":[]}', false
      from run where branch_id = 1 and id = ${run}`.execute(trx)
    await sql`update run set last_seq = last_seq where branch_id = 1 and id = ${run}`.execute(trx)
  })

await withDatabase(async (database) => {
  const { db, data } = database
  await fillOffice(db, CUSTOMERS)
  await loadPacks(db, PACKS, AT)
  const auth = createAuth(db, 'a secret only for measuring, of sufficient length', 'http://localhost')
  const app = createApp({
    db,
    clock: clockStartingAt(AT),
    handlers: handlersFor(auth, data),
    callerOf: (headers) => seatBehind(db, headers.get('x-staff') ?? '', 'session'),
    onError: (error) => console.error(error),
  })
  const ask = async (code: string, address: string, body?: { method: string; body: unknown }): Promise<void> => {
    const reply = await app.request(`http://localhost${address}`, {
      ...(body && { method: body.method, body: JSON.stringify(body.body) }),
      headers: { 'x-staff': code, 'content-type': 'application/json' },
    })
    const text = await reply.text()
    if (reply.status !== 200) throw new Error(`${address}: ${reply.status} ${text}`)
  }
  const { rows: customers } = await sql<Customer>`
    select c.id, s.id as staff_id, s.code from customer c join staff s on s.branch_id = 1 and s.id = c.manager_id
    where c.branch_id = 1 and s.code = any(${Array.from({ length: MANAGERS }, (_, n) => managerCode(n + 1))}) order by c.id limit 2000`.execute(
    db,
  )
  const of = (n: number): Customer => customers[(n * 7) % customers.length] ?? failed()
  const begin = async (n: number, id = randomUUID()): Promise<string> => {
    const { id: customerId, code } = of(n)
    const body = { customerId, direction: 'outbound', agreedTime: true, playbook: 'care-call' }
    await ask(code, `/api/runs/${id}`, { method: 'PUT', body })
    return id
  }
  const started = async (n: number): Promise<void> => {
    const id = await begin(n)
    const { id: customerId, code } = of(n)
    await Promise.all(
      ['', '/standing', '/promises', '/expectations']
        .map((part) => `/api/customers/${customerId}${part}`)
        .concat(`/api/runs/${id}`)
        .map((address) => ask(code, address)),
    )
  }
  print('start a contact with its brief, p95', await p95(started), 'ms', {
    limit: await p95((n) => rawStart(database, of(n))),
    target: 4,
  })
  const open = await Promise.all(Array.from({ length: 20 }, async (_, n) => ({ n, id: await begin(n) })))
  const note = (words: string) => ({
    id: randomUUID(),
    at: AT.toISOString(),
    type: 'noted',
    text: words,
    replaces: [],
  })
  const append = (place: number, events: unknown[]): Promise<void> => {
    const { n, id } = open[place % open.length] ?? failed()
    return ask(of(n).code, `/api/runs/${id}/events`, { method: 'POST', body: { events } })
  }
  for (const [place] of open.entries())
    await append(
      place,
      Array.from({ length: LONG }, (_, k) => note(`第 ${k} 句`)),
    )
  const appended = await p95((n) => append(n, [note('客户说周五再打')]))
  const rawAppended = await p95((n) => rawAppend(database, (open[n % open.length] ?? failed()).id))
  print('write an event into a contact, p95', appended, 'ms', { limit: rawAppended, target: 4 })
})

function failed(): never {
  throw new Error('nobody to begin with')
}
