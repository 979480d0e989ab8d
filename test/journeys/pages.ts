import { expect, type Page } from '@playwright/test'

/** The pages seen accessible so far, with somebody who may see each; /imports, /cases and /team are to be looked at next. */
export const pages: [path: string, code: string | null][] = [
  ['/sign-in', null],
  ['/', 'lin'],
  ['/customers', 'gu'],
  ['/contact', 'lin'],
  ['/promises', 'lin'],
  ['/expectations', 'lin'],
  ['/handovers', 'hansong'],
  ['/value', 'gu'],
  ['/warning', 'gu'],
  ['/team/records?query=staff.all', 'gu'],
  ['/me/figures', 'lin'],
  ['/absences', 'gu'],
  ['/people', 'ji'],
  ['/settings', 'lin'],
  ['/phone', null],
]

export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('#root')).not.toBeEmpty()
}
