import { beforeAll, describe, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin' })
})

const person = (code: string, more: Record<string, unknown> = {}) => ({
  params: { id: idOf(code) },
  body: { code, name: '方静', roles: ['vip_desk' as const], unitId: idOf('north'), ...more },
})

describe('people and units [P-01]', () => {
  test('only an administrator sees and sets them', async () => {
    for (const code of ['lin', 'gu', 'desk', 'train', 'line'])
      expect([
        (await api.as(code)('GET /api/people', {})).status,
        (await api.as(code)('PUT /api/staff/:id', person('desk'))).status,
      ]).toEqual([403, 403])
    const { body } = await api.as('admin')('GET /api/people', {})
    expect(body.people.find((one) => one.code === 'lin')).toMatchObject({ customers: 1, canSignIn: true })
  })

  test('somebody new signs in with the first password, and with a new number after it was changed', async () => {
    const hired = { name: '吴迪', password: 'a first password' }
    expect((await api.as('admin')('PUT /api/staff/:id', person('wu', hired))).status).toBe(204)
    const enter = (code: string) => api.as(null)('POST /api/session', { body: { code, password: 'a first password' } })
    expect((await enter('wu')).status).toBe(204)
    const renamed = { ...person('wu', { name: '吴迪' }), params: { id: idOf('wu') } }
    renamed.body.code = 'YC-0417'
    expect((await api.as('admin')('PUT /api/staff/:id', renamed)).status).toBe(204)
    expect([(await enter('wu')).status, (await enter('YC-0417')).status]).toEqual([401, 204])
  })

  test('a password everybody tries first is refused with its reason, whoever sets it; those in use stay', async () => {
    const set = async (password: string) => {
      const { status, error } = await api.as('admin')('PUT /api/staff/:id', person('easy', { name: '易猜', password }))
      return [status, error.reasons?.[0]?.code]
    }
    expect(await set('1qaz2wsx3edc')).toEqual([422, 'password.common'])
    expect(await set('woaini5201314')).toEqual([422, 'password.common'])
    expect(await set('easy-yicai-2026')).toEqual([422, 'password.own'])
    expect(await set('yunchuanfengongsi')).toEqual([422, 'password.own'])
    expect(await set('13800138000')).toEqual([422, 'password.digits'])
    expect((await set('a kettle under rain'))[0]).toBe(204)
  })

  test('a number belongs to one person', async () => {
    const { status, error } = await api.as('admin')('PUT /api/staff/:id', {
      ...person('lin'),
      params: { id: idOf('new') },
    })
    expect([status, error.code]).toEqual([409, 'record.exists'])
  })

  test('the last administrator stays one, and nobody deactivates themselves', async () => {
    const demoted = person('admin', { roles: ['lead'] })
    const { status, error } = await api.as('admin')('PUT /api/staff/:id', demoted)
    expect([status, error.reasons?.[0]?.code]).toEqual([422, 'staff.last_admin'])
    const gone = await api.as('admin')('PUT /api/staff/:id', person('admin', { roles: ['admin'], active: false }))
    expect(gone.error.reasons?.[0]?.code).toBe('staff.yourself')
  })

  test('who is deactivated is signed out everywhere', async () => {
    expect((await api.as('train')('GET /api/session', {})).status).toBe(200)
    await api.as('admin')('PUT /api/staff/:id', person('train', { name: '唐玥', roles: ['trainer'], active: false }))
    expect((await api.as('train')('GET /api/session', {})).status).toBe(401)
  })

  test('a unit never stands under one of its own', async () => {
    const unit = (code: string, under: string | null) => ({
      params: { id: idOf(code) },
      body: { code, name: code, parentId: under ? idOf(under) : null },
    })
    expect((await api.as('admin')('PUT /api/units/:id', unit('desk1', 'north'))).status).toBe(204)
    const circle = await api.as('admin')('PUT /api/units/:id', unit('north', 'desk1'))
    expect(circle.error.reasons?.[0]?.code).toBe('unit.circle')
  })
})

describe('absences [R-17]', () => {
  const away = (id: string, of: string) => ({
    params: { id: idOf(id) },
    body: { staffId: idOf(of), fromDay: '2026-11-25', toDay: '2026-11-27', kind: 'leave' as const },
  })

  test('one’s own, a lead’s own people, and nobody else’s', async () => {
    expect((await api.as('lin')('PUT /api/absences/:id', away('of lin', 'lin'))).status).toBe(204)
    expect((await api.as('gu')('PUT /api/absences/:id', away('of han', 'han'))).status).toBe(204)
    expect((await api.as('lin')('PUT /api/absences/:id', away('other', 'han'))).status).toBe(403)
    expect((await api.as('yan')('PUT /api/absences/:id', away('other', 'han'))).status).toBe(403)
  })

  test('nobody rewrites or takes back another’s by its id', async () => {
    expect((await api.as('xu')('PUT /api/absences/:id', away('of lin', 'xu'))).status).toBe(403)
    expect((await api.as('xu')('DELETE /api/absences/:id', { params: { id: idOf('of lin') } })).status).toBe(403)
    const { body } = await api.as('lin')('GET /api/absences', {})
    expect(body.absences.map(({ staffId }) => staffId).toSorted()).toEqual([idOf('lin'), idOf('han')].toSorted())
  })
})
