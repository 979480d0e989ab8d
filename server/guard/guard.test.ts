import { beforeAll, describe, expect, test } from 'vitest'
import { usualGuard } from '#domain/retention/guard-setting.ts'
import { freshId } from '#server/db/id.ts'
import { loadOffers } from '#server/retention/load-offers.ts'
import { loadScripts } from '#server/script/load.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi
type Setting = Parameters<typeof put>[1]

beforeAll(async () => {
  api = await testApi()
  await loadScripts(api.db, 'content', MONDAY_AT_TEN)
  await loadOffers(api.db, 'content', MONDAY_AT_TEN)
  for (const name of ['郑可', '郑留', '郑要走', '郑走了', '郑又留']) await aCustomer(api, name, { manager: 'lin' })
})

const usual = structuredClone(usualGuard) as never
const put = (code: string | null, setting: never, baseVersion = 0) =>
  api.as(code)('PUT /api/retention-guard', { body: { baseVersion, setting } })
const changed = (more: object): Setting => ({ ...(usual as object), ...more }) as never

describe('the guard of a branch [R-09, R-22]', () => {
  test.each([
    ['gu', 200, true],
    ['admin', 200, true],
    ['lin', 200, false],
    ['line', 403, null],
    [null, 401, null],
  ] as const)('%s reads it with %i', async (code, status, maySet) => {
    const reply = await api.as(code)('GET /api/retention-guard', {})
    expect(reply.status).toBe(status)
    if (maySet !== null) expect(reply.body).toMatchObject({ version: 0, setting: { country: 'CN' }, maySet })
  })

  test('is no manager’s to set', async () => {
    expect((await put('lin', usual)).status).toBe(403)
  })

  test('refuses a way out or back that is harder than the way in', async () => {
    const { person } = usualGuard.doors
    const withPerson = (one: object): object => ({ ...usualGuard.doors, person: { ...person, ...one } })
    const step = (zh: string, minutes: number) => ({ what: { zh, en: '' }, minutes })
    const longer = withPerson({ out: { ...person.out, steps: [...person.out.steps, step('等领导批', 30)] } })
    expect((await put('gu', changed({ doors: longer }))).error.reasons?.map(({ code }) => code)).toEqual([
      'guard.wayOutLonger',
      'guard.wayOutSlower',
    ])
    const slower = withPerson({ back: { ...person.back, channels: ['hall'], steps: [step('等一天', 500)] } })
    expect((await put('gu', changed({ doors: slower }))).error.reasons?.map(({ code }) => code)).toEqual([
      'guard.wayBackSlower',
    ])
    const kept = await api.db
      .selectFrom('audit_event')
      .select('params')
      .where('action', '=', 'guard.waysRefused')
      .orderBy('at')
      .orderBy('id')
      .execute()
    expect(kept.map(({ params }) => params)).toEqual([
      { because: 'guard.wayOutLonger guard.wayOutSlower' },
      { because: 'guard.wayBackSlower' },
    ])
  })

  test('keeps each edition; who has not seen the newest is told', async () => {
    expect((await put('gu', changed({ localPhrases: ['再不定就涨价'] }))).body).toEqual({ version: 1 })
    expect((await put('admin', usual)).status).toBe(409)
    const { body } = await api.as('lin')('GET /api/retention-guard', {})
    expect(body).toMatchObject({ version: 1, setBy: '顾一鸣', setting: { localPhrases: ['再不定就涨价'] } })
  })
})

describe('words about staying or leaving', () => {
  const wording = (first: string) =>
    api.as('gu')('PUT /api/scripts/:pack/:script/wordings/:id', {
      params: { pack: 'core', script: 'win-back-one-question', id: freshId(MONDAY_AT_TEN) },
      body: {
        ...Object.fromEntries(
          ['first', 'familiar', 'difficult'].map((version) => [
            version,
            { zh: `{{address}}您好，${first}谢谢您。`, en: 'Hello {{address}}, thank you for everything.' },
          ]),
        ),
        fallback: { zh: '您好，谢谢您这些年。', en: 'Hello, and thank you for all the years.' },
        why: '换一种说法试试',
        use: 'later',
      } as never,
    })

  test('are refused in a script with the article, and the try is on record [R-22]', async () => {
    const refused = await wording('要走的话过几天再来办，')
    expect(refused.status).toBe(422)
    expect(refused.error.reasons).toMatchObject([{ code: 'law.stall', params: { article: '9', from: '2019-12-01' } }])
    const { body } = await api.as('gu')('GET /api/retention-guard/stopped', {})
    expect(body.rows).toMatchObject([{ what: 'core/win-back-one-question', reason: { code: 'law.stall' } }])
    expect(JSON.stringify(body)).not.toMatch(/顾一鸣/)
    expect((await wording('')).status).toBe(200)
  })

  test('are refused when they are sent, by the branch’s own list as well', async () => {
    const send = (text: string) =>
      api.as('lin')('PUT /api/customers/:id/copies/:touchId', {
        params: { id: idOf('郑可'), touchId: freshId(MONDAY_AT_TEN) },
        body: {
          script: 'core/win-back-one-question',
          wording: 'pack-1',
          version: 'first',
          channel: 'message',
          purpose: 'retention',
          text,
          agreedTime: true,
        },
      })
    expect((await send('再不定就涨价了')).error.reasons).toMatchObject([{ code: 'law.local' }])
    expect((await send('谢谢您这些年，怎么办走我写给您')).status).toBe(200)
  })
})

describe('words to a customer who is about to leave', () => {
  const unfair = '转网后没信号，我们比联通便宜。'
  const caseOf = (name: string) => idOf(`case of ${name}`)
  const open = async (name: string) => {
    const body = { customerId: idOf(name), from: 'customer' as const, words: '问怎么转网' }
    expect((await api.as('lin')('PUT /api/retention/:id', { params: { id: caseOf(name) }, body })).status).toBe(200)
  }
  const happens = async (name: string, ...wishes: object[]) => {
    for (const wish of wishes) {
      const body = { id: freshId(MONDAY_AT_TEN), wish } as never
      const answer = await api.as('lin')('POST /api/retention/:id/events', { params: { id: caseOf(name) }, body })
      expect([wish, answer.status]).toEqual([wish, 200])
    }
  }
  const copied = async (name: string, purpose: 'care' | 'service', text = unfair) => {
    const answer = await api.as('lin')('PUT /api/customers/:id/copies/:touchId', {
      params: { id: idOf(name), touchId: freshId(MONDAY_AT_TEN) },
      body: {
        script: 'core/win-back-one-question',
        wording: 'pack-1',
        version: 'first',
        channel: 'message',
        purpose,
        text,
        agreedTime: true,
      },
    })
    return answer.status === 200 ? [] : answer.error.reasons?.map(({ code }) => code)
  }
  const stopped = async (name: string) =>
    (
      await api.db
        .selectFrom('audit_event')
        .select('params')
        .where('action', '=', 'guard.stopped')
        .where('customer_id', '=', idOf(name))
        .execute()
    ).length

  test.each(['care', 'service'] as const)(
    'are under the law whatever they are sent for: %s [R-22]',
    async (purpose) => {
      expect(await copied('郑留', purpose)).toEqual([])
      if (purpose === 'care') {
        await open('郑要走')
        await happens('郑要走', { type: 'wayOutAsked' }, { type: 'leaveRequested', on: '2026-11-23' })
      }
      expect(await copied('郑要走', purpose)).toEqual(expect.arrayContaining(['law.compare', 'law.mislead']))
      expect(await copied('郑要走', purpose, '怎么办走我写给您，当天就能办。')).toEqual([])
    },
  )

  test('are so once the case is closed, until they take it back [R-22]', async () => {
    await open('郑走了')
    await happens('郑走了', { type: 'leaveRequested', on: '2026-11-23' }, { type: 'calledOff', why: '重了一张' })
    expect(await copied('郑走了', 'care')).toContain('law.mislead')
    await open('郑又留')
    await happens(
      '郑又留',
      { type: 'leaveRequested', on: '2026-11-23' },
      { type: 'leaveWithdrawn', words: '不转了' },
      { type: 'calledOff', why: '不转了' },
    )
    expect(await copied('郑又留', 'care')).toEqual([])
  })

  test('are asked in every answer to a wish or a request as well, and the try is on record [R-22]', async () => {
    const before = await stopped('郑要走')
    const id = freshId(MONDAY_AT_TEN)
    const body = { customerId: idOf('郑要走'), kind: 'request' as const, what: '查一下账单' }
    expect((await api.as('lin')('PUT /api/cases/:id', { params: { id }, body })).status).toBe(200)
    const answer = (text: string) =>
      api.as('lin')('POST /api/cases/:id/moves', { params: { id }, body: { move: 'answered', text } })
    expect((await answer(unfair)).error.reasons?.map(({ code }) => code)).toContain('law.compare')
    expect((await answer('账单查好了，没有多收')).status).toBe(200)
    expect(await stopped('郑要走')).toBe(before + 1)
  })
})
