import { sql } from 'kysely'
import { unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { anOffice, type Office } from '#test/access/office.ts'
import { MONDAY_AT_TEN } from '#test/api.ts'
import { sealAll } from '#server/audit/seal.ts'
import { sweepHeld } from './sweep.ts'
import { verifyChain } from '#server/audit/verify.ts'
import { freshId } from '#server/db/id.ts'

let office: Office
let who: { id: string; code: string; name: string; manager_id: string }
let words: string[]

const send = async (code: Parameters<Office['send']>[0], method: string, path: string, body?: unknown) => {
  const response = await office.send(
    code,
    new Request(`http://localhost${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  return { status: response.status, response }
}

const json = async (code: Parameters<Office['send']>[0], method: string, path: string, body?: unknown) => {
  const { status, response } = await send(code, method, path, body)
  return { status, body: (await response.json()) as Record<string, unknown> }
}

/** Whatever of these words still stands in any row of the database, by table. */
const leftOf = async (looked: readonly string[]): Promise<string[]> => {
  const { rows: tables } = await sql<{ name: string }>`
    select table_name as name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'held_record'`.execute(office.db)
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await sql<{ word: string }>`
      select distinct w.word from ${sql.table(name)} t, unnest(${[...looked]}::text[]) as w(word)
      where position(w.word in to_jsonb(t)::text) > 0`.execute(office.db)
    found.push(...rows.map(({ word }) => `${name}: ${word}`))
  }
  return found
}

beforeAll(async () => {
  office = await anOffice()
  const { rows } = await sql<typeof who>`
    select c.id, c.code, c.name, c.manager_id from customer c
    where c.branch_id = 1 and c.merged_into is null
      and exists (select from staff s where s.branch_id = 1 and s.id = c.manager_id and s.code = 'lin')
      and not exists (select from service_case s where s.customer_id = c.id and s.closed_at is null)
      and not exists (select from run r where r.customer_id = c.id and r.finished_at is null)
      and length(c.name) > 2
      and not exists (select from customer o where o.branch_id = 1 and o.id <> c.id and position(c.name in o.name) > 0)
    order by (select count(*) from touch t where t.customer_id = c.id) desc,
      (select count(*) from promise p where p.customer_id = c.id) desc limit 1`.execute(office.db)
  if (!rows[0]) throw new Error('lin keeps nobody who could be erased')
  who = rows[0]
  const put = async (path: string, body: unknown) =>
    expect([path, (await send('lin', 'PUT', path, body)).status]).toEqual([path, 200])
  const at = `/api/customers/${who.id}`
  const fresh = () => freshId(MONDAY_AT_TEN)
  await put(`${at}/people/${fresh()}`, { baseVersion: null, fields: { name: '窦静姝', phone: '13567008123' } })
  await put(`${at}/members/${fresh()}`, { baseVersion: null, fields: { kind: 'mobile', number: '13567008124' } })
  await put(`${at}/wishes/${fresh()}`, {
    baseVersion: null,
    fields: { what: '想要蓝皮的对账本', saidOn: '2026-11-20' },
  })
  await put(`/api/promises/${fresh()}`, {
    customerId: who.id,
    what: '把蓝皮对账本送上门',
    dueDay: '2026-11-25',
  })
  expect((await send('lin', 'GET', `/api/customers/export?q=${encodeURIComponent(who.name)}`)).status).toBe(200)
  words = [who.code, '窦静姝', '13567008123', '13567008124', '蓝皮']
})

describe('a person’s data', () => {
  test('is seen by whoever keeps them, masked, and leaves whole as one file for them', async () => {
    const seen = await json('lin', 'GET', `/api/customers/${who.id}/personal-data`)
    expect(seen.body).toMatchObject({ name: who.name, code: who.code })
    const { response } = await send('lin', 'GET', `/api/customers/${who.id}/personal-data/file?askedBy=self`)
    const files = unzipSync(new Uint8Array(await response.arrayBuffer()))
    const text = (name: string) => new TextDecoder().decode(files[name])
    expect(Object.keys(files)).toEqual(expect.arrayContaining(['个人资料.html', 'data.json']))
    const { tables } = JSON.parse(text('data.json')) as { tables: Record<string, unknown[]> }
    expect(tables['customer']).toMatchObject([{ name: who.name }])
    const { rows } = await sql<{ number: string }>`
      select number from member where customer_id = ${who.id} and number ~ '^1[0-9]{10}$'`.execute(office.db)
    expect(rows.length).toBeGreaterThan(0)
    for (const { number } of rows) {
      expect(text('个人资料.html')).toContain(number)
      expect(JSON.stringify(seen.body)).not.toContain(number)
    }
    expect((await send('ma', 'GET', `/api/customers/${who.id}/personal-data`)).status).toBe(404)
    expect((await send('hansong', 'GET', `/api/customers/${who.id}/personal-data`)).status).toBe(403)
  })

  test('is not erased by a wrong code, with a complaint unanswered, or by who may not', async () => {
    const erased = (code: Parameters<Office['send']>[0], more: object) =>
      json(code, 'PUT', `/api/erasures/${freshId(MONDAY_AT_TEN)}`, {
        customerId: who.id,
        code: who.code,
        askedBy: 'self',
        askedOn: '2026-11-20',
        ...more,
      })
    expect((await erased('gu', { code: 'x' })).body).toMatchObject({ reasons: [{ code: 'erasure.code' }] })
    expect((await erased('gu', { askedOn: '2026-11-24' })).body).toMatchObject({ reasons: [{ code: 'erasure.later' }] })
    expect((await erased('lin', {})).status).toBe(403)
    const { result } = await office.undone(async () => {
      await json('lin', 'PUT', `/api/cases/${freshId(MONDAY_AT_TEN)}`, {
        customerId: who.id,
        kind: 'complaint',
        what: '账单不对',
      })
      return erased('gu', {})
    })
    expect(result.body).toMatchObject({ reasons: [{ code: 'erasure.complaint', params: { count: 1 } }] })
  })

  test('goes from every table, the log holds, and what law keeps stands apart', async () => {
    const { body: before } = await json('gu', 'GET', `/api/customers/${who.id}/erasure`)
    expect(before).toMatchObject({ done: null, blocks: [] })
    expect(before['held']).toEqual(expect.arrayContaining([expect.objectContaining({ what: 'bills' })]))
    expect((await leftOf([who.name, ...words])).length).toBeGreaterThan(9)
    const { rows: bills } = await sql<{ fen: number }>`
      select sum(amount_fen)::float as fen from bill where branch_id = 1`.execute(office.db)
    const { rows: kept } = await sql<{ n: number }>`
      select count(*)::int as n from touch where branch_id = 1`.execute(office.db)
    await sealAll(office.db, MONDAY_AT_TEN)
    const id = freshId(MONDAY_AT_TEN)
    const wish = { customerId: who.id, code: who.code, askedBy: 'self', askedOn: '2026-11-20' }
    const done = await json('gu', 'PUT', `/api/erasures/${id}`, wish)
    expect(done.status).toBe(200)
    expect((await json('gu', 'PUT', `/api/erasures/${id}`, wish)).body).toEqual(done.body)
    await sealAll(office.db, MONDAY_AT_TEN)

    expect(await leftOf(words)).toEqual([])
    expect((await verifyChain(office.db, 1)).faults).toEqual([])
    const { rows: after } = await sql<{ fen: number }>`
      select sum(amount_fen)::float as fen from bill where branch_id = 1`.execute(office.db)
    expect(after).toEqual(bills)
    const { rows: still } = await sql<{ n: number }>`
      select count(*)::int as n from touch where branch_id = 1`.execute(office.db)
    expect(still).toEqual(kept)
  })

  test('how long law keeps what is the branch’s to set, with its source, and is what the next erasure goes by', async () => {
    const { result } = await office.undone(async () => {
      const { body } = await json('gu', 'GET', '/api/lawful-keeping')
      const keepings = body['keepings'] as { bills: object; complaints: object }
      const longer = { ...keepings, bills: { ...keepings.bills, years: 30, checkedOn: '2026-11-23' } }
      const wish = { baseVersion: null, keepings: longer }
      const set = await json('gu', 'PUT', '/api/lawful-keeping', wish)
      const again = await json('gu', 'PUT', '/api/lawful-keeping', wish)
      const denied = await json('lin', 'PUT', '/api/lawful-keeping', wish)
      const { rows } = await sql<{ id: string }>`
        select c.id from customer c join bill b on b.branch_id = 1 and b.customer_id = c.id and b.month = 202610
        where c.branch_id = 1 and c.erased_at is null and c.manager_id = ${who.manager_id} limit 1`.execute(office.db)
      const next = await json('gu', 'GET', `/api/customers/${rows[0]?.id}/erasure`)
      return { statuses: [set.status, again.status, denied.status], held: next.body['held'] }
    })
    expect(result.statuses).toEqual([200, 409, 403])
    expect(result.held).toEqual(
      expect.arrayContaining([expect.objectContaining({ what: 'bills', until: '2056-10-31' })]),
    )
  })

  test('what law keeps goes by itself on its day, not before', async () => {
    const count = async () =>
      (await sql<{ n: number }>`select count(*)::int as n from held_record`.execute(office.db)).rows[0]?.n ?? 0
    const there = await count()
    expect(there).toBeGreaterThan(0)
    expect(await sweepHeld(office.db, MONDAY_AT_TEN)).toBe(0)
    const { result } = await office.undone(async () => [
      await sweepHeld(office.db, new Date('2099-01-01T00:00:00Z')),
      await count(),
    ])
    expect(result).toEqual([there, 0])
  })

  test('is gone for everybody: the page says so, nobody can contact them, no list has them', async () => {
    expect(await json('lin', 'GET', `/api/customers/${who.id}`)).toMatchObject({
      status: 410,
      body: { code: 'customer.erased', params: { on: '2026-11-23' } },
    })
    expect((await send('ma', 'GET', `/api/customers/${who.id}`)).status).toBe(404)
    expect((await send('lin', 'GET', `/api/customers/${who.id}/open`)).status).toBe(404)
    const list = await json('gu', 'GET', `/api/customers?q=${encodeURIComponent(who.name)}`)
    expect(list.body['rows']).toEqual([])
    const { body } = await json('gu', 'GET', `/api/customers/${who.id}/erasure`)
    expect(body['done']).toMatchObject({ askedBy: 'self', askedOn: '2026-11-20' })
    expect((await send('lin', 'GET', `/api/customers/${who.id}/erasure`)).status).toBe(403)
    const names = await leftOf([who.name])
    expect(names).toEqual([])
  })
})
