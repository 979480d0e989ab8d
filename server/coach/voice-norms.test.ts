import { beforeAll, expect, test } from 'vitest'
import { voiceNorms } from '#domain/coach/voice/norms.ts'
import { testApi, type TestApi } from '#test/api.ts'

let api: TestApi
const seenBy = async (code: string) => (await api.as(code)('GET /api/voice-norms', {})).body
const own = { norms: { ...voiceNorms, pace: { slow: 170, fast: 240 } }, source: '本局 2026 年 40 通优秀录音' }

beforeAll(async () => {
  api = await testApi()
})

test('the usual norms hold until a lead sets the office’s own, with their source [H-46]', async () => {
  expect(await seenBy('lin')).toEqual({ norms: voiceNorms, own: null, version: null, mayChange: false })
  expect((await api.as('lin')('PUT /api/voice-norms', { body: { baseVersion: null, own } })).status).toBe(403)
  const set = await api.as('gu')('PUT /api/voice-norms', { body: { baseVersion: null, own } })
  expect(set.body).toEqual({ version: 1 })
  const seen = await seenBy('lin')
  expect(seen).toMatchObject({ norms: own.norms, own: { source: own.source }, version: 1 })
  expect(seen).not.toMatchObject({ own: { setBy: '' } })
})

test('who has not seen the latest is told so; going back to the usual is one write', async () => {
  const late = await api.as('gu')('PUT /api/voice-norms', { body: { baseVersion: null, own } })
  expect(late.status).toBe(409)
  await api.as('gu')('PUT /api/voice-norms', { body: { baseVersion: 1, own: null } })
  expect(await seenBy('gu')).toEqual({ norms: voiceNorms, own: null, version: 2, mayChange: true })
})

test('norms out of order are refused', async () => {
  const wrong = { ...own, norms: { ...voiceNorms, pace: { slow: 260, fast: 160 } } }
  expect((await api.as('gu')('PUT /api/voice-norms', { body: { baseVersion: 2, own: wrong } })).status).toBe(400)
})
