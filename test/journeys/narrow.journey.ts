import type { Page } from '@playwright/test'
import { pages, recordPages, settled } from './pages.ts'
import { expect, test } from './session.ts'

const fits = async (page: Page, path: string): Promise<void> => {
  await page.setViewportSize({ width: 360, height: 740 })
  await page.goto(path)
  await settled(page)
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
}

for (const [path, code] of pages)
  test(`${path} fits a narrow phone @phone`, async ({ page, signIn }) => {
    if (code) await signIn(code)
    await fits(page, path)
  })

for (const [name, code, pathOf] of recordPages)
  test(`the page of ${name} fits a narrow phone @phone`, async ({ page, signIn }) => {
    await signIn(code)
    await fits(page, await pathOf(page.request))
  })
