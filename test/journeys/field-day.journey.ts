import type { Page } from '@playwright/test'
import { aCustomer, expect, test } from './session.ts'
import { freshId } from './records.ts'
import { aPng } from '#test/pictures.ts'

test.use({ serviceWorkers: 'allow' })

const region = (page: Page, name: string | RegExp) => page.getByRole('region', { name })
const stop = (page: Page, name: string) => page.getByRole('listitem', { name: `${name}的这一站` })
const offline = (page: Page) => page.getByText('没有网络').first()

/** Visits agreed for today, one after the other from half past ten. */
const agreed = async (page: Page, names: readonly string[], kind: 'outlet' | 'person' = 'outlet'): Promise<string[]> => {
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
  await page.evaluate(async () => (await navigator.serviceWorker.ready).active)
  await page.getByRole('button', { name: '带走今天' }).click()
  await expect(page.getByText(new RegExp(`已带走 ${count} 家`))).toBeVisible({ timeout: 120_000 })
}

/** Walks one shop to its end, by the keys and words anybody would use. */
const walk = async (page: Page, name: string, word: string): Promise<void> => {
  await stop(page, name).getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: '接通了' }).click()
  await page.getByRole('textbox', { name: '记录' }).fill(word)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存本机，连上后自动上传')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已归档').first()).toBeVisible()
}

type Touch = { id: string; note: string | null }
const touchesOf = async (page: Page, customerId: string): Promise<Touch[]> =>
  ((await (await page.request.get(`/api/customers/${customerId}/touches`)).json()) as { rows: Touch[] }).rows

test('a day taken along is walked without a network, from the list to the photo, and arrives once [M-12][K-32]', async ({
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
  await walk(page, '安平烟酒店', '货架第二层空了，要补两条')
  await page.goto('/field')
  await expect(stop(page, '安平烟酒店').getByText('走完，待上传')).toBeVisible()
  const choosing = page.waitForEvent('filechooser')
  await stop(page, '安平烟酒店').getByRole('button', { name: '拍照' }).click()
  await (await choosing).setFiles({ name: '陈列.png', mimeType: 'image/png', buffer: aPng(320, 240, { tEXt: 'N30.27 E120.15' }) })
  await expect(stop(page, '安平烟酒店').getByText('1 张照片待上传')).toBeVisible()
  await page.reload()
  await walk(page, '安庆副食店', '一切照旧')
  await page.goto('/field')
  await expect(stop(page, '安庆副食店').getByText('走完，待上传')).toBeVisible()

  await context.setOffline(false)
  await page.goto('/field')
  await expect(region(page, '还没上传的').getByText('都上传了')).toBeVisible()
  await expect(stop(page, '安平烟酒店').getByText('已走完')).toBeVisible()
  const touches = await touchesOf(page, first)
  expect(touches.map(({ note }) => note)).toEqual([expect.stringContaining('货架第二层空了')])
  const { photos } = (await (await page.request.get(`/api/customers/${first}/photos`)).json()) as { photos: unknown[] }
  expect(photos).toHaveLength(1)
})
