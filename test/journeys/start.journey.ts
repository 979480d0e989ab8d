import { anEmptyStart } from '#test/own-server.ts'
import { expect, test } from './session.ts'

test('the demo opens with one press and shows whom to reach [P-01]', async ({ page }) => {
  await page.goto('/sign-in')
  await expect(page.getByText('weixi-demo-2026')).toBeVisible()
  await expect(page.getByRole('listitem').filter({ hasText: '顾一鸣' })).toContainText('gu 组长 · 城北 VIP 组')
  await expect(page.getByRole('button', { name: '进入 韩一诺' })).toBeHidden()
  await page.getByText(/还有 \d+ 位/).click()
  await expect(page.getByRole('button', { name: '进入 韩一诺' })).toBeVisible()
  await page.getByRole('button', { name: '进入 林晓岚' }).click()
  await expect(page.getByText('VIP 专席 3 号座').first()).toBeVisible()
  await expect(page.getByRole('link', { name: /客户/ }).first()).toBeVisible()
})

test('a page says how to open it on a phone, before anyone is signed in', { tag: '@phone' }, async ({ page }) => {
  await page.goto('/phone')
  await expect(page.getByRole('heading', { name: '在手机上打开' })).toBeVisible()
  await expect(page.getByText('npm start -- --tls')).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})

test('an empty start makes the branch and its administrator [P-01]', async ({ page }) => {
  test.setTimeout(120_000)
  const own = await anEmptyStart()
  try {
    await page.goto(`${own.address}/`)
    await page.getByRole('button', { name: '建好，去登录' }).click()
    await expect(page.getByText('请填写这一项')).toHaveCount(4)
    await page.getByLabel('密码，至少 10 位').fill('short')
    await page.getByRole('button', { name: '建好，去登录' }).click()
    await expect(page.getByText('至少 10 个字符')).toBeVisible()
    await page.getByLabel('分公司名称').fill('白石分公司')
    await page.getByLabel('姓名').fill('季敏')
    await page.getByLabel('工号').fill('ji')
    await page.getByLabel('密码，至少 10 位').fill('long-enough-1')
    await page.getByRole('button', { name: '建好，去登录' }).click()
    // Both forms ask for a staff number: the first one has to be gone before the second is filled.
    await expect(page.getByRole('button', { name: '进入' })).toBeVisible()
    await expect(page.getByText('演示账号')).toBeHidden()
    await page.getByLabel('工号').fill('ji')
    await page.getByLabel('密码').fill('long-enough-1')
    await page.getByRole('button', { name: '进入' }).click()
    await expect(page.getByText('季敏').first()).toBeVisible()
    await page.goto(`${own.address}/people`)
    await expect(page.getByRole('row').filter({ hasText: '季敏' })).toContainText('管理员')
    expect((await page.request.post(`${own.address}/api/setup`, { data: {} })).status()).toBeGreaterThanOrEqual(400)
  } finally {
    await own.stop()
  }
})
