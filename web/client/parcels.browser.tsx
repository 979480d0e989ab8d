import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { SEAT_HEADER } from '#api/seat.ts'
import { freshId } from './id.ts'
import type { Parcel } from './parcel.ts'
import { amend, deliver, keepDelivering, outboxNow, post, putAside, sendAgain, takeBack, throwAway } from './parcels.ts'
import { fileOf, parcelsOf } from './parcel-store.ts'
import { type Seat, sit } from './seat.ts'

const seatOf = (letter: string): Seat => ({ staffId: freshId(), sealKey: btoa(letter.repeat(32)) })

type Sent = { path: string; by: string | null; bytes: number }

/** The server as far as this window sees it: cut off, taking everything without being heard, saying no with a status, or taking everything. */
let answering: 'nobody' | 'everything' | 'in vain' | number = 'everything'
let sent: Sent[] = []
let heard: string[] = []
let refused: string[] = []

type Posted = { body?: string | Blob; headers: Record<string, string> }

const serve = async (path: string, { body, headers }: Posted): Promise<Response> => {
  if (answering === 'nobody') throw new TypeError('Failed to fetch')
  const bytes = body instanceof Blob ? body.size : 0
  sent.push({ path: path.split('?')[0] ?? '', by: new Headers(headers).get(SEAT_HEADER), bytes })
  // Taken, but the page is gone or the line breaks before it hears so.
  if (answering === 'in vain') throw new TypeError('Failed to fetch')
  if (answering === 'everything') return Response.json({ id: 'x', version: 1 })
  const codes: Record<number, string> = { 401: 'session.required', 404: 'record.not_found', 422: 'rule.refused' }
  return Response.json({ code: codes[answering], params: {}, reasons: [], requestId: '' }, { status: answering })
}

let stop = (): void => undefined
let [lin, han] = [seatOf('l'), seatOf('h')]

beforeEach(() => {
  vi.stubGlobal('fetch', serve)
  ;[lin, han] = [seatOf('l'), seatOf('h')]
  sent = []
  heard = []
  refused = []
  answering = 'everything'
  stop = keepDelivering({ sent: ({ id }) => heard.push(id), refused: ({ id }) => refused.push(id) })
})

afterEach(() => {
  sit(null)
  stop()
  vi.unstubAllGlobals()
})

const about = { customerId: freshId(), name: '福顺烟酒店' }

const start = (seat: Seat, id: string) =>
  post(seat, {
    id,
    key: 'PUT /api/runs/:id',
    request: { params: { id }, body: { customerId: about.customerId, direction: 'outbound' } },
    about,
  })

const photo = (seat: Seat, id: string, text = '一张照片') =>
  post(
    seat,
    {
      id,
      key: 'PUT /api/customers/:id/photos/:photoId/file',
      request: { params: { id: about.customerId, photoId: id }, query: {} },
      about,
    },
    { file: new Blob([text]) },
  )

const left = async (seat: Seat): Promise<string[]> => (await parcelsOf(seat)).map(({ id }) => id)
const theOne = (): Parcel => {
  const [parcel] = outboxNow().parcels
  if (!parcel) throw new Error('nothing waits')
  return parcel
}

/** Every byte this browser keeps of what waits, as text. */
const onDisk = async (): Promise<string> => {
  const request = indexedDB.open('weixi-parcels')
  const db = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)))
  const all = (store: string): Promise<unknown[]> =>
    new Promise((done) => {
      const asked = db.transaction(store).objectStore(store).getAll()
      asked.onsuccess = () => done(asked.result)
    })
  const rows = [...(await all('parcels')), ...(await all('files'))]
  db.close()
  const shown = (_: string, value: unknown) => (value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value)
  return JSON.stringify(rows, shown)
}

test('what cannot be sent waits, sealed, picture and all, and goes once: words first, pictures after', async () => {
  sit(lin)
  answering = 'nobody'
  const [picture, run] = [freshId(), freshId()]
  expect(await photo(lin, picture)).toEqual({ is: 'kept' })
  expect(await start(lin, run)).toEqual({ is: 'kept' })
  expect(await onDisk()).not.toMatch(/福顺|照片|photos/)
  answering = 'everything'
  await deliver()
  await deliver()
  expect(sent.map(({ path }) => path)).toEqual([
    `/api/runs/${run}`,
    `/api/customers/${about.customerId}/photos/${picture}/file`,
  ])
  expect(sent.at(-1)?.bytes).toBe(new Blob(['一张照片']).size)
  expect(heard).toEqual([run, picture])
  expect([await left(lin), await fileOf(lin, picture)]).toEqual([[], null])
})

test('signed out, everything waits for its writer, and nobody else sees or sends it', async () => {
  sit(lin)
  answering = 401
  const id = freshId()
  expect(await start(lin, id)).toEqual({ is: 'kept' })
  answering = 'everything'
  sent = []
  sit(han)
  expect(outboxNow().ready).toBe(false)
  await expect.poll(() => outboxNow().ready).toBe(true)
  await deliver()
  expect([outboxNow().parcels, sent]).toEqual([[], []])
  expect(await left(lin)).toEqual([id])
  sit(lin)
  await expect.poll(() => sent).toEqual([{ path: `/api/runs/${id}`, by: lin.staffId, bytes: 0 }])
  await expect.poll(() => left(lin)).toEqual([])
})

test('a customer out of reach holds nothing else up, and is told', async () => {
  sit(lin)
  answering = 404
  await start(lin, freshId())
  expect(theOne()).toMatchObject({ state: 'waiting', answer: { status: 404 } })
  answering = 'everything'
  await deliver()
  expect(await left(lin)).toEqual([])
})

test('what the server refuses stays with its reason, is sent again changed, put aside or thrown away', async () => {
  sit(lin)
  answering = 422
  const id = freshId()
  expect(await start(lin, id)).toMatchObject({ is: 'refused', error: { status: 422 } })
  sent = []
  await deliver()
  expect(sent).toEqual([])
  await putAside(lin, theOne())
  expect([theOne().state, (await parcelsOf(lin))[0]?.state]).toEqual(['aside', 'aside'])
  answering = 'everything'
  await sendAgain(lin, theOne())
  expect(await left(lin)).toEqual([])
  answering = 422
  await start(lin, freshId())
  await throwAway(theOne())
  expect(await left(lin)).toEqual([])
})

test('without room on the device it goes at once or says so', async () => {
  sit(lin)
  const full = vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError')
  })
  expect(await start(lin, freshId())).toEqual({ is: 'sent' })
  answering = 'nobody'
  expect(await start(lin, freshId())).toEqual({ is: 'noRoom' })
  full.mockRestore()
})

test('a page killed while it sends loses nothing; what goes again goes under the same id, and is not changed any more', async () => {
  sit(lin)
  answering = 'in vain'
  const id = freshId()
  await start(lin, id)
  const [parcel] = await parcelsOf(lin)
  if (!parcel) throw new Error('lost')
  expect(await amend(lin, parcel, { params: { id }, body: { direction: 'inbound' } })).toBe(false)
  // The window closes; the next one finds it on the device.
  sit(null)
  answering = 'everything'
  sit(lin)
  await expect.poll(() => heard).toEqual([id])
  expect([...new Set(sent.map(({ path }) => path))]).toEqual([`/api/runs/${id}`])
  expect(await left(lin)).toEqual([])
})

test('what has never been on its way is written into, or taken back and never sent', async () => {
  sit(lin)
  answering = 'nobody'
  const [first, second] = [freshId(), freshId()]
  await start(lin, first)
  await start(lin, second)
  const next = (await parcelsOf(lin)).find(({ id }) => id === second)
  if (!next) throw new Error('lost')
  expect(await amend(lin, next, { params: { id: second }, body: { direction: 'inbound' } })).toBe(true)
  expect(await takeBack(first)).toBe(true)
  answering = 'everything'
  await deliver()
  expect(sent.map(({ path }) => path)).toEqual([`/api/runs/${second}`])
  expect(await takeBack(second)).toBe(false)
})

test('a refusal that nobody waits for is told', async () => {
  sit(lin)
  answering = 'nobody'
  const id = freshId()
  await start(lin, id)
  answering = 422
  await deliver()
  expect(refused).toEqual([id])
})
