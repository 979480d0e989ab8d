import type { Page } from '@playwright/test'
import { customerNamed, freshId, startedRun } from './records.ts'
import { expect, test } from './session.ts'

/** A contact begun as Today begins one, then opened. */
const begun = async (page: Page, name: string, more: Record<string, unknown> = {}): Promise<string> => {
  const id = await startedRun(page.request, name, more)
  await page.goto(`/contact/${id}`)
  await expect(page.getByRole('region', { name: '怎么谈' })).toBeVisible()
  return id
}

const note = (page: Page) => page.getByRole('textbox', { name: '记录' })

test('a service call walks six steps with their skills and files itself [S-41][S-42][P-10][S-01]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await begun(page, '李素珍')
  await expect(page.getByText('130 0012 6027').first()).toBeVisible()
  await page.keyboard.press('Enter')
  const steps = page.getByRole('region', { name: '怎么谈' })
  for (const title of ['奠定基调', '诊断问题', '寻求方案', '达成共识', '总结回顾', '跟进完善'])
    await expect(steps.getByText(title, { exact: true }).first()).toBeVisible()
  await page.getByRole('button', { name: /电话到我这儿，就由我跟到底/ }).click()
  await page.keyboard.press('Control+ArrowRight')
  await expect(steps.getByText('第 2 步，共 6 步')).toBeVisible()
  await expect(steps.getByText(/担当/)).toBeVisible()
  await expect(steps.getByText('还有 1 项必做')).toBeVisible()
  await note(page).fill('短信没看到，店里忙')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '客户赶时间' }).click()
  await expect(page.getByText('已归档')).toBeVisible()
  await expect(page.getByText('130 **** 6027').first()).toBeVisible()
})

test('a service tells its two sides apart, whether understanding was checked, and what shows each of the five basics [S-42][S-43][S-45]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await begun(page, '单志远')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: /电话到我这儿，就由我跟到底/ }).click()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '客户赶时间' }).click()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  const sides = page.getByRole('region', { name: '这次服务的两面' })
  const fact = (term: string) =>
    sides.locator('dl > div').filter({ has: page.locator('dt').getByText(term, { exact: true }) })
  await expect(fact('程序')).toContainText(/必做 \d+ 项，做到 \d+ 项/)
  await expect(fact('待人')).toContainText('走过的 1 步里，1 步做到了')
  await expect(fact('反应快')).toContainText('担当')
  await expect(fact('肢体语言')).toContainText('电话里看不见')
  await expect(fact('灵活')).toContainText('没有记到')
})

test('a promise typed in the notes is offered with its day and kept with one key [R-23]', async ({ page, signIn }) => {
  await signIn('lin')
  await begun(page, '单志远')
  await page.keyboard.press('Enter')
  await note(page).fill('周五前给您回电，说清楚套餐')
  await expect(page.getByRole('button', { name: /记为承诺/ })).toBeVisible()
  await page.keyboard.press('Alt+p')
  await expect(page.getByRole('button', { name: /记为承诺/ })).toHaveCount(0)
  await expect(page.getByRole('button', { name: /回电.*11-27|11-27/ }).first()).toBeVisible()
})

test('what was only suggested is asked about before filing, and is not lost; the log tells it kind by kind [R-23][P-10]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await begun(page, '单志远')
  await page.keyboard.press('Enter')
  await expect(note(page)).toBeFocused()
  await note(page).fill('周四前给您回电，说清楚发票。店里需要一个备用路由器')
  await expect(page.getByRole('button', { name: '记为需要：备用路由器' })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const asked = page.getByRole('group', { name: /记不记您来定/ })
  await expect(asked).toContainText('回电')
  await expect(asked).toContainText('备用路由器')
  await expect(page.getByRole('button', { name: '客户赶时间' })).toBeHidden()
  await page.keyboard.press('y')
  await expect(page.getByRole('group', { name: /1 条，记不记您来定/ })).toBeVisible()
  await page.keyboard.press('y')
  await page.getByRole('button', { name: '客户赶时间' }).click()
  await expect(page.getByText('已归档')).toBeVisible()
  await expect(page.getByRole('button', { name: /添一条/ })).toHaveCount(0)
  const customerId = await customerNamed(page.request, '单志远')
  const ledger = async () => (await page.request.get(`/api/customers/${customerId}/promises`)).text()
  await expect.poll(ledger).toContain('发票')
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(new RegExp(id))
  await page.goto(`/customers/${customerId}`)
  const log = page.getByRole('region', { name: '往来' })
  await expect(log.getByRole('definition').filter({ hasText: '备用路由器' }).first()).toBeVisible()
  await expect(log.getByRole('definition').filter({ hasText: '说清楚发票，11-26 前' }).first()).toBeVisible()
})

test('no shortcut fires while an input method composes', async ({ page, signIn }) => {
  await signIn('lin')
  await begun(page, '仇雅宁')
  await page.keyboard.press('Enter')
  await note(page).fill('周五前回电')
  await note(page).dispatchEvent('keydown', { key: 'p', code: 'KeyP', altKey: true, isComposing: true })
  await note(page).dispatchEvent('keydown', { key: 'Enter', keyCode: 229, isComposing: true })
  await expect(note(page)).toHaveValue('周五前回电')
  await expect(page.getByRole('button', { name: /记为承诺/ })).toBeVisible()
})

test('one key says nobody was reached, with a time to try again; two more file it and go on [S-26][S-31]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await begun(page, '何秋琴')
  await page.keyboard.press('1')
  await expect(page.getByText(/再打/).first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已归档')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).not.toHaveURL(new RegExp(id))
})

test('a caller is found by the last digits; identity comes before anything is told [G-04]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/cases')
  await expect(page.getByRole('heading', { name: '服务单' })).toBeVisible()
  await page.keyboard.press('F2')
  await page.getByRole('textbox', { name: '来电号码后四位' }).pressSequentially('6027')
  await page.keyboard.press('Enter')
  await expect(page.getByText('130 0012 6027').first()).toBeVisible()
  const steps = page.getByRole('region', { name: '怎么谈' })
  await expect(steps.getByText('第 1 步，共 6 步')).toBeVisible()
  await steps.getByRole('button', { name: /寻求方案/ }).click()
  await expect(page.getByText('先确认对方是机主、受托人还是其他人。')).toBeVisible()
  await page.getByRole('button', { name: '本人' }).click()
  await page.getByRole('button', { name: '核对上了' }).click()
  await expect(page.getByText(/^本人，/)).toBeVisible()
  await steps.getByRole('button', { name: /寻求方案/ }).click()
  await expect(steps.getByText('第 3 步，共 6 步')).toBeVisible()
})

test('what is written offline survives a reload and reaches the server [P-10]', async ({ page, context, signIn }) => {
  await signIn('lin')
  const id = await begun(page, '孙桂兰')
  await page.keyboard.press('Enter')
  await note(page).fill('第一句')
  await page.keyboard.press('Enter')
  await context.setOffline(true)
  await note(page).fill('断网时写的一句')
  await page.keyboard.press('Enter')
  await note(page).fill('还没写完')
  await expect(page.getByText('已存本机，连上后自动上传')).toBeVisible()
  await context.setOffline(false)
  await page.reload()
  await expect(note(page)).toHaveValue('还没写完')
  await expect(page.getByText('断网时写的一句')).toBeVisible()
  await expect
    .poll(async () => JSON.stringify(await (await page.request.get(`/api/runs/${id}`)).json()))
    .toContain('断网时写的一句')
})

test('two windows on one contact know of each other, and both texts stay', async ({ page, context, signIn }) => {
  await signIn('lin')
  const id = await begun(page, '康春洋', { purpose: 'complaint' })
  await page.keyboard.press('Enter')
  const other = await context.newPage()
  await other.goto(`/contact/${id}`)
  await expect(page.getByText(/两人同开/)).toBeVisible()
  await note(other).fill('另一个窗口写的')
  await note(other).press('Enter')
  await expect(page.getByText('另一个窗口写的')).toBeVisible()
})

test('an angry customer: one key brings the calming card and wording, and it survives a reload', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await begun(page, '李素珍', { direction: 'inbound' })
  await page.keyboard.press('F8')
  await expect(page.getByRole('heading', { name: /先让客户把话说完/ })).toBeVisible()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { name: /先让客户把话说完/ })).toBeVisible()
})

test('expectations are ranked by the customer, answered in rounds and agreed; only heard is acknowledged [R-05][R-06][R-24]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await customerNamed(page.request, '仇雅宁')
  for (const [what, nature] of [
    ['账单分开寄', 'factual'],
    ['别老打电话来问', 'heard'],
  ])
    await page.request.put(`/api/expectations/${freshId()}`, { data: { customerId, what, nature } })
  await page.goto('/expectations?show=all&q=账单分开寄')
  await page.getByRole('option', { name: /仇/ }).first().click()
  await page.getByRole('button', { name: '答复' }).click()
  await page.getByText('部分能', { exact: true }).last().click()
  await page.getByRole('textbox', { name: '能做的是' }).fill('客户要求不合理')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('“不合理”是在评判客户。只写我们能做什么、做不到什么。')).toBeVisible()
  await page.getByRole('textbox', { name: '能做的是' }).fill('先分两份电子账单')
  await page.getByRole('button', { name: '记下' }).click()
  await page.getByRole('button', { name: '先说办不到的' }).click()
  await page.getByRole('textbox', { name: /哪一点办不到/ }).fill('纸质账单分不开')
  await page.getByRole('button', { name: '记下' }).click()
  await page.getByRole('button', { name: '提新的办法' }).click()
  await page.getByRole('textbox', { name: '新的办法' }).fill('电子账单分两份，每月 3 日发')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByText('第 2 轮')).toBeVisible()
  await page.goto('/expectations?show=all&q=别老打')
  await page.getByRole('option', { name: /仇/ }).first().click()
  await page.getByRole('button', { name: '听到了' }).click()
  await page.getByRole('textbox', { name: '怎么表示听到了' }).fill('我明白，以后先发消息')
  await page.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('button', { name: '重新打开' })).toBeVisible()
})

test('a promise is kept with one key and undone; a new day asks what the customer was told [R-23]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await customerNamed(page.request, '单志远')
  await page.request.put(`/api/promises/${freshId()}`, {
    data: { customerId, what: '发流量明细', dueDay: '2026-12-01' },
  })
  await page.goto('/promises?q=发流量明细')
  await expect(page.getByRole('heading', { name: '发流量明细' })).toBeVisible()
  await page.keyboard.press('y')
  await expect(page.getByText('“发流量明细”：兑现了')).toBeVisible()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByRole('heading', { name: '发流量明细' })).toBeVisible()
  await page.keyboard.press('n')
  await page.getByRole('textbox', { name: '为什么没做到' }).fill('系统升级，明细出不来')
  await page.getByRole('button', { name: '记下' }).click()
  await page.goto('/promises?show=untold&q=发流量明细')
  await expect(page.getByText('还欠客户一句话')).toBeVisible()
})
