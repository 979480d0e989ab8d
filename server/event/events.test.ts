import { beforeAll, describe, expect, test } from 'vitest'
import type { GuestMove } from '#domain/event/guest.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

const tea = { title: '老客户茶会', onDay: '2026-12-05', startsAt: '14:30', place: '城北营业厅二楼', seats: 4 }

beforeAll(async () => {
  api = await testApi()
  for (const name of ['李素珍', '陈国栋', '方敏', '宋佳']) await aCustomer(api, name, { manager: 'lin' })
  await aCustomer(api, '石磊', { manager: 'xu' })
  for (const [id, more] of [
    ['tea', {}],
    ['small tea', { seats: 1 }],
    ['today', { onDay: '2026-11-23' }],
  ] as const)
    expect((await put(id, more)).status).toBe(200)
})

const put = (id: string, more: object = {}, baseVersion: number | null = null, code = 'lin') =>
  api.as(code)('PUT /api/events/:id', { params: { id: idOf(id) }, body: { ...tea, ...more, baseVersion } })

const guestId = (event: string, name: string): string => idOf(`${name} at ${event}`)

const list = (event: string, name: string, code = 'lin') =>
  api.as(code)('PUT /api/events/:id/guests/:guestId', {
    params: { id: idOf(event), guestId: guestId(event, name) },
    body: { customerId: idOf(name) },
  })

const show = async (event: string, code = 'lin') =>
  (await api.as(code)('GET /api/events/:id', { params: { id: idOf(event) } })).body

const guest = async (event: string, name: string) => {
  const found = (await show(event)).guests.find((one) => one.name === name)
  if (!found) throw new Error(`${name} is not on the list`)
  return found
}

const move = async (event: string, name: string, to: GuestMove, baseVersion?: number) =>
  api.as('lin')('POST /api/events/:id/guests/:guestId/moves', {
    params: { id: idOf(event), guestId: guestId(event, name) },
    body: { move: to, baseVersion: baseVersion ?? (await guest(event, name)).version },
  })

const codeOf = ({
  status,
  error,
}: {
  status: number
  error: { code: string; reasons?: readonly { code: string }[] }
}) => (status === 200 ? 200 : (error.reasons?.[0]?.code ?? error.code))

const planned = async (name: string) => {
  const { body } = await api.as('lin')('GET /api/customers/:id/tasks', { params: { id: idOf(name) } })
  return body.tasks.map(({ playbook, dueOn, subject }) => `${playbook} ${dueOn} ${subject}`)
}

describe('a guest list [S-05]', () => {
  test('plans the invitation of whom it lists, once however often it is sent', async () => {
    expect([codeOf(await list('tea', '李素珍')), codeOf(await list('tea', '李素珍'))]).toEqual([200, 200])
    expect(await planned('李素珍')).toEqual(['event-invite 2026-11-25 老客户茶会'])
    const second = await api.as('lin')('PUT /api/events/:id/guests/:guestId', {
      params: { id: idOf('tea'), guestId: freshId(MONDAY_AT_TEN) },
      body: { customerId: idOf('李素珍') },
    })
    expect(codeOf(second)).toBe('guest.listed')
  })

  test('asks the gate for each: who wants no care is refused with the reason, and shown so before', async () => {
    await api.db
      .insertInto('consent')
      .values({
        branch_id: 1,
        customer_id: idOf('陈国栋'),
        purpose: 'care',
        state: 'refused',
        since: '2026-01-05',
        source: '电话里说的',
      })
      .execute()
    const { body } = await api.as('lin')('GET /api/events/:id/candidates', { params: { id: idOf('tea') }, query: {} })
    const against = Object.fromEntries(body.rows.map((row) => [row.name, row.against?.reasons[0]?.code ?? null]))
    expect(against).toEqual({ 陈国栋: 'gate.refused', 方敏: null, 宋佳: null })
    expect(codeOf(await list('tea', '陈国栋'))).toBe('gate.refused')
  })

  test('shows others only their own guests, and takes none of a stranger', async () => {
    expect(codeOf(await list('tea', '石磊'))).toBe('record.not_found')
    const theirs = await show('tea', 'xu')
    expect([theirs.guests, theirs.counts.listed, theirs.own, theirs.mayChange]).toEqual([[], 1, 0, false])
    expect(codeOf(await put('tea', { place: '别处' }, 1, 'xu'))).toBe('access.denied')
  })

  test('has no more guests than seats', async () => {
    await list('small tea', '方敏')
    expect(codeOf(await list('small tea', '宋佳'))).toBe('event.full')
    await move('small tea', '方敏', 'declined')
    expect(codeOf(await list('small tea', '宋佳'))).toBe(200)
  })
})

describe('what a guest answers', () => {
  test('leads to the next task, and one of two at once meets a conflict', async () => {
    const { version } = await guest('tea', '李素珍')
    expect((await move('tea', '李素珍', 'accepted', version)).body.state).toBe('accepted')
    expect(await planned('李素珍')).toEqual(['event-day 2026-12-05 老客户茶会'])
    expect(codeOf(await move('tea', '李素珍', 'accepted', version))).toBe(200)
    expect(codeOf(await move('tea', '李素珍', 'declined', version))).toBe('record.conflict')
    expect(codeOf(await move('tea', '李素珍', 'came'))).toBe('event.notYet')
  })

  test('no longer holds after another day: they are to be told anew, and told when it is called off', async () => {
    const moved = await put('tea', { onDay: '2026-12-12' }, 1)
    expect(moved.body).toEqual({ version: 2, again: 1 })
    expect(await guest('tea', '李素珍')).toMatchObject({ state: 'listed', again: true })
    expect(await planned('李素珍')).toEqual(['event-invite 2026-11-24 老客户茶会'])
    const off = await api.as('gu')('POST /api/events/:id/call-off', {
      params: { id: idOf('tea') },
      body: { baseVersion: 2 },
    })
    expect(off.body.told).toBe(1)
    expect(await planned('李素珍')).toEqual(['care-call 2026-11-24 老客户茶会'])
  })

  test('on the day: who came is asked how it was, and the customer’s page shows it; a slip is taken back', async () => {
    await list('today', '方敏')
    await move('today', '方敏', 'accepted')
    expect((await move('today', '方敏', 'absent')).body.state).toBe('absent')
    expect((await move('today', '方敏', 'came')).body.state).toBe('attended')
    expect(await planned('方敏')).toEqual(['follow-up 2026-11-26 老客户茶会'])
    expect((await guest('today', '方敏')).followUp).toEqual({ dueOn: '2026-11-26', done: false })
    const page = await api.as('lin')('GET /api/customers/:id/events', { params: { id: idOf('方敏') } })
    expect(page.body.rows.map(({ title, state }) => `${title} ${state}`)).toContain('老客户茶会 attended')
    await move('today', '方敏', 'unmarked')
    expect(await planned('方敏')).toEqual(['event-day 2026-11-23 老客户茶会'])
  })

  test('an invitation by a playbook moves the guest by itself, and its day is planned once', async () => {
    await list('today', '宋佳')
    const runId = freshId(MONDAY_AT_TEN)
    const begun = await api.as('lin')('PUT /api/runs/:id', {
      params: { id: runId },
      body: {
        customerId: idOf('宋佳'),
        direction: 'outbound',
        playbook: 'event-invite',
        agreedTime: true,
        purpose: 'care',
      },
    })
    expect(begun.status).toBe(200)
    const happenings = [
      { type: 'aimSet', aim: { why: '请您来茶会', gives: '认识几位同好' } },
      { type: 'connected' },
      { type: 'stepEntered', step: 'confirm', branch: 'comes' },
      { type: 'finished', reason: '客户赶时间' },
    ]
    const events = happenings.map((each) => ({ id: freshId(MONDAY_AT_TEN), at: MONDAY_AT_TEN.toISOString(), ...each }))
    const filed = await api.as('lin')('POST /api/runs/:id/events', { params: { id: runId }, body: { events } as never })
    expect(filed.body).toMatchObject({ refused: [] })
    expect((await guest('today', '宋佳')).state).toBe('accepted')
    const days = (await planned('宋佳')).filter((one) => one.startsWith('event-day'))
    expect(days).toHaveLength(1)
  })

  test('stands as before when calling off is taken back; who had heard of it is asked anew', async () => {
    for (const name of ['易安', '柳永', '秦观']) await aCustomer(api, name, { manager: 'lin' })
    await put('recital', { title: '琴会', onDay: '2026-12-19' })
    for (const name of ['易安', '柳永', '秦观']) await list('recital', name)
    await move('recital', '易安', 'accepted')
    await move('recital', '柳永', 'invited')
    const of = async (name: string) => (await planned(name)).filter((one) => one.endsWith('琴会'))
    const before = [await of('易安'), await of('柳永'), await of('秦观')]
    const off = async () =>
      (
        await api.as('gu')('POST /api/events/:id/call-off', {
          params: { id: idOf('recital') },
          body: { baseVersion: (await show('recital')).version },
        })
      ).body.told
    const on = async () =>
      (await api.as('gu')('DELETE /api/events/:id/call-off', { params: { id: idOf('recital') } })).body.again
    expect(await off()).toBe(2)
    expect([await of('易安'), await of('秦观')]).toEqual([['care-call 2026-11-24 琴会'], []])
    expect([await on(), await on()]).toEqual([0, 0])
    expect([await of('易安'), await of('柳永'), await of('秦观')]).toEqual(before)
    expect((await show('recital')).calledOff).toBe(false)

    await off()
    await api.db
      .updateTable('task')
      .set({ state: 'done', settled_at: MONDAY_AT_TEN })
      .where('branch_id', '=', 1)
      .where('customer_id', '=', idOf('易安'))
      .where('subject', '=', '琴会')
      .where('state', '=', 'open')
      .execute()
    expect(await on()).toBe(1)
    expect(await guest('recital', '易安')).toMatchObject({ state: 'listed', again: true })
    expect(await of('易安')).toEqual(['event-invite 2026-11-24 琴会'])
    expect(await of('柳永')).toEqual(before[1])
  })
})
