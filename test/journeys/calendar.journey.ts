import { randomUUID } from 'node:crypto'
import ICAL from 'ical.js'
import type { Locator, Page } from '@playwright/test'
import { startedRun } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

const grid = (page: Page): Locator => page.getByRole('group', { name: '约好的见面' })
const on = (page: Page, day: string): Locator => grid(page).getByRole('region', { name: day })

/** `11-24 10:00` on the wall of the branch. */
const at = (text: string): string => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`).toISOString()

/** An appointment of a journey's own, with a customer of its own. */
const anAppointment = async (
  page: Page,
  name: string,
  [from, until]: [string, string],
  more: Record<string, unknown> = {},
): Promise<{ id: string; customerId: string }> => {
  const customerId = await aCustomer(page, name)
  const id = randomUUID()
  const data = { customerId, way: 'visit', startsAt: at(from), endsAt: at(until), place: '店里', agreed: true, ...more }
  expect((await page.request.put(`/api/appointments/${id}`, { data })).status()).toBe(200)
  return { id, customerId }
}

test('a week shows who is met where, promises and birthdays beside them; an appointment takes one of two free times and is taken back by undo', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const name = '约新禾'
  await aCustomer(page, name)
  await page.goto('/calendar')
  await expect(on(page, '11月23日 周一').getByRole('button', { name: /满仓百货连锁/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /10:30 前 李姐/ })).toBeVisible()
  await expect(page.getByRole('link', { name: /生日 · 农历十月十六/ })).toBeVisible()
  await page.keyboard.press('n')
  const form = page.getByRole('form', { name: '新约一次见面' })
  await form.getByRole('combobox', { name: '客户' }).fill(name)
  await page.getByRole('option', { name }).click()
  const offered = form.getByRole('group', { name: '两个时间给客户挑' }).getByRole('button')
  await expect(offered.nth(0)).toHaveText(/今天 1\d:\d0/)
  await expect(offered.nth(1)).toHaveText(/明天 10:00/)
  await offered.nth(1).click()
  await form.getByLabel('地点').fill('新禾路 8 号')
  await form.getByText('听意见').click()
  await form.getByRole('button', { name: '记下' }).click()
  const made = on(page, '11月24日 周二').getByRole('button', { name })
  await expect(made).toBeVisible()
  await expect(page.getByRole('article', { name: `拜访 ${name}` })).toContainText('新禾路 8 号')
  await expect(page.getByRole('button', { name: '撤销', exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(made).toBeHidden()
})

test('with a free calendar the two times are today at three and tomorrow at ten; with three taken the next free one [M-26]', async ({
  page,
  signIn,
}) => {
  await signIn('xu')
  await page.goto('/calendar')
  await expect(grid(page)).toBeVisible()
  await page.keyboard.press('n')
  const offered = page.getByRole('group', { name: '两个时间给客户挑' }).getByRole('button')
  await expect(offered.nth(0)).toHaveText('今天 15:00')
  await expect(offered.nth(1)).toHaveText('明天 10:00')
  await anAppointment(page, '约三点', ['11-23 15:00', '11-23 15:30'])
  await page.reload()
  await expect(on(page, '11月23日 周一').getByRole('button', { name: '约三点' })).toBeVisible()
  await page.keyboard.press('n')
  await expect(offered.nth(0)).toHaveText('今天 14:00')
})

test('an appointment changed behind the customer’s back stands on Today until they were told; the word is asked for with the time they have in mind', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const name = '约知晓'
  await anAppointment(page, name, ['11-25 11:00', '11-25 11:30'])
  await page.goto('/calendar')
  await on(page, '11月25日 周三').getByRole('button', { name }).click()
  await page.keyboard.press('m')
  const form = page.getByRole('form', { name: '改时间' })
  await form.getByLabel('时间', { exact: false }).last().fill('16:30')
  await form.getByRole('button', { name: '临时有急事' }).click()
  await form.getByRole('button', { name: '记下' }).click()
  const article = page.getByRole('article', { name: `拜访 ${name}` })
  await expect(article).toContainText('改了时间，客户还不知道')
  await expect(article).toContainText('客户记着的是 11月25日 周三 11:00')
  await page.goto('/')
  const row = page.getByRole('listbox', { name: '今天要联系的客户' }).getByRole('option', { name })
  await expect(row).toContainText('约好周三 11:00 的上门改到了周三 16:30，还没有说过一声')
  await page.goto('/calendar')
  await on(page, '11月25日 周三').getByRole('button', { name }).click()
  await article.getByRole('button', { name: '已经告诉客户' }).click()
  await expect(article).not.toContainText('客户还不知道')
  await page.goto('/')
  await expect(page.getByRole('listbox', { name: '今天要联系的客户' })).toBeVisible()
  await expect(row).toBeHidden()
})

test('carried to another time with the mouse it asks why and whether the customer knows; a plan just moves, and back by undo', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const [plan, agreed] = ['约打算', '约答应']
  await anAppointment(page, plan, ['11-26 15:00', '11-26 15:30'], { agreed: false })
  await anAppointment(page, agreed, ['11-27 15:00', '11-27 15:30'])
  await page.goto('/calendar')
  const carry = async (name: string, day: string): Promise<void> => {
    const block = on(page, day).getByRole('button', { name })
    await block.scrollIntoViewIfNeeded()
    const box = await block.boundingBox()
    if (!box) throw new Error('not on the screen')
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2)
    await page.mouse.down()
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2 + 30, { steps: 4 })
    await page.mouse.up()
  }
  await carry(plan, '11月26日 周四')
  await expect(page.getByText('已改时间')).toBeVisible()
  await on(page, '11月26日 周四').getByRole('button', { name: plan }).click()
  const planned = page.getByRole('article', { name: `拜访 ${plan}` })
  await expect(planned).toContainText('15:30–16:00')
  await expect(page.getByRole('button', { name: '撤销', exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(planned).toContainText('15:00–15:30')
  await carry(agreed, '11月27日 周五')
  const form = page.getByRole('form', { name: '改时间' })
  await form.getByRole('button', { name: '客户要改' }).click()
  await form.getByText('客户已经知道').click()
  await form.getByRole('button', { name: '记下' }).click()
  const article = page.getByRole('article', { name: `拜访 ${agreed}` })
  await expect(article).toContainText('15:30–16:00')
  await expect(article).not.toContainText('客户还不知道')
})

test('the meeting agreed on in a call is filed with it: it stands in the calendar and on the customer’s page, and leads back to the call', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const name = '约电话'
  const customerId = await aCustomer(page, name, { phone: '13900071234' })
  const run = await startedRun(page.request, name, { playbook: 'appointment-call', purpose: 'care' })
  const { now } = (await (await page.request.get('/api/session')).json()) as { now: string }
  const happenings = [
    { type: 'aimSet', aim: { why: '新套餐的样机到了', gives: '当面试一试再定' } },
    { type: 'connected' },
    { type: 'appointmentSet', appointment: { day: '2026-11-24', time: '10:30', minutes: 30, place: '她的店里' } },
    { type: 'finished', reason: '客户赶时间，后面几步下次补' },
  ]
  const events = happenings.map((each) => ({ id: randomUUID(), at: now, ...each }))
  const reply = await page.request.post(`/api/runs/${run}/events`, { data: { events } })
  expect(await reply.json()).toMatchObject({ refused: [], filed: { appointments: 1 } })
  await page.goto(`/contact/${run}`)
  await expect(page.getByText('约在 明天 10:30')).toBeVisible()
  await page.goto(`/customers/${customerId}`)
  const meetings = page.getByRole('region', { name: '约好的见面' })
  await expect(meetings).toContainText('下一次')
  await meetings.getByRole('link', { name: '明天 10:30 拜访' }).click()
  await expect(page.getByRole('article', { name: `拜访 ${name}` })).toContainText('她的店里')
  await page.getByRole('link', { name: '在那次接触里约的' }).click()
  await expect(page).toHaveURL(new RegExp(run))
})

test('on a phone the agenda opens one appointment with its acts under the thumb; running late has the words to send, moves the time, and the arrival is measured against it [S-34]', async ({
  page,
  signIn,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('lin')
  const name = '约路上'
  await anAppointment(page, name, ['11-23 11:30', '11-23 12:00'])
  await page.goto('/calendar')
  await on(page, '11月23日 周一').getByRole('button', { name }).click()
  await expect(page.getByRole('button', { name: '开始拜访' })).toBeInViewport()
  await page.getByRole('button', { name: '会晚到' }).click()
  const form = page.getByRole('form', { name: '会晚到' })
  await form.getByLabel('几点能到').fill('11:50')
  await expect(form.getByRole('group', { name: '告诉客户的话' })).toContainText('大约 11:50 到')
  await form.getByRole('button', { name: '路上不顺' }).click()
  await form.getByText('客户已经知道').click()
  await form.getByRole('button', { name: '记下' }).click()
  const article = page.getByRole('article', { name: `拜访 ${name}` })
  await expect(article).toContainText('11:50–12:20')
  await expect(article).toContainText('原约')
  await article.getByRole('button', { name: '更多' }).click()
  await page.getByRole('menuitem', { name: '我到了' }).click()
  await expect(article).toContainText('晚到，事先说过')
  expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true)
})

test('the feed of one’s own days is made once, read by another program without signing in, and revoked; the invitation holds nothing of ours', async ({
  page,
  signIn,
  playwright,
  baseURL,
}) => {
  await signIn('han')
  const name = '约订阅'
  const { id } = await anAppointment(page, name, ['11-26 09:30', '11-26 10:00'], { purposes: ['complaint'] })
  await page.goto('/calendar')
  await page.getByRole('button', { name: '手机日历' }).click()
  const drawer = page.getByRole('dialog', { name: '在手机日历里看' })
  await drawer.getByRole('button', { name: '生成地址' }).click()
  const address = await drawer.getByRole('textbox', { name: '在手机日历里看' }).inputValue()
  const anyone = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const read = await anyone.get(address)
  const summaries = new ICAL.Component(ICAL.parse(await read.text()))
    .getAllSubcomponents('vevent')
    .map((part) => new ICAL.Event(part).summary)
  expect(summaries).toContain(`拜访 ${name}`)
  await drawer.getByRole('button', { name: '作废' }).first().click()
  await expect(page.getByText('已作废，再也读不到了')).toBeVisible()
  await expect.poll(async () => (await anyone.get(address)).status()).toBe(404)
  await anyone.dispose()
  const invitation = await (await page.request.get(`/api/appointments/${id}/invitation`)).text()
  expect(invitation).toContain('韩一诺来访')
  expect(invitation).not.toContain('投诉')
})

test('a visiting day is put in the order that wastes least on the way, agreed times kept, and back by undo', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  await page.goto('/calendar?view=day&day=2026-11-24')
  await page.getByRole('button', { name: '路线' }).click()
  const route = page.getByRole('region', { name: '这一天的路线' })
  await expect(route.getByRole('listitem')).toHaveCount(5)
  await expect(route).toContainText('比现在的顺序少走')
  await expect(route.getByRole('listitem').filter({ hasText: '已约好' })).toContainText('10:00')
  await route.getByRole('button', { name: '打算去的按这个时间排' }).click()
  await expect(page.getByText(/改了 \d 个打算的时间/)).toBeVisible()
  await expect(route).toContainText('现在的顺序就是最省路的')
  await expect(page.getByRole('button', { name: '撤销', exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(route).toContainText('比现在的顺序少走')
})

test('a lead sees everybody’s days and who is away; turned to the customer the calendar is shut', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/calendar')
  await expect(page.getByText('这几天没有约')).toBeVisible()
  await page.getByRole('button', { name: '我的', exact: true }).click()
  await expect(grid(page).getByRole('button', { name: /满仓百货连锁/ })).toBeVisible()
  await expect(page.getByText('马超群休假').first()).toBeVisible()
  await page.keyboard.press('j')
  await expect(page.getByRole('article')).toBeVisible()
  await page.keyboard.press('ArrowRight')
  await expect(page.getByRole('region', { name: '11月30日 周一' })).toBeVisible()
  await page.keyboard.press('t')
  await expect(page.getByRole('region', { name: '11月23日 周一' })).toBeVisible()
  await page.getByText('对客').click()
  await expect(page.getByText('这一页不给客户看')).toBeVisible()
})

test('a visit without an aim says so in the calendar, and does not begin before one is chosen [S-32]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const name = '约无目的'
  await anAppointment(page, name, ['11-23 14:30', '11-23 15:00'])
  await page.goto('/calendar')
  await on(page, '11月23日 周一').getByRole('button', { name }).click()
  await expect(page.getByRole('article', { name: `拜访 ${name}` })).toContainText('没写去做什么')
  await page.getByRole('button', { name: '开始拜访' }).click()
  const aims = page.getByRole('region', { name: '这次上门的目的，可以选几个' })
  await expect(aims).toBeVisible()
  await page.getByRole('button', { name: /^见到了/ }).click()
  await expect(page.getByText('先选这次上门的目的，可以选几个。')).toBeVisible()
  await aims.getByRole('button').first().click()
  await page.getByRole('button', { name: /^见到了/ }).click()
  await expect(page.getByRole('button', { name: /^见到了/ })).toBeHidden()
})
