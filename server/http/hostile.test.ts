import * as fs from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'
import { temporaryFolder } from '#test/folder.ts'
import { encodeCursor } from './cursor.ts'
import { staticSite } from './static.ts'

let api: TestApi

const V4 = 'ffffffff-ffff-4fff-bfff-fffffffffff0'

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍')
  await aCustomer(api, '衡川精密制造')
  await api.as('lin')('PUT /api/customers/:id', {
    params: { id: V4 },
    body: { code: 'V4', kind: 'person', name: '阿四' },
  })
})

type Sent = { method?: string; body?: RequestInit['body']; headers?: Record<string, string> }

const send = async (address: string, { method = 'GET', body = null, headers = {} }: Sent = {}) => {
  const response = await api.fetch(
    new Request(`http://localhost${address}`, {
      method,
      body,
      headers: { 'x-test-staff': 'lin', 'content-type': 'application/json', ...headers },
      ...(body instanceof ReadableStream ? { duplex: 'half' } : {}),
    }),
  )
  const error = (await response.json()) as { code?: string; problems?: { path: string }[] }
  return { status: response.status, code: error.code, paths: error.problems?.map((problem) => problem.path) }
}

const customer = (): string => `/api/customers/${idOf('李素珍')}`
const patch = (body: string) => send(customer(), { method: 'PATCH', body })
const invalidAt = (place: string) => ({ status: 400, code: 'request.invalid', paths: [place] })
const badCursor = (value: string | number): string => encodeCursor({ value, id: idOf('李素珍') })

describe('a request nobody fills in by hand is refused, and says where', () => {
  test.each([
    ['a NUL in a query', () => send('/api/customers?q=%00'), 'query.q'],
    ['a NUL in a path', () => send('/api/customers/a%00b'), 'params.id'],
    ['a NUL in a body', () => patch(String.raw`{"baseVersion":1,"fields":{"name":"a\u0000"}}`), 'body.fields.name'],
    ['half a character', () => patch(String.raw`{"baseVersion":1,"fields":{"name":"\ud800"}}`), 'body.fields.name'],
    ['a NUL in a name', () => patch(String.raw`{"baseVersion":1,"dossier":{"a\u0000":1}}`), 'body.dossier'],
    ['200 000 arrays', () => patch('['.repeat(200_000) + ']'.repeat(200_000)), 'body'],
    ['6 000 objects', () => patch(`${'{"a":'.repeat(6_000)}1${'}'.repeat(6_000)}`), 'body'],
    ['a version beyond the store', () => patch('{"baseVersion":2147483648}'), 'body.baseVersion'],
    ['a day of year 0', () => patch('{"baseVersion":1,"fields":{"since":"0000-01-01"}}'), 'body.fields.since'],
    ['a day of year 9999', () => patch('{"baseVersion":1,"fields":{"since":"9999-12-31"}}'), 'body.fields.since'],
    ['a month of year 0', () => send('/api/value?month=0000-01', { headers: { 'x-test-staff': 'gu' } }), 'query.month'],
  ])('%s', async (_, answer, place) => {
    expect(await answer()).toEqual(invalidAt(place))
  })

  test.each(['1900-01-01', '2199-12-31'])('%s is still a day', async (since) => {
    const body = JSON.stringify({ code: since, kind: 'person', name: '边界', since })
    expect((await send(`/api/customers/${idOf(since)}`, { method: 'PUT', body })).status).toBe(200)
  })
})

describe('a cursor', () => {
  test.each([
    ['/api/customers?sort=name', 1],
    ['/api/customers?sort=name', '\0'],
    ['/api/customers?sort=value', 'abc'],
    ['/api/customers?sort=value', 0.5],
    ['/api/customers?sort=risk', 'abc'],
    ['/api/customers?sort=last_touch', 'abc'],
    ['/api/customers?sort=since', 'abc'],
    ['/api/customers?sort=since', '0000-01-01'],
    ['/api/promises?', 'abc'],
    ['/api/expectations?', '\0'],
    ['/api/warning/customers?', 'abc'],
    ['/api/imports?', 'abc'],
    [`/api/customers/${idOf('李素珍')}/touches?`, 'abc'],
  ])('of %s is not %j', async (address, value) => {
    const headers = { 'x-test-staff': 'gu' }
    expect(await send(`${address}&cursor=${badCursor(value)}`, { headers })).toEqual(invalidAt('query.cursor'))
  })

  test.each(['name', 'value', 'risk', 'last_touch', 'since'] as const)(
    'read on by %s passes every customer once, also one under an id of version 4',
    async (sort) => {
      const seen: string[] = []
      let cursor: string | null = ''
      while (cursor !== null) {
        const query: { sort: typeof sort; limit: number; cursor?: string } = {
          sort,
          limit: 1,
          ...(cursor ? { cursor } : {}),
        }
        const { status, body } = await api.as('lin')('GET /api/customers', { query })
        expect(status).toBe(200)
        seen.push(...body.rows.map((row) => row.id))
        cursor = body.next
      }
      expect(seen).toContain(V4)
      expect(new Set(seen).size).toBe(seen.length)
    },
  )
})

describe('a body that is too large', () => {
  const endless = () => {
    let given = 0
    const body = new ReadableStream<Uint8Array>({
      pull: (stream) => {
        given += 100_000
        stream.enqueue(new Uint8Array(100_000))
      },
    })
    return { body, given: () => given }
  }

  test('is not read at all where it says how long it is', async () => {
    const { body, given } = endless()
    const answer = await send('/api/session', { method: 'POST', body, headers: { 'content-length': '100000000' } })
    expect(answer.status).toBe(413)
    expect(given()).toBeLessThan(300_000)
  })

  test('is read up to the limit where it does not', async () => {
    const { body, given } = endless()
    expect((await send('/api/session', { method: 'POST', body })).status).toBe(413)
    expect(given()).toBeLessThan(2_000_000)
  })
})

describe('a write sent by another site’s page', () => {
  const write = async (headers: Record<string, string>) =>
    (await send(customer(), { method: 'PATCH', body: '{"baseVersion":1}', headers })).status

  test.each([
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'http://localhost:8080' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ] as Record<string, string>[])('is refused: %j', async (headers) => {
    expect(await write(headers)).toBe(403)
  })

  test.each([
    {},
    { 'sec-fetch-site': 'same-origin', origin: 'http://localhost' },
    { 'sec-fetch-site': 'none' },
  ] as Record<string, string>[])('our own passes: %j', async (headers) => {
    expect(await write(headers)).toBe(200)
  })

  test('a page of another site may link to a reading', async () => {
    expect((await send('/api/customers', { headers: { 'sec-fetch-site': 'cross-site' } })).status).toBe(200)
  })
})

describe('the pages of the app', () => {
  const site = () => {
    const root = temporaryFolder()
    fs.writeFileSync(path.join(root, 'index.html'), '<!doctype html>')
    return staticSite(root)
  }

  test.each(['/%', '/%E0%A4%A'])('%s is no address', async (address) => {
    expect((await site().request(address)).status).toBe(400)
  })

  test('tell the browser to load and frame nothing from elsewhere', async () => {
    const { status, headers } = await site().request('/worklist')
    expect(status).toBe(200)
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(headers.get('referrer-policy')).toBe('same-origin')
  })
})
