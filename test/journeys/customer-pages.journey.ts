import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './session.ts'

/** One customer of each kind, with somebody who keeps it. */
const customers = [
  ['衡川精密制造', 'lin'],
  ['李素珍', 'lin'],
  ['福顺烟酒店', 'lu'],
] as const

const tabs = ['', '?tab=file', '?tab=history'] as const

const idOf = async (page: Page, name: string): Promise<string> => {
  const { rows } = (await (await page.request.get('/api/customers', { params: { q: name } })).json()) as {
    rows: { id: string }[]
  }
  return rows[0]?.id ?? ''
}

const settled = async (page: Page, name: string): Promise<void> => {
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  await page.waitForLoadState('networkidle')
}

for (const [name, code] of customers) {
  for (const theme of ['light', 'dark'] as const)
    test(`${name}: overview, file and changes are accessible in the ${theme} theme`, async ({ page, signIn }) => {
      test.slow()
      await signIn(code)
      await page.emulateMedia({ colorScheme: theme })
      const id = await idOf(page, name)
      for (const tab of tabs) {
        await page.goto(`/customers/${id}${tab}`)
        await settled(page, name)
        const { violations } = await new AxeBuilder({ page })
          .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'])
          .analyze()
        expect(violations.map(({ id, nodes }) => `${tab} ${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
          [],
        )
      }
    })

  test(`${name}: overview, file and changes fit a narrow phone @phone`, async ({ page, signIn }) => {
    await signIn(code)
    await page.setViewportSize({ width: 360, height: 740 })
    const id = await idOf(page, name)
    for (const tab of tabs) {
      await page.goto(`/customers/${id}${tab}`)
      await settled(page, name)
      expect(await page.evaluate(() => document.documentElement.scrollWidth), tab).toBeLessThanOrEqual(360)
    }
  })
}
