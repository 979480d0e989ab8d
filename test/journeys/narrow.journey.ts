import { pages, settled } from './pages.ts'
import { expect, test } from './session.ts'

for (const [path, code] of pages)
  test(`${path} fits a narrow phone @phone`, async ({ page, signIn }) => {
    if (code) await signIn(code)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
