import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { customerNamed } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

const shop = (page: Page) => page.getByRole('region', { name: '这家店' })

test('an outlet shows its code in words and its monthly level in four parts; too many “other” are told [K-30]', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  await page.goto(`/customers/${await customerNamed(page.request, '福顺烟酒店')}`)
  await expect(shop(page)).toContainText('CY2城镇 · 烟酒店 · 中型')
  await shop(page)
    .getByRole('button', { name: /^\d 级 · \d+ 分$/ })
    .click()
  const made = page.getByRole('dialog')
  for (const part of ['订货量', '品牌结构', '单条均价', '电子结算'])
    await expect(made.locator('dl > div').filter({ hasText: part })).toContainText(/\d+ \/ 25/)
  await expect(made).toContainText('75%')
  await page.keyboard.press('Escape')

  const many = Math.ceil((await formats(page)).of * 0.06) + 1
  const made_ = await Promise.all(Array.from({ length: many }, () => anOther(page)))
  await page.goto('/customers?kind=outlet')
  await expect(page.getByText(/家业态写“其他”，占 [\d.]+%，超过 5%/)).toBeVisible()
  await page.getByRole('link', { name: '看是哪些' }).click()
  await expect(page).toHaveURL(/format=other/)
  await expect(page.getByRole('grid', { name: '客户' }).getByRole('row')).toHaveCount(many + 1)
  await Promise.all(made_.map((id) => classed(page, id)))
  await page.goto('/customers?kind=outlet')
  await expect(page.getByRole('grid', { name: '客户' }).getByRole('row').nth(1)).toBeVisible()
  await expect(page.getByText(/家业态写“其他”/)).toBeHidden()
})

const formats = async (page: Page) =>
  (await (await page.request.get('/api/outlets/formats')).json()) as { of: number; other: number }

const anOther = async (page: Page): Promise<string> => {
  const id = await aCustomer(page, '无名小铺', { kind: 'outlet' })
  await classed(page, id, 'other', 1)
  return id
}

const classed = async (page: Page, id: string, format = 'grocery', baseVersion = 2): Promise<void> => {
  const answer = await page.request.patch(`/api/customers/${id}`, { data: { baseVersion, dossier: { format } } })
  expect(answer.status()).toBe(200)
}

test('the quarter’s evaluation adds three parts to a hundred, last quarter’s stands beside it, and the class speaks for a supply level [K-31]', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  await page.goto(`/customers/${await customerNamed(page.request, '福顺烟酒店')}`)
  const evaluation = page.getByRole('region', { name: '季度评价' })
  await expect(evaluation).toContainText('2026 年第 3 季度', { timeout: 30_000 })
  await evaluation.getByRole('button', { name: '评这一季' }).click()
  const form = page.getByRole('dialog', { name: '季度评价 · 2026 年第 4 季度' })
  for (const [part, points] of [
    ['经营能力', '52'],
    ['终端质量', '17'],
    ['守法诚信', '19'],
  ] as const) {
    await form.getByRole('textbox', { name: part }).fill(points)
    await page.keyboard.press('Tab')
  }
  await expect(form.getByRole('status')).toHaveText('88 分，城镇 2 类')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(evaluation).toContainText('88 分2026 年第 3 季度 76 分')
  await expect(evaluation).toContainText('23–26 档城镇 2 类')
  await expect(evaluation).toContainText('现在 12 档 · 可以调高')
  await evaluation.getByRole('button', { name: '改这一季' }).click()
  await form.getByRole('button', { name: '移除' }).click()
  await expect(evaluation).toContainText('2026 年第 3 季度')
})

test('a visit asks place, operating state and feedback; they stand in the shop’s log and in the week’s list by street [K-33]', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  const name = '集口杂货'
  const id = await aCustomer(page, name, { kind: 'outlet' })
  const dossier = { address: '柳溪镇老街 40 号' }
  expect((await page.request.patch(`/api/customers/${id}`, { data: { baseVersion: 1, dossier } })).status()).toBe(200)
  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('button', { name: '记一次接触' })).toBeVisible()
  await page.keyboard.press('l')
  const form = page.getByRole('dialog', { name: '记一次接触' })
  await expect(form.getByText('这次看到、听到的市场信息')).toBeHidden()
  await form.getByRole('button', { name: '记好' }).waitFor()
  await form.getByRole('button', { name: /在哪里/ }).click()
  await page.getByRole('option', { name: '上门' }).click()
  await form.getByRole('textbox', { name: '店址与时间 · 位置' }).fill('门口在修路，绕后巷进')
  await form.getByRole('button', { name: /^经营状况|经营状况$/ }).click()
  await page.getByRole('option', { name: '库存' }).click()
  await form.getByRole('textbox', { name: '经营状况 · 库存' }).fill('中支只剩两条')
  await form.getByRole('textbox', { name: '反馈 · 政策疑问' }).fill('问明年档位怎么算')
  await form.getByRole('button', { name: '记好' }).click()
  await expect(form).toBeHidden()
  const first = page.getByRole('region', { name: '往来' }).getByRole('listitem').first()
  for (const found of ['位置 门口在修路，绕后巷进', '库存 中支只剩两条', '政策疑问 问明年档位怎么算'])
    await expect(first).toContainText(found)

  await page.goto('/customers?kind=outlet')
  await page.getByRole('link', { name: /本周市场信息/ }).click()
  const street = page.getByRole('region', { name: '柳溪镇老街' })
  await expect(street.getByRole('listitem').filter({ hasText: '中支只剩两条' })).toContainText(name)
  await page.getByRole('button', { name: '上一周' }).click()
  await expect(page).toHaveURL(/from=2026-11-16/)
  await expect(page.getByText('中支只剩两条')).toBeHidden()
  await expect(page.getByRole('region', { name: '柳溪镇老街' })).toContainText('集前云岫就断了')
})

test('delivery, order desk, market department and inspection are teams of the county; what goes to delivery is on its list and nobody else’s [P-04]', async ({
  page,
  signIn,
}) => {
  await signIn('ji')
  await page.goto('/people')
  for (const team of ['柳溪送货部', '柳溪订单部', '柳溪市场部', '柳溪专卖稽查'])
    await expect(page.getByText(team, { exact: false }).first()).toBeVisible()

  await signIn('lu')
  const customerId = await customerNamed(page.request, '福顺烟酒店')
  const { staff } = (await (await page.request.get('/api/staff')).json()) as {
    staff: { id: string; name: string; unitName: string }[]
  }
  const lao = staff.find(({ name }) => name === '劳建新')
  expect(lao?.unitName).toBe('柳溪送货部')
  const what = '十一月二十四的集，货能不能周一到'
  const data = { toId: lao?.id, what, dueAt: '2026-11-24T08:00:00.000Z', customerId }
  expect((await page.request.put(`/api/handovers/${randomUUID()}`, { data })).status()).toBe(200)

  for (const code of ['miao', 'zou', 'cen', 'xing']) {
    await signIn(code)
    await page.goto('/')
    await expect(page).toHaveURL(/\/handovers$/)
    await expect(page.getByRole('main')).toBeVisible()
    await expect(page.getByText(what)).toHaveCount(0)
  }
  await signIn('lao')
  await page.goto('/handovers')
  const asked = page.getByRole('listitem').filter({ hasText: what })
  await expect(asked).toBeVisible()
  await expect(page.getByText('福顺烟酒店')).toHaveCount(0)
  await asked.getByRole('button', { name: '答复', exact: true }).click()
  await asked.getByRole('textbox', { name: '答复' }).fill('这一趟改周一，以后要排')
  await asked.getByRole('button', { name: '发出' }).click()
  await signIn('lu')
  await page.goto('/handovers?whose=fromMe')
  await expect(page.getByRole('listitem').filter({ hasText: what })).toContainText('这一趟改周一')
})
