import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { pages, recordPages, settled } from './pages.ts'
import { expect, test } from './session.ts'

const violationsOf = async (page: Page): Promise<string[]> => {
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']).analyze()
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
}

for (const theme of ['light', 'dark'] as const) {
  const seen = async (page: Page, path: string): Promise<void> => {
    await page.emulateMedia({ colorScheme: theme })
    await page.goto(path)
    await settled(page)
    expect(await violationsOf(page)).toEqual([])
  }
  for (const [path, code] of pages)
    test(`${path} is accessible in the ${theme} theme`, async ({ page, signIn }) => {
      if (code) await signIn(code)
      await seen(page, path)
    })
  for (const [name, code, pathOf] of recordPages)
    test(`the page of ${name} is accessible in the ${theme} theme`, async ({ page, signIn }) => {
      await signIn(code)
      await seen(page, await pathOf(page.request))
    })
}
