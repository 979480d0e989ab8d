import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SEAT_HEADER } from '#api/seat.ts'
import { freshId } from '#web/client/id.ts'
import { type Seat, sit } from '#web/client/seat.ts'
import { flush, keepSending, knownOf, recall, write } from './outbox.ts'
import { draftOf, keepDraft, waitingOf } from './store.ts'

const seatOf = (letter: string): Seat => ({ staffId: freshId(), sealKey: btoa(letter.repeat(32)) })

type Sent = { by: string | null; texts: string[] }

/** The server as far as this window sees it: cut off, refusing, or taking everything. */
let answering: 'nobody' | 'everything' | 'filing' | number = 'everything'
let sent: Sent[] = []
let filed = 0

type Posted = { body: string; headers: Record<string, string> }

const serve = async (_address: string, init: Posted): Promise<Response> => {
  const { events } = JSON.parse(init.body) as { events: { id: string; text: string }[] }
  if (answering === 'nobody') throw new TypeError('Failed to fetch')
  sent.push({ by: new Headers(init.headers).get(SEAT_HEADER), texts: events.map(({ text }) => text) })
  if (events.some(({ text }) => text === TOO_LONG))
    return Response.json({ code: 'request.invalid', params: {}, requestId: '' }, { status: 400 })
  if (answering === 'everything') return Response.json({ accepted: events, refused: [], filed: null })
  if (answering === 'filing') return Response.json({ accepted: events, refused: [], filed: { promises: 1 } })
  const codes: Record<number, string> = { 404: 'record.not_found', 409: 'session.another', 400: 'request.invalid' }
  return Response.json({ code: codes[answering], params: {}, requestId: '' }, { status: answering })
}

const TOO_LONG = '太长'

let stop = (): void => undefined
let [lin, han] = [seatOf('l'), seatOf('h')]
let run = freshId()

beforeEach(() => {
  vi.stubGlobal('fetch', serve)
  ;[lin, han, run] = [seatOf('l'), seatOf('h'), freshId()]
  sent = []
  answering = 'everything'
  filed = 0
  stop = keepSending(() => (filed += 1))
})

afterEach(() => {
  sit(null)
  stop()
  vi.unstubAllGlobals()
})

const noted = (seat: Seat, text: string): void => void write(seat, run, [{ type: 'noted', text, replaces: [] }])
const waitingTexts = async (seat: Seat) => (await waitingOf(seat)).map(({ event }) => 'text' in event && event.text)
const savingIs = (saving: string) => expect.poll(() => knownOf(run).saving).toBe(saving)

/** Every byte this browser keeps of contacts, as text. */
const onDisk = async (): Promise<string> => {
  const request = indexedDB.open('weixi-contact')
  const db = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)))
  const all = (store: string): Promise<unknown[]> =>
    new Promise((done) => {
      const asked = db.transaction(store).objectStore(store).getAll()
      asked.onsuccess = () => done(asked.result)
    })
  const rows = [...(await all('events')), ...(await all('drafts'))]
  db.close()
  const shown = (_: string, value: unknown) => (value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value)
  return JSON.stringify(rows, shown)
}

test('what one person could not send waits while another sits here, and goes when its writer is back', async () => {
  sit(lin)
  answering = 'nobody'
  noted(lin, '她写的')
  await savingIs('here')
  sit(null)
  answering = 'everything'
  sit(han)
  expect(knownOf(run).waiting).toEqual([])
  await recall(han, run)
  expect(knownOf(run).waiting).toEqual([])
  noted(han, '他写的')
  await savingIs('saved')
  expect(sent).toEqual([{ by: han.staffId, texts: ['他写的'] }])
  expect(await waitingTexts(lin)).toEqual(['她写的'])
  sit(lin)
  await expect.poll(() => sent.at(-1)).toEqual({ by: lin.staffId, texts: ['她写的'] })
  await expect.poll(() => waitingTexts(lin)).toEqual([])
})

test('a contact the server has filed is heard of on whatever page is open by then, and only by its writer', async () => {
  sit(lin)
  answering = 'nobody'
  noted(lin, '她写的')
  await savingIs('here')
  sit(han)
  answering = 'filing'
  await flush()
  expect(filed).toBe(0)
  sit(lin)
  await expect.poll(() => filed).toBe(1)
})

test('a page left open writes as its own person, whoever sits here by now', async () => {
  sit(han)
  noted(lin, '她写的')
  noted(han, '他写的')
  await savingIs('saved')
  expect(sent).toEqual([{ by: han.staffId, texts: ['他写的'] }])
  expect(await waitingTexts(lin)).toEqual(['她写的'])
})

test.each([404, 409])('a refusal of the sender, %i, is no refusal of the words: they wait', async (status) => {
  sit(lin)
  answering = status
  noted(lin, '她写的')
  await savingIs('here')
  expect((await waitingOf(lin)).map(({ refused }) => refused)).toEqual([null])
  answering = 'everything'
  await flush()
  await savingIs('saved')
  expect(await waitingTexts(lin)).toEqual([])
})

test('words the server cannot take are told, and not sent again', async () => {
  sit(lin)
  answering = 400
  noted(lin, '她写的')
  await expect.poll(() => knownOf(run).waiting.map(({ refused }) => refused?.code)).toEqual(['run.unreadable'])
  await flush()
  expect(sent).toHaveLength(1)
})

test('one entry the server cannot read is told alone; those written beside it arrive', async () => {
  answering = 'nobody'
  sit(lin)
  for (const text of ['第一句', '第二句', TOO_LONG, '第四句', '第五句']) noted(lin, text)
  await savingIs('here')
  answering = 'everything'
  await flush()
  await expect.poll(() => knownOf(run).confirmed.map((event) => 'text' in event && event.text)).toHaveLength(4)
  expect(knownOf(run).waiting.map(({ refused }) => refused?.code)).toEqual(['run.unreadable'])
  await savingIs('saved')
})

test('a draft is its writer’s; at sign-out it goes if the server has it, and stays, sealed, if it is the only copy', async () => {
  sit(lin)
  const [told, half] = [freshId(), freshId()]
  await keepDraft(lin, { runId: told, text: '身份证 4401 ', noteId: freshId(), saved: '身份证 4401' })
  await keepDraft(lin, { runId: half, text: '还没写完的一句', noteId: freshId(), saved: '还没写完' })
  expect(await draftOf(han, half)).toBeNull()
  expect(await onDisk()).not.toMatch(/4401|还没写完/)
  sit(null)
  await expect.poll(() => draftOf(lin, told)).toBeNull()
  expect((await draftOf(lin, half))?.text).toBe('还没写完的一句')
})

test('a draft whose words still wait here stays with them', async () => {
  sit(lin)
  answering = 'nobody'
  const [noteId = ''] = write(lin, run, [{ type: 'noted', text: '等着的', replaces: [] }])
  await savingIs('here')
  await keepDraft(lin, { runId: run, text: '等着的', noteId, saved: '等着的' })
  sit(null)
  expect((await draftOf(lin, run))?.text).toBe('等着的')
  expect(await onDisk()).not.toContain('等着的')
})
