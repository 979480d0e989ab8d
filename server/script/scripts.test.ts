import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { temporaryFolder } from '#test/folder.ts'
import { loadScriptsOf } from './load.ts'

const head = (id: string, version = 1) => `id: ${id}
version: ${version}
title: { zh: "约时间", en: "Asking for a time" }
sources: [S-30]
reviewer: { zh: "督导", en: "Coach" }
reviewed: 2026-11-22
`
const scripts = `scripts:
  - id: either
    title: { zh: "两个时间选一个", en: "One of two times" }
    use: { zh: "约见面", en: "Asking to meet" }
    roles: [asksTime]
    first: { zh: "{{address}}，明天上午十点，还是下午三点，哪个方便？", en: "{{address}}, tomorrow at ten, or at three?" }
    familiar: { zh: "明早十点还是下午三点？", en: "Ten tomorrow, or three?" }
    difficult: { zh: "您定，十点还是三点？", en: "You choose: ten or three?" }
`
const texts = `texts:
  - id: moon
    title: { zh: "中秋", en: "Mid-Autumn" }
    use: { zh: "节前一天", en: "The day before" }
    moment: festival:mid-autumn
    text: { zh: "{{address}}中秋好，我是{{manager.name}}。", en: "Happy Mid-Autumn, {{address}}. {{manager.name}}" }
`

let api: TestApi
const pack = join(temporaryFolder(), 'core')
const write = (kind: 'scripts' | 'texts', name: string, text: string): void => {
  mkdirSync(join(pack, kind), { recursive: true })
  writeFileSync(join(pack, kind, `${name}.yaml`), text)
}
const load = (minutes: number) => loadScriptsOf(api.db, pack, new Date(MONDAY_AT_TEN.getTime() + minutes * 60_000))
const library = async (code = 'lin') => (await api.as(code)('GET /api/scripts', {})).body
const either = async () => {
  const script = (await library()).families.flatMap(({ scripts }) => scripts).find(({ key }) => key === 'core/either')
  if (!script) throw new Error('core/either is gone')
  return script
}
const bothWords = (zh: string, en: string) => ({ zh, en })

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin' })
  write('scripts', 'times', head('times') + scripts)
  write('texts', 'festivals', head('festivals') + texts)
  await load(0)
})

describe('the library', () => {
  test('shows the packs’ call words and messages, their first wording in use', async () => {
    expect((await either()).wordings).toMatchObject([{ key: 'pack-1', own: false, live: true }])
    expect((await library()).texts[0]?.texts[0]).toMatchObject({ key: 'core/moon', moment: 'festival:mid-autumn' })
  })

  test('a broken file is told of and its last sound version goes on working', async () => {
    write('scripts', 'times', head('times', 2) + scripts.replace(', en: "Ten tomorrow, or three?"', ''))
    expect((await load(1)).map(({ line, said }) => [line, said.code])).toEqual([[13, 'language.missing']])
    expect((await either()).wordings[0]?.key).toBe('pack-1')
    write('scripts', 'times', head('times') + scripts)
    expect(await load(2)).toEqual([])
  })

  test('an id used in two files of a pack is refused', async () => {
    write('scripts', 'again', head('again') + scripts)
    expect((await load(3)).map(({ said }) => said)).toEqual([
      { code: 'id.otherPack', params: { id: 'either', pack: 'core' } },
    ])
    write('scripts', 'again', head('again') + scripts.replace('id: either', 'id: other'))
    expect(await load(4)).toEqual([])
  })

  test('a collaborator has no call words', async () => {
    expect((await api.as('line')('GET /api/scripts', {})).status).toBe(403)
  })
})

const copy = (touchId: string, more: object = {}, code = 'lin') =>
  api.as(code)('PUT /api/customers/:id/copies/:touchId', {
    params: { id: idOf('李素珍'), touchId },
    body: {
      script: 'core/moon',
      wording: 'pack-1',
      version: 'first',
      channel: 'message',
      purpose: 'service',
      text: '李素珍中秋好，我是林晓岚。',
      ...more,
    },
  })
const log = async () =>
  (await api.as('lin')('GET /api/customers/:id/touches', { params: { id: idOf('李素珍') } })).body.rows

describe('copying and recording', () => {
  test('the facts are the customer’s, in the reader’s name; a stranger’s customer is not there', async () => {
    const params = { id: idOf('李素珍') }
    const { body } = await api.as('lin')('GET /api/customers/:id/script-facts', { params })
    expect(body).toMatchObject({ kind: 'person', contacts: 0, facts: { 'manager.name': '林晓岚' } })
    expect((await api.as('han')('GET /api/customers/:id/script-facts', { params })).status).toBe(404)
  })

  test('one contact with the words as they were sent, however often it is written; taken back it is gone', async () => {
    const id = freshId(MONDAY_AT_TEN)
    expect([(await copy(id)).status, (await copy(id)).status]).toEqual([200, 200])
    expect(await log()).toMatchObject([
      { id, channel: 'message', direction: 'active', note: '李素珍中秋好，我是林晓岚。' },
    ])
    const undo = { params: { id: idOf('李素珍'), touchId: id } }
    expect((await api.as('gu')('DELETE /api/customers/:id/copies/:touchId', undo)).status).toBe(404)
    expect((await api.as('lin')('DELETE /api/customers/:id/copies/:touchId', undo)).status).toBe(204)
    expect(await log()).toEqual([])
  })

  test('what it sees to leaves Today, a promise stays; taken back it stands on the list again', async () => {
    const id = freshId(MONDAY_AT_TEN)
    const birthday = `${idOf('李素珍')}/2026-11-24`
    const occasions = [
      { kind: 'birthday', recordId: birthday },
      { kind: 'promise', recordId: `${idOf('call back')}/2026-11-23T03:00:00.000Z` },
    ]
    const settled = () =>
      api.db
        .selectFrom('worklist_decision')
        .select(['keys', 'decision', 'undone_at'])
        .where('branch_id', '=', 1)
        .execute()
    expect([(await copy(id, { occasions })).status, (await copy(id, { occasions })).status]).toEqual([200, 200])
    expect(await settled()).toEqual([{ keys: [`birthday:${birthday}`], decision: 'done', undone_at: null }])
    const undo = { params: { id: idOf('李素珍'), touchId: id } }
    expect((await api.as('lin')('DELETE /api/customers/:id/copies/:touchId', undo)).status).toBe(204)
    expect((await settled())[0]?.undone_at).not.toBeNull()
  })

  test('the gate is asked: on a Monday morning a greeting is not written', async () => {
    const refused = await copy(freshId(MONDAY_AT_TEN), { purpose: 'care' })
    expect([refused.status, refused.error.reasons?.[0]?.code]).toEqual([422, 'gate.monday'])
    expect(await log()).toEqual([])
  })
})

const revise = (id: string, more: object = {}, code = 'gu') =>
  api.as(code)('PUT /api/scripts/:pack/:script/wordings/:id', {
    params: { pack: 'core', script: 'either', id },
    body: {
      first: bothWords(
        '{{address}}，周三上午，还是周四下午？',
        '{{address}}, Wednesday morning, or Thursday afternoon?',
      ),
      familiar: bothWords('周三还是周四？', 'Wednesday or Thursday?'),
      difficult: bothWords('您定，周三还是周四？', 'You choose: Wednesday or Thursday?'),
      fallback: null,
      why: '说日子比说钟点好约',
      use: 'turns',
      ...more,
    },
  })

describe('a lead’s own wording', () => {
  const id = idOf('our wording')

  test('one that no longer offers two times, or says a forbidden phrase, comes back with the reason', async () => {
    const one = await revise(id, { familiar: bothWords('周三行吗？', 'Wednesday or Thursday?') })
    expect([one.status, one.error.reasons?.map(({ code }) => code)]).toEqual([422, ['lint.choice']])
    const slot = await revise(id, { familiar: bothWords('{{who}}周三还是周四？', '{{who}}, Wednesday or Thursday?') })
    expect(slot.error.reasons?.[0]?.code).toBe('slot.unknown')
  })

  test('a manager may not revise', async () => {
    expect((await revise(id, {}, 'lin')).status).toBe(403)
  })

  test('becomes the next version, turn about with the one before; the old one stays', async () => {
    expect((await revise(id)).body).toEqual({ version: 1 })
    expect((await revise(id)).body).toEqual({ version: 1 })
    expect((await either()).wordings.map(({ key, live }) => [key, live])).toEqual([
      ['pack-1', true],
      [id, true],
    ])
  })

  test('one of them can be chosen alone; an unknown one cannot', async () => {
    const choose = (wordings: string[]) =>
      api.as('gu')('PUT /api/scripts/:pack/:script/live', {
        params: { pack: 'core', script: 'either' },
        body: { wordings },
      })
    expect((await choose([id])).status).toBe(204)
    expect((await either()).wordings.filter(({ live }) => live).map(({ key }) => key)).toEqual([id])
    expect((await choose(['pack-7'])).status).toBe(404)
    expect((await choose(['pack-1', id])).status).toBe(204)
  })
})

describe('what came of the words', () => {
  test('a talk is counted under the wording said in it, with the meeting it led to, and never a name', async () => {
    const runId = freshId(MONDAY_AT_TEN)
    const started = await api.as('lin')('PUT /api/runs/:id', {
      params: { id: runId },
      body: { customerId: idOf('李素珍'), direction: 'inbound', playbook: 'service-cycle' },
    })
    expect(started.status).toBe(200)
    const at = MONDAY_AT_TEN.toISOString()
    const event = (more: object) => ({ id: freshId(MONDAY_AT_TEN), at, ...more })
    const said = { type: 'wordsSaid', script: 'core/either', wording: 'pack-1', version: 'first' }
    const events = [
      event({ ...said, said: true }),
      event({ type: 'appointmentSet', appointment: { day: '2026-11-26', time: '10:00', minutes: 30, place: '店里' } }),
      event({ type: 'finished', reason: '约好了' }),
    ]
    const filed = await api.as('lin')('POST /api/runs/:id/events', {
      params: { id: runId },
      body: { events: events as never },
    })
    expect(filed.body.refused).toEqual([])
    const { uses } = (await api.as('gu')('GET /api/scripts/uses', {})).body
    expect(uses).toEqual([
      { script: 'core/either', wording: 'pack-1', spoken: 1, talked: 1, met: 1, accepted: 0, written: 0, answered: 0 },
    ])
    expect((await api.as('lin')('GET /api/scripts/uses', {})).status).toBe(403)
  })

  test('a message counts as answered when the customer comes back within the week', async () => {
    const id = freshId(MONDAY_AT_TEN)
    expect((await copy(id)).status).toBe(200)
    await api.db
      .updateTable('touch')
      .set({ at: new Date(MONDAY_AT_TEN.getTime() - 3_600_000) })
      .where('id', '=', id)
      .execute()
    const { uses } = (await api.as('gu')('GET /api/scripts/uses', {})).body
    expect(uses.find(({ script }) => script === 'core/moon')).toMatchObject({ written: 1, answered: 1 })
  })
})

describe('three lines and a half', () => {
  const lines = {
    product: '漫游包',
    persona: '常出差的人',
    itIs: '就是出国按天上网',
    suits: '适合常出差的',
    afterUse: '落地就能用',
    example: '比如去新加坡三天七十五',
  }
  const keep = (id: string, more: object = {}, code = 'lin') =>
    api.as(code)('PUT /api/pitches/:id', { params: { id }, body: { ...lines, ...more } })

  test('are kept for oneself; a lead keeps them for everybody', async () => {
    expect((await keep(idOf('own pitch'))).status).toBe(204)
    expect((await keep(idOf('for all'), { everybodys: true })).status).toBe(403)
    expect((await keep(idOf('for all'), { everybodys: true }, 'gu')).status).toBe(204)
    expect(
      (await library('lin')).pitches.map(({ mine, everybodys, mayChange }) => [mine, everybodys, mayChange]),
    ).toEqual(
      expect.arrayContaining([
        [true, false, true],
        [false, true, false],
      ]),
    )
    expect((await library('han')).pitches).toHaveLength(1)
  })

  test('a line too long is refused with how much', async () => {
    const refused = await keep(idOf('long'), { itIs: '一'.repeat(26) })
    expect(refused.error.reasons).toEqual([{ code: 'pitch.long', params: { line: 'itIs', by: 6 } }])
  })

  test('nobody else’s can be put away', async () => {
    const params = { id: idOf('own pitch') }
    expect((await api.as('han')('DELETE /api/pitches/:id', { params })).status).toBe(404)
    expect((await api.as('gu')('DELETE /api/pitches/:id', { params })).status, 'not by a lead either').toBe(404)
    expect((await keep(idOf('own pitch'), { everybodys: true }, 'gu')).status, 'nor taken for everybody').toBe(404)
    expect((await api.as('lin')('DELETE /api/pitches/:id', { params })).status).toBe(204)
  })
})
