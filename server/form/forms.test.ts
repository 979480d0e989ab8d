import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Answer } from '#domain/form/answer.ts'
import { freshId } from '#server/db/id.ts'
import { loadPacks } from '#server/playbook/load.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { pdfText } from '#test/pdf-text.ts'
import { currentLayouts, loadLayouts } from './load.ts'

let api: TestApi
const at = MONDAY_AT_TEN.toISOString()
const drawn = 'M10 40L60 20L90 70M120 30L160 80'

beforeAll(async () => {
  api = await testApi()
  expect(await loadPacks(api.db, 'content', MONDAY_AT_TEN)).toEqual([])
  expect(await loadLayouts(api.db, 'content', MONDAY_AT_TEN)).toEqual([])
  await aCustomer(api, '北屿冷链物流', { manager: 'lin', kind: 'group', unit: 'north', phone: '13000126031' })
  await aCustomer(api, '单志远', { manager: 'han', unit: 'north', phone: '13000126032' })
})

const changed = (answers: Record<string, Answer>) =>
  Object.entries(answers).map(([field, to]) => ({ field, from: null, to: to as never }))

const put = (code: string, id: string, key: string, answers: Record<string, Answer>, more: object = {}) =>
  api.as(code)('PUT /api/forms/:id', {
    params: { id },
    body: { customerId: idOf('北屿冷链物流'), key, changes: changed(answers), ...more },
  })

const sign = (code: string, id: string, field: string, name = '程立军', path: string | null = drawn) =>
  api.as(code)('PUT /api/forms/:id/signatures/:field', { params: { id, field }, body: { name, path, at } })

const move = (code: string, id: string, kind: 'file' | 'ask' | 'approve' | 'refuse' | 'drop' | 'withdraw', note = '') =>
  api.as(code)('POST /api/forms/:id/moves', { params: { id }, body: { move: kind, note } })

const show = async (code: string, id: string) => (await api.as(code)('GET /api/forms/:id', { params: { id } })).body

const reasonOf = (answer: { status: number; error: { reasons?: { code: string }[] } }) =>
  `${answer.status} ${answer.error.reasons?.[0]?.code ?? ''}`

const pages = async (code: string, path: string) => {
  const response = await api.fetch(new Request(`http://localhost${path}`, { headers: { 'x-test-staff': code } }))
  expect(response.headers.get('content-type')).toBe('application/pdf')
  return pdfText(new Uint8Array(await response.arrayBuffer()))
}

const receipt = { customer: '北屿冷链物流', day: '2026-11-23', gifts: [{ gift: '保温杯', count: 2 }] }

describe('a receipt signed on the spot [P-21]', () => {
  const id = freshId(MONDAY_AT_TEN)
  const whole = { signatures: [{ field: 'signed', name: '程立军', path: drawn, at }] }

  test('arrives whole in one writing, and once however often it is sent', async () => {
    expect((await put('lin', id, 'gift-receipt', receipt, whole)).body.state).toBe('filed')
    const again = await put('lin', id, 'gift-receipt', receipt, whole)
    expect([again.status, again.body.state]).toEqual([200, 'filed'])
    const form = await show('lin', id)
    expect(form.signatures['signed']).toEqual({ name: '程立军', path: drawn, at })
    expect(form.can).toEqual(['sign', 'correct'])
    expect(form.signable).toEqual(['handler'])
  })

  test('no longer changes once it is signed; a correction is a form of its own that names it', async () => {
    expect(reasonOf(await put('lin', id, 'gift-receipt', { person: '老程' }))).toBe('422 form.fixed')
    const correctionId = freshId(MONDAY_AT_TEN)
    const correct = (to: string) =>
      api.as('lin')('PUT /api/forms/:id/corrections/:correctionId', { params: { id, correctionId: to } })
    expect((await correct(correctionId)).status).toBe(200)
    expect((await correct(correctionId)).status).toBe(200)
    expect((await correct(freshId(MONDAY_AT_TEN))).status).toBe(409)
    const correction = await show('lin', correctionId)
    expect([correction.corrects, correction.state, correction.signatures]).toEqual([id, 'draft', {}])
    expect((await show('lin', id)).correctedBy).toBe(correctionId)
  })

  test('is not signed while something that must be said is missing, nor by a scrawl that is no path', async () => {
    const other = freshId(MONDAY_AT_TEN)
    await put('lin', other, 'gift-receipt', { customer: '北屿冷链物流' })
    expect(reasonOf(await sign('lin', other, 'signed'))).toBe('422 form.missing')
    expect((await sign('lin', other, 'signed', '程立军', 'M1 1"/>')).status).toBe(400)
  })

  test('prints in two copies with readable Chinese, the name of who signed, and each print is logged', async () => {
    const [ours = '', theirs = '', ...more] = await pages('lin', `/api/forms/${id}/pdf?language=zh`)
    expect(more).toEqual([])
    expect(ours).toContain('礼品签收单')
    expect(ours).toContain('客户联（一式两份）')
    expect(theirs).toContain('留存联（一式两份）')
    for (const words of ['北屿冷链物流', '保温杯', '程立军', '经办人', '盖章处', '扫码看原件'])
      expect(ours).toContain(words)
    expect((await pages('lin', `/api/forms/${id}/pdf?language=en`))[0]).toContain('Gift receipt')
    const prints = await api.db
      .selectFrom('audit_event')
      .select('id')
      .where('action', '=', 'form.printed')
      .where('entity_id', '=', id)
      .execute()
    expect(prints).toHaveLength(2)
  })
})

describe('who sees a form', () => {
  test('is who sees the customer: not a colleague of another unit, nor a light collaborator', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await put('lin', id, 'visit-record', { customer: '北屿冷链物流' })
    const seen = await Promise.all(
      ['lin', 'gu', 'desk', 'han', 'xu', 'yan', 'admin', 'line'].map(async (code) => {
        const { status } = await api.as(code)('GET /api/forms/:id', { params: { id } })
        return [code, status]
      }),
    )
    expect(Object.fromEntries(seen)).toEqual({
      lin: 200,
      gu: 200,
      desk: 200,
      han: 404,
      xu: 404,
      yan: 404,
      admin: 403,
      line: 403,
    })
    expect((await put('han', freshId(MONDAY_AT_TEN), 'visit-record', {})).status).toBe(404)
  })

  test('a sheet of one’s own is nobody else’s, not even the lead’s, in lists, pages and prints [P-24]', async () => {
    const id = freshId(MONDAY_AT_TEN)
    const body = {
      steps: [{ what: '每天先做一个难打的电话', by: '2026-11-27' }],
      day: '2026-11-23',
      look: '2026-11-23',
    }
    await put('lin', id, 'next-step-sheet', body, { customerId: null })
    expect((await move('lin', id, 'file')).body.state).toBe('filed')
    expect((await show('lin', id)).dueOn).toBe('2026-11-23')
    for (const code of ['gu', 'han'])
      expect((await api.as(code)('GET /api/forms/:id', { params: { id } })).status).toBe(404)
    const listed = (code: string) => api.as(code)('GET /api/forms', { query: { key: 'next-step-sheet' } })
    expect((await listed('gu')).body.rows).toEqual([])
    expect((await listed('lin')).body.rows.map((row) => row.id)).toEqual([id])
  })

  test('a day’s sheet is the author’s and the lead’s', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await put('lin', id, 'daily-visit-sheet', { manager: '林晓岚', day: '2026-11-23' }, { customerId: null })
    expect((await show('gu', id)).key).toBe('daily-visit-sheet')
    expect(await show('gu', id)).toMatchObject({ can: ['sign'], signable: ['head'] })
    expect((await api.as('yan')('GET /api/forms/:id', { params: { id } })).status).toBe(404)
  })
})

describe('two people in one form', () => {
  test('other fields meet; the same field is told with both texts', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await put('lin', id, 'visit-record', { notes: '谈了专线' })
    const write = (code: string, field: string, from: string | null, to: string) =>
      api.as(code)('PUT /api/forms/:id', {
        params: { id },
        body: { customerId: idOf('北屿冷链物流'), key: 'visit-record', changes: [{ field, from, to }] },
      })
    expect((await write('gu', 'place', null, '总部三楼')).status).toBe(200)
    expect((await write('lin', 'notes', '谈了专线', '谈了专线和续约')).status).toBe(200)
    const clash = await write('gu', 'notes', '谈了专线', '谈了专线和价格')
    expect([clash.status, clash.error.conflicts?.[0]]).toMatchObject([
      409,
      { field: 'notes', theirs: '谈了专线和续约', yours: '谈了专线和价格', by: '林晓岚' },
    ])
    expect((await show('lin', id)).answers).toMatchObject({ notes: '谈了专线和续约', place: '总部三楼' })
  })

  test('what is no answer to the field is refused', async () => {
    const id = freshId(MONDAY_AT_TEN)
    expect(reasonOf(await put('lin', id, 'visit-record', { day: '明天' }))).toBe('422 form.unfit')
    expect(reasonOf(await put('lin', id, 'visit-record', { nothing: 'x' }))).toBe('422 form.unfit')
  })
})

describe('a gift is asked for, approved and leaves the store [P-21]', () => {
  const gift = freshId(MONDAY_AT_TEN)
  const ask = (count: number) => ({
    customer: '北屿冷链物流',
    'give-on': '2026-11-24',
    reason: '专线抢修那两天添了麻烦',
    gifts: [{ gift: '茶叶礼盒', count }],
  })
  const stock = async () =>
    (await api.as('lin')('GET /api/gifts', {})).body.gifts.find((one) => one.id === gift)?.inStore

  /** The forms somebody's Today asks to be decided. */
  const asks = async (code: string) =>
    (await api.as(code)('GET /api/today', {})).body.rows.flatMap(({ reasons }) =>
      reasons.filter(({ kind }) => kind === 'approval').map(({ recordId }) => recordId.split('/')[0]),
    )

  test('only a lead enters gifts', async () => {
    const body = { name: '茶叶礼盒', inStore: 5, note: '', baseVersion: null }
    expect((await api.as('lin')('PUT /api/gifts/:id', { params: { id: gift }, body })).status).toBe(403)
    expect((await api.as('gu')('PUT /api/gifts/:id', { params: { id: gift }, body })).status).toBe(200)
    expect(await stock()).toBe(5)
  })

  test('a lead says yes, never the author; the store has as many fewer, once', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await put('lin', id, 'gift-application', ask(2))
    expect(reasonOf(await move('lin', id, 'file'))).toBe('422 form.notWaiting')
    expect((await move('lin', id, 'ask')).body.state).toBe('waiting')
    expect([await asks('gu'), await asks('lin')]).toEqual([[id], []])
    expect(reasonOf(await put('lin', id, 'gift-application', { reason: '改一改' }))).toBe('422 form.fixed')
    expect(reasonOf(await move('lin', id, 'approve'))).toBe('422 form.ownRequest')
    expect((await show('gu', id)).can).toEqual(expect.arrayContaining(['approve', 'refuse']))
    expect((await move('gu', id, 'approve')).body.state).toBe('approved')
    expect(await asks('gu')).toEqual([])
    expect((await move('gu', id, 'approve')).body.state).toBe('approved')
    expect(await stock()).toBe(3)
    expect((await show('lin', id)).decided).toMatchObject({ by: '顾一鸣' })
  })

  test('no more than there are, and no only with a reason', async () => {
    const id = freshId(MONDAY_AT_TEN)
    await put('lin', id, 'gift-application', ask(9))
    await move('lin', id, 'ask')
    expect(reasonOf(await move('gu', id, 'approve'))).toBe('422 gift.short')
    expect(reasonOf(await move('gu', id, 'refuse'))).toBe('422 form.reason')
    expect((await move('gu', id, 'refuse', '库里不够，减到三份')).body.state).toBe('refused')
    expect(await stock()).toBe(3)
  })

  test('a correction takes from the store only what differs, and brings back what is no longer given', async () => {
    const [first, second] = [freshId(MONDAY_AT_TEN), freshId(MONDAY_AT_TEN)]
    await put('lin', first, 'gift-application', ask(2))
    await move('lin', first, 'ask')
    await move('gu', first, 'approve')
    expect(await stock()).toBe(1)
    const again = (id: string, correctionId: string) =>
      api.as('lin')('PUT /api/forms/:id/corrections/:correctionId', { params: { id, correctionId } })
    expect((await again(first, second)).status).toBe(200)
    await move('lin', second, 'ask')
    expect((await move('gu', second, 'approve')).body.state).toBe('approved')
    expect(await stock()).toBe(1)

    const third = freshId(MONDAY_AT_TEN)
    expect((await again(second, third)).status).toBe(200)
    const fewer = [{ field: 'gifts', from: ask(2).gifts, to: ask(1).gifts }]
    await put('lin', third, 'gift-application', {}, { changes: fewer })
    await move('lin', third, 'ask')
    expect((await move('gu', third, 'approve')).body.state).toBe('approved')
    expect(await stock()).toBe(2)
  })
})

test('an opinion becomes an answer owed by somebody, and the form shows when the customer heard [P-20]', async () => {
  const id = freshId(MONDAY_AT_TEN)
  const opinions = [{ what: '账单看不懂，能不能分项', owner: idOf('han'), by: '2026-11-27' }]
  await put('lin', id, 'opinion-sheet', { customer: '北屿冷链物流', day: '2026-11-23', opinions })
  expect((await sign('lin', id, 'signed')).body.state).toBe('filed')
  const [made] = (await show('lin', id)).made
  expect(made).toMatchObject({ what: '账单看不懂，能不能分项', owner: '韩一诺', state: 'open', toldAt: null })
  const promise = made?.promiseId ?? ''
  const told = await api.as('lin')('POST /api/promises/:id/moves', {
    params: { id: promise },
    body: { moveId: freshId(MONDAY_AT_TEN), move: 'told', note: '下月起分项列出' },
  })
  expect(told.status).toBe(200)
  expect((await show('lin', id)).made[0]?.toldAt).not.toBeNull()
})

test('a form printed beforehand holds what the reader may see, numbers masked; a blank one nothing [P-22]', async () => {
  const [filled = ''] = await pages(
    'lin',
    `/api/form-layouts/business-voucher/pdf?language=zh&customerId=${idOf('北屿冷链物流')}`,
  )
  expect(filled).toContain('北屿冷链物流')
  expect(filled).toContain('130 **** 6031')
  expect(filled).not.toContain('13000126031')
  const [blank = ''] = await pages('han', '/api/form-layouts/business-voucher/pdf?language=zh')
  expect(blank).toContain('业务受理单')
  expect(blank).not.toContain('北屿冷链物流')
  const refused = await api.fetch(
    new Request(`http://localhost/api/form-layouts/business-voucher/pdf?customerId=${idOf('北屿冷链物流')}`, {
      headers: { 'x-test-staff': 'han' },
    }),
  )
  expect(refused.status).toBe(404)
})

test('a broken file of a form is named by file and line, and its last sound version goes on', async () => {
  const content = join(await mkdtemp(join(tmpdir(), 'weixi-forms-')), 'content')
  await cp('content', content, { recursive: true })
  const file = join(content, 'core', 'forms', 'visit-record.yaml')
  const text = await readFile(file, 'utf8')
  await writeFile(file, text.replace('fill: run.day', 'fill: run.date'))
  const later = new Date(MONDAY_AT_TEN.getTime() + 1000)
  await loadPacks(api.db, content, later)
  const problems = await loadLayouts(api.db, content, later)
  expect(problems.map((one) => [one.file === file, one.line, one.said.code])).toEqual([[true, 16, 'value.unknown']])
  const { body } = await api.as('admin')('GET /api/packs', {})
  expect(body.packs.find(({ id }) => id === 'core')?.problems).toHaveLength(1)
  expect((await currentLayouts(api.db, 1)).some(({ layout }) => layout.id === 'visit-record')).toBe(true)
  await rm(join(content, '..'), { recursive: true })
})
