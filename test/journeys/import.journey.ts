import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, test } from './session.ts'

const IRANIAN =
  'Call  Failure,Complains,Subscription  Length,Charge  Amount,Seconds of Use,Frequency of use,Frequency of SMS,' +
  'Distinct Called Numbers,Age Group,Tariff Plan,Status,Age,Customer Value,Churn'

const drop = async (page: Page, name: string, content: string): Promise<void> => {
  await page.goto('/imports')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) })
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible()
}

const figure = (page: Page, label: string) =>
  page
    .locator('dl > div')
    .filter({ has: page.getByText(label, { exact: true }) })
    .locator('dd')

const undo = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: '撤销这次导入' }).click()
  await page.getByRole('dialog', { name: '撤销这次导入？' }).getByRole('button', { name: '撤销导入' }).click()
}

test('a file with columns nobody prepared is mapped, tried, imported and undone', async ({ page, signIn }) => {
  await signIn('gu')
  const rows = ['8,0,38,0,4370,71,5,17,3,1,1,30,197.64,0', '0,1,3,0,318,5,7,4,2,1,2,25,46.035,1']
  await drop(page, 'journey-churn.csv', `${IRANIAN}\n${rows.join('\n')}\n`)
  await expect(page.getByRole('combobox', { name: '当作 Churn' })).toHaveValue('是否流失（训练预警用）')
  await page.getByRole('button', { name: '试运行' }).click()
  await expect(figure(page, '新建')).toHaveText('2')
  await expect(page.getByText('还没有写入')).toBeVisible()
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('heading', { name: '导入的结果' })).toBeVisible()
  await expect(figure(page, '新建')).toHaveText('2')
  await undo(page)
  await expect(page.getByText('删去 2 条，恢复 0 条')).toBeVisible()
})

test('rejected rows are corrected in their own file and come in [P-28]', async ({ page, signIn }) => {
  await signIn('gu')
  const stamp = 'JOURNEY'
  await drop(
    page,
    '旅程客户.csv',
    `客户编号,姓名,手机号码\n${stamp}-1,程一诺,1.30E+10\n${stamp}-2,程二宝,13900000002\n`,
  )
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(figure(page, '退回')).toHaveText('1')
  await expect(page.getByText('号码成了科学计数 1.30E+10，后几位已经丢失')).toBeVisible()
  await expect(page.getByText('请在原系统里把这一列设成“文本”再导出')).toBeVisible()
  const saved = page.waitForEvent('download')
  await page.getByRole('button', { name: 'CSV', exact: true }).click()
  const returned = readFileSync(await (await saved).path(), 'utf8')
  await drop(page, '旅程客户-待改正.csv', returned.replace('1.30E+10', '13900000001'))
  await expect(page.getByText('按上次“旅程客户”的对应填好了')).toBeVisible()
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByRole('heading', { name: '导入的结果' })).toBeVisible()
  await expect(figure(page, '退回')).toHaveText('0')
  await expect(figure(page, '新建')).toHaveText('1')
  await undo(page)
  await expect(page.getByText('已撤销').first()).toBeVisible()
  await expect(figure(page, '新建')).toBeHidden()
})

test('of an import taken back the refused rows are told without the others [P-28]', async ({ page, signIn }) => {
  // of another lead: the last mapping of the same columns is each one's own
  await signIn('yan')
  await drop(page, '撤销的客户.csv', '客户编号,姓名,手机号码\nUNDONE-1,程四海,1.30E+10\nUNDONE-2,程五湖,13900000055\n')
  await page.getByRole('button', { name: '开始导入' }).click()
  await expect(page.getByText('其余的行不受影响')).toBeVisible()
  await undo(page)
  await expect(page.getByText('导入已撤销；这里只有退回的行，要全部导入请用原文件')).toBeVisible()
  await expect(page.getByText('其余的行不受影响')).toHaveCount(0)
})

test('a table pasted from a spreadsheet is read on a phone', { tag: '@phone' }, async ({ page, signIn }) => {
  await signIn('gu')
  await page.goto('/imports')
  await page.getByRole('textbox').fill('客户编号\t姓名\t生日\nPASTE-1\t程三思\t农历八月十五\n')
  await page.getByRole('button', { name: '用粘贴的内容' }).click()
  await expect(page.getByRole('combobox', { name: '当作 生日' })).toHaveValue('生日')
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('a ledger leaves as a file with the filters of its page, and only with the right to take it', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/promises?show=all&whose=all')
  await page.getByRole('button', { name: '导出' }).click()
  const saved = page.waitForEvent('download')
  await page.getByRole('menuitem', { name: '导出 CSV' }).click()
  const file = await saved
  expect(file.suggestedFilename()).toMatch(/^承诺-2026-11-\d\d\.csv$/)
  const lines = readFileSync(await file.path(), 'utf8')
    .trim()
    .split('\r\n')
  expect(lines[0]).toContain('客户,答应谁,做什么,期限')
  expect(lines.length).toBeGreaterThan(10)
  await signIn('tang')
  expect((await page.request.get('/api/promises/file')).status()).toBe(403)
})
