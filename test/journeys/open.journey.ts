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
