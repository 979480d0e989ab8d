import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { idOf, MONDAY_AT_TEN, type TestApi, testApi } from '#test/api.ts'
import { audit } from '#server/db/audit.ts'
import { freshId } from '#server/db/id.ts'
import { sealAll } from './seal.ts'
import { verifyChain } from './verify.ts'

let api: TestApi
beforeAll(async () => {
  api = await testApi()
})

const write = (action: string, more: { customerId?: string; params?: Record<string, string> } = {}, who = 'lin') =>
  audit(api.db, 1, idOf(who), MONDAY_AT_TEN, { action, entity: 'test', ...more })

const seal = () => sealAll(api.db, MONDAY_AT_TEN)
const verify = (expected: string | null = null) => verifyChain(api.db, 1, expected)

const change = async (action: string, set: string): Promise<void> => {
  await sql`update audit_event set ${sql.raw(set)} where branch_id = 1 and action = ${action}`.execute(api.db)
}

describe('the chain over the log', () => {
  test('is sealed in links that lean on each other; what is committed later stands in a later link', async () => {
    await write('promise.made', { params: { what: '回电' } })
    await write('promise.kept')
    expect(await seal()).toBeGreaterThanOrEqual(2)
    expect(await seal()).toBe(0)
    await write('offer.set')
    expect(await verify()).toMatchObject({ seals: 1, unsealed: 1, faults: [] })
    await seal()
    const report = await verify()
    expect(report).toMatchObject({ seals: 2, unsealed: 0, faults: [] })
    expect(report.head).toMatch(/^[0-9a-f]{64}$/)
    expect(await verify(report.head)).toMatchObject({ found: true })
    expect(await verify('0'.repeat(64))).toMatchObject({ found: false })
  })

  test('makes each link once when two programs seal at once', async () => {
    for (let n = 0; n < 30; n++) await write('touch.added', { params: { n: String(n) } })
    const sealed = await Promise.all([seal(), seal(), seal()])
    expect(sealed.reduce((sum, one) => sum + one, 0)).toBe(30)
    expect(await verify()).toMatchObject({ unsealed: 0, faults: [] })
  })

  test('shows a row that was changed, and is sound again when that is put back', async () => {
    await change('promise.made', `params = '{"what": "没说过"}'`)
    expect((await verify()).faults).toMatchObject([{ code: 'row.changed', seal: 1 }])
    await change('promise.made', `params = '{"what": "回电"}'`)
    expect((await verify()).faults).toEqual([])
    await change('promise.kept', `actor_id = '${idOf('han')}'`)
    expect((await verify()).faults).toMatchObject([{ code: 'row.changed', seal: 1 }])
    await change('promise.kept', `actor_id = '${idOf('lin')}'`)
  })

  test('holds when the contents of a row were erased by law', async () => {
    await change('promise.made', `params = '{}', salt = null, erased_at = now()`)
    expect((await verify()).faults).toEqual([])
  })

  test('shows a row that was removed and an end that was cut off', async () => {
    await api.db.deleteFrom('audit_event').where('action', '=', 'promise.kept').execute()
    expect((await verify()).faults).toMatchObject([{ code: 'rows.removed', seal: 1 }])
    await sql`delete from audit_seal where branch_id = 1 and number = (select max(number) from audit_seal)`.execute(
      api.db,
    )
    expect((await verify()).faults.map(({ code }) => code)).toEqual(['rows.removed', 'seal.missing'])
  })
})

describe('reading the log', () => {
  const made = async (code: string, manager: string): Promise<string> => {
    const id = freshId(MONDAY_AT_TEN)
    const put = await api.as(manager)('PUT /api/customers/:id', {
      params: { id },
      body: { code, kind: 'person', name: `记录${code}` },
    })
    expect(put.status).toBe(200)
    return id
  }

  test('a lead sees their own units by name, an administrator everything without customers’ names, nobody else any of it', async () => {
    const own = await made('audit-1', 'lin')
    await write('contact.override', { customerId: own, params: { reason: '客户约的' } })
    const lead = (await api.as('gu')('GET /api/audit', { query: { customerId: own } })).body
    expect(lead.rows.map(({ action }) => action)).toEqual(
      expect.arrayContaining(['contact.override', 'customer.added']),
    )
    expect(lead.rows.find(({ action }) => action === 'contact.override')).toMatchObject({
      customer: { id: own, name: '记录audit-1' },
      reason: '客户约的',
      by: { id: idOf('lin') },
    })
    const all = (await api.as('admin')('GET /api/audit', { query: { customerId: own } })).body
    expect(all.rows).toHaveLength(2)
    for (const row of all.rows) expect(row).toMatchObject({ customer: null, reason: null })
    for (const code of ['lin', 'train']) expect((await api.as(code)('GET /api/audit', {})).status).toBe(403)
  })

  test('never says to whom the coach spoke', async () => {
    await write('guard.stopped', { params: { what: '回复', reason: '{"code":"x"}' } })
    const all = (await api.as('gu')('GET /api/audit', { query: { about: 'guard' } })).body
    expect(all.rows[0]).toMatchObject({ action: 'guard.stopped', by: null, reason: null })
    const his = (await api.as('gu')('GET /api/audit', { query: { about: 'guard', by: idOf('lin') } })).body
    expect(his.rows).toEqual([])
  })

  test('is read page by page and narrowed by day and kind', async () => {
    const first = (await api.as('admin')('GET /api/audit', { query: { limit: 5, about: 'touch' } })).body
    const next = { limit: 100, about: 'touch', cursor: first.next ?? '' }
    const rest = (await api.as('admin')('GET /api/audit', { query: next })).body
    expect(first.rows).toHaveLength(5)
    expect(new Set([...first.rows, ...rest.rows].map(({ id }) => id)).size).toBe(30)
    const before = (await api.as('admin')('GET /api/audit', { query: { until: '2026-11-22' } })).body
    expect(before.rows).toEqual([])
    const day = { from: '2026-11-23', until: '2026-11-23', about: 'touch', limit: 200 }
    expect((await api.as('admin')('GET /api/audit', { query: day })).body.rows).toHaveLength(30)
    const choices = (await api.as('admin')('GET /api/audit/choices', {})).body
    expect(choices.about).toEqual(expect.arrayContaining(['customer', 'touch']))
  })

  test('a check walks the chain as a job and tells the first fault', async () => {
    const id = freshId(MONDAY_AT_TEN)
    const asked = (await api.as('admin')('POST /api/audit/checks', { body: { id } })).body
    await api.finishJobs()
    const job = (await api.as('admin')('GET /api/jobs/:id', { params: { id: asked.jobId } })).body
    expect(job).toMatchObject({ state: 'done', result: { faults: 2, firstFault: 'rows.removed', firstSeal: 1 } })
  })

  test('leaves as a file, and that stands in the log', async () => {
    const file = await api.as('gu')('GET /api/audit/file', { query: { format: 'csv', about: 'contact' } })
    expect(String(file.body)).toContain('记录audit-1')
    const log = (await api.as('gu')('GET /api/audit', { query: { about: 'list' } })).body
    expect(log.rows[0]).toMatchObject({ action: 'list.exported', by: { id: idOf('gu') } })
  })
})
