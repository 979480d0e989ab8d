import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { withPart } from '#domain/playbook/editing/place.ts'
import { loadLayouts } from '#server/form/load.ts'
import { loadChecklists } from '#server/playbook/checklists.ts'
import { loadPacks } from '#server/playbook/load.ts'
import { loadOffers } from '#server/retention/load-offers.ts'
import { loadScripts } from '#server/script/load.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await loadPacks(api.db, 'content', MONDAY_AT_TEN)
  await loadScripts(api.db, 'content', MONDAY_AT_TEN)
  await loadLayouts(api.db, 'content', MONDAY_AT_TEN)
  await loadChecklists(api.db, 'content', MONDAY_AT_TEN)
  await loadOffers(api.db, 'content', MONDAY_AT_TEN)
  await aCustomer(api, '李素珍', { manager: 'lin', phone: '13000126027' })
})

type Files = Record<string, Uint8Array>
type Checked = {
  playbooks: { key: string; change: string; from: number; to: number; differences: unknown[] }[]
  files: { kind: string; name: string; change: string; added: Text[]; changed: Text[]; removed: Text[] }[]
  problems: { file: string; line: number; said: { code: string } }[]
  refused: { code: string }[]
  passedOver: string[]
  reasons?: { code: string }[]
}
type Text = { zh: string; en: string }

const fetched = async (pack: string, code = 'gu'): Promise<Files> => {
  const headers = { 'x-test-staff': code }
  const response = await api.fetch(new Request(`http://localhost/api/packs/${pack}/file`, { headers }))
  return response.status === 200 ? unzipSync(new Uint8Array(await response.arrayBuffer())) : {}
}

const sent = async (where: 'pack-checks' | 'pack-imports', files: Files | Uint8Array, code = 'gu') => {
  const response = await api.fetch(
    new Request(`http://localhost/api/${where}`, {
      method: 'POST',
      headers: { 'x-test-staff': code, 'content-type': 'application/octet-stream' },
      body: new Uint8Array(files instanceof Uint8Array ? files : zipSync(files)),
    }),
  )
  return { status: response.status, body: (await response.json()) as Checked }
}

const textIn = (files: Files, name: string): string => strFromU8(files[name] ?? new Uint8Array())

/** The pack with one of its texts written otherwise. */
const withText = (files: Files, name: string, from: string | RegExp, to: string): Files => {
  const text = textIn(files, name)
  const changed = text.replace(from, to)
  if (changed === text) throw new Error(`${name} does not say ${from}`)
  return { ...files, [name]: strToU8(changed) }
}

const changedIn = ({ files }: Checked) => files.filter(({ change }) => change !== 'same')

const inUse = async (key: string) => {
  const { current } = (await api.as('gu')('GET /api/playbook-editions/:key', { params: { key } })).body
  if (!current) throw new Error(`${key} is not in use`)
  return current
}

const script = async (key: string, code = 'lin') =>
  (await api.as(code)('GET /api/scripts', {})).body.families
    .flatMap(({ scripts }) => scripts)
    .find((one) => one.key === key)

const layout = async (id: string) =>
  (await api.as('lin')('GET /api/form-layouts', {})).body.layouts.find((one) => one.layout.id === id)

describe('a pack as a file', () => {
  test('holds all that comes in again, and nothing else: coming in, it is the same', async () => {
    await api.as('gu')('PUT /api/playbook-drafts/:key', {
      params: { key: 'greeting' },
      body: { base: 0, draft: withPart(await inUse('greeting'), ['aim', 'zh'], '顾班长改的目的') },
    })
    await api.as('gu')('POST /api/playbook-editions/:key', { params: { key: 'greeting' }, body: { draftVersion: 1 } })
    for (const pack of ['core', 'telecom', 'tobacco', 'bearing']) {
      const files = await fetched(pack)
      if (pack === 'core') expect(textIn(files, 'core/playbooks/greeting.yaml')).toContain('顾班长改的目的')
      const { body } = await sent('pack-checks', files)
      expect([pack, body.problems, body.refused, body.passedOver]).toEqual([pack, [], [], []])
      expect(new Set([...body.playbooks, ...body.files].map(({ change }) => change))).toEqual(new Set(['same']))
      expect(body.playbooks.length + body.files.length).toBe(Object.keys(files).length - 1)
    }
    const kinds = Object.keys(await fetched('telecom')).map((name) => name.split('/')[1])
    expect(new Set(kinds)).toEqual(new Set(['pack.yaml', 'playbooks', 'scripts', 'texts', 'forms', 'offers']))
  })

  test('is looked through before it is taken; taken, its playbook is in use and a contact under way finishes on its own', async () => {
    const before = await inUse('birthday')
    const files = await fetched('core')
    const changed = withText(
      files,
      'core/playbooks/birthday.yaml',
      /^title:.*$/m,
      'title: { zh: "生日快乐", en: "Birthday" }',
    )
    const run = freshId(MONDAY_AT_TEN)
    const body = { customerId: idOf('李素珍'), direction: 'outbound' as const, agreedTime: true, playbook: 'birthday' }
    await api.as('lin')('PUT /api/runs/:id', { params: { id: run }, body })
    const check = await sent('pack-checks', changed)
    expect(check.body.playbooks.filter(({ change }) => change !== 'same')).toMatchObject([
      { key: 'birthday', change: 'changed', from: before.version, to: before.version + 1 },
    ])
    expect((await inUse('birthday')).title).toEqual(before.title)
    await sent('pack-imports', changed)
    expect(await inUse('birthday')).toMatchObject({ title: { zh: '生日快乐' }, version: before.version + 1 })
    const { body: shown } = await api.as('lin')('GET /api/runs/:id', { params: { id: run } })
    expect(shown.playbook.title).toEqual(before.title)
  })

  test('brings call words and texts: they are said, and those of the pack come back', async () => {
    const key = 'core/confirm-meaning'
    const before = await script(key)
    const [own] = before?.wordings ?? []
    if (!before || !own) throw new Error('core has lost its confirmations')
    const changed = withText(
      await fetched('core'),
      'core/scripts/confirm.yaml',
      '我说说我的理解，您听对不对',
      '您听听我说得对不对',
    )
    const check = await sent('pack-checks', changed)
    expect(changedIn(check.body)).toMatchObject([
      { kind: 'scripts', change: 'changed', changed: [before.title], added: [], removed: [] },
    ])
    await sent('pack-imports', changed)
    const said = (await script(key))?.wordings
    expect(said?.[0]).toMatchObject({
      words: { first: { zh: expect.stringContaining('您听听我说得对不对') as string } },
      live: true,
    })
    expect(said?.[0]?.key).not.toBe(own.key)
    const [row] = (await api.as('gu')('GET /api/pack-files', {})).body.files
    expect(row).toMatchObject({ pack: 'core', kind: 'scripts', own: true, newer: false })
    const params = { pack: 'core', kind: 'scripts' as const, name: row?.name ?? '' }
    const drop = 'DELETE /api/pack-files/:pack/:kind/:name'
    expect((await api.as('train')(drop, { params })).status).toBe(403)
    expect((await api.as('gu')(drop, { params })).status).toBe(204)
    expect((await api.as('gu')(drop, { params })).status).toBe(404)
    expect((await script(key))?.wordings[0]).toEqual(own)
  })

  test('goes out with the wording a lead says instead of the pack’s', async () => {
    const key = 'core/thanks-for-years'
    const before = await script(key)
    const [own] = before?.wordings ?? []
    if (!before || !own) throw new Error('core has lost its thanks')
    const { first, familiar, difficult, fallback } = own.words
    const words = { ...first, zh: `${first.zh}真心谢谢您。` }
    const body = {
      first: words,
      familiar,
      difficult,
      fallback: fallback ?? null,
      why: '更诚恳一些',
      use: 'instead' as const,
    }
    const revised = await api.as('gu')('PUT /api/scripts/:pack/:script/wordings/:id', {
      params: { pack: 'core', script: 'thanks-for-years', id: freshId(MONDAY_AT_TEN) },
      body,
    })
    expect(revised.status).toBe(200)
    const files = await fetched('core')
    expect(Object.values(files).some((bytes) => strFromU8(bytes).includes('真心谢谢您'))).toBe(true)
    expect(changedIn((await sent('pack-checks', files)).body)).toEqual([])
  })

  test('brings forms: new ones are filled in on them, filled ones keep theirs', async () => {
    const before = await layout('opinion-sheet')
    const files = await fetched('core')
    const changed = withText(
      files,
      'core/forms/opinion-sheet.yaml',
      /^title:.*$/m,
      'title: { zh: "客户意见单", en: "What the customer says" }',
    )
    const begun = freshId(MONDAY_AT_TEN)
    const put = (id: string) =>
      api.as('lin')('PUT /api/forms/:id', {
        params: { id },
        body: { key: 'opinion-sheet', customerId: idOf('李素珍'), changes: [], signatures: [] },
      })
    expect((await put(begun)).status).toBe(200)
    const { body } = await sent('pack-imports', changed)
    expect(changedIn(body)).toMatchObject([{ kind: 'forms', name: 'opinion-sheet', change: 'changed' }])
    expect((await layout('opinion-sheet'))?.layout.title.zh).toBe('客户意见单')
    const later = freshId(MONDAY_AT_TEN)
    await put(later)
    const titleOf = async (id: string) =>
      (await api.as('lin')('GET /api/forms/:id', { params: { id } })).body.layout.title.zh
    expect([await titleOf(begun), await titleOf(later)]).toEqual([before?.layout.title.zh, '客户意见单'])
    await loadLayouts(api.db, 'content', new Date(MONDAY_AT_TEN.getTime() + 60_000))
    expect((await layout('opinion-sheet'))?.layout.title.zh).toBe('客户意见单')
  })

  test('brings check lists and offers', async () => {
    const bearing = await fetched('bearing')
    const [list] = Object.keys(bearing).filter((name) => name.includes('/checklists/'))
    await sent(
      'pack-imports',
      withText(bearing, list ?? '', /^title:.*$/m, 'title: { zh: "出门看一眼", en: "A look before leaving" }'),
    )
    const lists = (await api.as('lin')('GET /api/checklists', {})).body.checklists
    expect(lists.map(({ title }) => title.zh)).toContain('出门看一眼')

    const offers = async () => (await api.as('gu')('GET /api/offers', {})).body.rows
    const fits = async () => (await offers()).find(({ key }) => key === 'plan-that-fits')
    const before = await fits()
    if (!before) throw new Error('telecom has lost an offer')
    const { key: _, version: __, changedBy: ___, success: ____, ...offer } = before
    const set = await api.as('gu')('PUT /api/offers/:key', {
      params: { key: 'plan-that-fits' },
      body: { offer: { ...offer, months: 9 }, baseVersion: null },
    })
    const files = await fetched('telecom')
    if (set.status === 200) expect(textIn(files, 'telecom/offers/staying.yaml')).toMatch(/months: 9\b/)
    const told = withText(files, 'telecom/offers/staying.yaml', '按用量换小一档套餐', '按实际用量换套餐')
    const { body } = await sent('pack-imports', told)
    expect(changedIn(body)).toMatchObject([
      { kind: 'offers', change: 'changed', changed: [{ zh: '按实际用量换套餐' }], removed: [] },
    ])
    expect(await fits()).toMatchObject({ name: { zh: '按实际用量换套餐' }, version: null })
  })

  test.each([
    ['a language that is missing', 'core/scripts/confirm.yaml', /^(title: .*), en: .*$/m, '$1 }', 'language.missing'],
    [
      'a form that fills in what nobody knows',
      'core/forms/visit-record.yaml',
      /fill: \w+/,
      'fill: nothing',
      'value.unknown',
    ],
    ['an unknown moment', 'core/texts/birthdays.yaml', /moment: \w+/, 'moment: never', 'value.unknown'],
  ])('with %s is refused whole, by file and line, and what is in use goes on', async (_, name, from, to, code) => {
    const files = await fetched('core')
    const good = withText(files, 'core/playbooks/complaint.yaml', /^title:.*$/m, 'title: { zh: "甲", en: "A" }')
    const before = await inUse('complaint')
    const { body } = await sent('pack-imports', withText(good, name, from, to))
    expect(body.problems.map(({ file, line, said }) => [file, line > 1, said.code])).toEqual([[name, true, code]])
    expect(await inUse('complaint')).toEqual(before)
  })

  test('with an unsound playbook is refused whole', async () => {
    const name = 'core/playbooks/visit.yaml'
    const { body } = await sent('pack-imports', withText(await fetched('core'), name, 'kind: prepare', 'kind: nothing'))
    expect(body.problems.map(({ file, said }) => [file, said.code])).toEqual([[name, 'value.unknown']])
  })

  test('that calls something of its own by a name another pack has is refused', async () => {
    const files = await fetched('core')
    const other = { 'tobacco/pack.yaml': (await fetched('tobacco'))['tobacco/pack.yaml'] ?? new Uint8Array() }
    const form = files['core/forms/visit-record.yaml'] ?? new Uint8Array()
    const { body } = await sent('pack-imports', { ...other, 'tobacco/forms/visit-record.yaml': form })
    expect(body.problems.map(({ file, said }) => [file, said.code])).toEqual([
      ['tobacco/forms/visit-record.yaml', 'id.otherPack'],
    ])
  })

  test('that says what the law forbids is stopped, and the attempt is on record', async () => {
    const files = await fetched('telecom')
    const bad = withText(files, 'telecom/offers/staying.yaml', '换档差价补三个月', '这个号走不了的')
    const { status, body } = await sent('pack-checks', bad)
    expect([status, (body.reasons?.length ?? 0) > 0]).toEqual([422, true])
    const stopped = await api.db
      .selectFrom('audit_event')
      .select('params')
      .where('action', '=', 'guard.stopped')
      .execute()
    expect(stopped.map(({ params }) => params)).toContainEqual(
      expect.objectContaining({ what: 'telecom/offers/staying.yaml' }),
    )
  })

  test('that leads out of its folder, is too much, or is no pack, is not read', async () => {
    const one = strToU8('id: x')
    const refusal = async (files: Files | Uint8Array) =>
      (await sent('pack-imports', files)).body.refused.map(({ code }) => code)
    expect(await refusal({ 'core/pack.yaml': one, '../evil.yaml': one })).toEqual(['archive.path'])
    expect(await refusal({ 'core/pack.yaml': one, '/etc/evil.yaml': one })).toEqual(['archive.path'])
    expect(await refusal({ 'bomb.yaml': new Uint8Array(25 * 2 ** 20) })).toEqual(['archive.too-big'])
    const many = Object.fromEntries(Array.from({ length: 601 }, (_, place) => [`${place}.yaml`, one]))
    expect(await refusal(many)).toEqual(['archive.too-many'])
    expect(await refusal({ 'core/pack.yaml': new Uint8Array([0xff, 0xfe, 0x00]) })).toEqual(['archive.not-text'])
    expect(await refusal({ 'a.yaml': one })).toEqual(['archive.no-pack'])
    expect(await refusal(strToU8('no zip at all'))).toEqual(['archive.broken'])
    expect((await sent('pack-imports', new Uint8Array(5 * 2 ** 20))).status).toBe(413)
  })
})
