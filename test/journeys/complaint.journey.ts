import type { Page } from '@playwright/test'
import { aCustomer, expect, test } from './session.ts'

const steps = (page: Page) => page.getByRole('region', { name: '怎么谈' })
const note = (page: Page) => page.getByRole('textbox', { name: '记录' })

/** Opens a complaint through the API, as a contact would; answers with its address. */
const aComplaint = async (page: Page, customerId: string, what: string): Promise<string> => {
  const id = crypto.randomUUID()
  const data = { customerId, kind: 'complaint', what }
  expect((await page.request.put(`/api/cases/${id}`, { data })).status()).toBe(200)
  return `/cases/${id}`
}

/** Whoever is on the line is the customer, and it was checked. */
const identified = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '本人' }).click()
  await page.getByRole('button', { name: '核对上了' }).click()
  await expect(page.getByText(/^本人，/)).toBeVisible()
}

test('the market-day story: heard out, restated, handed to delivery the same day, told, settled on the customer’s word [S-46][S-48][S-49][R-29]', async ({
  page,
  signIn,
}) => {
  const words = '一个月就指着几个集，车偏偏集散了才到'
  await signIn('lu')
  const customerId = await aCustomer(page, '集口百货', { kind: 'outlet' })
  await page.goto(`/customers/${customerId}`)
  await page.getByRole('button', { name: '投诉' }).click()
  await expect(steps(page).getByText('第 1 步，共 8 步')).toBeVisible()
  await identified(page)
  await note(page).fill(words)
  await note(page).press('Enter')
  await steps(page).getByText('客户说完了').click()
  await steps(page).getByRole('button', { name: /答复/ }).first().click()
  const early = page.getByRole('group', { name: /先往下走到“答复”/ })
  await expect(early.getByRole('button', { name: /客户说“一个月就指着几个集/ })).toBeVisible()
  await early.getByRole('button', { name: '回去补' }).click()
  await steps(page).getByRole('button', { name: /复述/ }).first().click()
  await steps(page).getByText('复述得到了“对”').click()
  await steps(page).getByRole('button', { name: /答复/ }).first().click()
  await steps(page).getByText('说了事实和原因').click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '客户赶时间' }).click()
  await expect(page.getByText('已归档')).toBeVisible()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()

  await page.goto(`/customers/${customerId}`)
  await page.getByRole('link', { name: '一个月就指着几个集' }).click()
  await expect(page.getByRole('heading', { name: '一个月就指着几个集' })).toBeVisible()
  const address = page.url()
  await expect(page.getByRole('list', { name: '六步' }).getByRole('listitem').nth(3)).not.toContainText('做到了')
  await page.getByRole('button', { name: '转给别的部门' }).click()
  await page.getByRole('button', { name: '转过去' }).click()
  await expect(page.getByText(/转办单还缺：.*问题、打算怎么办、交给谁/)).toBeVisible()
  await page.getByRole('button', { name: /转给谁/ }).click()
  await page.getByRole('option', { name: /劳建新/ }).click()
  await page.getByRole('textbox', { name: '问题' }).fill('东线先乡里后街上')
  await page.getByRole('textbox', { name: '打算怎么办' }).fill('逢集那周先送街上，后送乡里')
  await page.getByRole('button', { name: '转过去' }).click()
  const handed = page.getByRole('region', { name: '转给别的部门' })
  await expect(handed).toContainText('当天转的')

  await signIn('lao')
  await page.goto('/handovers')
  const asked = page.getByRole('listitem').filter({ hasText: words })
  await expect(asked).toContainText('逢集那周先送街上')
  for (const [part, words] of [
    ['问题', '东线先乡里后街上'],
    ['打算怎么办', '逢集那周先送街上，后送乡里'],
  ] as const)
    await expect(asked.locator('dl > div').filter({ has: page.getByText(part, { exact: true }) })).toContainText(words)
  await expect(page.getByText('集口百货')).toHaveCount(0)
  await asked.getByRole('button', { name: '答复', exact: true }).click()
  await asked.getByRole('textbox', { name: '答复' }).fill('四个司机都说了，这周五就这么送')
  await asked.getByRole('button', { name: '发出' }).click()
  await expect(asked).toContainText('已答复')

  await signIn('lu')
  await page.goto(address)
  await expect(handed).toContainText('这周五就这么送')
  await expect(page.getByRole('status').filter({ hasText: '说进展' })).toBeVisible()
  await page.keyboard.press('1')
  await page.getByRole('textbox', { name: /跟客户说了什么/ }).fill('送货组改了，逢集那周先送街上')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('region', { name: '跟客户说的进展' })).toContainText('逢集那周先送街上')
  await page.getByRole('button', { name: '问办好没有' }).click()
  await page.getByText('联系上，办好了').click()
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('客户说办好了', { exact: true })).toBeVisible()
  const recovery = page.getByRole('list', { name: '挽回四步' })
  for (let left = 4; left > 0; left -= 1) {
    await expect(recovery.getByRole('button', { name: '做到了' })).toHaveCount(left)
    await recovery.getByRole('button', { name: '做到了' }).first().click()
  }
  await expect(page.getByText('四步都做了，客户也说办好了')).toBeVisible()
  await page.getByRole('button', { name: /办结/ }).click()
  await page.getByRole('button', { name: /问感受/ }).click()
  await page.getByRole('textbox', { name: /原话/ }).fill('这个集卖得顺，你们说到做到')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('这个集卖得顺，你们说到做到')).toBeVisible()
  await expect(page.getByText(/· 已办结/)).toBeVisible()
})

test('an early answer takes one key with its reason ready; hard words bring the calm card and five minutes in which the next call waits [S-46][S-47]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await aCustomer(page, '赶路的客户', { phone: '13000978641' })
  await page.goto('/contact')
  await page.getByRole('textbox', { name: '来电号码后四位' }).pressSequentially('8641')
  await page.getByRole('listitem').filter({ hasText: '赶路的客户' }).getByRole('button', { name: '投诉' }).click()
  await expect(steps(page).getByText('第 1 步，共 8 步')).toBeVisible()
  await identified(page)
  await page.keyboard.press('F8')
  const calm = page.getByRole('region', { name: '先让客户把话说完' })
  for (const line of [/静音两三秒/, /当作客户说的是实情/, /现在就能做的一件事/])
    await expect(calm.getByText(line)).toBeVisible()
  await note(page).fill('我马上要登机，直接说怎么办')
  await note(page).press('Enter')
  await steps(page).getByRole('button', { name: /答复/ }).first().click()
  const early = page.getByRole('group', { name: /先往下走到“答复”/ })
  await expect(early.getByRole('button', { name: /客户说“我马上要登机/ })).toBeVisible()
  await page.keyboard.press('1')
  await expect(steps(page).getByText('第 5 步，共 8 步')).toBeVisible()
  await steps(page).getByText('说了事实和原因').click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '客户先挂了' }).click()
  await expect(page.getByText('已归档')).toBeVisible()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await page.getByRole('button', { name: '听了重话，歇五分钟' }).click()
  await expect(page.getByText(/^歇到 .*不计时/)).toBeVisible()
  await page.goto(`/customers/${customerId}`)
  await page.getByRole('button', { name: /联系/ }).first().click()
  await expect(page.getByText(/^还在歇/)).toBeVisible()
  await page.getByRole('button', { name: '我好了' }).click()
  await expect(page.getByText(/^歇到/)).toBeHidden()
  await page.getByRole('link', { name: '我马上要登机' }).click()
  await expect(page.getByText(/复述还没得到“对”就答复了：.*我马上要登机/)).toBeVisible()
})

test('a complaint shows each clock with its rule; what nobody checked warns of nothing until the lead checks it in the settings [S-49][S-50]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const address = await aComplaint(page, await aCustomer(page, '看时钟的客户'), '话费多扣了一笔')
  await page.goto(address)
  const clocks = page.getByRole('list', { name: '时钟' })
  const own = clocks.getByRole('listitem').filter({ hasText: '直接答复 本单位' })
  await expect(own).toContainText(/还有 .*小时/)
  await expect(clocks.getByRole('listitem').filter({ hasText: '法定答复日' })).toContainText(/15 日内答复.*未核实/)
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '停下时钟' }).click()
  await page.getByRole('textbox', { name: /等什么/ }).fill('等客户寄账单')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(own).toContainText('停着')
  await expect(page.getByText('时钟停下：等客户寄账单')).toBeVisible()
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '时钟接着走' }).click()
  await expect(own).toContainText(/还有 .*小时/)

  await signIn('gu')
  await page.goto('/settings')
  const limit = page.getByRole('list', { name: '投诉时限' }).getByRole('listitem').filter({ hasText: '申诉受理决定' })
  await expect(limit).toContainText('未核实')
  await limit.getByRole('button', { name: '核对无误' }).click()
  await expect(limit).toContainText('顾一鸣 2026-11-23 核对')
})

test('a complaint that goes further is listed so; its grade and temperament are kept, and what no source says stays open [S-51]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const address = await aComplaint(page, await aCustomer(page, '再说一遍的客户'), '同一件事说了三遍')
  await page.goto(address)
  await page.getByRole('button', { name: /一般.*等级|等级.*一般/ }).click()
  await page.getByRole('option', { name: '紧急' }).click()
  await expect(page.getByText('按等级：2 小时内联系客户', { exact: false })).toBeVisible()
  await page.getByRole('button', { name: /客户此刻/ }).click()
  await page.getByRole('option', { name: '主意已定' }).click()
  await expect(page.getByText(/主意已定：怎么应对，资料里没有写/)).toBeVisible()
  await page.getByRole('button', { name: '更多', exact: true }).click()
  await page.getByRole('menuitem', { name: '升级' }).click()
  await page.getByRole('textbox', { name: /为什么升级/ }).fill('客户说了三遍，要组长定')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('升级到组长：客户说了三遍，要组长定')).toBeVisible()
  await signIn('gu')
  await page.goto('/cases?show=escalated&whose=all')
  await expect(page.getByRole('option').filter({ hasText: '同一件事说了三遍' })).toContainText('紧急')
})

test('the seven standards open from figure to case; closed without the customer’s word is counted apart; the team audits itself [S-44][M-14]', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/team?month=2026-11')
  const complaints = page.getByRole('list', { name: '投诉' })
  await complaints.getByRole('listitem').filter({ hasText: '没等到客户的话就办结的' }).getByRole('link').click()
  await page.getByRole('link', { name: '验证码收得晚' }).click()
  await expect(page.getByText('没等到客户的话就办结了，单独计数')).toBeVisible()
  await expect(page.getByText('没联系上 3 次，在 3 天里')).toBeVisible()

  await page.goto('/standards?month=2026-11')
  await page.getByRole('link', { name: '适应性' }).click()
  await expect(page.getByText(/给了客户两种以上的办法挑/)).toBeVisible()
  await page.getByRole('link', { name: '流量提醒太晚' }).click()
  await expect(page.getByRole('heading', { name: '流量提醒太晚' })).toBeVisible()

  await page.goto('/standards?month=2026-10')
  for (const name of ['时限', '流程', '适应性', '预见性', '信息沟通', '客户反馈', '组织和监管']) {
    await page.getByRole('list', { name: '七个标准' }).getByRole('link', { name, exact: true }).click()
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
    await expect(
      page
        .getByRole('list', { name: /^(没)?做到的/ })
        .getByRole('link')
        .first(),
    ).toBeVisible()
  }

  await page.goto('/standards?month=2026-09')
  await page.getByRole('button', { name: '写自查' }).click()
  const asked = page.getByRole('group').filter({ has: page.getByRole('radio') })
  for (const name of ['时限', '流程', '适应性', '预见性', '信息沟通', '客户反馈', '组织和监管']) {
    await page
      .getByRole('radiogroup', { name: `${name}，1 到 5 分` })
      .getByText('4', { exact: true })
      .click()
    await page.getByRole('textbox', { name: `${name}，依据` }).fill('九月抽了十件')
  }
  await page.getByRole('button', { name: '记下自查' }).click()
  await expect(asked).toHaveCount(0)
  await expect(page.getByText('自评 4').first()).toBeVisible()
})

test('a complaint is worked on under the thumb @phone [S-46]', async ({ page, signIn }) => {
  await signIn('lu')
  const address = await aComplaint(page, await aCustomer(page, '路口小店', { kind: 'outlet' }), '少送了一条')
  await page.goto(address)
  await page.getByRole('button', { name: '答复客户' }).click()
  await page.getByRole('textbox', { name: /怎么答复的/ }).fill('今天下午补送')
  await expect(page.getByRole('textbox', { name: /还没听到“对”/ })).toHaveValue(/少送了一条/)
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('status').filter({ hasText: '问办得怎么样' })).toBeVisible()
})
