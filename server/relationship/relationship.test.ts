import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '秦川', { manager: 'lin' })
})

const care = (code: string, id: string, more: object = {}) =>
  api.as(code)('PUT /api/care-acts/:id', {
    params: { id: idOf(id) },
    body: { customerId: idOf('秦川'), kind: 'solve', line: '下周我去店里看线', ...more },
  })
const show = async () => (await api.as('lin')('GET /api/customers/:id/care', { params: { id: idOf('秦川') } })).body
const week = async (code: string) => (await api.as(code)('GET /api/me/week', {})).body

describe('caring as an act [R-23]', () => {
  test('is a line, once; “we will” with a day is a promise as well', async () => {
    expect((await care('xu', 'act')).status).toBe(404)
    const promise = { id: idOf('care promise'), dueDay: '2026-11-30' }
    expect((await care('lin', 'act', { promise })).status).toBe(204)
    expect((await care('lin', 'act', { promise })).status).toBe(204)
    expect((await show()).acts).toMatchObject([
      { kind: 'solve', line: '下周我去店里看线', by: '林晓岚', promised: true },
    ])
    const { body } = await api.as('lin')('GET /api/customers/:id/promises', { params: { id: idOf('秦川') } })
    expect(body.rows).toMatchObject([{ what: '下周我去店里看线', state: 'open' }])
  })
})

describe('thanks [R-27]', () => {
  const note = (code: string, id: string) =>
    api.as(code)('PUT /api/thanks/:id', {
      params: { id: idOf(id) },
      body: {
        customerId: idOf('秦川'),
        words: '小林真上心，连我妈的手机都帮着设好了',
        toIds: [idOf('lin'), idOf('line')],
      },
    })

  test('stand in the customer’s words, and are seen by those who earned them only', async () => {
    expect((await note('gu', 'thanks')).status).toBe(204)
    expect((await show()).thanks).toMatchObject([
      { words: '小林真上心，连我妈的手机都帮着设好了', to: ['韩松', '林晓岚'] },
    ])
    expect((await week('lin')).thanks).toMatchObject([{ calledBy: '秦川', notedBy: '顾一鸣' }])
    expect((await week('han')).thanks).toEqual([])
    const takeBack = (code: string) => api.as(code)('DELETE /api/thanks/:id', { params: { id: idOf('thanks') } })
    expect((await takeBack('lin')).status).toBe(404)
    expect((await takeBack('gu')).status).toBe(204)
    expect((await show()).thanks).toEqual([])
  })

  test('a line of one’s own is kept or sent; only the two see it', async () => {
    const write = (id: string, toId: string | null) =>
      api.as('lin')('PUT /api/me/gratitude/:id', { params: { id: idOf(id) }, body: { line: `谢谢 ${id}`, toId } })
    expect((await write('kept', null)).status).toBe(204)
    expect((await write('sent', idOf('han'))).status).toBe(204)
    expect((await week('lin')).lines).toHaveLength(2)
    expect((await week('han')).lines).toMatchObject([{ line: '谢谢 sent', from: '林晓岚', own: false }])
    expect((await week('gu')).lines).toEqual([])
  })
})

test('what a contact took is seen by nobody but oneself: no page, no record, no other’s contact [R-26]', async () => {
  const runId = freshId(MONDAY_AT_TEN)
  const { hash } = await api.db.selectFrom('playbook').select('hash').executeTakeFirstOrThrow()
  await api.db
    .insertInto('run')
    .values({
      branch_id: 1,
      id: runId,
      customer_id: idOf('秦川'),
      staff_id: idOf('lin'),
      playbook_hash: hash,
      direction: 'outbound',
      started_at: MONDAY_AT_TEN,
      finished_at: MONDAY_AT_TEN,
    } as never)
    .execute()
  const tap = (code: string, level: number | null) =>
    api.as(code)('PUT /api/me/strain/:runId', { params: { runId }, body: { level } })
  expect((await tap('lin', 3)).status).toBe(204)
  expect((await tap('gu', 1)).status).toBe(404)
  expect((await week('lin')).contacts).toMatchObject([{ runId, strain: 3 }])
  for (const code of ['gu', 'han', 'desk']) expect((await week(code)).contacts).toEqual([])
  expect((await api.as('admin')('GET /api/me/week', {})).status).toBe(403)
  const told = await api.db.selectFrom('audit_event').select('action').where('action', 'like', '%strain%').execute()
  expect(told).toEqual([])
  expect((await tap('lin', null)).status).toBe(204)
  expect((await week('lin')).contacts).toMatchObject([{ strain: null }])
})
