import { beforeAll, expect, test } from 'vitest'
import { SEAT_HEADER } from '#api/seat.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

/** One browser, two windows: in one of them somebody else has signed in since. */
let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han' })
})

/** A call from a page of one person in a browser where another is signed in. */
const fromPageOf = async (page: string, signedIn: string, key: string, body?: unknown) => {
  const [method = 'GET', path = ''] = key.split(' ')
  const headers = { 'x-test-staff': signedIn, [SEAT_HEADER]: idOf(page), 'content-type': 'application/json' }
  const response = await api.fetch(
    new Request(`http://localhost${path}`, { method, headers, ...(body ? { body: JSON.stringify(body) } : {}) }),
  )
  return { status: response.status, body: (await response.json()) as Record<string, unknown> }
}

test('what one person wrote is never taken for another’s who is signed in by now', async () => {
  const id = freshId(MONDAY_AT_TEN)
  const wanted = { customerId: idOf('李素珍'), direction: 'inbound' as const, purpose: 'service' as const }
  await api.as('lin')('PUT /api/runs/:id', { params: { id }, body: wanted })
  const noted = {
    id: freshId(MONDAY_AT_TEN),
    at: MONDAY_AT_TEN.toISOString(),
    type: 'noted',
    text: '她说的',
    replaces: [],
  }
  const append = (signedIn: string) => fromPageOf('lin', signedIn, `POST /api/runs/${id}/events`, { events: [noted] })
  expect(await append('han')).toMatchObject({ status: 409, body: { code: 'session.another' } })
  expect((await append('lin')).body).toMatchObject({ accepted: [{ id: noted.id, actor: idOf('lin') }] })
})

test('nothing is read for the person of the page with another’s sign-in; who sits here may always be asked', async () => {
  expect(await fromPageOf('lin', 'han', 'GET /api/today')).toMatchObject({ status: 409 })
  const asked = await fromPageOf('lin', 'han', 'GET /api/session')
  expect(asked).toMatchObject({ status: 200, body: { staff: { id: idOf('han') } } })
  expect((await api.as('han')('GET /api/today', {})).status).toBe(200)
})

test('the key to what waits on a device is one person’s alone, and the same at every sign-in', async () => {
  const keyOf = async (code: string) => (await api.as(code)('GET /api/session', {})).body.sealKey
  const [first, again, other] = [await keyOf('lin'), await keyOf('lin'), await keyOf('han')]
  expect(again).toBe(first)
  expect(other).not.toBe(first)
  expect(Buffer.from(first, 'base64')).toHaveLength(32)
})
