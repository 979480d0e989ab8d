import { beforeEach, describe, expect, test } from 'vitest'
import { idOf, testApi, type TestApi } from '#test/api.ts'
import { appShows, bytesOf } from '#test/authenticator.ts'

const PASSWORD = 'a kettle under rain'

let api: TestApi

beforeEach(async () => {
  api = await testApi()
})

const aPerson = async (code: string) => {
  const body = { code, name: `${code}·甲`, roles: ['manager' as const], unitId: idOf('north'), password: PASSWORD }
  const params = { id: idOf(code) }
  expect((await api.as('admin')('PUT /api/staff/:id', { params, body })).status).toBe(204)
  const row = await api.db
    .selectFrom('staff')
    .select('auth_user_id')
    .where('branch_id', '=', 1)
    .where('code', '=', code)
    .executeTakeFirstOrThrow()
  return api.as(row.auth_user_id)
}

const enter = async (code: string, stepCode?: string, password = PASSWORD) => {
  const answer = await api.as(null)('POST /api/session', {
    body: { code, password, ...(stepCode ? { stepCode } : {}) },
  })
  return answer.status === 204 ? 'in' : answer.error.code
}

/** Somebody with the second step on; the code that confirmed it is of the step before. */
const withStep = async (code: string) => {
  const as = await aPerson(code)
  const { body } = await as('POST /api/session/second-step', { body: { password: PASSWORD } })
  const { secret } = body
  const confirmed = await as('PUT /api/session/second-step', { body: { code: appShows(secret, -1) } })
  expect(confirmed.status).toBe(200)
  return { as, secret, recoveryCodes: confirmed.body.recoveryCodes }
}

/** What the log holds, in the order of the words: two acts of one moment have none of their own. */
const acts = async (): Promise<string[]> =>
  (await api.db.selectFrom('audit_event').select('action').where('entity', '=', 'secondStep').execute())
    .map(({ action }) => action)
    .toSorted()

describe('setting it up', () => {
  test('takes the password, then one code of the app; before that nothing is asked at sign-in', async () => {
    const as = await aPerson('mei')
    const wrong = await as('POST /api/session/second-step', { body: { password: 'not this one' } })
    expect([wrong.status, wrong.error.code]).toEqual([401, 'session.refused'])
    expect((await as('PUT /api/session/second-step', { body: { code: '123456' } })).error.reasons?.[0]?.code).toBe(
      'secondStep.notBegun',
    )
    const { body } = await as('POST /api/session/second-step', { body: { password: PASSWORD } })
    expect(body.address).toContain(`secret=${body.secret.replaceAll(' ', '')}&issuer=Weixi%20`)
    expect(await enter('mei')).toBe('in')
    expect((await as('PUT /api/session/second-step', { body: { code: appShows(body.secret, 5) } })).error.code).toBe(
      'session.code_refused',
    )
    const confirmed = await as('PUT /api/session/second-step', { body: { code: appShows(body.secret) } })
    expect(new Set(confirmed.body.recoveryCodes).size).toBe(10)
    expect((await as('GET /api/session/second-step', {})).body).toMatchObject({
      since: expect.any(String),
      recoveryLeft: 10,
    })
    expect((await as('POST /api/session/second-step', { body: { password: PASSWORD } })).error.reasons?.[0]?.code).toBe(
      'secondStep.on',
    )
  })

  test('leaves neither secret nor recovery codes in the database or the log', async () => {
    const { secret, recoveryCodes } = await withStep('mei')
    const stored = JSON.stringify([
      await api.db.selectFrom('second_step').selectAll().execute(),
      await api.db.selectFrom('recovery_code').selectAll().execute(),
      await api.db.selectFrom('audit_event').select(['action', 'params', 'changes']).execute(),
    ])
    const bare = secret.replaceAll(' ', '')
    const told = [
      bare,
      Buffer.from(bytesOf(secret)).toString('base64url'),
      Buffer.from(bytesOf(secret)).toString('hex'),
    ]
    for (const one of [
      ...told,
      ...recoveryCodes,
      ...recoveryCodes.map((code) => code.replaceAll('-', '').toUpperCase()),
    ])
      expect(stored).not.toContain(one)
  })
})

describe('signing in', () => {
  test('asks for a code after the right password only, and takes each code once', async () => {
    const { secret } = await withStep('mei')
    expect(await enter('mei', undefined, 'not this one')).toBe('session.refused')
    expect(await enter('mei')).toBe('session.second_step')
    expect(await enter('mei', appShows(secret, 7))).toBe('session.code_refused')
    const code = appShows(secret)
    expect(await enter('mei', `${code.slice(0, 3)} ${code.slice(3)}`)).toBe('in')
    expect(await enter('mei', code)).toBe('session.code_refused')
    expect(await enter('mei', appShows(secret, -1))).toBe('session.code_refused')
  })

  test('of two who send one code at once lets one in', async () => {
    const { secret } = await withStep('mei')
    const code = appShows(secret)
    const came = await Promise.all([enter('mei', code), enter('mei', code), enter('mei', code)])
    expect(came.toSorted()).toEqual(['in', 'session.code_refused', 'session.code_refused'])
  })

  test('a recovery code opens once, however it is written, and the log says so', async () => {
    const { as, recoveryCodes } = await withStep('mei')
    const [first = '', second = ''] = recoveryCodes
    expect(await enter('mei', first)).toBe('in')
    expect(await enter('mei', first)).toBe('session.code_refused')
    expect(await enter('mei', second.toUpperCase().replaceAll('-', ' '))).toBe('in')
    expect((await as('GET /api/session/second-step', {})).body.recoveryLeft).toBe(8)
    expect(await acts()).toEqual(['secondStep.recovered', 'secondStep.recovered', 'secondStep.set'])
  })

  test('eight wrong codes make even the right one wait, and no session is left behind', async () => {
    const { secret } = await withStep('mei')
    const sessions = async () => Number((await api.pool.query('select count(*) from auth.session')).rows[0].count)
    const before = await sessions()
    for (let n = 0; n < 8; n++) expect(await enter('mei', appShows(secret, 20 + n))).toBe('session.code_refused')
    expect(await enter('mei', appShows(secret))).toBe('session.too_many_tries')
    expect(await sessions()).toBe(before)
  })

  test('asking without a code does not forget the wrong ones', async () => {
    const { secret } = await withStep('mei')
    for (let n = 0; n < 8; n++) {
      await enter('mei', appShows(secret, 20 + n))
      await enter('mei')
    }
    expect(await enter('mei', appShows(secret))).toBe('session.too_many_tries')
  })
})

describe('taking it away', () => {
  test('one’s own needs a code, also from an open seat', async () => {
    const { as, secret } = await withStep('mei')
    expect((await as('DELETE /api/session/second-step', { body: { code: '000000' } })).error.code).toBe(
      'session.code_refused',
    )
    expect(await enter('mei')).toBe('session.second_step')
    expect((await as('DELETE /api/session/second-step', { body: { code: appShows(secret) } })).status).toBe(204)
    expect(await enter('mei')).toBe('in')
    expect(await acts()).toEqual(['secondStep.removed', 'secondStep.set'])
  })

  test('a recovery code turns it off too, for whoever has lost the telephone', async () => {
    const { as, recoveryCodes } = await withStep('mei')
    expect((await as('DELETE /api/session/second-step', { body: { code: 'aaaa-bbbb-cccc-dddd' } })).error.code).toBe(
      'session.code_refused',
    )
    expect((await as('DELETE /api/session/second-step', { body: { code: recoveryCodes[3] ?? '' } })).status).toBe(204)
    expect(await enter('mei')).toBe('in')
    expect(await acts()).toEqual(['secondStep.recovered', 'secondStep.removed', 'secondStep.set'])
  })

  test('new recovery codes need the app, and end the old ones', async () => {
    const { as, secret, recoveryCodes } = await withStep('mei')
    const [old = ''] = recoveryCodes
    expect((await as('POST /api/session/recovery-codes', { body: { code: old } })).error.code).toBe(
      'session.code_refused',
    )
    const renewed = await as('POST /api/session/recovery-codes', { body: { code: appShows(secret) } })
    expect(renewed.body.recoveryCodes).toHaveLength(10)
    expect(await enter('mei', old)).toBe('session.code_refused')
    expect(await enter('mei', renewed.body.recoveryCodes[0])).toBe('in')
  })

  test('an administrator lifts somebody’s, which is logged under the administrator’s name, and not the own one', async () => {
    await withStep('mei')
    const lift = (code: string, id: string) => api.as(code)('DELETE /api/staff/:id/second-step', { params: { id } })
    const person = async () =>
      (await api.as('admin')('GET /api/people', {})).body.people.find(({ id }) => id === idOf('mei'))
    expect((await person())?.secondStep).toBe(true)
    expect((await lift('gu', idOf('mei'))).status).toBe(403)
    expect((await lift('admin', idOf('lin'))).status).toBe(404)
    expect((await lift('admin', idOf('admin'))).error.reasons?.[0]?.code).toBe('secondStep.yourself')
    expect((await lift('admin', idOf('mei'))).status).toBe(204)
    expect((await person())?.secondStep).toBe(false)
    expect(await enter('mei')).toBe('in')
    const logged = await api.db
      .selectFrom('audit_event')
      .select(['actor_id', 'entity_id'])
      .where('action', '=', 'secondStep.lifted')
      .execute()
    expect(logged).toEqual([{ actor_id: idOf('admin'), entity_id: idOf('mei') }])
  })

  test('with the installation’s secret lost the codes of the app open nothing, a recovery code still does', async () => {
    const { secret, recoveryCodes } = await withStep('mei')
    await api.db
      .updateTable('second_step')
      .set({ sealed_secret: 'sealed-with-another' })
      .where('branch_id', '=', 1)
      .execute()
    expect(await enter('mei', appShows(secret))).toBe('session.code_refused')
    expect(await enter('mei', recoveryCodes[0])).toBe('in')
  })
})
