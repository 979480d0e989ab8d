import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { listHeads } from '#domain/insight/list-heads.ts'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

const file = (path: string, by: string | null): Promise<Response> =>
  api.fetch(new Request(`http://localhost${path}`, { headers: by ? { 'x-test-staff': by } : {} }))

const linesOf = async (path: string, by: string): Promise<string[]> => {
  const answer = await file(path, by)
  expect(answer.status).toBe(200)
  const lines = (await answer.text()).replace('\uFEFF', '').trim().split('\r\n')
  expect(lines.pop()).toMatch(/^※ (维系导出|Exported from Weixi) · \S+ · 2026-11-23 10:00$/)
  return lines
}

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin' })
  await aCustomer(api, '单立人', { manager: 'han' })
  await aCustomer(api, '外区客户', { manager: 'xu' })
  for (const [name, by] of [
    ['李素珍', 'lin'],
    ['单立人', 'han'],
    ['外区客户', 'xu'],
  ] as const) {
    const customerId = idOf(name)
    await api.as(by)('PUT /api/promises/:id', {
      params: { id: idOf(`promise ${name}`) },
      body: { customerId, what: `给${name}回电`, dueDay: '2026-11-27' },
    })
    await api.as(by)('PUT /api/expectations/:id', {
      params: { id: idOf(`wish ${name}`) },
      body: { customerId, what: '=HYPERLINK("http://x")', nature: 'factual' },
    })
    await api.as(by)('PUT /api/cases/:id', {
      params: { id: idOf(`case ${name}`) },
      body: { customerId, kind: 'complaint', what: `${name}的网速慢` },
    })
  }
})

describe('a list as a file', () => {
  test('holds what its screen shows, in the reader’s language', async () => {
    expect(await linesOf('/api/promises/file?format=csv', 'lin')).toEqual([
      listHeads.promises.zh.slice(1).join(','),
      '李素珍,,给李素珍回电,2026-11-27,未到期,林晓岚,2026-11-23,',
    ])
    expect((await linesOf('/api/promises/file?format=csv&language=en', 'lin'))[0]).toMatch(/^Customer,Promised to/)
    expect((await linesOf('/api/cases/file?format=csv', 'lin'))[1]).toMatch(/李素珍,投诉,李素珍的网速慢/)
    expect((await linesOf('/api/promises/file?format=csv&whose=all', 'gu')).length).toBe(3)
    expect((await linesOf('/api/promises/file?format=csv&whose=all&q=李', 'gu')).length).toBe(2)
  })

  test('keeps a formula harmless, as CSV and as XLSX', async () => {
    expect((await linesOf('/api/expectations/file?format=csv', 'lin'))[1]).toContain(`'=HYPERLINK`)
    const bytes = new Uint8Array(await (await file('/api/expectations/file', 'lin')).arrayBuffer())
    const sheet = strFromU8(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
    expect(sheet).toContain('=HYPERLINK')
    expect(sheet).not.toContain('<f>')
  })

  test('holds only customers that its reader may take along: a VIP desk reads its unit and exports its own', async () => {
    const read = await api.as('desk')('GET /api/promises', { query: { whose: 'all' } })
    expect(read.body.rows.length).toBe(2)
    expect((await linesOf('/api/promises/file?format=csv&whose=all', 'desk')).length).toBe(1)
  })

  test('is written down with what was asked and how much it was', async () => {
    await linesOf('/api/cases/file?format=csv&show=all', 'han')
    const [event] = await api.db
      .selectFrom('audit_event')
      .select(['action', 'entity', 'params', 'actor_id'])
      .where('action', '=', 'list.exported')
      .where('actor_id', '=', idOf('han'))
      .execute()
    expect(event).toMatchObject({
      entity: 'cases',
      params: { count: 1, format: 'csv', search: '{"show":"all","whose":"own"}' },
    })
  })

  test('of the day, of what is asked of colleagues, behind a figure, of people holds what its screen shows', async () => {
    const today = await linesOf('/api/today/file?format=csv', 'lin')
    const shown = (await api.as('lin')('GET /api/today', {})).body.rows
    expect(today.length).toBe(shown.length + 1)
    expect(today[0]).toBe(listHeads.today.zh.slice(1).join(','))
    const ask = { toId: idOf('line'), what: '查一下光路', dueAt: '2026-11-24T09:00:00Z', customerId: idOf('李素珍') }
    await api.as('lin')('PUT /api/handovers/:id', { params: { id: idOf('ask') }, body: ask })
    expect((await linesOf('/api/handovers/file?format=csv&whose=fromMe', 'lin'))[1]).toMatch(
      /^李素珍,查一下光路,林晓岚,/,
    )
    expect((await file('/api/handovers/file', 'line')).status).toBe(403)
    const records = await linesOf('/api/team/records/file?format=csv&query=customers.all', 'gu')
    const { total } = (await api.as('gu')('GET /api/team/records', { query: { query: 'customers.all' } })).body
    expect(records.length).toBe(total + 1)
    expect((await linesOf('/api/team/records/file?format=csv&query=staff.all', 'gu')).join('\n')).toContain('林晓岚')
    expect((await linesOf('/api/people/file?format=csv&language=en', 'admin')).join('\n')).toContain('Customer manager')
    expect((await linesOf('/api/value/watch/file?format=csv', 'lin'))[0]).toBe(listHeads.watch.zh.slice(1).join(','))
    expect((await file(`/api/frozen-lists/${idOf('nothing')}/file`, 'lin')).status).toBe(404)
    const written = await api.db
      .selectFrom('audit_event')
      .select('entity')
      .where('action', '=', 'list.exported')
      .where('entity', 'in', ['today', 'handOvers', 'figure', 'people', 'watch'])
      .execute()
    expect(new Set(written.map(({ entity }) => entity)).size).toBe(5)
  })

  const paths = ['promises', 'expectations', 'cases', 'warning/customers', 'today', 'handovers', 'value/watch']
  test.each(paths.map((list) => `/api/${list}/file`))('%s is for those who may export', async (path) => {
    const statuses = []
    for (const code of ['gu', 'lin', 'train', 'admin', 'line', null]) statuses.push((await file(path, code)).status)
    expect(statuses).toEqual([200, 200, 403, 403, 403, 401])
  })

  test('what only a lead or an administrator reads, only they take along', async () => {
    const statuses = async (path: string) =>
      Promise.all(['gu', 'lin', 'train', 'admin', 'line'].map(async (code) => (await file(path, code)).status))
    expect(await statuses('/api/team/records/file?query=staff.all')).toEqual([200, 403, 403, 403, 403])
    expect(await statuses('/api/people/file')).toEqual([403, 403, 403, 200, 403])
  })
})
