import type { Page } from '@playwright/test'
import { expect, test } from './session.ts'

/** Opens the app as nobody and gives the errors the page met on the way. */
const errorsOnOpening = async (page: Page): Promise<string[]> => {
  const errors: string[] = []
  page.on('pageerror', (error) => errors.push(error.message))
  await page.goto('/')
  await expect(page.locator('#root')).not.toBeEmpty()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN')
  return errors
}

test('the app opens at a desk, in Chinese, without an error', async ({ page }) => {
  expect(await errorsOnOpening(page)).toEqual([])
})

test('the app opens on a phone and fits its width', { tag: '@phone' }, async ({ page }) => {
  expect(await errorsOnOpening(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('an address that leads nowhere says so and leads back', async ({ page, signIn }) => {
  await signIn('lin')
  await page.goto('/nowhere')
  await expect(page.getByText('没有这一页')).toBeVisible()
  await page.getByRole('link', { name: '回到今天' }).click()
  await expect(page.getByRole('heading', { name: '今天' })).toBeVisible()
})

test('a page whose code does not come says so and can be opened again', async ({ page, signIn }) => {
  await signIn('lin')
  await page.route('**/assets/settings-page-*.js', (route) => route.abort())
  await page.goto('/settings')
  await expect(page.getByText('这一页没能打开')).toBeVisible()
  await page.unroute('**/assets/settings-page-*.js')
  await page.getByRole('button', { name: '再试一次' }).click()
  await expect(page.getByRole('heading', { name: '我的设置' })).toBeVisible()
})
