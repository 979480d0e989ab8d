import type { Page } from '@playwright/test'
import { anEmptyStart, onTuesday } from '#test/own-server.ts'
import { expect, test } from './session.ts'

const HEADERS =
  'Call  Failure,Complains,Subscription  Length,Charge  Amount,Seconds of Use,Frequency of use,Frequency of SMS,' +
  'Distinct Called Numbers,Age Group,Tariff Plan,Status,Age,Customer Value,Churn'

/** A file as that operator's: no code, no name, no bill, a label, and rows that repeat each other. */
const operatorFile = (rows: number): string => {
  let state = 20_261_123
  const random = (): number => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
  const whole = (most: number): number => Math.floor(random() * most)
  const line = (): string => {
    const complains = random() < 0.12 ? 1 : 0
    const uses = whole(120)
    const months = 3 + whole(40)
    const leaves = random() < 1 / (1 + Math.exp(0.4 - 3.2 * complains + uses / 20 - (40 - months) / 40)) ? 1 : 0
    const ages = 1 + whole(5)
    const [seconds, sms] = [uses * (40 + whole(40)), whole(60)]
    return [
      whole(15),
      complains,
      months,
      whole(6),
      seconds,
      uses,
      sms,
      Math.round(uses / 3),
      ages,
      random() < 0.9 ? 1 : 2,
      uses < 12 ? 2 : 1,
      ages * 10 + 5,
      (seconds / 25 + sms).toFixed(2),
      leaves,
    ].join(',')
  }
  const lines = Array.from({ length: rows }, line)
  return [HEADERS, ...lines, lines[0], lines[0]].join('\n') + '\n'
}

const signedIn = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/`)
  await page.getByLabel('分公司名称').fill('青川分公司')
  await page.getByLabel('姓名').fill('安然')
  await page.getByLabel('工号').fill('an')
  await page.getByLabel('密码，至少 10 位').fill('long-enough-1')
  await page.getByRole('button', { name: '建好，去登录' }).click()
  await expect(page.getByRole('button', { name: '进入' })).toBeVisible()
  await page.getByLabel('工号').fill('an')
  await page.getByLabel('密码').fill('long-enough-1')
  await page.getByRole('button', { name: '进入' }).click()
  await expect(page.getByText('安然').first()).toBeVisible()
}

const imported = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/imports`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  const buffer = Buffer.from(operatorFile(500))
  await (await chooser).setFiles({ name: '客户流失.csv', mimeType: 'text/csv', buffer })
  await expect(page.getByRole('combobox', { name: '当作 Churn' })).toHaveValue('是否流失（训练预警用）')
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('heading', { name: '导入的结果' })).toBeVisible()
  const created = page.locator('dl > div').filter({ has: page.getByText('新建', { exact: true }) })
  await expect(created.locator('dd')).toHaveText('502')
}

const trained = async (page: Page, address: string): Promise<void> => {
  await page.goto(`${address}/warning?tab=model`)
  await page.getByRole('button', { name: '训练' }).click()
  await expect(page.getByText(/95% 区间 0\.\d+ – 0\.\d+/)).toBeVisible({ timeout: 90_000 })
}

const list = (page: Page) => page.getByRole('listbox', { name: '今天要联系的客户' })

/** The guided call to whoever stands first; what is said is captured while it is typed. Answers with whom it was. */
const called = async (page: Page, address: string): Promise<string> => {
  await page.goto(`${address}/`)
  const first = list(page).getByRole('option').first()
  await expect(first).toContainText(/离开的可能 \d+%/)
  const name = /客户流失-\d+/.exec((await first.textContent()) ?? '')?.[0] ?? ''
  await expect(page.getByRole('region', { name: '接触前看一眼' })).toContainText('能改变')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/contact\//)
  await page.getByRole('button', { name: '接通了' }).click()
  await expect(page.getByRole('region', { name: '怎么谈' }).getByText('第 2 步，共 9 步')).toBeVisible()
  const note = page.getByRole('textbox', { name: '记录' })
  const captured = page.getByRole('region', { name: '已记下' })
  await note.fill('希望以后有问题能找到同一个人')
  await page.keyboard.press('Alt+e')
  await expect(captured.getByRole('button', { name: /希望以后有问题能找到同一个人 待答复/ })).toBeVisible()
  await note.press('Enter')
  await note.fill('周五前给您回电，说清楚套餐')
  await page.keyboard.press('Alt+p')
  await expect(captured.getByRole('button', { name: '给您回电，说清楚套餐，11-27 前', exact: true })).toBeVisible()
  await note.press('Enter')
  await captured.getByRole('button', { name: '添一条 · 需要' }).click()
  await page.getByRole('textbox', { name: '原话' }).fill('流量更大的套餐')
  await page.keyboard.press('Enter')
  await expect(captured.getByRole('button', { name: '流量更大的套餐', exact: true })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '客户赶时间' }).click()
  await expect(page.getByText('写入了 1 次接触 · 1 条承诺 · 1 条期望 · 1 条需要')).toBeVisible()
  return name
}

const teamOf = async (page: Page, address: string) => {
  await page.goto(`${address}/team?month=2026-11`)
  await expect(page.getByText('按时兑现的承诺')).toBeVisible()
  return page.getByText('每百次接触 100 条')
}

test('from an empty branch and a file without bills to a kept customer: warned, called, promised [R-13][R-23][R-05][P-10]', async ({
  page,
}) => {
  test.setTimeout(300_000)
  const own = await anEmptyStart(onTuesday)
  try {
    await signedIn(page, own.address)
    await imported(page, own.address)
    await expect(async () => {
      await page.goto(`${own.address}/value`)
      await expect(page.getByText('没有账单，暂时评不出等级；预警照常可用。')).toBeVisible({ timeout: 3000 })
    }).toPass()

    await trained(page, own.address)
    await page.goto(`${own.address}/warning`)
    await expect(page.getByText('没有账单，算不出金额')).toBeVisible()
    await expect(page.getByRole('table', { name: '名单' }).getByRole('row').nth(1)).toContainText(/投诉|通话/)
    await expect(await teamOf(page, own.address)).toBeHidden()

    const name = await called(page, own.address)
    await page.goto(`${own.address}/`)
    await expect(page.getByRole('tab', { name: '已完成 1' })).toBeVisible()
    await expect(list(page).getByRole('option').first()).not.toContainText(name)
    await expect(await teamOf(page, own.address)).toBeVisible()

    await page.goto(`${own.address}/customers?q=${encodeURIComponent(name)}`)
    await page.getByRole('row').nth(1).click()
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    await expect(page.getByRole('region', { name: '期望' })).toContainText('希望以后有问题能找到同一个人')
    await expect(page.getByRole('region', { name: '承诺' })).toContainText('给您回电')
    await expect(page.getByRole('region', { name: '往来' })).toContainText('我们主动 · 安然')
    await page.getByRole('tab', { name: '档案' }).click()
    await expect(page.getByText('流量更大的套餐').first()).toBeVisible()
  } finally {
    await own.stop()
  }
})
