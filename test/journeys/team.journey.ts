import { readFileSync } from 'node:fs'
import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from './session.ts'

test('a figure says how it is made and opens to exactly its records [P-18][M-14]', async ({ page, signIn }) => {
  await signIn('gu')
  await page.goto('/team')
  const kept = page.locator('dl').filter({ hasText: '按时兑现的承诺' }).first()
  await kept.getByRole('button').first().click()
  const why = page.getByRole('dialog')
  await expect(why).toContainText('这段时间到期或已了结的承诺')
  const due = Number(/已了结的承诺 (\d+) 条/.exec((await why.textContent()) ?? '')?.[1])
  expect(due).toBeGreaterThan(0)
  await why.getByRole('link', { name: '打开 到期或已了结的承诺' }).click()
  await expect(page.getByRole('heading', { name: '到期或已了结的承诺' })).toBeVisible()
  await expect(page.getByText(`共 ${due} 条`)).toBeVisible()
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(due + 1)
})

test('coverage shows who is past the cadence, and opens to them [M-14]', async ({ page, signIn }) => {
  await signIn('gu')
  await page.goto('/team')
  const past = page.getByRole('link', { name: /^A 级 \d+ 户超期$/ }).first()
  const count = Number(/\d+/.exec((await past.textContent()) ?? '')?.[0])
  await past.click()
  await expect(page.getByRole('heading', { name: '超过联系节奏的客户' })).toBeVisible()
  await expect(page.getByText(`共 ${count} 条`)).toBeVisible()
})

test('one’s own figures come first, with a word of one’s own beside them [P-18]', async ({ page, signIn }) => {
  await signIn('ma')
  await page.goto('/me/figures')
  await expect(page.getByText('这些数您先看')).toBeVisible()
  const note = page.getByLabel('关于兑现率')
  await note.fill('上旬替班，手上多了 20 户')
  await page.getByRole('button', { name: '留下说明' }).first().click()
  await expect(page.getByText('说明已留下')).toBeVisible()
  await signIn('gu')
  await page.goto('/team')
  await expect(page.getByText('上旬替班，手上多了 20 户')).toBeVisible()
})

test('the lead’s own workbook is filled with the month [P-18]', async ({ page, signIn }) => {
  await signIn('yan')
  await page.goto('/team')
  await page.getByRole('button', { name: /填入我的表格/ }).click()
  const [sample] = await Promise.all([page.waitForEvent('download'), page.getByText('下载带全部代码的样表').click()])
  const bytes = readFileSync(await sample.path())
  const name = '月报.xlsx'
  await page.locator('input[type=file]').setInputFiles({
    name,
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: bytes,
  })
  await expect(page.getByText(name, { exact: true })).toBeVisible()
  const [filled] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '填好下载' }).click(),
  ])
  expect(filled.suggestedFilename()).toBe('月报 2026-10.xlsx')
  const sheet = strFromU8(unzipSync(readFileSync(await filled.path()))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())
  expect(sheet).toContain('2026-10')
  expect(sheet).not.toContain('{{')
})
