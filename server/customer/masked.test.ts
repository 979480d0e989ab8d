import { beforeAll, expect, test } from 'vitest'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'
import { maskedNumber } from './masked.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '单志远', { manager: 'lin' })
  await aCustomer(api, '陈国栋', { manager: 'xu' })
})

test('a conflict names who wrote what meanwhile, and shows no more of a document number than the page does', async () => {
  const write = (idNumber: string) =>
    api.as('lin')('PATCH /api/customers/:id', {
      params: { id: idOf('单志远') },
      body: { baseVersion: 1, dossier: { idNumber } },
    })
  expect((await write('110101199003070011')).status).toBe(200)
  const { status, error } = await write('110101199003070038')
  expect(status).toBe(409)
  expect(error.conflicts).toMatchObject([{ field: 'idNumber', theirs: '11****11', yours: '110101199003070038' }])
})

test('several numbers in one place are masked each; an account of ours is none of them', () => {
  expect(maskedNumber('13700137000')).toBe('137 **** 7000')
  expect(maskedNumber('13700137000/13700137001')).toBe('13****00/13****01')
  expect(maskedNumber('YC-GK-20417')).toBe('YC-GK-20417')
})

test('who said an expectation is a contact person of that very customer', async () => {
  const saidById = idOf('周明')
  await api.as('xu')('PUT /api/customers/:id/people/:partId', {
    params: { id: idOf('陈国栋'), partId: saidById },
    body: { baseVersion: null, fields: { name: '周明' } },
  })
  const { status } = await api.as('lin')('PUT /api/expectations/:id', {
    params: { id: idOf('期望') },
    body: { customerId: idOf('单志远'), saidById, what: '账单分开寄', nature: 'factual' },
  })
  expect(status).toBe(404)
})
