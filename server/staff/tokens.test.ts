import { beforeAll, describe, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

const PASSWORD = 'a kettle under rain'

let api: TestApi
let mei: ReturnType<TestApi['as']>

beforeAll(async () => {
  api = await testApi()
  const body = { code: 'mei', name: '梅若', roles: ['manager' as const], unitId: idOf('north'), password: PASSWORD }
  expect((await api.as('admin')('PUT /api/staff/:id', { params: { id: idOf('mei') }, body })).status).toBe(204)
  const { auth_user_id: user } = await api.db
    .selectFrom('staff')
    .select('auth_user_id')
    .where('branch_id', '=', 1)
    .where('code', '=', 'mei')
    .executeTakeFirstOrThrow()
  mei = api.as(user)
  await aCustomer(api, '李素珍', { manager: 'lin' })
})

const make = async (name: string, scope: 'read' | 'write', more: { days?: number; password?: string } = {}) => {
  const id = idOf(name)
  const body = { name, scope, days: 30, password: PASSWORD, ...more }
  return { id, ...(await mei('PUT /api/tokens/:id', { params: { id }, body })) }
}

const call = async (token: string, key: string, body?: unknown, headers: Record<string, string> = {}) => {
  const [method = '', path = ''] = key.split(' ')
  const response = await api.fetch(
    new Request(`http://localhost${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    }),
  )
  const text = await response.text()
  return { status: response.status, code: (/^\{"code":"([a-z_.]+)"/.exec(text) ?? [])[1] ?? null, text }
}

describe('a token', () => {
  test('takes the password to make, is told once, and leaves a digest and its name in the log', async () => {
    const wrong = await make('未成', 'read', { password: 'not this one' })
    expect([wrong.status, wrong.error.code]).toEqual([401, 'session.refused'])
    const { status, body, id } = await make('月报脚本', 'read')
    expect(status).toBe(200)
    expect(body.token).toMatch(/^weixi_1_[\w-]{43}$/)
    const listed = await mei('GET /api/tokens', {})
    expect(listed.body.tokens).toEqual([
      expect.objectContaining({ id, name: '月报脚本', ended: false, lastUsedAt: null }),
    ])
    const secret = body.token.split('_').slice(2).join('_')
    const stored = JSON.stringify([
      listed.body,
      await api.db.selectFrom('access_token').selectAll().execute(),
      await api.db.selectFrom('audit_event').selectAll().execute(),
    ])
    expect(stored).not.toContain(secret)
    const logged = await api.db.selectFrom('audit_event').select('params').where('action', '=', 'token.made').execute()
    expect(logged).toEqual([{ params: { name: '月报脚本', scope: 'read', days: 30 } }])
    expect((await make('月报脚本', 'read')).error.code).toBe('record.exists')
  })

  test('for reading sees what its person sees and changes nothing', async () => {
    const { body } = await make('只读', 'read')
    const seen = await call(body.token, 'GET /api/customers')
    expect(seen.status).toBe(200)
    expect(seen.text).not.toContain('李素珍')
    const customer = { code: 'T-1', kind: 'person', name: '令牌客户' }
    const refused = await call(body.token, `PUT /api/customers/${idOf('令牌客户')}`, customer)
    expect([refused.status, refused.code]).toEqual([403, 'token.out_of_scope'])
    expect(
      (await mei('GET /api/tokens', {})).body.tokens.find(({ name }) => name === '只读')?.lastUsedAt,
    ).not.toBeNull()
  })

  test('for writing does what its person may, in their name, and never more', async () => {
    const { body } = await make('读写', 'write')
    const customer = { code: 'T-2', kind: 'person', name: '读写客户' }
    expect((await call(body.token, `PUT /api/customers/${idOf('读写客户')}`, customer)).status).toBe(200)
    const { actor_id } = await api.db
      .selectFrom('audit_event')
      .select('actor_id')
      .where('entity_id', '=', idOf('读写客户'))
      .orderBy('id')
      .limit(1)
      .executeTakeFirstOrThrow()
    expect(actor_id).toBe(idOf('mei'))
    expect((await call(body.token, 'GET /api/people')).code).toBe('access.denied')
    expect((await call(body.token, `GET /api/customers/${idOf('李素珍')}`)).code).toBe('record.not_found')
  })

  test.each([
    'GET /api/session',
    'DELETE /api/session',
    'GET /api/sessions',
    'DELETE /api/sessions',
    'GET /api/tokens',
    'GET /api/session/second-step',
    'GET /api/setup',
    'GET /api/calendar/feeds',
    'POST /api/session',
    'PUT /api/session/password',
    'PUT /api/session/lock',
  ])('is of no use at %s', async (key) => {
    const { body } = await make(`座席 ${key}`, 'write')
    const came = await call(body.token, key, key.startsWith('GET') ? undefined : {})
    expect([came.status, came.code]).toEqual([403, 'token.out_of_scope'])
    await mei('DELETE /api/tokens/:id', { params: { id: idOf(`座席 ${key}`) } })
  })
})

describe('a token that opens nothing', () => {
  const refused = async (token: string, headers: Record<string, string> = {}) => {
    const { status, code } = await call(token, 'GET /api/customers', undefined, headers)
    return [status, code]
  }

  test('is a made-up, an ended, a revoked one, and that of somebody who left; a good sign-in beside it is no help', async () => {
    const { body, id } = await make('将停用', 'read')
    expect((await refused(body.token))[0]).toBe(200)
    expect(await refused(body.token.replace(/.(?=.{9}$)/, (one) => (one === 'a' ? 'b' : 'a')))).toEqual([
      401,
      'token.refused',
    ])
    expect((await api.as('lin')('DELETE /api/tokens/:id', { params: { id } })).status).toBe(404)
    expect((await refused(body.token))[0]).toBe(200)
    expect((await mei('DELETE /api/tokens/:id', { params: { id } })).status).toBe(204)
    expect(await refused(body.token)).toEqual([401, 'token.refused'])
    const signedIn = await api.fetch(
      new Request('http://localhost/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ code: 'mei', password: PASSWORD }),
      }),
    )
    const cookie = signedIn.headers
      .getSetCookie()
      .map((each) => each.split(';')[0])
      .join('; ')
    expect(await refused(body.token, { cookie })).toEqual([401, 'token.refused'])

    const ended = await make('将到期', 'read')
    await api.db
      .updateTable('access_token')
      .set({ expires_at: new Date(0) })
      .where('id', '=', ended.id)
      .execute()
    expect(await refused(ended.body.token)).toEqual([401, 'token.refused'])

    const leaving = await make('离开的人', 'read')
    await api.db.updateTable('staff').set({ active: false }).where('code', '=', 'mei').execute()
    expect(await refused(leaving.body.token)).toEqual([401, 'token.refused'])
    await api.db.updateTable('staff').set({ active: true }).where('code', '=', 'mei').execute()
    expect((await refused(leaving.body.token))[0]).toBe(200)
  })

  test('tried again and again has to wait, while a good one from the same place goes on', async () => {
    const { body } = await make('好的', 'read')
    const came = await Promise.all(Array.from({ length: 12 }, () => refused('weixi_1_guessed')))
    expect(came.filter(([, code]) => code === 'session.too_many_tries').length).toBeGreaterThanOrEqual(4)
    expect((await refused(body.token))[0]).toBe(200)
  })

  test('what a proxy’s own password sends along is not taken for one', async () => {
    const response = await api.fetch(
      new Request('http://localhost/api/setup', { headers: { authorization: 'Basic cHJveHk6cGFzcw==' } }),
    )
    expect(response.status).toBe(200)
  })
})

test('there are at most ten in use', async () => {
  for (let n = 0; n < 12; n++) await make(`第 ${n} 个`, 'read')
  const more = await make('多余的', 'read')
  expect(more.error.reasons?.[0]).toEqual({ code: 'token.tooMany', params: { most: 10 } })
})
