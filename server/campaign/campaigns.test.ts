import { sql } from 'kysely'
import { beforeAll, describe, expect, test } from 'vitest'
import { seededRandom } from '#domain/kernel/random.ts'
import { armOf } from '#domain/retention/holdout.ts'
import { freshId } from '#server/db/id.ts'
import { costPerSave } from './per-save.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { manyKnownAs } from '#test/value.ts'

const plan = {
  title: '年终留客',
  aim: '年底前把合约要到期的客户问一遍',
  offer: '续约送两个月月租',
  playbook: 'care-call',
  costEachFen: 800,
  share: 0.3,
  contactUntil: '2026-12-04',
  stayMonth: '2027-02',
  readOn: '2027-03-10',
}

const put = (api: TestApi, name: string, more: object = {}, filter: object = {}, code = 'gu') =>
  api.as(code)('PUT /api/campaigns/:id', {
    params: { id: idOf(name) },
    body: { ...plan, audience: { name: '名单', filter }, baseVersion: null, ...more },
  })

const show = async (api: TestApi, name: string) =>
  (await api.as('gu')('GET /api/campaigns/:id', { params: { id: idOf(name) } })).body

const move = async (api: TestApi, name: string, to: 'start' | 'unstart' | 'stop' | 'resume' | 'drop', code = 'gu') =>
  api.as(code)('POST /api/campaigns/:id/moves', {
    params: { id: idOf(name) },
    body: { move: to, baseVersion: (await show(api, name)).version },
  })

const arm = async (api: TestApi, name: string, of: 'contacted' | 'heldOut') =>
  (
    await api.as('gu')('GET /api/campaigns/:id/customers', {
      params: { id: idOf(name) },
      query: { arm: of, limit: 200 },
    })
  ).body.rows

const reasonsOf = ({ error }: { error: { reasons?: readonly { code: string }[] } }) =>
  (error.reasons ?? []).map(({ code }) => code)

describe('a campaign that holds customers out', () => {
  let api: TestApi
  const names = Array.from({ length: 40 }, (_, i) => `客户${i}`)

  beforeAll(async () => {
    api = await testApi()
    for (const name of names) await aCustomer(api, name, { manager: 'lin', unit: 'north' })
    await aCustomer(api, '南边客户', { manager: 'xu', unit: 'south' })
    await aCustomer(api, '不想听', { manager: 'lin', unit: 'north' })
    await api.db
      .insertInto('consent')
      .values({
        branch_id: 1,
        customer_id: idOf('不想听'),
        purpose: 'care',
        state: 'refused',
        since: '2026-01-05',
        source: '电话里说的',
      })
      .execute()
  })

  test('is for leads alone, each of their own units', async () => {
    for (const code of ['lin', 'train', 'admin', 'line'])
      expect((await put(api, '不许', {}, {}, code)).error.code).toBe('access.denied')
    expect((await put(api, '年终')).status).toBe(200)
    const other = await api.as('yan')('GET /api/campaigns/:id', { params: { id: idOf('年终') } })
    expect(other.error.code).toBe('record.not_found')
  })

  test('counts its audience before, and says whom it leaves out', async () => {
    const { body } = await api.as('gu')('GET /api/campaigns/audience', { query: { playbook: 'care-call', share: 0.3 } })
    expect(body).toMatchObject({ customers: 40, heldOut: 12, contacted: 28, base: { assumed: true }, detectable: null })
    expect(body.leftOut).toEqual({ left: 0, noManager: 0, refused: 1, undisturbed: 0, otherKind: 0 })
  })

  test('has its reading after its outcome', async () => {
    expect(reasonsOf(await put(api, '太早', { readOn: '2027-02-01' }))).toEqual(['campaign.readTooSoon'])
    expect(reasonsOf(await put(api, '没有流程', { playbook: 'no-such' }))).toEqual(['campaign.noPlaybook'])
  })

  test('assigns everybody once by its seed, and puts the contacted on Today with its name, the held out not', async () => {
    const started = await move(api, '年终', 'start')
    expect(started.body.contacted + started.body.heldOut).toBe(40)
    expect((await move(api, '年终', 'start')).body).toEqual(started.body)
    const { seed } = await api.db.selectFrom('campaign').select('seed').executeTakeFirstOrThrow()
    const [contacted, heldOut] = [await arm(api, '年终', 'contacted'), await arm(api, '年终', 'heldOut')]
    for (const { customerId, arm: drawn } of [...contacted, ...heldOut])
      expect(drawn).toBe(armOf({ campaignId: '', seed, share: 0.3 }, customerId))
    expect(heldOut.length).toBeGreaterThan(4)
    expect(heldOut.every(({ dueOn }) => dueOn === null)).toBe(true)
    const days = contacted.map(({ dueOn }) => dueOn ?? '').toSorted((a, b) => a.localeCompare(b))
    expect([days[0], days.at(-1)]).toEqual(['2026-11-23', '2026-12-04'])
    const { rows } = (await api.as('lin')('GET /api/today', {})).body
    expect(rows.length).toBeGreaterThan(0)
    for (const row of rows) {
      expect(contacted.some(({ customerId }) => customerId === row.customerId)).toBe(true)
      expect(row.whys[0]).toMatchObject({ code: 'why.task', params: { subject: '年终留客', aboutZh: '关怀电话' } })
    }
  })

  test('lets a promise to somebody held out stand on Today and be kept', async () => {
    const [held] = await arm(api, '年终', 'heldOut')
    const customerId = held?.customerId ?? ''
    const id = freshId(MONDAY_AT_TEN)
    const due = new Date(MONDAY_AT_TEN.getTime() + 3_600_000)
    await api.db
      .insertInto('promise')
      .values({
        branch_id: 1,
        id,
        customer_id: customerId,
        what: '发合同',
        due_at: due,
        made_at: new Date('2026-11-20T08:00:00Z'),
        made_by: idOf('lin'),
        owner_id: idOf('lin'),
      })
      .execute()
    const { rows } = (await api.as('lin')('GET /api/today', {})).body
    expect(rows[0]).toMatchObject({ customerId, owed: true })
    const kept = await api.as('lin')('PUT /api/runs/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: {
        customerId,
        direction: 'outbound',
        channel: 'call',
        playbook: 'care-call',
        occasions: [{ kind: 'promise', recordId: id }],
      },
    })
    expect(kept.status).toBe(200)
  })

  test('refuses its contact with somebody held out, from whatever page; done against it, it is counted where they were put', async () => {
    const customerId = (await arm(api, '年终', 'heldOut'))[1]?.customerId ?? ''
    const body = { customerId, direction: 'outbound' as const, channel: 'call' as const, playbook: 'care-call' }
    const start = (code: string, more: object = {}) =>
      api.as(code)('PUT /api/runs/:id', { params: { id: freshId(MONDAY_AT_TEN) }, body: { ...body, ...more } })
    const refused = await start('lin', { agreedTime: true })
    expect(reasonsOf(refused)).toEqual(['gate.heldOut'])
    expect(refused.error.params['nextAt']).toBe('2027-03-09T16:00:00.000Z')
    expect((await start('lin', { agreedTime: true, purpose: 'service' })).status).toBe(200)
    expect((await start('lin', { agreedTime: true, playbook: 'visit' })).status).toBe(200)
    const planned = await api.as('lin')('PUT /api/tasks/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: { customerId, playbook: 'care-call', dueOn: '2026-11-25' },
    })
    expect(reasonsOf(planned)).toEqual(['gate.heldOut'])
    const ahead = await api.as('lin')('GET /api/customers/:id/contact-ahead', {
      params: { id: customerId },
      query: { channel: 'call', playbook: 'care-call' },
    })
    expect(ahead.body.gate.reasons.map(({ code }) => code)).toContain('gate.heldOut')

    const run = await start('gu', { override: { reason: '客户在营业厅问起来' } })
    expect(run.status).toBe(200)
    await reached(api, run.body.id, customerId)
    const { heldOut, contacted } = await show(api, '年终')
    expect([heldOut.reached, contacted.reached]).toEqual([1, 0])
  })

  test('takes no page’s word for what brings somebody held out up: invented, another’s or settled is no occasion', async () => {
    const [, , held, other] = await arm(api, '年终', 'heldOut')
    const customerId = held?.customerId ?? ''
    const start = (kind: string, recordId: string) =>
      api.as('lin')('PUT /api/runs/:id', {
        params: { id: freshId(MONDAY_AT_TEN) },
        body: {
          customerId,
          direction: 'outbound',
          channel: 'call',
          playbook: 'care-call',
          agreedTime: true,
          occasions: [{ kind, recordId }],
        },
      })
    const promise = async (name: string, of: string, state: 'open' | 'withdrawn') => {
      const made = { made_at: new Date('2026-11-20T08:00:00Z'), made_by: idOf('lin'), owner_id: idOf('lin') }
      const due_at = new Date('2026-11-23T08:00:00Z')
      await api.db
        .insertInto('promise')
        .values({ branch_id: 1, id: idOf(name), customer_id: of, what: '发合同', due_at, state, ...made })
        .execute()
      return idOf(name)
    }
    const [task] = await api.db
      .selectFrom('task')
      .select(['id', 'due_on'])
      .where('campaign_id', '=', idOf('年终'))
      .execute()
    for (const [kind, recordId] of [
      ['birthday', `${customerId}/2026-11-24`],
      ['promise', idOf('没有这个承诺')],
      ['promise', await promise('别人的承诺', other?.customerId ?? '', 'open')],
      ['promise', await promise('撤回的承诺', customerId, 'withdrawn')],
      ['task', `${task?.id}/${task?.due_on}`],
      ['cadence', 'x'],
    ] as const)
      expect([kind, reasonsOf(await start(kind, recordId))]).toEqual([kind, ['gate.heldOut']])

    await sql`update customer set dossier = '{"birthday": {"calendar": "solar", "month": 11, "day": 24}}'
      where id = ${customerId}`.execute(api.db)
    expect((await start('birthday', `${customerId}/2026-11-24`)).status).toBe(200)
    expect((await start('promise', await promise('真的承诺', customerId, 'open'))).status).toBe(200)
    await api.db
      .insertInto('appointment')
      .values({
        branch_id: 1,
        id: idOf('下周见'),
        customer_id: customerId,
        owner_id: idOf('lin'),
        way: 'call',
        starts_at: new Date('2026-12-01T02:00:00Z'),
        ends_at: new Date('2026-12-01T02:30:00Z'),
        state: 'agreed',
        made_at: MONDAY_AT_TEN,
        made_by: idOf('lin'),
      })
      .execute()
    expect((await start('appointment', idOf('下周见'))).status).toBe(200)
  })

  test('counts who was reached by its tasks, and cannot be taken back after', async () => {
    const [first] = (await arm(api, '年终', 'contacted')).filter(({ dueOn }) => dueOn === '2026-11-23')
    const customerId = first?.customerId ?? ''
    const run = await api.as('lin')('PUT /api/runs/:id', {
      params: { id: freshId(MONDAY_AT_TEN) },
      body: { customerId, direction: 'outbound', channel: 'call', playbook: 'care-call', agreedTime: true },
    })
    expect(run.status).toBe(200)
    await reached(api, run.body.id, customerId)
    expect((await show(api, '年终')).contacted.reached).toBe(1)
    expect(reasonsOf(await move(api, '年终', 'unstart'))).toEqual(['campaign.contacted'])
  })

  test('stopped, its contacts leave Today; resumed, they are back', async () => {
    const before = (await show(api, '年终')).due
    expect((await move(api, '年终', 'stop')).status).toBe(200)
    expect((await show(api, '年终')).due).toBe(0)
    expect((await move(api, '年终', 'resume')).status).toBe(200)
    expect((await show(api, '年终')).due).toBe(before)
  })

  test('a start nobody was contacted after is taken back whole, and started again it draws the same arms', async () => {
    await put(api, '第二个', { title: '第二个', playbook: 'retention-talk' })
    await move(api, '第二个', 'start')
    const held = (await arm(api, '第二个', 'heldOut')).map(({ customerId }) => customerId)
    expect((await move(api, '第二个', 'unstart')).status).toBe(200)
    expect(await show(api, '第二个')).toMatchObject({ phase: 'draft', due: 0, contacted: { customers: 0 } })
    await move(api, '第二个', 'start')
    expect((await arm(api, '第二个', 'heldOut')).map(({ customerId }) => customerId)).toEqual(held)
    expect(reasonsOf(await move(api, '第二个', 'drop'))).toEqual(['campaign.notNow'])
  })

  test('put away and planned anew it draws the same arms; edited to another month it draws others, and back again the first', async () => {
    const drawn = async (name: string) => {
      await move(api, name, 'start')
      const held = (await arm(api, name, 'heldOut')).map(({ customerId }) => customerId)
      await move(api, name, 'unstart')
      return held
    }
    const edit = async (name: string, more: object) =>
      put(api, name, { playbook: 'retention-talk', ...more, baseVersion: (await show(api, name)).version })
    const later = { stayMonth: '2027-03', readOn: '2027-04-10' }
    await put(api, '第三个', { playbook: 'retention-talk', ...later })
    const held = await drawn('第三个')
    expect(held.length).toBeGreaterThan(0)
    expect((await move(api, '第三个', 'drop')).status).toBe(200)

    await put(api, '再来一个', { playbook: 'retention-talk', ...later })
    expect(await drawn('再来一个')).toEqual(held)
    expect((await edit('再来一个', { stayMonth: '2027-04', readOn: '2027-05-10' })).status).toBe(200)
    expect(await drawn('再来一个')).not.toEqual(held)
    expect((await edit('再来一个', later)).status).toBe(200)
    expect(await drawn('再来一个')).toEqual(held)
  })

  test('for retention talks keeps a score alone from opening a case of somebody held out, and never the customer', async () => {
    const customerId = (await arm(api, '第二个', 'heldOut'))[0]?.customerId ?? ''
    const open = (from: 'model' | 'customer') =>
      api.as('lin')('PUT /api/retention/:id', {
        params: { id: freshId(MONDAY_AT_TEN) },
        body: { customerId, from, words: '问怎么转网' },
      })
    expect(reasonsOf(await open('model'))).toEqual(['dispatch.heldOut'])
    expect((await open('customer')).status).toBe(200)
  })

  test('says nothing of outcomes before the day set beforehand', async () => {
    const page = await show(api, '年终')
    expect(page).toMatchObject({ outcome: null, effect: { verdict: 'early', difference: null }, lesson: null })
    const learnt = await api.as('gu')('POST /api/campaigns/:id/lesson', {
      params: { id: idOf('年终') },
      body: { jobId: freshId(MONDAY_AT_TEN) },
    })
    expect(reasonsOf(learnt)).toEqual(['campaign.notNow'])
  })
})

/** What filing a contact leaves: one touch that reached them. */
const reached = async (api: TestApi, runId: string, customerId: string): Promise<void> => {
  await api.db
    .insertInto('touch')
    .values({
      branch_id: 1,
      id: runId,
      run_id: runId,
      customer_id: customerId,
      staff_id: idOf('lin'),
      channel: 'call',
      direction: 'active',
      purpose: 'care',
      outcome: 'reached',
      reached: true,
      at: MONDAY_AT_TEN,
    })
    .execute()
}

describe('a campaign that can be read', () => {
  let api: TestApi

  /** 3,000 customers; contact keeps those who pay by the month and drives away those on a yearly plan. The draw is always the same. */
  beforeAll(async () => {
    api = await testApi()
    const random = seededRandom(11)
    const rows = Array.from({ length: 3000 }, (_, i) => ({
      code: `K${i}`,
      attributes: { 付款: random() < 0.5 ? '月付' : '年付', 在网月数: Math.floor(random() * 90) },
      left: null,
    }))
    await manyKnownAs(api, '2026-10-31', rows)
    await sql`update customer set unit_id = ${idOf('north')}`.execute(api.db)
    await put(api, '看得出', { share: 0.5, costEachFen: 500, way: 'care' })
    await sql`update campaign set seed = 'drawn once for this test' where id = ${idOf('看得出')}`.execute(api.db)
    expect((await move(api, '看得出', 'start')).status).toBe(200)
    const plans = new Map(rows.map(({ code, attributes }) => [code, attributes.付款]))
    const drawn = await api.db
      .selectFrom('campaign_customer')
      .innerJoin('customer', 'customer.id', 'campaign_customer.customer_id')
      .select(['customer.id', 'code', 'arm'])
      .orderBy('code')
      .execute()
    const left: string[] = []
    const stayed: string[] = []
    drawn.forEach(({ id, code, arm: side }, i) => {
      if (i % 50 === 0) return
      const helps = plans.get(code) === '月付' ? 0.38 : -0.2
      const chance = 0.6 + (side === 'contacted' ? helps : 0)
      if (random() < chance) stayed.push(id)
      else left.push(id)
    })
    await sql`insert into standing (branch_id, month, customer_id, kind, state)
      select 1, 202702, id, 'person', case when id = any(${left}::uuid[]) then 'left' else 'ranked' end
      from customer where id = any(${[...left, ...stayed]}::uuid[])`.execute(api.db)
    await sql`insert into bill (branch_id, customer_id, month, kind, amount_fen)
      select 1, id, 202702, 'total', 9900 from unnest(${stayed}::uuid[]) id`.execute(api.db)
    await sql`update campaign set read_on = '2026-11-23'`.execute(api.db)
  })

  test('tells what it caused by assignment, with what is not known counted', async () => {
    const page = await show(api, '看得出')
    const { contacted, heldOut, outcome, effect } = page
    expect(page.phase).toBe('readable')
    expect(contacted.customers + heldOut.customers).toBe(3000)
    expect((outcome?.contacted.unknown ?? 0) + (outcome?.heldOut.unknown ?? 0)).toBe(60)
    expect(outcome?.contacted.stayed).toBeGreaterThan(0)
    expect(effect).toMatchObject({ verdict: 'helped', said: { code: 'effect.helped' } })
    expect(effect?.difference?.low).toBeGreaterThan(0)
    expect(reasonsOf(await move(api, '看得出', 'stop'))).toEqual(['campaign.read'])
  })

  test('stands beside the way it tried, with its interval; what a save cost goes into the cost of keeping [R-08][R-31]', async () => {
    const { effect } = await show(api, '看得出')
    const learnt = await api.as('lin')('GET /api/retention-learnt', {})
    const care = learnt.body.ways.find(({ way }) => way === 'care')
    expect(care).toMatchObject({ of: 0, rate: null, caused: { title: '年终留客', said: { code: 'effect.helped' } } })
    expect(care?.caused?.share).toEqual(effect?.difference)
    expect(learnt.body.ways.filter(({ caused }) => caused !== null)).toHaveLength(1)

    // Nobody has been reached yet: a save that cost nothing.
    expect((await costPerSave(api.db, 1, '2026-11-23'))?.value).toBe(0)
    await api.db
      .updateTable('task')
      .set({ state: 'done', settled_at: MONDAY_AT_TEN })
      .where('campaign_id', '=', idOf('看得出'))
      .execute()
    const reached = await show(api, '看得出')
    const { customers, reached: all } = reached.contacted
    const saves = reached.effect?.saves
    expect([all, reached.costFen]).toEqual([customers, customers * 500])
    const perSave = await costPerSave(api.db, 1, '2026-11-23')
    expect(perSave?.value).toBeCloseTo((customers * 500) / (saves?.value ?? 0), 6)
    expect(perSave?.high).toBeCloseTo((customers * 500) / (saves?.low ?? 0), 6)
    expect(await costPerSave(api.db, 1, '2026-11-22')).toBeNull()
  })

  test('teaches whom such contact harms; they are left in peace, out of the next audience, until somebody lifts it', async () => {
    const asked = await api.as('gu')('POST /api/campaigns/:id/lesson', {
      params: { id: idOf('看得出') },
      body: { jobId: idOf('learning') },
    })
    expect(asked.status).toBe(200)
    await api.finishJobs()
    const page = await show(api, '看得出')
    expect(page).toMatchObject({
      lesson: { said: { code: 'undisturbed.shown' } },
      learning: { state: 'done', mine: true },
    })
    const list = async () =>
      (await api.as('gu')('GET /api/campaigns/:id/undisturbed', { params: { id: idOf('看得出') } })).body
    const { rows, more } = await list()
    expect(rows.length + more).toBe(page.lesson?.customers)
    expect(page.lesson?.customers).toBeGreaterThan(200)
    const [first] = rows
    expect(first).toMatchObject({ until: '2027-11-23', lifted: null })
    expect(first?.uplift).toBeLessThan(0)

    const audience = async () =>
      (await api.as('gu')('GET /api/campaigns/audience', { query: { playbook: 'care-call', share: 0.2 } })).body
    expect((await audience()).leftOut.undisturbed).toBe(page.lesson?.customers)
    const start = () =>
      api.as('lin')('PUT /api/runs/:id', {
        params: { id: freshId(MONDAY_AT_TEN) },
        body: {
          customerId: first?.customerId ?? '',
          direction: 'outbound',
          channel: 'call',
          playbook: 'care-call',
          agreedTime: true,
        },
      })
    expect(reasonsOf(await start())).toEqual(['gate.leaveBe'])
    const params = { id: idOf('看得出'), customerId: first?.customerId ?? '' }
    await api.as('gu')('PUT /api/campaigns/:id/undisturbed/:customerId/lifting', {
      params,
      body: { reason: '客户说欢迎来电' },
    })
    expect((await list()).rows[0]?.lifted).toEqual({ by: '顾一鸣', reason: '客户说欢迎来电' })
    expect((await audience()).leftOut.undisturbed).toBe((page.lesson?.customers ?? 0) - 1)
    expect((await start()).status).toBe(200)
  })
})
