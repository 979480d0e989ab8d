import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './session.ts'

/** Every page there is, with somebody who may see it. */
const pages: [path: string, code: string | null][] = [
  ['/sign-in', null],
  ['/', 'lin'],
  ['/customers', 'gu'],
  ['/contact', 'lin'],
  ['/promises', 'lin'],
  ['/expectations', 'lin'],
  ['/cases', 'lin'],
  ['/handovers', 'hansong'],
  ['/value', 'gu'],
  ['/warning', 'gu'],
  ['/team', 'gu'],
  ['/team/records?query=staff.all', 'gu'],
  ['/me/figures', 'lin'],
  ['/import', 'gu'],
  ['/absences', 'gu'],
  ['/people', 'ji'],
  ['/settings', 'lin'],
  ['/phone', null],
  ['/ui', null],
]

const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('#root')).not.toBeEmpty()
}

const violationsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

for (const theme of ['light', 'dark'] as const)
  for (const [path, code] of pages)
    test(`${path} is accessible in the ${theme} theme`, async ({ page, signIn }) => {
      if (code) await signIn(code)
      await page.emulateMedia({ colorScheme: theme })
      await page.goto(path)
      await settled(page)
      expect(await violationsOf(page)).toEqual([])
    })

for (const [path, code] of pages)
  test(`${path} fits a narrow phone @phone`, async ({ page, signIn }) => {
    if (code) await signIn(code)
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(path)
    await settled(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
