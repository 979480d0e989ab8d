import type { Page } from '@playwright/test'
import { customerNamed, startedRun } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

const brief = (page: Page) => page.getByRole('region', { name: '接触前看一眼' })

test('a slow speaker is met at their own pace: the file says how fast, tells the story, and measures one’s reading against it [K-15]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '岳长安')
  await page.clock.install({ time: new Date('2026-11-23T02:00:00Z') })
  await page.goto(`/customers/${id}?tab=file`)
  await page.getByRole('button', { name: '添 说话快慢' }).click()
  const editor = page.getByRole('group', { name: '说话快慢' })
  await editor.getByRole('button', { name: /说话快慢/ }).click()
  await page.getByRole('option', { name: '慢', exact: true }).click()
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor).toBeHidden()
  await expect(page.getByText('跟着对方：每分钟 120–170 字')).toBeVisible()
  await page.getByText('一个说话慢的客户').click()
  await expect(page.getByText(/他们都比他快一倍/)).toBeVisible()
  await page.getByText('读一遍试试快慢').click()
  const read = async (seconds: number) => {
    await page.getByRole('button', { name: '开始读' }).click()
    await page.clock.runFor(seconds * 1000)
    await page.getByRole('button', { name: '读完了' }).click()
  }
  await read(5)
  await expect(page.getByText(/您每分钟 [2-4]\d\d 字，比对方快 \d+%，放慢些/)).toBeVisible()
  await read(13)
  await expect(page.getByText(/您每分钟 1[2-6]\d 字，合拍/)).toBeVisible()
})

test('before a contact with a member of a group the three blocks stand there, each with its day; what is missing says what to ask [K-34]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/')
  await page
    .getByRole('option', { name: /王老师|王慕云/ })
    .first()
    .click()
  const around = brief(page).getByRole('region', { name: '三样先知道' })
  const row = (term: string) =>
    around.locator('dl > div').filter({ has: page.locator('dt').getByText(term, { exact: true }) })
  await expect(row('本人')).toContainText(/语文老师 · 青禾实验学校2025-12-05 记/)
  await expect(row('所在集团')).toContainText(/青禾实验学校 教育 · 168 人.+记/)
  await expect(row('消费')).toContainText(/本人 近十二个月 ¥3,928截至 2026 年 10 月/)
  await expect(row('消费')).toContainText(/集团 近十二个月 ¥15\.4 万截至 2026 年 10 月/)
  await expect(row('集团里的友商')).toContainText('要问：有没有别家来谈过')

  const stranger = await aCustomer(page, '柏若谷')
  const dossier = { employer: '南渡印染厂', occupation: '厂长' }
  const patch = { data: { baseVersion: 1, dossier } }
  expect((await page.request.patch(`/api/customers/${stranger}`, patch)).status()).toBe(200)
  await page.goto(`/customers/${stranger}`)
  const known = page.getByRole('region', { name: '三样先知道' })
  await expect(known).toContainText('“南渡印染厂”还不是集团客户')
  await expect(known).toContainText('要问：集团做什么、多少人')
  const group = await aCustomer(page, '南渡印染厂', { kind: 'group' })
  const sighting = { seenOn: '2026-11-20', competitor: '友商甲', source: '门卫说的', what: '来量过机房' }
  const part = crypto.randomUUID()
  const wrote = await page.request.put(`/api/customers/${group}/sightings/${part}`, {
    data: { baseVersion: null, fields: sighting },
  })
  expect(wrote.status()).toBe(200)
  await page.reload()
  await expect(known).toContainText(/友商甲：来量过机房.*11-20/)
})

test('a contact begun is owed until it is filed; a record thought over shows what came of it, in the same fields for everybody [K-38]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const name = '卫子青'
  const id = await aCustomer(page, name)
  const run = await startedRun(page.request, name)
  await page.goto('/contact')
  const owed = page.getByRole('listitem').filter({ hasText: name })
  await expect(owed.getByRole('link', { name: '接着谈' })).toHaveAttribute('href', `/contact/${run}`)

  const fields = async (code: string, customer: string) => {
    await signIn(code)
    await page.goto(`/customers/${customer}`)
    await expect(page.getByRole('button', { name: '记一次接触' })).toBeVisible()
    await page.keyboard.press('l')
    const form = page.getByRole('dialog', { name: '记一次接触' })
    await expect(form.getByRole('button', { name: '记好' })).toBeVisible()
    const labels = await form.locator('label, legend').allTextContents()
    await page.keyboard.press('Escape')
    await expect(form).toBeHidden()
    return labels.map((label) => label.trim()).filter(Boolean)
  }
  const hers = await fields('lin', await customerLin(page, signIn))
  await signIn('han')
  expect(await fields('han', id)).toEqual(hers)

  await page.keyboard.press('l')
  const form = page.getByRole('dialog', { name: '记一次接触' })
  await form.getByRole('textbox', { name: '客户的原话' }).fill('女儿明年上大学，想给她单独办个号')
  await form.getByRole('button', { name: '记好' }).click()
  await expect(form).toBeHidden()
  const first = page.getByRole('region', { name: '往来' }).getByRole('listitem').first()
  await first.getByRole('link', { name: '看出了什么' }).click()
  const finding = page.getByRole('dialog', { name: '看出了什么' })
  await finding.getByRole('textbox', { name: '看出了什么' }).fill('开学前推学生套餐')
  await finding.getByRole('button', { name: '记下' }).click()
  await expect(first).toContainText('机会：开学前推学生套餐')
  await page.reload()
  await expect(first).toContainText('机会：开学前推学生套餐')
})

const customerLin = async (page: Page, signIn: (code: string) => Promise<void>): Promise<string> => {
  await signIn('lin')
  return customerNamed(page.request, '单志远')
}

test('what is still owed is opened from beside the talk', async ({ page, signIn }) => {
  await signIn('lin')
  await page.goto(`/contact/${await startedRun(page.request, '李素珍')}`)
  const owed = page.getByRole('region', { name: '还欠着' })
  await owed.getByRole('link').first().click()
  await expect(page).toHaveURL(/\/promises\?/)
  await expect(page.getByRole('main')).toContainText('李')
})
