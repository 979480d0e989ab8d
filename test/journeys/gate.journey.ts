import type { Page } from '@playwright/test'
import { connect, file, startWith, steps } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

/** Asks to begin, and answers what the gate says to it. */
const asked = async (page: Page, customerId: string, playbook: string) => {
  await page.goto(`/customers/${customerId}`)
  await page.getByRole('button', { name: /^开始…/ }).click()
  const choice = page.getByRole('dialog', { name: '用哪个流程' })
  await choice.getByRole('searchbox').fill(playbook)
  await expect(choice.getByRole('menuitem', { name: new RegExp(playbook) }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  return page.getByRole('alert').filter({ hasText: '现在先不联系' })
}

test('a second recommendation within three months waits, in person and in plan, with the rule and the first day; a lead goes on with a reason on record [R-30]', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  const shop = await aCustomer(page, '频次烟酒店', { kind: 'outlet', phone: '13005550351' })
  const said = { state: 'given', until: null, source: '上门时说的' }
  expect((await page.request.put(`/api/customers/${shop}/consents/sales`, { data: said })).ok()).toBe(true)
  const touch = {
    at: '2026-11-20T10:00:00+08:00',
    channel: 'call',
    direction: 'active',
    purpose: 'sales',
    outcome: 'reached',
    minutes: 10,
    said: null,
    note: '上了两个新品',
    personId: null,
  }
  const log = `/api/customers/${shop}/touches/${crypto.randomUUID()}`
  expect((await page.request.put(log, { data: touch })).ok()).toBe(true)
  const gate = await asked(page, shop, '新品')
  await expect(gate).toContainText('90 天内已做过 1 次产品推荐，最近一次是 2026-11-20')
  await expect(gate).toContainText('2027-02-18')
  await expect(gate.getByRole('textbox')).toHaveCount(0)

  const plan = { customerId: shop, playbook: 'new-brand', dueOn: '2026-12-01' }
  const planned = (dueOn: string) => page.request.put(`/api/tasks/${crypto.randomUUID()}`, { data: { ...plan, dueOn } })
  const tooSoon = await planned('2026-12-01')
  expect([tooSoon.status(), await tooSoon.json()]).toMatchObject([422, { reasons: [{ code: 'gate.often' }] }])
  expect((await planned('2027-02-19')).status()).toBe(200)

  await startWith(page, shop, '关怀')
  await connect(page)
  await file(page)

  await signIn('hewen')
  const open = await asked(page, shop, '新品')
  await open.getByRole('textbox').fill('厂家今天来人，店主要求当面讲')
  await open.getByRole('button', { name: '我来放行' }).click()
  await expect(steps(page)).toContainText('新品')
  await expect(page.getByText('贺文放行：厂家今天来人，店主要求当面讲')).toBeVisible()
})

test('a customer who wants no more such calls is left in peace by one key; taken back, the way is open again [R-30]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '免扰先生', { phone: '13005550353' })
  await startWith(page, id, '生日问候')
  await page.getByRole('button', { name: /^婉拒/ }).click()
  await page.getByRole('button', { name: /^不再打这类电话/ }).click()
  await expect(page.getByText('归档后不再打“关怀问候”，到 2027-11-23')).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await expect(page.getByText(/写入了.*不再打这类电话/)).toBeVisible()
  const run = page.url()

  await expect(await asked(page, id, '生日问候')).toContainText('已表示不需要关怀问候')

  await page.goto(run)
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.getByRole('textbox', { name: '为什么重新打开' }).fill('听错了，只是这会儿不方便')
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '撤回这条' }).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已归档')).toBeVisible()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await startWith(page, id, '生日问候')
})
