import { beforeAll, describe, expect, test } from 'vitest'
import type { Playbook } from '#domain/playbook/definition.ts'
import { withPart } from '#domain/playbook/editing/place.ts'
import { freshId } from '#server/db/id.ts'
import { aCustomer, idOf, MONDAY_AT_TEN, testApi, type TestApi } from '#test/api.ts'
import { loadPack } from './load.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '李素珍', { manager: 'lin', phone: '13000126027' })
})

const open = async (key: string, code = 'gu') =>
  (await api.as(code)('GET /api/playbook-editions/:key', { params: { key } })).body

const inUse = async (key: string): Promise<Playbook> => {
  const { current } = await open(key)
  if (!current) throw new Error(`${key} is not in use`)
  return current
}

const keep = (key: string, base: number, draft: Playbook, code = 'gu', pack?: string) =>
  api.as(code)('PUT /api/playbook-drafts/:key', { params: { key }, body: { base, draft, ...(pack ? { pack } : {}) } })

const publish = (key: string, draftVersion: number, code = 'gu') =>
  api.as(code)('POST /api/playbook-editions/:key', { params: { key }, body: { draftVersion } })

type Use = { use: 'edition'; version: number } | { use: 'pack' | 'ours' | 'none' }
const choose = (key: string, body: Use, code = 'gu') =>
  api.as(code)('PUT /api/playbook-editions/:key/choice', { params: { key }, body })

const begun = async (playbook: string) => {
  const id = freshId(MONDAY_AT_TEN)
  const body = { customerId: idOf('李素珍'), direction: 'outbound' as const, agreedTime: true, playbook }
  const { status, error } = await api.as('lin')('PUT /api/runs/:id', { params: { id }, body })
  return status === 200 ? id : error.code
}
const ledBy = async (id: string) => (await api.as('lin')('GET /api/runs/:id', { params: { id } })).body.playbook

const auditOf = async (action: string) =>
  api.db.selectFrom('audit_event').select(['actor_id', 'params']).where('action', '=', action).execute()

describe('who may write on playbooks', () => {
  test.each([
    ['gu', 200, 200, 200],
    ['admin', 200, 200, 200],
    ['train', 200, 200, 403],
    ['lin', 403, 403, 403],
    ['line', 403, 403, 403],
  ])('%s reads %i, drafts %i, publishes %i', async (code, reads, drafts, publishes) => {
    expect((await api.as(code)('GET /api/playbook-editions', {})).status).toBe(reads)
    const draft = withPart(await inUse('greeting'), ['aim', 'zh'], `${code} 改的目的`)
    const { draft: before } = await open('greeting')
    expect((await keep('greeting', before?.version ?? 0, draft, code)).status).toBe(drafts)
    const { draft: after } = await open('greeting')
    expect((await publish('greeting', after?.version ?? 1, code)).status).toBe(publishes)
    if (drafts === 200 && publishes !== 200)
      await api.as('gu')('DELETE /api/playbook-drafts/:key', { params: { key: 'greeting' } })
  })
})

describe('a draft', () => {
  test('keeps itself, version by version; a later one of somebody else comes back whole', async () => {
    const base = await inUse('birthday')
    const mine = withPart(base, ['title', 'zh'], '过生日')
    expect((await keep('birthday', 0, mine)).body).toEqual({ version: 1 })
    const theirs = withPart(base, ['title', 'en'], 'Their day')
    const late = await keep('birthday', 0, theirs, 'train')
    expect([late.status, late.error.params]).toEqual([409, { version: 1 }])
    expect(late.error.conflicts?.[0]).toMatchObject({
      field: 'draft',
      by: '顾一鸣',
      theirs: { title: { zh: '过生日' } },
    })
    expect((await keep('birthday', 1, theirs, 'train')).body).toEqual({ version: 2 })
    expect((await publish('birthday', 1)).status).toBe(409)
    const clash = { path: ['title', 'zh'], mine: '生日', theirs: '过生日' }
    const body = { base: 2, draft: theirs, clashes: [clash] }
    await api.as('gu')('PUT /api/playbook-drafts/:key', { params: { key: 'birthday' }, body })
    expect((await open('birthday')).draft).toMatchObject({ version: 3, clashes: [clash] })
    expect((await publish('birthday', 3)).error.reasons?.map(({ code }) => code)).toEqual(['draft.clashes'])
    expect((await keep('birthday', 3, theirs, 'train')).body).toEqual({ version: 4 })
    const [row] = (await api.as('train')('GET /api/playbook-editions', {})).body.playbooks.filter(
      ({ key }) => key === 'birthday',
    )
    expect(row).toMatchObject({ origin: 'pack', version: base.version, draft: { by: '唐玥' } })
    expect(await auditOf('playbook.drafted')).toContainEqual({ actor_id: idOf('gu'), params: { playbook: 'birthday' } })
  })

  test('with words missing is kept but not published; what is no playbook is not kept', async () => {
    const half = withPart(await inUse('win-back'), ['steps', 0, 'title', 'en'], '')
    expect((await keep('win-back', 0, half)).status).toBe(200)
    const refused = await publish('win-back', 1)
    expect([refused.status, refused.error.reasons]).toEqual([422, [{ code: 'draft.unsound', params: { problems: 1 } }]])
    const broken = { ...half, steps: 'none' } as unknown as Playbook
    expect((await keep('win-back', 1, broken)).status).toBe(400)
    expect((await keep('greeting', 0, half)).status).toBe(400)
    expect((await open('win-back')).current?.steps[0]?.title.en).not.toBe('')
  })

  test('of a new playbook belongs to the pack it was begun for, and leads once published', async () => {
    const draft: Playbook = { ...(await inUse('care-call')), id: 'tea-party', title: { zh: '茶会', en: 'Tea party' } }
    expect((await keep('tea-party', 0, draft)).status).toBe(404)
    expect((await keep('tea-party', 0, draft, 'gu', 'core')).status).toBe(200)
    expect(await begun('tea-party')).toBe('rule.refused')
    expect((await publish('tea-party', 1)).body).toEqual({ version: 1 })
    expect((await ledBy(await begun('tea-party'))).title.zh).toBe('茶会')
  })
})

describe('publishing', () => {
  test('makes the next version; a contact under way finishes on its own; an earlier one can be gone back to', async () => {
    const before = await inUse('follow-up')
    const running = await begun('follow-up')
    await keep('follow-up', 0, withPart(before, ['title', 'zh'], '回头问一声'))
    expect((await publish('follow-up', 1)).body).toEqual({ version: before.version + 1 })
    expect((await ledBy(running)).title.zh).toBe(before.title.zh)
    const now = await ledBy(await begun('follow-up'))
    expect(now).toMatchObject({
      title: { zh: '回头问一声' },
      version: before.version + 1,
      reviewer: { zh: '顾一鸣' },
      reviewed: '2026-11-23',
    })
    await keep('follow-up', 0, withPart(now, ['title', 'zh'], '第三版'))
    await publish('follow-up', 1)
    expect((await choose('follow-up', { use: 'edition', version: before.version + 1 })).status).toBe(204)
    expect((await inUse('follow-up')).title.zh).toBe('回头问一声')
    expect((await open('follow-up')).editions.map(({ version, inUse: on }) => [version, on])).toEqual([
      [before.version + 2, false],
      [before.version + 1, true],
    ])
    expect((await choose('follow-up', { use: 'pack' })).status).toBe(204)
    expect((await inUse('follow-up')).title.zh).toBe(before.title.zh)
    expect((await auditOf('playbook.published')).map(({ params }) => params)).toContainEqual({
      playbook: 'follow-up',
      version: before.version + 1,
      before: before.version,
    })
  })

  test('of nothing changed, or of a plan nobody could carry out, is refused', async () => {
    const base = await inUse('handover')
    await keep('handover', 0, base)
    expect((await publish('handover', 1)).error.reasons?.map(({ code }) => code)).toEqual(['draft.same'])
    const tasks = [{ id: 'later', playbook: 'nowhere', about: { zh: '一', en: 'one' }, withinDays: 1 }]
    await keep('handover', 1, { ...base, tasks })
    expect((await publish('handover', 2)).error.reasons?.map(({ code }) => code)).toEqual(['task.nowhere'])
  })

  test('stopping leaves the playbook out of what is offered; one that others lean on stays', async () => {
    const offered = async () =>
      (
        await api.as('lin')('GET /api/customers/:id/playbooks', { params: { id: idOf('李素珍') }, query: {} })
      ).body.playbooks.map(({ key }) => key)
    expect(await offered()).toContain('late-promise')
    expect((await choose('late-promise', { use: 'none' })).status).toBe(204)
    expect(await offered()).not.toContain('late-promise')
    expect((await open('late-promise')).origin).toBe('stopped')
    expect((await choose('late-promise', { use: 'pack' })).status).toBe(204)
    expect(await offered()).toContain('late-promise')
    expect((await choose('care-call', { use: 'none' })).error.reasons?.map(({ code }) => code)).toEqual([
      'playbook.needed',
    ])
    expect((await choose('win-back', { use: 'none' })).error.reasons?.map(({ code }) => code)).toEqual([
      'playbook.planned',
    ])
    expect((await choose('late-promise', { use: 'none' }, 'train')).status).toBe(403)
  })

  test('when the pack’s file changes later the lead is told, keeps ours or takes it', async () => {
    const base = await inUse('late-promise')
    await keep('late-promise', 0, withPart(base, ['title', 'zh'], '会晚的事'))
    await publish('late-promise', 1)
    expect((await open('late-promise')).newer).toBe(false)
    await newerFile({ ...base, version: base.version + 4, title: { zh: '包里的新版', en: base.title.en } })
    const row = async () =>
      (await api.as('gu')('GET /api/playbook-editions', {})).body.playbooks.find(({ key }) => key === 'late-promise')
    expect(await row()).toMatchObject({ origin: 'branch', newer: base.version + 4, title: { zh: '会晚的事' } })
    await choose('late-promise', { use: 'ours' })
    expect(await row()).toMatchObject({ origin: 'branch', newer: null })
    await choose('late-promise', { use: 'pack' })
    expect(await row()).toMatchObject({ origin: 'pack', version: base.version + 4 })
    await loadPack(api.db, 'content/core', new Date(MONDAY_AT_TEN.getTime() + 2000))
  })
})

/** What reading the pack's folder anew would store. */
const newerFile = async (playbook: Playbook): Promise<void> => {
  const { definitionOf } = await import('./pack.ts')
  const { hash, text } = definitionOf(playbook)
  const loaded_at = new Date(MONDAY_AT_TEN.getTime() + 1000)
  await api.db
    .insertInto('playbook')
    .values({ hash, key: playbook.id, version: playbook.version, definition: text, loaded_at, pack: 'core' })
    .execute()
}
