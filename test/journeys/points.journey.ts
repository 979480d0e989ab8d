import type { Page } from '@playwright/test'
import { anEmptyStart, onTuesday } from '#test/own-server.ts'
import { customerNamed } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

const points = (page: Page) => page.getByRole('region', { name: '积分' })
const line = (page: Page, term: string) =>
  points(page)
    .locator('dl > div')
    .filter({ has: page.getByText(term, { exact: true }) })
    .locator('dd')

const drop = async (page: Page, address: string, name: string, content: string, kind?: string): Promise<void> => {
  await page.goto(`${address}/imports`)
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  if (kind !== undefined) await expect(page.getByRole('button', { name: new RegExp(kind) })).toBeVisible()
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('heading', { name: '导入的结果' })).toBeVisible()
}

test('one file brings persons, groups and outlets with number, official level and points; each opens under one list [P-08]', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  const rows = [
    '客户编号,客户类别,姓名,电话,官方等级,官方积分',
    'P08-1,个人,秋以安,13900080001,三星,4300',
    'P08-2,集团,秋水电子,0717-6220808,金牌,',
    'P08-3,零售户,秋叶便民店,6220809,,',
  ]
  await drop(page, '', '三类客户.csv', `${rows.join('\n')}\n`, '每行不同，看“客户类别”列')
  await page.goto('/customers?q=秋')
  const list = page.getByRole('grid', { name: '客户' }).getByRole('row')
  for (const name of ['秋以安', '秋水电子', '秋叶便民店']) await expect(list.filter({ hasText: name })).toBeVisible()
  await list.filter({ hasText: '秋以安' }).click()
  await expect(page.getByText(/个人 · 账务等级 三星 · 积分 4,300/)).toBeVisible()
  await page.getByRole('tab', { name: '档案' }).click()
  await expect(page.getByRole('region', { name: '号码与成员' })).toContainText(/手机 139 \*{4} 0001/)
  await expect(line(page, '账务系统')).toContainText('4,300')
  await expect(line(page, '按账单算')).toHaveText('0 分可用')
  await page.goto('/customers?q=秋')
  await list.filter({ hasText: '秋叶便民店' }).click()
  await expect(page.getByRole('region', { name: '这家店' })).toBeVisible()
  await page.getByRole('tab', { name: '档案' }).click()
  // Seven digits are a landline of the place, no mobile.
  await expect(page.getByRole('region', { name: '号码与成员' })).toContainText('固话')
})

test('points: the oldest go first, a late payment counts its share, the class has its factor, and what December clears is said before [K-26][K-27]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const li = await customerNamed(page.request, '李素珍')
  await page.goto(`/customers/${li}?tab=file`)
  await expect(points(page).getByText('四星金卡，系数 2.5')).toBeVisible()
  await points(page)
    .getByRole('button', { name: /看全部/ })
    .click()
  await expect(points(page).getByRole('row').filter({ hasText: '2026-05' })).toContainText('迟缴，计 50%')
  const cooker = points(page).getByRole('listitem').filter({ hasText: '电饭煲' })
  await expect(cooker).toContainText('先用最早的：2024-11 2,255、2024-12 745')
  await points(page).getByRole('button', { name: '记一笔' }).click()
  const form = page.getByRole('dialog', { name: '积分记录' })
  await form.getByRole('textbox', { name: '说明' }).fill('行李箱')
  await form.getByRole('textbox', { name: '分数' }).fill('999999')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByRole('alert')).toContainText(/那天只有 \d+ 分，不够换 999999 分/)
  await form.getByRole('textbox', { name: '分数' }).fill('1517')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  const bag = points(page).getByRole('listitem').filter({ hasText: '行李箱' })
  await expect(bag).toContainText('先用最早的：2024-12 1,517')
  await expect(line(page, '年底到期')).toHaveText('今年没有到期的')
  await bag.getByRole('button', { name: '改 行李箱' }).click()
  await form.getByRole('button', { name: '移除' }).click()
  await expect(line(page, '年底到期')).toContainText('1,517 分')

  await page.goto('/')
  await page
    .getByRole('option', { name: /李素珍|李姐/ })
    .first()
    .click()
  await expect(page.getByRole('region', { name: '接触前看一眼' })).toContainText('1,517 积分 12-31 清零')
})

test('who rose a tier in the last monthly run stands in a list of their own [K-26]', async ({ page, signIn }) => {
  await signIn('gu')
  await page.goto('/customers')
  const list = page.getByRole('grid', { name: '客户' }).getByRole('row')
  await expect(list.nth(1)).toBeVisible()
  await page.getByRole('button', { name: /等级变动/ }).click()
  await page.getByRole('option', { name: '新晋升' }).click()
  await expect(page).toHaveURL(/moved=up/)
  await expect(list.filter({ hasText: '单志远' })).toBeVisible()
  await expect(list.filter({ hasText: '李素珍' })).toBeHidden()
  await list.filter({ hasText: '单志远' }).click()
  await page.getByRole('button', { name: '为什么是 A 级' }).click()
  await expect(page.getByRole('dialog').getByText(/A 级线 ¥760\/月，已经达到/)).toBeVisible()
})

test('an office sets its own lines: cards by average bill, tried before saving, and each tier cites rule, months and what is missing [K-24][K-25]', async ({
  page,
}) => {
  test.setTimeout(180_000)
  const own = await anEmptyStart(onTuesday)
  try {
    const { request } = page
    const account = { code: 'an', password: 'long-enough-1' }
    const setup = { branchName: '青川分公司', name: '安然', keepsCustomers: true, ...account }
    expect((await request.post(`${own.address}/api/setup`, { data: setup })).status()).toBe(204)
    expect((await request.post(`${own.address}/api/session`, { data: account })).status()).toBe(204)
    const months = ['2026-06', '2026-07', '2026-08', '2026-09', '2026-10']
    const bills = { 童一: 1900, 童二: 820, 童三: 640, 童四: 110 }
    const rows = Object.entries(bills).map(([name, yuan], i) => [`K25-${i}`, name, ...months.map(() => yuan)].join(','))
    const header = ['客户编号', '姓名', ...months.map((month) => `${month} 账单`)].join(',')
    await drop(page, own.address, '账单.csv', `${[header, ...rows].join('\n')}\n`)

    await page.goto(`${own.address}/value?tab=rules`)
    const persons = page.getByRole('region', { name: '个人' })
    await persons.getByRole('button', { name: /套用模板/ }).click()
    await page.getByRole('option', { name: '会员卡四级' }).click()
    await expect(persons.getByRole('textbox', { name: '等级名' })).toHaveCount(4)
    await page.getByRole('button', { name: '先看看会怎样' }).click()
    const tried = page.getByRole('table', { name: '用新规则重算最近一个月' })
    await expect(tried.getByRole('row', { name: /个人 gold 0 1/ })).toBeVisible()
    await persons.getByRole('textbox', { name: '达到' }).nth(1).fill('600')
    await page.keyboard.press('Tab')
    await page.getByRole('button', { name: '先看看会怎样' }).click()
    await expect(tried.getByRole('row', { name: /个人 gold 0 2/ })).toBeVisible()
    await page.getByRole('textbox', { name: '版本号' }).fill('2026-卡')
    await page.getByRole('button', { name: '存为新版并重算' }).click()

    await expect(async () => {
      await page.goto(`${own.address}/customers?q=童三`)
      await page.getByRole('row').nth(1).click()
      await expect(page.getByRole('button', { name: '为什么是 gold 级' })).toBeVisible({ timeout: 3000 })
    }).toPass({ timeout: 60_000 })
    await page.getByRole('button', { name: '为什么是 gold 级' }).click()
    const why = page.getByRole('dialog')
    await expect(why.getByText(/有 5 个月账单，一共付了 ¥3,200/)).toBeVisible()
    await expect(why.getByText(/gold 级线 ¥600\/月，已经达到/)).toBeVisible()
    await expect(why.getByText(/离 diamond 级线 ¥1,700\/月 还差 ¥1,060/)).toBeVisible()
    await expect(why.getByText(/按 2026-卡 版规则/)).toBeVisible()
  } finally {
    await own.stop()
  }
})

test('whoever has left no name is called so, and the name is the first thing to ask', async ({ page, signIn }) => {
  await signIn('lin')
  const code = `N${String(Date.now()).slice(-9)}`
  const id = await aCustomer(page, code, { code })
  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('heading', { level: 2, name: `未留姓名 · ${code}` })).toBeVisible()
  await expect(page.getByText('还没有姓名，下次接触先问怎么称呼')).toBeVisible()
  await page.getByRole('link', { name: '写上姓名' }).click()
  const form = page.getByRole('dialog', { name: '姓名和称呼' })
  await form.getByRole('textbox', { name: /名称/ }).fill('阮清和')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '阮清和' })).toBeVisible()
  await expect(page.getByText('还没有姓名')).toBeHidden()
})
