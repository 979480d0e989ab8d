import type { Page } from '@playwright/test'
import { aPng } from '#test/pictures.ts'
import { onDisk, programKept } from './device.ts'
import { freshId } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

test.use({ serviceWorkers: 'allow' })

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const stop = (page: Page, name: string) => page.getByRole('listitem', { name: `${name}的这一站` })
const offline = (page: Page) => page.getByText('没有网络').first()

/** Visits agreed for today, one after the other from half past ten. */
const agreed = async (
  page: Page,
  names: readonly string[],
  kind: 'outlet' | 'person' = 'outlet',
): Promise<string[]> => {
  const ids: string[] = []
  for (const [place, name] of names.entries()) {
    const customerId = await aCustomer(page, name, { kind })
    const from = Date.parse('2026-11-23T02:30:00Z') + place * 10 * 60_000
    const span = { startsAt: new Date(from).toISOString(), endsAt: new Date(from + 600_000).toISOString() }
    const data = { customerId, way: 'visit', ...span, place: '店里', purposes: ['contact'], agreed: true }
    expect((await page.request.put(`/api/appointments/${freshId()}`, { data })).status()).toBe(200)
    ids.push(customerId)
  }
  return ids
}

const takeAlong = async (page: Page, count: number): Promise<void> => {
  await page.goto('/field')
  await programKept(page)
  await page.getByRole('button', { name: '带走今天' }).click()
  await expect(page.getByText(new RegExp(`已带走 ${count} 家`))).toBeVisible({ timeout: 120_000 })
}

/** Nobody has been at this seat for an hour. */
const leftAlone = (page: Page): Promise<void> =>
  page.evaluate(() => localStorage.setItem('weixi.last-sign', String(Date.now() - 3_600_000)))

const signOut = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /显示/ }).first().click()
  await page.getByRole('menu').getByText('退出').click()
  await expect(page).toHaveURL(/sign-in/)
}

/** Walks one shop to its end, by the keys and words anybody would use. */
const walk = async (page: Page, name: string, word: string): Promise<void> => {
  await stop(page, name).getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: /^市场信息/ }).click()
  const market = page.getByRole('dialog', { name: '市场信息' })
  await market.getByRole('textbox', { name: '开关门时间' }).fill(word)
  await market.getByRole('button', { name: '写好了' }).click()
  await page.getByRole('button', { name: /完成这户$/ }).click()
  await expect(page.getByText(new RegExp(`${name}.*`)).first()).toBeVisible()
}

type Touch = { id: string; note: string | null }
const touchesOf = async (page: Page, customerId: string): Promise<Touch[]> =>
  ((await (await page.request.get(`/api/customers/${customerId}/touches`)).json()) as { rows: Touch[] }).rows

test('a day taken along is walked without a network, from the list to photo and signed receipt, and arrives once [M-12][K-32][P-21]', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('shi')
  const names = ['安平烟酒店', '安庆副食店', '安远便利店']
  const [first = ''] = await agreed(page, names)
  await takeAlong(page, 3)

  await context.setOffline(true)
  expect((await page.reload())?.fromServiceWorker()).toBe(true)
  await expect(offline(page)).toBeVisible()
  await expect(page.getByText(/已带走 3 家/)).toBeVisible()
  await walk(page, '安平烟酒店', '入冬后七点开门')
  await page.goto('/field')
  await expect(stop(page, '安平烟酒店').getByText('走完，待上传')).toBeVisible()
  const choosing = page.waitForEvent('filechooser')
  await stop(page, '安平烟酒店').getByRole('button', { name: '拍照' }).click()
  await (
    await choosing
  ).setFiles({ name: '陈列.png', mimeType: 'image/png', buffer: aPng(320, 240, { tEXt: 'N30.27 E120.15' }) })
  await expect(stop(page, '安平烟酒店').getByText('1 张照片待上传')).toBeVisible()
  await stop(page, '安平烟酒店').getByRole('button', { name: '礼品签收' }).click()
  const receipt = page.getByRole('dialog', { name: '礼品签收单' })
  await receipt.getByRole('textbox', { name: '礼品' }).fill('山茶礼盒')
  const pad = await receipt.getByRole('img', { name: '客户签收，手写板' }).boundingBox()
  const [x, y] = [(pad?.x ?? 0) + 40, (pad?.y ?? 0) + 30]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 90, y + 40, { steps: 8 })
  await page.mouse.up()
  await receipt.getByRole('button', { name: '签好了' }).click()
  await expect(receipt).toHaveCount(0)
  await expect(region(page, '还没上传的').getByText('单据')).toBeVisible()
  await page.reload()
  await walk(page, '安庆副食店', '八点关门')
  await page.goto('/field')
  await expect(stop(page, '安庆副食店').getByText('走完，待上传')).toBeVisible()

  await context.setOffline(false)
  await page.goto('/field')
  await expect(region(page, '还没上传的').getByText('都上传了')).toBeVisible()
  await expect(stop(page, '安平烟酒店').getByText('已走完')).toBeVisible()
  expect(await touchesOf(page, first)).toHaveLength(1)
  const { photos } = (await (await page.request.get(`/api/customers/${first}/photos`)).json()) as { photos: unknown[] }
  expect(photos).toHaveLength(1)
  const { rows } = (await (await page.request.get(`/api/forms?customerId=${first}`)).json()) as {
    rows: { key: string; state: string }[]
  }
  expect(rows).toMatchObject([{ key: 'gift-receipt', state: 'filed' }])
})

test('thirty shops in a day without any network: every one is filed, and every one once [M-12]', async ({
  page,
  context,
  signIn,
}) => {
  // Thirty shops by hand take their time on a slow machine.
  test.setTimeout(480_000)
  await signIn('ge')
  const names = Array.from({ length: 30 }, (_, place) => `柳溪西线第${place + 1}店`)
  const ids = await agreed(page, names)
  await takeAlong(page, 30)
  await context.setOffline(true)
  await page.reload()
  for (const name of names) {
    await stop(page, name).getByRole('button', { name: '开始' }).click()
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    await page.getByRole('button', { name: /完成这户$/ }).click()
    await expect(page.getByRole('heading', { level: 2, name })).toHaveCount(0)
    await page.getByRole('link', { name: '外出' }).click()
  }
  await expect(page.getByText('走完 30 / 30 家')).toBeVisible()
  await page.reload()
  await expect(page.getByText('走完 30 / 30 家')).toBeVisible()
  await context.setOffline(false)
  await expect(region(page, '还没上传的').getByText('都上传了')).toBeVisible({ timeout: 180_000 })
  await page.reload()
  await expect(page.getByText('走完 30 / 30 家')).toBeVisible()
  for (const id of ids) expect(await touchesOf(page, id)).toHaveLength(1)
})

test('a visit to a person, begun and filed where there is no network, stands in the calendar as held [S-32]', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('pan')
  const [id = ''] = await agreed(page, ['闻人静'], 'person')
  await takeAlong(page, 1)
  await context.setOffline(true)
  await page.reload()
  await stop(page, '闻人静').getByRole('button', { name: '开始' }).click()
  await expect(page.getByRole('button', { name: '联络感情' })).toHaveAttribute('aria-pressed', 'true')
  await page.getByRole('button', { name: '见到了' }).click()
  await page.getByRole('textbox', { name: '记录' }).fill('山里信号不好，当面谈妥了')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存本机，连上后自动上传')).toBeVisible()
  await page.reload()
  await expect(page.getByText('山里信号不好').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '客户赶时间' }).click()
  await expect(page.getByText('已归档').first()).toBeVisible()
  await page.goto('/field')
  await expect(stop(page, '闻人静').getByText('走完，待上传')).toBeVisible()
  await context.setOffline(false)
  await expect(stop(page, '闻人静').getByText('已走完')).toBeVisible()
  await expect(region(page, '还没上传的').getByText('都上传了')).toBeVisible()
  expect(await touchesOf(page, id)).toHaveLength(1)
})

test('what was taken along is gone with the sign-out, and by itself after forty-eight hours [P-29]', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('song')
  await agreed(page, ['濮阳照明'], 'person')
  await takeAlong(page, 1)
  expect((await onDisk(page)).text).not.toContain('濮阳')
  await context.setOffline(true)
  await signOut(page)
  await expect.poll(() => onDisk(page)).toMatchObject({ answers: 0, seals: 0 })
  await context.setOffline(false)

  await page.goto('/sign-in')
  await expect(page.getByLabel('工号')).toBeVisible()
  await signIn('song')
  await takeAlong(page, 1)
  await context.setOffline(true)
  await page.reload()
  await expect(stop(page, '濮阳照明')).toBeVisible()
  await page.clock.setSystemTime(Date.now() + 48 * 3_600_000 + 60_000)
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))
  await expect(stop(page, '濮阳照明')).toHaveCount(0)
  await expect.poll(async () => (await onDisk(page)).answers).toBe(0)
  expect((await onDisk(page)).seals).toBe(0)
})

test('a seat left alone on the road opens with its code; five wrong ones wipe it, and what was written still arrives [P-29]', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('wu')
  const [id = ''] = await agreed(page, ['钟离雪'], 'person')
  await takeAlong(page, 1)
  await page.getByLabel(/路上的解锁码/).fill('204816')
  await page.getByRole('button', { name: '设好' }).click()
  await expect(page.getByText('锁上以后用路上的解锁码打开。')).toBeVisible()
  await context.setOffline(true)
  await leftAlone(page)
  await page.reload()
  await expect(page.getByRole('heading', { name: '已锁上' })).toBeVisible()
  await expect(page.getByText('钟离雪')).toHaveCount(0)
  const open = async (code: string): Promise<void> => {
    await page.getByLabel('解锁码').fill(code)
    await page.getByRole('button', { name: '打开' }).click()
  }
  await open('000000')
  await expect(page.getByText(/还能试 4 次/)).toBeVisible()
  await open('204816')
  await stop(page, '钟离雪').getByRole('button', { name: '开始' }).click()
  await page.getByRole('textbox', { name: '记录' }).fill('只在手机上的一句')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存本机，连上后自动上传')).toBeVisible()

  await leftAlone(page)
  await page.reload()
  for (const left of [4, 3, 2, 1]) {
    await open('111111')
    await expect(page.getByText(new RegExp(`还能试 ${left} 次`))).toBeVisible()
  }
  await open('111111')
  await expect(page.getByText(/带走的内容已清空/)).toBeVisible()
  expect(await onDisk(page)).toMatchObject({ answers: 0, seals: 0 })

  // Signed out meanwhile: the sender is refused, not the words.
  await page.request.delete('/api/session')
  await context.setOffline(false)
  await page.goto('/field')
  await expect(page.getByLabel('工号')).toBeVisible()
  await signIn('wu')
  await page.goto('/field')
  await expect(region(page, '还没上传的').getByText('都上传了')).toBeVisible()
  const { runs } = (await (await page.request.get('/api/runs')).json()) as {
    runs: { id: string; customer: { id: string } }[]
  }
  const [run] = runs.filter(({ customer }) => customer.id === id)
  const arrived = async (): Promise<number> => {
    const kept = await page.request.get(`/api/runs/${run?.id ?? ''}`)
    return JSON.stringify(await kept.json()).split('只在手机上的一句').length - 1
  }
  // what follows the beginning of a contact is sent after it
  await expect.poll(arrived, { timeout: 20_000 }).toBe(1)
})

test('who was with the customer meanwhile is told when the visit arrives, and both are told of each other in it [P-02]', async ({
  page,
  context,
  signIn,
  other,
}) => {
  await signIn('han')
  const [customerId = ''] = await agreed(page, ['澹台明远'], 'person')
  await takeAlong(page, 1)
  await context.setOffline(true)
  await page.reload()
  await stop(page, '澹台明远').getByRole('button', { name: '开始' }).click()
  await expect(page.getByRole('textbox', { name: '记录' })).toBeVisible()
  const beside = await other('lin')
  const begun = await beside.request.put(`/api/runs/${freshId()}`, { data: { customerId, direction: 'inbound' } })
  expect(begun.status()).toBe(200)
  await context.setOffline(false)
  await expect(page.getByText(/澹台明远：你没有网络的时候，林晓岚 也联系过这位客户/)).toBeVisible()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await beside.goto(new URL(page.url()).pathname)
  await expect(page.getByText(/两人同开/)).toBeVisible()
  await expect(beside.getByText(/两人同开/)).toBeVisible()
})
