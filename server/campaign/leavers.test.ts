import { beforeAll, describe, expect, test } from 'vitest'
import { runMonth } from '#server/flows/run-month.ts'
import { clockStartingAt } from '#server/http/clock.ts'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'
import { aYearOf, paysUntil } from '#test/value.ts'

const names = Array.from({ length: 12 }, (_, i) => `留客${i}`)
const LEAVERS = names.slice(0, 4)
const READ_AT = new Date('2027-03-10T02:00:00Z')
const STAY_MONTH = '2027-02'

describe('customers who leave while a campaign runs', () => {
  let api: TestApi
  const campaign = { id: idOf('冬天留客') }
  const params = (name: string) => ({ id: idOf(`loss of ${name}`) })

  const outcome = async () => {
    const { body } = await api.as('gu')('GET /api/campaigns/:id', { params: campaign })
    const sides = [body.outcome?.contacted, body.outcome?.heldOut]
    const customers = body.contacted.customers + body.heldOut.customers
    const sum = (of: 'stayed' | 'unknown') => sides.reduce((all, side) => all + (side?.[of] ?? NaN), 0)
    const [stayed, unknown] = [sum('stayed'), sum('unknown')]
    return { stayed, unknown, left: customers - stayed - unknown }
  }
  const talk = (name: string, on: string) =>
    api.as('lin')('PUT /api/losses/:id/talks/:talkId', {
      params: { ...params(name), talkId: idOf(`talk with ${name}`) },
      body: { on, channel: 'call', result: 'back' } as never,
    })

  /** Four are marked as left; the first of them was still sent a last bill, the others were not. */
  beforeAll(async () => {
    api = await testApi()
    for (const name of names) {
      const id = await aCustomer(api, name, { manager: 'lin', unit: 'north' })
      const ends = LEAVERS.includes(name) && name !== LEAVERS[0] ? '2027-01' : STAY_MONTH
      await paysUntil(api, id, ends, aYearOf(9900))
    }
    const plan = { title: '冬天留客', aim: '问一遍', offer: '', playbook: 'care-call', costEachFen: 0, share: 0.5 }
    const days = { contactUntil: '2026-12-04', stayMonth: STAY_MONTH, readOn: '2027-03-10' }
    const body = { ...plan, ...days, audience: { name: '名单', filter: {} }, baseVersion: null }
    expect((await api.as('gu')('PUT /api/campaigns/:id', { params: campaign, body })).status).toBe(200)
    const started = await api.as('gu')('POST /api/campaigns/:id/moves', {
      params: campaign,
      body: { move: 'start', baseVersion: 1 },
    })
    expect(started.body.contacted + started.body.heldOut).toBe(12)
    for (const name of LEAVERS)
      await api.as('lin')('PUT /api/losses/:id', {
        params: params(name),
        body: { customerId: idOf(name), way: 'ported', leftOn: '2026-11-20' },
      })
    Object.assign(api.clock, clockStartingAt(READ_AT))
    await runMonth(api.db, 1, STAY_MONTH, READ_AT)
  })

  test('are gone in its outcome, with a last bill or without', async () => {
    expect(await outcome()).toEqual({ stayed: 8, unknown: 0, left: 4 })
  })

  test('count as before once the mark is taken back', async () => {
    const [billed = '', unbilled = ''] = LEAVERS
    for (const name of [billed, unbilled])
      expect((await api.as('lin')('DELETE /api/losses/:id', { params: params(name) })).status).toBe(204)
    expect(await outcome()).toEqual({ stayed: 9, unknown: 1, left: 2 })
  })

  test('were gone at its end when they came back after it, and not when they were back before', async () => {
    const [, , early = '', late = ''] = LEAVERS
    expect((await talk(late, '2027-03-05')).status).toBe(200)
    expect((await talk(early, '2027-02-20')).status).toBe(200)
    expect(await outcome()).toEqual({ stayed: 9, unknown: 2, left: 1 })
  })
})
