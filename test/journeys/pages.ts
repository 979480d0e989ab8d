import { expect, type Page } from '@playwright/test'

/** Every page there is, with somebody who may see it. */
export const pages: [path: string, code: string | null][] = [
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
  ['/imports', 'gu'],
  ['/absences', 'gu'],
  ['/people', 'ji'],
  ['/settings', 'lin'],
  ['/phone', null],
]

export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('#root')).not.toBeEmpty()
}
