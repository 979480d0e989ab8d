import ICAL from 'ical.js'
import { beforeAll, describe, expect, test } from 'vitest'
import type { Contract } from '#api/contract.ts'
import type { Request } from '#api/endpoint.ts'
import { freshId } from '#server/db/id.ts'
import { seatOfStaff } from '#server/staff/session.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { appointmentsBetween } from './lines.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', backup: 'han', phone: '13000126027' })
  const birthday = { calendar: 'lunar', year: 1958, month: 10, day: 15 }
  await api.db
    .updateTable('customer')
    .set({ dossier: JSON.stringify({ birthday }) })
    .where('id', '=', idOf('李素珍'))
    .execute()
  await aCustomer(api, '单志远', { manager: 'lin' })
  await aCustomer(api, '许家明', { manager: 'xu' })
})

/** `11-24 10:00` on the wall of the branch. */
const at = (text: string): string => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`).toISOString()
const week = { from: '2026-11-23', to: '2026-11-29' }

type Body = Request<Contract['PUT /api/appointments/:id']>['body']
type Wish = Request<Contract['POST /api/appointments/:id/moves']>['body']['wish']

const make = async (code: string, name: string, from: string, until: string, more: Partial<Body> = {}) => {
  const id = freshId(MONDAY_AT_TEN)
  const body = {
    customerId: idOf(name),
    way: 'visit' as const,
    startsAt: at(from),
    endsAt: at(until),
    agreed: true,
    place: '建材市场 2 排 16 号',
    ...more,
  }
  return { id, answer: await api.as(code)('PUT /api/appointments/:id', { params: { id }, body }) }
}
const move = (code: string, id: string, wish: Wish, moveId = freshId(MONDAY_AT_TEN)) =>
  api.as(code)('POST /api/appointments/:id/moves', { params: { id }, body: { moveId, wish } })
const shown = async (code: string, id: string) => {
  const { body } = await api.as(code)('GET /api/calendar', { query: { ...week, whose: 'all' } })
  return body.appointments.find((one) => one.id === id)
}
const takeBack = (code: string, id: string) => api.as(code)('DELETE /api/appointments/:id', { params: { id } })

describe('an appointment', () => {
  test('sent twice is one; another customer under its id is refused; a backward one is refused', async () => {
    const { id, answer } = await make('lin', '李素珍', '11-24 10:00', '11-24 10:30')
    expect(answer.status).toBe(200)
    const again = (name: string) =>
      api.as('lin')('PUT /api/appointments/:id', {
        params: { id },
        body: {
          customerId: idOf(name),
          way: 'visit',
          startsAt: at('11-24 10:00'),
          endsAt: at('11-24 10:30'),
          agreed: true,
        },
      })
    expect([(await again('李素珍')).status, (await again('单志远')).status]).toEqual([200, 409])
    const { answer: backward } = await make('lin', '李素珍', '11-24 10:00', '11-24 09:30')
    expect(backward.error.reasons?.[0]?.code).toBe('appointment.backward')
    expect((await takeBack('lin', id)).status).toBe(204)
    expect(await shown('lin', id)).toBeUndefined()
  })

  test.each([
    ['lin', 200],
    ['han', 200],
    ['gu', 200],
    ['desk', 200],
    ['xu', 404],
    ['train', 403],
    ['admin', 403],
    ['line', 403],
  ])('%s may make one with her customer or not: %i', async (code, status) => {
    const { id, answer } = await make(code, '李素珍', '11-26 10:00', '11-26 10:30')
    expect(answer.status).toBe(status)
    if (status === 200) await takeBack(code, id)
  })

  test('is seen by those who may see the customer, in their own week only by whoever goes', async () => {
    const { id } = await make('lin', '李素珍', '11-24 10:00', '11-24 10:30')
    const sees = async (code: string, whose: 'own' | 'all') =>
      (await api.as(code)('GET /api/calendar', { query: { ...week, whose } })).body.appointments.some(
        (one) => one.id === id,
      )
    expect([
      await sees('lin', 'own'),
      await sees('han', 'own'),
      await sees('han', 'all'),
      await sees('gu', 'all'),
    ]).toEqual([true, false, true, true])
    expect(await sees('xu', 'all')).toBe(false)
    expect((await move('xu', id, { move: 'arrived' })).status).toBe(404)
    await takeBack('lin', id)
  })

  test('moved behind the customer’s back is owed to them on Today until they were told [S-34]', async () => {
    const { id } = await make('lin', '李素珍', '11-24 10:00', '11-24 10:30')
    const wish = { move: 'moved' as const, startsAt: at('11-25 10:00'), endsAt: at('11-25 10:30'), told: false }
    expect((await move('lin', id, wish)).error.reasons?.[0]?.code).toBe('appointment.reason')
    const moveId = freshId(MONDAY_AT_TEN)
    const told = { ...wish, reason: '临时开会' }
    expect((await move('lin', id, told, moveId)).body.version).toBe(2)
    expect((await move('lin', id, told, moveId)).body.version).toBe(2)
    expect((await shown('lin', id))?.untold).toMatchObject({ what: 'moved', expects: at('11-24 10:00') })
    const reasons = async () =>
      (await api.as('lin')('GET /api/today', {})).body.rows
        .filter(({ name }) => name === '李素珍')
        .flatMap((row) => row.reasons.map(({ kind }) => kind))
    expect(await reasons()).toContain('untold')
    expect((await move('lin', id, { move: 'told' })).status).toBe(200)
    expect(await reasons()).not.toContain('untold')
    expect((await takeBack('lin', id)).error.reasons?.[0]?.code).toBe('appointment.changedSince')
    await move('lin', id, { move: 'cancelled', reason: '不用了', told: true })
  })

  test('the latest step is taken back, an earlier one no more', async () => {
    const { id } = await make('lin', '单志远', '11-24 14:00', '11-24 14:30')
    const [first, second] = [freshId(MONDAY_AT_TEN), freshId(MONDAY_AT_TEN)]
    await move('lin', id, { move: 'late', startsAt: at('11-24 14:20'), reason: '堵车', told: true }, first)
    await move('lin', id, { move: 'cancelled', reason: '客户有事', told: true }, second)
    expect((await move('lin', id, { move: 'undone', stepId: first })).error.reasons?.[0]?.code).toBe(
      'appointment.changedSince',
    )
    expect((await move('lin', id, { move: 'undone', stepId: second })).status).toBe(200)
    const back = await shown('lin', id)
    expect([back?.state, back?.startsAt, back?.before?.startsAt]).toEqual([
      'agreed',
      at('11-24 14:20'),
      at('11-24 14:00'),
    ])
    expect(back?.steps.map((step) => step.move)).toEqual(['made', 'late', 'cancelled', 'undone'])
    await move('lin', id, { move: 'cancelled', reason: '不用了', told: true })
  })

  test('of today stands on Today at its time; put off with the customer’s word it moves, and comes back by undo', async () => {
    const { id } = await make('lin', '单志远', '11-23 15:00', '11-23 15:40')
    const row = async () => (await api.as('lin')('GET /api/today', {})).body.rows.find(({ name }) => name === '单志远')
    expect((await row())?.due).toEqual({ by: 'minute', day: '2026-11-23', minute: 900 })
    expect((await row())?.whys[0]).toMatchObject({ code: 'why.appointment', params: { place: '建材市场 2 排 16 号' } })
    const decision = freshId(MONDAY_AT_TEN)
    const body = {
      decision: 'snoozed' as const,
      customerId: idOf('单志远'),
      until: at('11-24 09:00'),
      reason: 'customerAsked' as const,
    }
    const put = (more: Partial<{ told: { at: string; newDue: string } }>) =>
      api.as('lin')('PUT /api/today/decisions/:id', { params: { id: decision }, body: { ...body, ...more } })
    expect((await put({})).error.reasons?.[0]?.code).toBe('snooze.tellFirst')
    expect((await put({ told: { at: at('11-23 09:50'), newDue: at('11-24 15:00') } })).status).toBe(200)
    const moved = await shown('lin', id)
    expect([moved?.startsAt, moved?.endsAt, moved?.untold]).toEqual([at('11-24 15:00'), at('11-24 15:40'), null])
    await api.as('lin')('DELETE /api/today/decisions/:id', { params: { id: decision } })
    expect((await shown('lin', id))?.startsAt).toBe(at('11-23 15:00'))
    await move('lin', id, { move: 'cancelled', reason: '不用了', told: true })
  })

  test('what nobody agreed to is no debt of today', async () => {
    const { id } = await make('lin', '单志远', '11-23 15:00', '11-23 15:40', { agreed: false })
    const { body } = await api.as('lin')('GET /api/today', {})
    expect(body.rows.flatMap(({ reasons }) => reasons.map(({ kind }) => kind))).not.toContain('appointment')
    await takeBack('lin', id)
  })
})

describe('free times', () => {
  const offered = async (customer?: string) => {
    const query = customer ? { customerId: idOf(customer) } : {}
    const { body } = await api.as('lin')('GET /api/calendar/slots', { query })
    return body.offered.map(({ startsAt }) => startsAt)
  }

  test('are this afternoon at three or tomorrow at ten, and make way for what is taken and for days away [S-26][M-26]', async () => {
    expect(await offered('李素珍')).toEqual([at('11-23 15:00'), at('11-24 10:00')])
    const { id } = await make('lin', '单志远', '11-23 15:00', '11-23 15:40')
    expect(await offered('李素珍')).toEqual([at('11-23 14:00'), at('11-24 10:00')])
    const absence = { staffId: idOf('lin'), fromDay: '2026-11-24', toDay: '2026-11-24', kind: 'leave' as const }
    const params = { id: freshId(MONDAY_AT_TEN) }
    expect((await api.as('lin')('PUT /api/absences/:id', { params, body: absence })).status).toBeLessThan(300)
    expect(await offered()).toEqual([at('11-23 14:00'), at('11-25 10:00')])
    await api.as('lin')('DELETE /api/absences/:id', { params })
    await takeBack('lin', id)
  })

  test('between two visits there is time for the way, longer where the places lie apart', async () => {
    const place = (name: string, latitude: number) =>
      api.as('lin')('PUT /api/customers/:id/place', { params: { id: idOf(name) }, body: { latitude, longitude: 112 } })
    expect((await place('李素珍', 30)).status).toBe(204)
    expect((await place('单志远', 30.2)).status).toBe(204)
    expect((await place('许家明', 30.2)).status).toBe(404)
    const { id } = await make('lin', '单志远', '11-23 15:40', '11-23 16:10')
    expect((await offered('李素珍'))[0]).toBe(at('11-23 14:00'))
    const { body } = await api.as('lin')('GET /api/calendar/slots', { query: { customerId: idOf('李素珍') } })
    expect(body.slots.map(({ startsAt }) => startsAt)).not.toContain(at('11-23 16:30'))
    await takeBack('lin', id)
    for (const name of ['李素珍', '单志远'])
      await api.as('lin')('DELETE /api/customers/:id/place', { params: { id: idOf(name) } })
  })
})

test('a visiting day goes by the way, agreed times kept', async () => {
  const made = [
    await make('lin', '李素珍', '11-25 10:00', '11-25 10:30'),
    await make('lin', '单志远', '11-25 14:00', '11-25 14:30', { agreed: false }),
  ]
  const { body } = await api.as('lin')('GET /api/calendar/route', { query: { day: '2026-11-25' } })
  expect(body.stops.map(({ customer }) => customer.name).toSorted()).toEqual(['单志远', '李素珍'])
  expect(body.stops.find(({ customer }) => customer.name === '李素珍')?.begins).toBe(at('11-25 10:00'))
  expect([body.lateMinutes, body.wayMinutes]).toEqual([0, 20])
  for (const { id } of made) await takeBack('lin', id)
})

describe('the feed for a telephone’s calendar', () => {
  const read = async (path: string) => api.fetch(new globalThis.Request(`http://localhost${path}`))
  const feed = async (code: string) => {
    const params = { id: freshId(MONDAY_AT_TEN) }
    const { body, status } = await api.as(code)('PUT /api/calendar/feeds/:id', {
      params,
      body: { label: '我的手机', language: 'zh' },
    })
    return { id: params.id, path: body.path, status }
  }

  test('is read without signing in by whoever has the address, by another program too, with lunar birthdays on their day', async () => {
    const { id: meeting } = await make('lin', '李素珍', '11-24 10:00', '11-24 10:30', {
      place: '16 号，到了打 13000126027',
      purposes: ['complaint'],
    })
    const { path } = await feed('lin')
    const answer = await read(path)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/calendar; charset=utf-8'])
    const text = await answer.text()
    expect(text).not.toContain('13000126027')
    const events = new ICAL.Component(ICAL.parse(text))
      .getAllSubcomponents('vevent')
      .map((part) => new ICAL.Event(part))
    const visit = events.find(({ uid }) => uid === `${meeting}@weixi`)
    expect([visit?.summary, visit?.startDate.toJSDate().toISOString()]).toEqual(['拜访 李素珍', at('11-24 10:00')])
    const birthdays = events.filter(({ summary }) => summary === '李素珍生日（农历十月十五）')
    expect(birthdays.map(({ startDate }) => [startDate.isDate, startDate.toString()])).toEqual([
      [true, '2026-11-23'],
      [true, '2027-11-12'],
    ])
    await takeBack('lin', meeting)
  })

  test('shows its secret once, is nobody else’s, ends when revoked, and both are in the audit', async () => {
    const { id, path } = await feed('lin')
    const { body } = await api.as('lin')('GET /api/calendar/feeds', {})
    expect(JSON.stringify(body)).not.toContain(path.slice(-20))
    const kept = await api.db.selectFrom('calendar_feed').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
    expect(JSON.stringify(kept)).not.toContain(path.slice('/api/calendar/feed/1-'.length, -4))
    const revoke = (code: string) => api.as(code)('DELETE /api/calendar/feeds/:id', { params: { id } })
    expect((await revoke('han')).status).toBe(404)
    expect((await read(path)).status).toBe(200)
    expect((await revoke('lin')).status).toBe(204)
    expect((await read(path)).status).toBe(404)
    const audited = await api.db.selectFrom('audit_event').select('action').where('entity_id', '=', id).execute()
    expect(audited.map(({ action }) => action).toSorted()).toEqual(['calendarFeed.made', 'calendarFeed.revoked'])
  })

  test('of somebody who left reads nothing; a guessed address is nobody’s', async () => {
    const { path } = await feed('desk')
    await api.db.updateTable('staff').set({ active: false }).where('code', '=', 'desk').execute()
    expect((await read(path)).status).toBe(404)
    await api.db.updateTable('staff').set({ active: true }).where('code', '=', 'desk').execute()
    expect((await read(`/api/calendar/feed/1-${'A'.repeat(43)}.ics`)).status).toBe(404)
  })

  test('nobody keeps more than five', async () => {
    for (let made = 0; made < 5; made += 1) expect((await feed('gu')).status).toBe(200)
    expect((await feed('gu')).status).toBe(422)
  })
})

test('an invitation says who comes, when and where, and nothing of ours', async () => {
  const { id } = await make('lin', '李素珍', '11-24 10:00', '11-24 10:30', { purposes: ['complaint'] })
  const { body, status } = await api.as('lin')('GET /api/appointments/:id/invitation', { params: { id } })
  const text = body as unknown as string
  const [event] = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part))
  expect([status, event?.summary, event?.location]).toEqual([200, '云川分公司林晓岚来访', '建材市场 2 排 16 号'])
  expect(text).not.toMatch(/投诉|李素珍/)
  expect((await api.as('xu')('GET /api/appointments/:id/invitation', { params: { id } })).status).toBe(404)
  await takeBack('lin', id)
})

test('a week among fifty thousand is found by its index', async () => {
  await api.pool.query(
    `insert into appointment (branch_id, id, customer_id, owner_id, way, starts_at, ends_at, state, made_at, made_by)
     select 1, gen_random_uuid(), $1, s.id, 'visit', d, d + interval '1 hour', 'done', d, s.id
     from staff s, generate_series('2024-01-01'::timestamptz, '2026-11-01', '270 minutes') d`,
    [idOf('李素珍')],
  )
  await api.pool.query('analyze appointment')
  const caller = await seatOfStaff(api.db, 1, idOf('lin'))
  if (!caller) throw new Error('nobody')
  const week = appointmentsBetween(api.db, caller, new Date('2026-06-01'), new Date('2026-06-08'), caller.staffId)
  const { sql, parameters } = week.selectAll('appointment').compile()
  const { rows } = await api.pool.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, [...parameters])
  const plan = rows.map((row) => row['QUERY PLAN']).join('\n')
  expect(plan).toContain('Index Scan using appointment_by_owner')
  expect(plan).not.toContain('Seq Scan on appointment')
})
