import type { Page } from '@playwright/test'
import { expect, test } from './session.ts'

const table = (page: Page, name: string) => page.getByRole('table', { name })

test('the model’s page shows its data, how good it is beside others, how far ahead it warned, and whether customers moved [R-13]', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/warning?tab=model')
  await expect(page.getByText(/95% 区间 0\.\d+ – 0\.\d+/).first()).toBeVisible()
  await expect(page.getByText('联系到多少位最划算')).toBeVisible()
  const tried = page.getByRole('region', { name: '换成自己的数算一算' })
  await expect(tried.getByRole('status')).toContainText('每位客户平均 ¥2')
  await tried.getByRole('textbox', { name: '留住一位值' }).fill('5')
  await tried.getByRole('textbox', { name: '留住一位值' }).press('Enter')
  await expect(tried.getByRole('status')).toContainText('谁都不值得去联系')
  await tried.getByRole('button', { name: '回到论文的设定' }).click()
  await expect(tried.getByRole('status')).toContainText('每位客户平均 ¥2')
  const beside = table(page, '和别的算法比')
  for (const learner of ['加总模型（在用）', '提升树', '逻辑回归'])
    await expect(beside.getByRole('row', { name: new RegExp(learner) })).toContainText(/0\.\d{3}/)
  await expect(page.getByRole('region', { name: '提前多久看出来的' })).toContainText(/位离开前/)
  const drift = table(page, '和训练时比，变了没有')
  await expect(drift.getByRole('row', { name: /风险分布/ })).toBeVisible()
  await drift.getByRole('button').first().click()
  await expect(page.getByRole('dialog')).toContainText('0.25 以上算变了很多')
  await page.keyboard.press('Escape')
  await expect(table(page, '按同类客户看去留')).toBeVisible()
})

test('figures of one’s own are kept with who and when, and the warning speaks from the risk at which a contact pays, until the paper’s hold again [R-13]', async ({
  page,
  signIn,
}) => {
  test.slow()
  await signIn('gu')
  await page.goto('/warning?tab=model')
  const tried = page.getByRole('region', { name: '换成自己的数算一算' })
  await expect(tried).toContainText('可能到 30% 起报“偏高”，60% 起报“高”')
  const contact = tried.getByRole('textbox', { name: '联系一次花' })
  await contact.fill('9')
  await contact.press('Enter')
  await expect(tried.getByRole('status')).toContainText('离开的可能到 28% 起，联系一次才不亏')
  await tried.getByRole('button', { name: '就用这些数' }).click()
  await expect(page.getByText('已留下，正在照它重算最近一个月')).toBeVisible()
  await expect(tried).toContainText('可能到 28% 起报“偏高”，60% 起报“高”')
  await page.reload()
  await expect(contact).toHaveValue('9')
  await tried.getByText(/^改过 \d+ 次$/).click()
  const past = tried.getByRole('list', { name: '以前的数' }).getByRole('listitem').first()
  await expect(past).toContainText('顾一鸣')
  await expect(past).toContainText('联系一次花 ¥9')
  await tried.getByRole('button', { name: '回到论文的设定' }).click()
  await tried.getByRole('button', { name: '就用这些数' }).click()
  await expect(tried).toContainText('可能到 30% 起报“偏高”')
})

test('an older version of the model is taken up with one press and given back with another [R-13]', async ({
  page,
  signIn,
}) => {
  test.slow()
  await signIn('gu')
  await page.goto('/warning?tab=model')
  const versions = table(page, '各个版本')
  await expect(versions.getByText('在用')).toHaveCount(1)
  const old = versions.getByRole('row', { name: /没有用：合约剩余月数/ }).last()
  await old.getByRole('button', { name: '用这一版' }).click()
  await expect(page.getByText(/改用 .* 的那一版，正在重算最近一个月/)).toBeVisible()
  await expect(old.getByText('在用')).toBeVisible()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('又用回先前的那一版，正在重算')).toBeVisible()
  await expect(old.getByText('在用')).toHaveCount(0)
  const saved = page.waitForEvent('download')
  await old.getByRole('button', { name: /存成文件/ }).click()
  expect((await saved).suggestedFilename()).toMatch(/^weixi-model-2026-10-15\.json$/)
})

test('what the warning showed stands beside what customers said, in counts, and few are called few [R-11]', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/warning?tab=model')
  const section = page.getByRole('region', { name: '我们展示的，和客户说的' })
  await expect(section).toContainText('只数次数：一起出现，不等于原因')
  await expect(section).toContainText(/位/)
})
