import { beforeAll, describe, expect, test } from 'vitest'
import { testApi, type TestApi } from '#test/api.ts'
import { deviceMarks } from './device.ts'

const PASSWORD = 'a right password'

describe('a mark', () => {
  const { known, given } = deviceMarks('a secret', true)
  const carried = (cookie: string): Headers => new Headers({ cookie: `other=1; ${cookie.split(';')[0]}` })

  test('is known again for the code it was given for, and for no other', () => {
    const mark = given('lin')
    expect(known(carried(mark), 'lin')).toMatch(/^[\w-]{16}$/)
    expect(known(carried(mark), 'han')).toBeNull()
    expect(known(new Headers(), 'lin')).toBeNull()
    expect(mark).toMatch(/HttpOnly; SameSite=Strict; Secure$/)
  })

  test('made up, or made with another secret, is none', () => {
    const mark = given('lin')
    expect(known(carried(mark.replace(/\..*/, '.made-up')), 'lin')).toBeNull()
    const [name] = mark.split('=')
    const elsewhere = deviceMarks('another', true).given('lin').split('=')[1] ?? ''
    expect(known(carried(`${name}=${elsewhere}`), 'lin')).toBeNull()
  })
})

describe('eight wrong tries', () => {
  let api: TestApi
  beforeAll(async () => {
    api = await testApi()
    for (const code of ['ma', 'fang']) await addPerson(code)
  })

  const addPerson = async (code: string): Promise<void> => {
    const unitId = (await api.as('admin')('GET /api/units', {})).body.units[0]?.id ?? ''
    const body = { code, name: code, roles: ['manager' as const], unitId, password: PASSWORD }
    const added = await api.as('admin')('PUT /api/staff/:id', { params: { id: crypto.randomUUID() }, body })
    if (added.status >= 300) throw new Error(JSON.stringify(added.error))
  }

  const enter = async (code: string, password: string, cookie = '') => {
    const response = await api.fetch(
      new Request('http://localhost/api/session', {
        method: 'POST',
        headers: { 'content-type': 'application/json', cookie },
        body: JSON.stringify({ code, password }),
      }),
    )
    const mark = response.headers.getSetCookie().find((each) => each.startsWith('weixi.device-'))
    return { status: response.status, mark: mark?.split(';')[0] ?? '' }
  }

  const guess = async (code: string, cookie = ''): Promise<number[]> =>
    Promise.all(Array.from({ length: 9 }, async () => (await enter(code, 'a wrong password', cookie)).status))

  test('by somebody in the same office do not keep a colleague out of their own browser', async () => {
    const own = await enter('ma', PASSWORD)
    expect(own.status).toBe(204)
    expect((await guess('ma')).filter((status) => status === 429)).toHaveLength(1)
    expect((await enter('ma', PASSWORD)).status).toBe(429)
    expect((await enter('ma', PASSWORD, own.mark)).status).toBe(204)
  })

  test('in one’s own browser are counted like any others', async () => {
    const own = await enter('fang', PASSWORD)
    expect((await guess('fang', own.mark)).filter((status) => status === 429)).toHaveLength(1)
    expect((await enter('fang', PASSWORD, own.mark)).status).toBe(429)
  })
})
