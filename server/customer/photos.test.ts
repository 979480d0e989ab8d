import { beforeAll, describe, expect, test } from 'vitest'
import { mostPhotos } from '#domain/customer/photo.ts'
import { aCustomer, idOf, testApi, type TestApi } from '#test/api.ts'
import { aPng, aTelephonesJpeg } from '#test/pictures.ts'

let api: TestApi

beforeAll(async () => {
  api = await testApi()
  await aCustomer(api, '福顺烟酒店', { kind: 'outlet', manager: 'lin' })
  await aCustomer(api, '柳溪副食', { kind: 'outlet', manager: 'lin' })
  await aCustomer(api, '李素珍', { manager: 'lin' })
})

const place = 'N30.27 E120.15'

const take = async (shop: string, photo: string, bytes: Uint8Array, by = 'lin') => {
  const response = await api.fetch(
    new Request(`http://localhost/api/customers/${idOf(shop)}/photos/${idOf(photo)}/file?subject=display`, {
      method: 'PUT',
      headers: { 'x-test-staff': by },
      body: new Uint8Array(bytes),
    }),
  )
  const body = (await response.json()) as { version: number; code: string; reasons?: { code: string }[] }
  return { status: response.status, ...body }
}

const photos = async (shop: string) =>
  (await api.as('lin')('GET /api/customers/:id/photos', { params: { id: idOf(shop) } })).body.photos

const file = (shop: string, photo: string, by = 'lin') =>
  api.fetch(
    new Request(`http://localhost/api/customers/${idOf(shop)}/photos/${idOf(photo)}/file`, {
      headers: { 'x-test-staff': by },
    }),
  )

const change = (shop: string, photo: string, body: { baseVersion: number; removed?: boolean; caption?: string }) =>
  api.as('lin')('PATCH /api/customers/:id/photos/:photoId', {
    params: { id: idOf(shop), photoId: idOf(photo) },
    body: {
      baseVersion: body.baseVersion,
      fields: body.caption === undefined ? {} : { caption: body.caption },
      ...(body.removed === undefined ? {} : { removed: body.removed }),
    },
  })

describe('photos of a shop', () => {
  test('are kept without the position they were taken at, and shown to whoever may see the shop', async () => {
    expect(await take('福顺烟酒店', '柜台', aTelephonesJpeg(40, 30, place))).toMatchObject({ status: 200, version: 1 })
    expect(await take('福顺烟酒店', '柜台', aTelephonesJpeg(40, 30, place))).toMatchObject({ status: 200, version: 1 })
    expect(await photos('福顺烟酒店')).toMatchObject([
      { subject: 'display', caption: null, takenOn: '2026-11-23', width: 40, height: 30, notedBy: '林晓岚' },
    ])
    const seen = await file('福顺烟酒店', '柜台')
    expect(seen.headers.get('content-type')).toBe('image/jpeg')
    expect(seen.headers.get('x-content-type-options')).toBe('nosniff')
    expect(Buffer.from(await seen.arrayBuffer()).toString('latin1')).not.toContain(place)
    expect((await file('福顺烟酒店', '柜台', 'xu')).status).toBe(404)
  })

  test('are put away and brought back, with history', async () => {
    expect((await change('福顺烟酒店', '柜台', { baseVersion: 1, caption: '新换的柜台' })).body).toEqual({ version: 2 })
    expect((await change('福顺烟酒店', '柜台', { baseVersion: 2, removed: true })).body).toEqual({ version: 3 })
    expect(await photos('福顺烟酒店')).toEqual([])
    expect((await change('福顺烟酒店', '柜台', { baseVersion: 3, removed: false })).body).toEqual({ version: 4 })
    expect(await photos('福顺烟酒店')).toMatchObject([{ caption: '新换的柜台' }])
    const { body } = await api.as('lin')('GET /api/customers/:id/history', { params: { id: idOf('福顺烟酒店') } })
    expect(body.changes.filter(({ entity }) => entity === 'photo').map(({ field }) => field)).toEqual([
      'removed',
      'removed',
      'caption',
      'subject',
      'takenOn',
    ])
  })

  test('are refused when they are no picture, half a picture, too large, or of a person', async () => {
    const whole = aPng(30, 20)
    expect(await take('福顺烟酒店', '半张', whole.subarray(0, whole.length - 20))).toMatchObject({
      status: 422,
      reasons: [{ code: 'photo.unreadable' }],
    })
    expect((await take('福顺烟酒店', '空的', Buffer.of())).reasons?.[0]?.code).toBe('photo.unreadable')
    expect((await take('福顺烟酒店', '文档', Buffer.from('%PDF-1.7'))).reasons?.[0]?.code).toBe('photo.unreadable')
    expect((await take('福顺烟酒店', '太宽', aTelephonesJpeg(20_000, 30, place))).reasons?.[0]?.code).toBe(
      'photo.too_wide',
    )
    expect((await take('福顺烟酒店', '太大', Buffer.alloc(15_000_001))).code).toBe('request.too_large')
    expect((await take('李素珍', '本人', whole)).reasons?.[0]?.code).toBe('photo.of_person')
    expect(await photos('福顺烟酒店')).toHaveLength(1)
  })

  test('of one shop are not written over through another', async () => {
    expect((await take('柳溪副食', '柜台', aPng(30, 20))).status).toBe(404)
    expect((await file('柳溪副食', '柜台')).status).toBe(404)
    expect((await file('福顺烟酒店', '柜台')).headers.get('content-type')).toBe('image/jpeg')
    expect((await change('柳溪副食', '柜台', { baseVersion: 4, removed: true })).status).toBe(404)
  })

  test('put away are brought back only where there is room, and taken at once they stay within it', async () => {
    await aCustomer(api, '桥头小卖部', { kind: 'outlet', manager: 'lin' })
    await take('桥头小卖部', '旧招牌', aPng(30, 20))
    await change('桥头小卖部', '旧招牌', { baseVersion: 1, removed: true })
    await api.db
      .insertInto('customer_photo')
      .values(
        Array.from({ length: mostPhotos - 1 }, (_, n) => ({
          branch_id: 1,
          id: idOf(`桥头 ${n}`),
          customer_id: idOf('桥头小卖部'),
          subject: 'other' as const,
          taken_on: '2026-11-20',
          media: 'image/png' as const,
          bytes: 1,
          width: 1,
          height: 1,
          noted_by: idOf('lin'),
          added_at: new Date('2026-11-20'),
        })),
      )
      .execute()
    const [back, ...taken] = await Promise.all([
      change('桥头小卖部', '旧招牌', { baseVersion: 2, removed: false }),
      take('桥头小卖部', '新招牌', aPng(30, 20)),
      take('桥头小卖部', '新柜台', aPng(30, 20)),
    ])
    expect([back.status, ...taken.map(({ status }) => status)].toSorted((a, b) => a - b)).toEqual([200, 422, 422])
    expect(await photos('桥头小卖部')).toHaveLength(mostPhotos)
    expect((await change('桥头小卖部', '桥头 0', { baseVersion: 1, caption: '门口' })).status).toBe(200)
    await api.db.deleteFrom('customer_photo').where('customer_id', '=', idOf('桥头小卖部')).execute()
  })

  test('follow a merge, and long after they were put away go for good', async () => {
    await take('柳溪副食', '门头', aPng(30, 20))
    const params = { id: idOf('福顺烟酒店'), mergeId: idOf('并店') }
    const body = { goneId: idOf('柳溪副食'), take: [] }
    await api.as('gu')('PUT /api/customers/:id/merges/:mergeId', { params, body })
    expect(await photos('福顺烟酒店')).toHaveLength(2)
    await api.as('gu')('DELETE /api/customers/:id/merges/:mergeId', { params })
    expect(await photos('柳溪副食')).toHaveLength(1)
    await api.db
      .updateTable('customer_photo')
      .set({ removed_at: new Date('2026-10-01') })
      .execute()
    expect(await photos('柳溪副食')).toEqual([])
    await take('柳溪副食', '又一张', aPng(30, 20))
    expect((await file('柳溪副食', '门头')).status).toBe(404)
    expect(await api.db.selectFrom('customer_photo').select('id').execute()).toHaveLength(1)
  })
})
