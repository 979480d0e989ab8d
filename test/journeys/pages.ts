import { type APIRequestContext, expect, type Page } from '@playwright/test'
import { campaignCalled, caseAbout, customerNamed, eventCalled, firstId, firstOutlet, startedRun } from './records.ts'

/** Every page that needs no record's id, with somebody who may see it; /ui is looked at as a component, part by part. */
export const pages: [path: string, code: string | null][] = [
  ['/sign-in', null],
  ['/', 'lin'],
  ['/customers', 'gu'],
  ['/customers/new', 'lin'],
  ['/customers/duplicates', 'gu'],
  ['/customers/market', 'lu'],
  ['/contact', 'lin'],
  ['/round', 'lu'],
  ['/calendar', 'lin'],
  ['/calendar?view=agenda', 'lin'],
  ['/field', 'lin'],
  ['/promises', 'lin'],
  ['/expectations', 'lin'],
  ['/cases', 'lin'],
  ['/satisfaction', 'gu'],
  ['/satisfaction?show=items', 'gu'],
  ['/satisfaction?show=changes', 'xu'],
  ['/events', 'gu'],
  ['/losses', 'gu'],
  ['/retention', 'gu'],
  ['/retention-rules', 'gu'],
  ['/retention-guard', 'gu'],
  ['/forms', 'gu'],
  ['/forms/new', 'lin'],
  ['/departures', 'yan'],
  ['/me/week', 'lin'],
  ['/handovers', 'hansong'],
  ['/scripts', 'lin'],
  ['/scripts?of=pitches', 'gu'],
  ['/talks', 'lin'],
  ['/practice', 'lin'],
  ['/coach', 'lin'],
  ['/coach?of=rules', 'gu'],
  ['/coach?of=own', 'gu'],
  ['/value', 'gu'],
  ['/economics', 'gu'],
  ['/economics?tab=loss', 'gu'],
  ['/economics?tab=chain', 'gu'],
  ['/warning', 'gu'],
  ['/campaigns', 'gu'],
  ['/team', 'gu'],
  ['/team/records?query=staff.all', 'gu'],
  ['/standards', 'gu'],
  ['/playbooks', 'gu'],
  ['/playbooks/visit', 'gu'],
  ['/bearing', 'gu'],
  ['/me/figures', 'lin'],
  ['/me/records?query=staff.all', 'lin'],
  ['/absences', 'gu'],
  ['/audit', 'gu'],
  ['/people', 'ji'],
  ['/settings', 'lin'],
  ['/imports', 'gu'],
  ['/phone', null],
]

/** Pages of one record: its name, who opens it, and how its address is found. */
export const recordPages: [name: string, code: string, path: (request: APIRequestContext) => Promise<string>][] = [
  ['a person', 'lin', async (request) => `/customers/${await customerNamed(request, '李素珍')}`],
  ['a group', 'lin', async (request) => `/customers/${await customerNamed(request, '北屿冷链物流')}`],
  ['an outlet', 'hewen', async (request) => `/customers/${await firstOutlet(request)}`],
  ['a complaint', 'lu', async (request) => `/cases/${await caseAbout(request, '集前又断货，送货日还是没改')}`],
  ['a campaign', 'yan', async (request) => `/campaigns/${await campaignCalled(request, '城南春季回访')}`],
  ['an event', 'han', async (request) => `/events/${await eventCalled(request, '迎新年老客户茶会')}`],
  ['a retention case', 'gu', async (request) => `/retention/${await firstId(request, '/api/retention?whose=all')}`],
  ['a form', 'lin', async (request) => `/forms/${await firstId(request, '/api/forms?show=filed')}`],
  ['a departure', 'yan', async (request) => `/departures/${await firstId(request, '/api/departures')}`],
  ['a contact', 'lin', async (request) => `/contact/${await startedRun(request, '单志远')}`],
]

export const settled = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle')
  await expect(page.locator('#root')).not.toBeEmpty()
}
