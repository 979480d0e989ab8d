import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { WrittenEvent } from '#api/run-event.ts'
import type { Happening } from '#domain/playbook/event.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { filePlaybooks, loadPacks } from './load.ts'

let api: TestApi
let content = ''

beforeAll(async () => {
  content = join(await mkdtemp(join(tmpdir(), 'weixi-content-')), 'content')
  await cp('content', content, { recursive: true })
  api = await testApi()
  expect(await loadPacks(api.db, content, MONDAY_AT_TEN)).toEqual([])
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han', phone: '13000126027' })
  await aCustomer(api, '单志远', { manager: 'han', phone: '13000126028' })
  await aCustomer(api, '老邱杂货', { manager: 'lin', kind: 'outlet' })
})

afterAll(() => rm(join(content, '..'), { recursive: true }))

let second = 0

const append = (id: string, ...happenings: Happening[]) => {
  const events = happenings.map((happening) => {
    second += 1
    const at = new Date(MONDAY_AT_TEN.getTime() - 60_000 + second).toISOString()
    return { id: freshId(MONDAY_AT_TEN), at, ...happening } as unknown as WrittenEvent
  })
  return api.as('lin')('POST /api/runs/:id/events', { params: { id }, body: { events } })
}

const begun = async (name: string, more: Record<string, unknown> = {}) => {
  const id = freshId(MONDAY_AT_TEN)
  const body = { customerId: idOf(name), direction: 'outbound' as const, agreedTime: true, ...more }
  const answer = await api.as('lin')('PUT /api/runs/:id', { params: { id }, body })
  expect(answer.status).toBe(200)
  return id
}

const shown = async (id: string) => (await api.as('lin')('GET /api/runs/:id', { params: { id } })).body

const ledBy = async (name: string, ...kinds: string[]) =>
  (await shown(await begun(name, { occasions: kinds.map((kind) => ({ kind, recordId: `${idOf(name)}/2026-12-01` })) })))
    .playbook.id

const tasksOf = async (name: string) =>
  (await api.as('lin')('GET /api/customers/:id/tasks', { params: { id: idOf(name) } })).body.tasks

const fitting = async (name: string) =>
  (
    await api.as('lin')('GET /api/customers/:id/playbooks', { params: { id: idOf(name) }, query: {} })
  ).body.playbooks.map(({ key }) => key)

describe('every pack under the content folder', () => {
  test('is loaded, and offered to those it is for', async () => {
    const person = await fitting('李素珍')
    const outlet = await fitting('老邱杂货')
    expect(person).toEqual(expect.arrayContaining(['care-call', 'balance-reminder', 'points-notice']))
    expect(person).not.toContain('shop-round')
    expect(person).not.toContain('group-quarterly')
    expect(outlet).toEqual(expect.arrayContaining(['care-call', 'shop-round', 'market-day-delivery']))
    expect(outlet).not.toContain('fault-closing')
  })

  test('a broken file is named by file and line, and its last sound version goes on with all the others', async () => {
    const file = join(content, 'telecom', 'playbooks', 'balance-reminder.yaml')
    const sound = await readFile(file, 'utf8')
    await writeFile(file, sound.replace(', en: "A word about the balance"', ''))
    const problems = await loadPacks(api.db, content, new Date(MONDAY_AT_TEN.getTime() + 1000))
    expect(problems.map((one) => [one.file === file, one.line, one.field, one.said.code])).toEqual([
      [true, 3, 'title.en', 'language.missing'],
    ])
    expect(await fitting('李素珍')).toEqual(expect.arrayContaining(['balance-reminder', 'points-notice', 'care-call']))
    const { body } = await api.as('admin')('GET /api/packs', {})
    expect(body.packs.find(({ id }) => id === 'telecom')?.problems).toHaveLength(1)
    await writeFile(file, sound)
    expect(await loadPacks(api.db, content, new Date(MONDAY_AT_TEN.getTime() + 2000))).toEqual([])
  })

  test('a pack without what it needs, and an id another pack has, are refused with the remedy', async () => {
    const about = join(content, 'tobacco', 'pack.yaml')
    const sound = await readFile(about, 'utf8')
    await writeFile(about, sound.replace('needs: [core]', 'needs: [kernel]'))
    const twin = join(content, 'telecom', 'playbooks', 'care-call.yaml')
    await cp(join(content, 'core', 'playbooks', 'care-call.yaml'), twin)
    const problems = await loadPacks(api.db, content, new Date(MONDAY_AT_TEN.getTime() + 3000))
    expect(problems.map(({ said }) => said)).toEqual([
      { code: 'id.otherPack', params: { id: 'care-call', pack: 'core' } },
      { code: 'pack.needs', params: { pack: 'kernel' } },
    ])
    const careCall = (await filePlaybooks(api.db)).find(({ playbook }) => playbook.id === 'care-call')
    expect(careCall?.pack).toBe('core')
    await writeFile(about, sound)
    await rm(twin)
    await loadPacks(api.db, content, new Date(MONDAY_AT_TEN.getTime() + 4000))
  })

  test('a unit does without one; one that others build on stays', async () => {
    const { units } = (await api.as('admin')('GET /api/packs', {})).body
    const { unit_id } = await api.db
      .selectFrom('customer')
      .select('unit_id')
      .where('id', '=', idOf('李素珍'))
      .executeTakeFirstOrThrow()
    expect(units.some(({ id }) => id === unit_id)).toBe(true)
    const choose = (code: string, pack: string, used: boolean) =>
      api.as(code)('PUT /api/units/:id/packs/:pack', { params: { id: unit_id ?? '', pack }, body: { used } })
    expect((await choose('lin', 'telecom', false)).status).toBe(403)
    expect((await choose('admin', 'core', false)).status).toBe(422)
    expect((await choose('admin', 'telecom', false)).status).toBe(204)
    expect(await fitting('李素珍')).not.toContain('points-notice')
    expect(await fitting('李素珍')).toContain('care-call')
    await choose('admin', 'telecom', true)
    expect(await fitting('李素珍')).toContain('points-notice')
  })
})

describe('what leads a contact', () => {
  test.each([
    ['李素珍', 'birthday', 'birthday'],
    ['李素珍', 'newCustomer', 'new-key-customer'],
    ['李素珍', 'handover', 'handover'],
    ['李素珍', 'complaint', 'complaint'],
    ['李素珍', 'risk', 'retention-talk'],
    ['李素珍', 'retention', 'retention-talk'],
    ['李素珍', 'contract', 'contract-expiry'],
    ['李素珍', 'points', 'points-notice'],
    ['李素珍', 'promise', 'service-cycle'],
    ['李素珍', 'festival', 'greeting'],
    ['李素珍', 'faultUntold', 'fault-closing'],
    ['老邱杂货', 'faultUntold', 'follow-up'],
    ['老邱杂货', 'market', 'market-day-delivery'],
    ['老邱杂货', 'contract', 'retention-talk'],
  ])('for %s and %s it is %s', async (name, reason, playbook) => {
    expect(await ledBy(name, reason)).toBe(playbook)
  })

  test('the headline decides, and one that is asked for comes before it', async () => {
    expect(await ledBy('李素珍', 'risk', 'birthday')).toBe('retention-talk')
    const asked = await begun('李素珍', { playbook: 'greeting', occasions: [{ kind: 'risk', recordId: 'x' }] })
    expect((await shown(asked)).playbook.id).toBe('greeting')
  })

  test('one that is not for this customer is refused', async () => {
    const id = freshId(MONDAY_AT_TEN)
    const body = { customerId: idOf('李素珍'), direction: 'outbound' as const, playbook: 'shop-round' }
    expect((await api.as('lin')('PUT /api/runs/:id', { params: { id }, body })).status).toBe(422)
  })

  test('two free times stand ready to choose from [S-28]', async () => {
    const { facts } = await shown(await begun('李素珍', { playbook: 'appointment-call' }))
    expect([facts['slot.first'], facts['slot.second']]).toEqual([
      { zh: '今天下午三点', en: 'today at 3 pm' },
      { zh: '明天上午十点', en: 'tomorrow at 10 am' },
    ])
  })
})

describe('what a contact leaves for another day', () => {
  const connected: Happening[] = [{ type: 'connected' }, { type: 'identified', role: 'holder', name: '' }]
  const enters = (step: string, branch: string | null = null): Happening => ({ type: 'stepEntered', step, branch })

  test('a wrong birthday makes an apology task, once', async () => {
    const id = await begun('李素珍', { playbook: 'birthday' })
    const { body } = await append(id, ...connected, enters('sorry', 'wrong-day'), {
      type: 'finished',
      reason: '客户忙',
    })
    expect([body.refused, body.filed?.tasks]).toEqual([[], 1])
    await append(id, { type: 'noted', text: '农历九月', replaces: [] })
    expect(await tasksOf('李素珍')).toMatchObject([{ playbook: 'care-call', dueOn: '2026-11-24', state: 'open' }])
  })

  test('points: told, recommended, waiting for the goods, due the day they arrive [S-04]', async () => {
    const notice = await begun('李素珍', { playbook: 'points-notice' })
    const wish: Happening = {
      type: 'captured',
      capture: freshId(MONDAY_AT_TEN),
      content: { kind: 'need', text: '空气炸锅' },
    }
    await append(notice, ...connected, wish, { type: 'finished', reason: '客户忙' })
    const [recommend] = (await tasksOf('李素珍')).filter(({ playbook }) => playbook === 'points-recommend')
    expect(recommend).toMatchObject({ subject: '空气炸锅', dueOn: '2026-11-25' })
    const second = await begun('李素珍', { occasions: [{ kind: 'task', recordId: `${recommend?.id}/2026-11-25` }] })
    const { playbook, facts, purpose } = await shown(second)
    expect([playbook.id, facts['subject.what'], purpose]).toEqual(['points-recommend', '空气炸锅', 'care'])
    const ordered: Happening = { type: 'checkMarked', step: 'order', check: 'ordered', done: true }
    await append(second, ...connected, ordered, { type: 'finished', reason: '客户忙' })
    const waiting = (await tasksOf('李素珍')).filter(({ playbook: key }) => key.startsWith('points'))
    expect(waiting).toMatchObject([{ playbook: 'points-arrival', state: 'waiting', dueOn: null }])
    const moved = await api.as('lin')('POST /api/tasks/:id/moves', {
      params: { id: waiting[0]?.id ?? '' },
      body: { move: 'arrived' },
    })
    expect(moved.body).toEqual({ state: 'open', dueOn: '2026-11-23' })
    const today = (await api.as('lin')('GET /api/today', {})).body.rows.find((row) => row.customerId === idOf('李素珍'))
    expect(today?.whys.map(({ code }) => code)).toContain('why.task')
  })

  test('who takes the way out is asked after within ten workdays [R-16]', async () => {
    const id = await begun('李素珍', { playbook: 'retention-talk' })
    await append(id, ...connected, enters('way-out', 'leave-now'), { type: 'finished', reason: '客户不想谈' })
    expect((await tasksOf('李素珍')).find(({ playbook }) => playbook === 'win-back')?.dueOn).toBe('2026-12-07')
  })

  test('one planned by hand is done by the contact that does it, dropped with a reason, and taken up again', async () => {
    const id = freshId(MONDAY_AT_TEN)
    const plan = { customerId: idOf('李素珍'), playbook: 'balance-reminder', dueOn: '2026-11-23' }
    const put = (body: typeof plan) => api.as('lin')('PUT /api/tasks/:id', { params: { id }, body })
    expect([(await put(plan)).status, (await put(plan)).status]).toEqual([200, 200])
    expect((await put({ ...plan, playbook: 'shop-round' })).status).toBe(422)
    expect((await api.as('xu')('PUT /api/tasks/:id', { params: { id }, body: plan })).status).toBe(404)
    const move = (body: { move: 'dropped'; reason: string } | { move: 'resumed' } | { move: 'arrived' }) =>
      api.as('lin')('POST /api/tasks/:id/moves', { params: { id }, body })
    expect((await move({ move: 'arrived' })).status).toBe(422)
    expect((await move({ move: 'dropped', reason: '已经补上了' })).body.state).toBe('dropped')
    expect((await move({ move: 'resumed' })).body).toEqual({ state: 'open', dueOn: '2026-11-23' })
    const run = await begun('李素珍', { playbook: 'balance-reminder' })
    await append(run, ...connected, { type: 'finished', reason: '客户忙' })
    expect((await tasksOf('李素珍')).some((task) => task.id === id)).toBe(false)
  })

  test('whoever takes a customer over greets them, by the former manager’s name [R-17]', async () => {
    const body = { ids: [idOf('单志远')], bulkId: freshId(MONDAY_AT_TEN), managerId: idOf('lin') }
    expect((await api.as('gu')('POST /api/customers/bulk', { body })).body).toEqual({ changed: 1 })
    const row = (await api.as('lin')('GET /api/today', {})).body.rows.find(
      ({ customerId }) => customerId === idOf('单志远'),
    )
    expect(row?.whys).toMatchObject([{ code: 'why.handover', params: { former: '韩一诺' } }])
    const id = await begun('单志远', { occasions: row?.reasons ?? [] })
    const { playbook, facts } = await shown(id)
    expect([playbook.id, facts['former.name']]).toEqual(['handover', '韩一诺'])
  })
})
