import { beforeAll, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { aPng } from '#test/pictures.ts'

/** What a client does that was not sure its write arrived: the same one again, before the first was answered. */
let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin' })
  await aCustomer(api, '福顺烟酒店', { kind: 'outlet', manager: 'lin' })
})

const customer = () => ({ id: idOf('李素珍') })
const fresh = () => freshId(MONDAY_AT_TEN)

const touch = {
  channel: 'visit',
  direction: 'active',
  purpose: 'care',
  outcome: null,
  minutes: 20,
  said: null,
  note: null,
  personId: null,
} as const

const writes: [name: string, write: (id: string) => Promise<{ status: number }>][] = [
  [
    'a contact begun',
    (id) =>
      api.as('lin')('PUT /api/runs/:id', {
        params: { id },
        body: { customerId: idOf('李素珍'), direction: 'inbound', purpose: 'service' },
      }),
  ],
  [
    'a person',
    (id) =>
      api.as('lin')('PUT /api/customers/:id/people/:partId', {
        params: { ...customer(), partId: id },
        body: { baseVersion: null, fields: { name: '单志远' } },
      }),
  ],
  [
    'a wish',
    (id) =>
      api.as('lin')('PUT /api/customers/:id/wishes/:partId', {
        params: { ...customer(), partId: id },
        body: { baseVersion: null, fields: { what: '要纸质账单', saidOn: '2026-11-01' } },
      }),
  ],
  [
    'a touch',
    (id) =>
      api.as('lin')('PUT /api/customers/:id/touches/:touchId', {
        params: { ...customer(), touchId: id },
        body: touch,
      }),
  ],
  [
    'a customer',
    (id) =>
      api.as('lin')('PUT /api/customers/:id', {
        params: { id },
        body: { code: `C-${id}`, kind: 'person', name: '王伟' },
      }),
  ],
]

test.each(writes)('%s, sent several times at once, is one write and every answer says so', async (_, write) => {
  const id = fresh()
  const answers = await Promise.all(Array.from({ length: 5 }, () => write(id)))
  expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200])
})

test('of a photo sent several times at once one is kept; the others are told it is there', async () => {
  const id = fresh()
  const answers = await Promise.all(
    Array.from({ length: 4 }, () =>
      api.fetch(
        new Request(`http://localhost/api/customers/${idOf('福顺烟酒店')}/photos/${id}/file?subject=display`, {
          method: 'PUT',
          headers: { 'x-test-staff': 'lin' },
          body: new Uint8Array(aPng(40, 30)),
        }),
      ),
    ),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses).toContain(200)
  expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([])
})

test('a number given to two customers at once goes to one of them', async () => {
  const names = ['陈国栋', '方静文', '许可心', '严冬梅']
  for (const name of names) await aCustomer(api, name, { manager: 'lin' })
  const answers = await Promise.all(
    names.map((name) =>
      api.as('lin')('PUT /api/customers/:id/members/:partId', {
        params: { id: idOf(name), partId: fresh() },
        body: { baseVersion: null, fields: { kind: 'mobile', number: '13000126099' } },
      }),
    ),
  )
  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 422, 422, 422])
})
