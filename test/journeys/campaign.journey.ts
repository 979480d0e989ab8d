import type { Page } from '@playwright/test'
import { aCustomer, expect, test } from './session.ts'

type Member = { customerId: string; name: string; dueOn: string | null }

const membersOf = async (page: Page, arm: 'contacted' | 'heldOut'): Promise<Member[]> => {
  const id = new URL(page.url()).pathname.split('/').at(-1)
  const answer = await page.request.get(`/api/campaigns/${id}/customers?arm=${arm}`)
  return ((await answer.json()) as { rows: Member[] }).rows
}

const first = <T>(rows: readonly T[]): T => {
  const [one] = rows
  if (!one) throw new Error('the arm is empty')
  return one
}

test('a lead prepares a campaign that holds half of a list out and starts it: the contacted stand on Today with its name, who is held out is seen, left alone by it, and still gets what was promised', async ({
  page,
  signIn,
  other,
}) => {
  const han = await other('han')
  const names = Array.from({ length: 16 }, (_, i) => `柚园客户${i + 1}`)
  for (const [i, name] of names.entries()) await aCustomer(han, name, { phone: `130055573${String(i + 10)}` })

  await signIn('gu')
  const view = { screen: 'customers', name: '柚园名单', shared: false, definition: { q: '柚园' } }
  expect((await page.request.put(`/api/views/${crypto.randomUUID()}`, { data: view })).status()).toBeLessThan(300)
  await page.goto('/campaigns')
  await page.getByRole('button', { name: '做一次' }).first().click()
  const form = page.getByRole('dialog', { name: '做一次活动对照' })
  await form.getByRole('textbox', { name: '活动叫什么' }).fill('柚园留客')
  await form.getByRole('textbox', { name: '为了什么' }).fill('问一遍还要什么')
  await form.getByRole('button', { name: /联系谁/ }).click()
  await page.getByRole('option', { name: '我的名单：柚园名单' }).click()
  await form.getByRole('button', { name: /怎么联系/ }).click()
  await page.getByRole('option', { name: '关怀电话' }).click()
  await form.getByRole('button', { name: /留出多少不联系/ }).click()
  await page.getByRole('option', { name: '50%' }).click()
  await expect(form.getByRole('region', { name: '先数一数' })).toContainText('16 位')
  await expect(form.getByRole('region', { name: '先数一数' })).toContainText('看不出差别')
  await form.getByRole('group', { name: '联系到哪天' }).getByRole('spinbutton').first().click()
  await page.keyboard.type('20261124')
  await form.getByRole('button', { name: '存草稿' }).click()
  await expect(page.getByRole('heading', { name: '柚园留客' })).toBeVisible()

  await page.getByRole('button', { name: '开始', exact: true }).click()
  await page.getByRole('button', { name: '分组，开始联系' }).click()
  await expect(page.getByText(/^开始了：联系 \d+ 位，对照 \d+ 位$/)).toBeVisible()
  await expect(page.getByText(/起看结果。在那之前这里不写数/)).toBeVisible()
  const contacted = first((await membersOf(page, 'contacted')).filter(({ dueOn }) => dueOn === '2026-11-23'))
  const held = first(await membersOf(page, 'heldOut'))
  await page.getByRole('tab', { name: /^对照组/ }).click()
  const row = page.getByRole('table', { name: '对照组' }).getByRole('row').filter({ hasText: held.name })
  await expect(row.first()).toContainText('不为它联系')

  const promise = { customerId: held.customerId, what: '把账单明细发过去', dueDay: '2026-11-23', dueTime: '17:00' }
  expect((await han.request.put(`/api/promises/${crypto.randomUUID()}`, { data: promise })).status()).toBeLessThan(300)
  await han.goto('/')
  const today = han.getByRole('listbox', { name: '今天要联系的客户' })
  await expect(today.getByRole('option', { name: new RegExp(`${contacted.name}(?!\\d)`) })).toContainText('柚园留客')
  await expect(today.getByRole('option', { name: new RegExp(`${held.name}(?!\\d)`) })).toContainText('把账单明细发过去')

  await han.goto(`/customers/${held.customerId}`)
  await han.getByRole('button', { name: /^开始…/ }).click()
  const choice = han.getByRole('dialog', { name: '用哪个流程' })
  await choice.getByRole('searchbox').fill('关怀电话')
  await expect(choice.getByRole('menuitem', { name: /关怀电话/ }).first()).toBeVisible()
  await han.keyboard.press('ArrowDown')
  await han.keyboard.press('Enter')
  await expect(han.getByRole('alert').filter({ hasText: '现在先不联系' })).toContainText('“柚园留客”的对照组')

  await page.getByRole('button', { name: '停止联系' }).click()
  await expect(page.getByText('停了，没联系的不再排；结果照样到日子看')).toBeVisible()
  await page.getByRole('button', { name: '接着联系' }).click()
  await expect(page.getByRole('button', { name: '停止联系' })).toBeVisible()
})

test('a campaign whose day has come shows its arms, its interval and its verdict; one with too few customers says so, and names nobody as harmed', async ({
  page,
  signIn,
}) => {
  await signIn('yan')
  await page.goto('/campaigns?show=readable')
  await page.getByRole('link', { name: '城南春季回访' }).click()
  await expect(page.getByText(/^还看不出效果：两组留下的比例相差在/)).toBeVisible()
  const plot = page.getByRole('table', { name: '联系组比对照组多留下的百分点' })
  await expect(plot.getByRole('row', { name: /城南春季回访/ })).toContainText(/说不准（.+位）/)
  const arms = page.getByRole('table', { name: '两组客户' })
  for (const arm of ['联系组', '对照组']) await expect(arms.getByRole('row', { name: arm })).toContainText('%')
  await expect(page.getByText('看出有用以后才算得出')).toBeVisible()
  await page.getByText('为什么要留出一组').click()
  await expect(page.getByText(/多留下来的才是这次活动带来的/)).toBeVisible()

  await signIn('gu')
  await page.goto('/campaigns?show=readable')
  await page.getByRole('link', { name: '五月关怀回访' }).click()
  await expect(page.getByText(/^还不够：结果已知的/)).toBeVisible()
  await expect(page.getByRole('table', { name: '联系组比对照组多留下的百分点' })).toHaveCount(0)
  await page.getByRole('button', { name: /看看联系对谁有害|再看一次/ }).click()
  await expect(page.getByText(/每边至少要 200 位才看得出联系对谁有用/)).toBeVisible()
  await expect(page.getByText('没有人列进来。')).toBeVisible()
})
