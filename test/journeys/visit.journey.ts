import type { Page } from '@playwright/test'
import { freshId } from './records.ts'
import { file, steps } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

test.beforeEach(({ page }) => page.setViewportSize({ width: 390, height: 844 }))

const sent = async (page: Page, path: string, data: unknown): Promise<void> => {
  expect((await page.request.put(path, { data })).status()).toBe(200)
}

/** A visit agreed for this afternoon, opened in the calendar and begun from there. */
const begin = async (page: Page, customerId: string, purposes: readonly string[], time: string): Promise<void> => {
  const from = Date.parse(`2026-11-23T${time}:00+08:00`)
  const [startsAt, endsAt] = [new Date(from).toISOString(), new Date(from + 1_800_000).toISOString()]
  const id = freshId()
  const way = { way: 'visit', place: '新禾路 8 号', agreed: true }
  await sent(page, `/api/appointments/${id}`, { customerId, startsAt, endsAt, purposes, ...way })
  await page.goto(`/calendar?view=day&id=${id}`)
  await page.getByRole('button', { name: '开始拜访' }).click()
  await expect(steps(page)).toContainText('上门拜访')
  // What the appointment was for arrives a moment after the page.
  await expect(steps(page).getByRole('button', { pressed: true })).toHaveCount(purposes.length)
}

const here = (page: Page, title: string) => steps(page).getByRole('heading', { level: 2, name: title })
const tick = (page: Page, what: string | RegExp) => steps(page).locator('label').filter({ hasText: what }).click()
const part = (page: Page, name: string) => steps(page).getByRole('region', { name })
const stages = (page: Page) => steps(page).getByRole('list', { name: '六段' })

/** One step on, by thumb. */
const on = async (page: Page, title: string): Promise<void> => {
  await steps(page).getByRole('button', { name: title, exact: true }).click()
  await expect(here(page, title)).toBeVisible()
}

/** One step on before everything is done: a reason is asked for and kept. */
const onEarly = async (page: Page, title: string, reason: string): Promise<void> => {
  await steps(page).getByRole('button', { name: title, exact: true }).click()
  await page
    .getByRole('group', { name: `先往下走到“${title}”？` })
    .getByRole('button', { name: reason })
    .click()
  await expect(here(page, title)).toBeVisible()
}

test('three purposes of a visit to a firm make one list: bills, promises, gifts, forms, and the words rehearsed [S-33][S-40]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '旅程登门集团', { kind: 'group' })
  await sent(page, `/api/promises/${freshId()}`, { customerId: id, what: '带割接方案过去', dueDay: '2026-11-24' })
  const gift = `旅程台历${id.slice(0, 4)}`
  const lead = await other('gu')
  const stock = { name: gift, inStore: 7, note: '', baseVersion: null }
  await sent(lead, `/api/gifts/${freshId()}`, stock)

  await begin(page, id, ['recommend', 'gift', 'opinion'], '15:00')
  const aims = part(page, '这次上门的目的，可以选几个')
  for (const purpose of ['介绍业务', '送礼品', '听意见'])
    await expect(aims.getByRole('button', { name: purpose })).toHaveAttribute('aria-pressed', 'true')
  await expect(stages(page).getByRole('listitem').nth(2)).toContainText('做完了')
  await expect(part(page, '最近三个月的账单')).toContainText('还没有账单')
  await expect(part(page, '还没兑现的承诺')).toContainText('带割接方案过去')
  await expect(part(page, '对手的动静')).toContainText('没有记过')
  await expect(here(page, '了解情况')).toBeInViewport()
  await expect(steps(page).getByText('告辞')).toBeHidden()
  await onEarly(page, '备好要带的', '上次刚看过')
  await expect(stages(page).getByRole('listitem').first()).toContainText('还差 2 项')

  await expect(steps(page).getByRole('checkbox', { name: /纸、笔、名片/ })).toHaveCount(1)
  await expect(part(page, '库里的礼品')).toContainText(`${gift} 还有 7`)
  const forms = part(page, '要带的表')
  for (const form of ['客户拜访记录表', '意见征求表', '礼品签收单']) await expect(forms).toContainText(form)
  await expect(forms).not.toContainText('业务受理单')
  await page.getByRole('textbox', { name: '客户能得到什么' }).fill('月底少花半天对账')
  await page.getByRole('textbox', { name: '凭什么信' }).fill('楼下那家上月开始用')
  await page.keyboard.press('Tab')
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox', { name: '客户能得到什么' })).toHaveValue('月底少花半天对账')
  await expect(page.getByRole('textbox', { name: '凭什么信' })).toHaveValue('楼下那家上月开始用')
})

test('held up on the way, the customer is told and the time moves; there, the arrival stands beside the time agreed [S-34]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '旅程晚到人')
  await begin(page, id, ['contact'], '15:40')
  await steps(page).getByRole('button', { name: '全部步骤' }).click()
  await steps(page).getByRole('button', { name: /路上$/ }).click()
  await expect(here(page, '路上')).toBeVisible()
  const agreed = part(page, '约好的')
  await expect(agreed).toContainText('15:40–16:10')
  await agreed.getByRole('button', { name: '会晚到' }).click()
  await expect(agreed.getByRole('group', { name: '告诉客户的话' })).toContainText('大约 16:00 到')
  await agreed.getByRole('button', { name: '路上不顺' }).click()
  await agreed.getByText('客户已经知道').click()
  await agreed.getByRole('button', { name: '记下' }).click()
  await expect(agreed).toContainText('16:00–16:30')
  await agreed.getByRole('button', { name: '我到了' }).click()
  await expect(agreed.getByRole('button', { name: '我到了' })).toBeHidden()
  await agreed.getByRole('link', { name: '看这个约' }).click()
  await expect(page.getByRole('article', { name: '拜访 旅程晚到人' })).toContainText('到的时间')
})

test('at the door what was not ticked is asked again; a competitor in the room is noted with the customer [S-35][S-36]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '旅程进门集团', { kind: 'group' })
  await begin(page, id, ['contact'], '16:40')
  await page.getByRole('button', { name: /^见到了/ }).click()
  await expect(here(page, '门口')).toBeVisible()
  await expect(steps(page)).toContainText('敲门三下，不轻不重')
  const again = part(page, '出门前没勾的，进门前看一眼')
  await again.getByText('纸、笔、名片').click()
  await expect(again.getByText('纸、笔、名片')).toBeHidden()
  await onEarly(page, '进屋落座', '到了现场再办')
  await steps(page).getByRole('button', { name: '对手的人也在' }).click()
  await expect(steps(page)).toContainText('您好，幸会')
  await part(page, '友商动向').getByRole('button', { name: '添' }).click()
  const sheet = page.getByRole('dialog')
  await sheet
    .getByRole('textbox', { name: /看到什么|动向|内容/ })
    .first()
    .fill('同行的人在谈明年的专线')
  await sheet.getByRole('textbox', { name: /从哪里知道/ }).fill('当场看见')
  await sheet.getByRole('button', { name: '保存' }).click()
  await expect(part(page, '友商动向')).toContainText('同行的人在谈明年的专线')
})

test('a person is heard, nothing is left open, the next day is agreed before leaving, and the record fills itself [S-37][S-38][S-39][P-11]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '旅程见面人')
  await begin(page, id, ['opinion'], '17:20')
  await tick(page, /看了最近三个月/)
  await tick(page, /看了还没兑现/)
  await on(page, '备好要带的')
  for (const what of [/纸、笔、名片/, /写下客户可能要的/, /带了意见表/]) await tick(page, what)
  await on(page, '路上')
  await tick(page, /能准时/)
  await page.getByRole('button', { name: /^见到了/ }).click()
  await on(page, '进屋落座')
  await on(page, '谈')
  await tick(page, /听完了意见/)
  await tick(page, /每个目的都谈到了/)
  await page.getByRole('textbox', { name: '记录' }).fill('看了机房，谈了明年的专线')
  await page.getByRole('textbox', { name: '记录' }).press('Enter')
  await steps(page).getByRole('button', { name: '总有人进来找' }).click()
  const times = steps(page).getByRole('region', { name: '二选一定时间' })
  await times
    .getByRole('button', { name: /\d\d:\d\d$/ })
    .last()
    .click()
  await expect(steps(page)).toContainText('约好了')
  await steps(page).getByRole('button', { name: '告辞', exact: true }).last().click()
  await expect(part(page, '走之前看一眼')).toBeVisible()
  await tick(page, /逐条念过/)
  await on(page, '回来当天')
  const goal = steps(page).getByRole('group', { name: '这次去的目的达到没有' })
  await goal.getByRole('button', { name: '达到一部分' }).click()
  await page.getByRole('textbox', { name: '下次要改的一条' }).fill('把分项账单打一份带去')
  await page.keyboard.press('Tab')
  await expect(steps(page).getByRole('checkbox', { name: /写下目的达到没有/ })).toBeChecked()
  await expect(steps(page).getByRole('checkbox', { name: /定了下一步和日子/ })).toBeChecked()
  await file(page)
  await expect(stages(page).getByRole('listitem').last()).toContainText('用了')
  const wanted = page.getByRole('region', { name: '要填的表' })
  await expect(wanted).toContainText('意见征求表')
  await wanted.getByRole('button', { name: '填写 客户拜访记录表' }).click()
  await expect(page.getByRole('textbox', { name: /^目的达到没有/ })).toHaveValue('达到一部分')
  await expect(page.getByRole('textbox', { name: /^下次要改的/ })).toHaveValue('把分项账单打一份带去')
  await expect(page.getByRole('textbox', { name: /^经过/ })).toHaveValue('看了机房，谈了明年的专线')
  await expect(page.getByRole('textbox', { name: /^目的 |^目的$/ })).toHaveValue('听意见')
})
