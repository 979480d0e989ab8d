import type { Page } from '@playwright/test'
import { expect, test } from './session.ts'

const PASSWORD = 'weixi-demo-2026'

/** The shell is there once its search is: keys pressed before go nowhere. */
const openPalette = async (page: Page): Promise<void> => {
  await expect(page.getByRole('button', { name: '客户、号码后四位、操作' })).toBeVisible()
  await page.keyboard.press('Control+k')
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused()
}

test('a customer is found from any page by phone tail, part of a name or pinyin [P-34]', async ({ page, signIn }) => {
  await signIn('lin')
  await page.goto('/contact')
  for (const typed of ['6027', '素珍', 'lsz', '李素珍']) {
    await openPalette(page)
    await page.keyboard.type(typed)
    await expect(page.getByRole('menuitem', { name: '李姐' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toBeHidden()
  }
  await openPalette(page)
  await page.keyboard.type('6027')
  await expect(page.getByRole('menuitem', { name: '李姐' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/customers\/[0-9a-f-]{36}$/)
})

test('the palette goes to pages and does acts, typed as they are spelled', async ({ page, signIn }) => {
  await signIn('lin')
  await page.goto('/customers')
  await openPalette(page)
  await page.keyboard.type('jiechu')
  await page.getByRole('menuitem', { name: '接触' }).click()
  await expect(page.getByRole('heading', { name: '接触', level: 1 })).toBeVisible()
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await openPalette(page)
  await page.keyboard.type('shense')
  await page.getByRole('menuitem', { name: '深色' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
})

test('a screen turned to the customer holds no other customer, in the list or in the palette', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/customers')
  await expect(page.getByText('安澜医院信息科').first()).toBeVisible()
  await page.getByText('对客', { exact: true }).click()
  await expect(page.getByText('这一页不给客户看')).toBeVisible()
  await expect(page.getByText('安澜医院信息科')).toHaveCount(0)
  await openPalette(page)
  await page.keyboard.type('6027')
  await expect(page.getByText('没有找到')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '转回自己的画面' }).click()
  await expect(page.getByText('安澜医院信息科').first()).toBeVisible()
})

test('a seat nobody sits at locks itself, says whose it is, and gives everything back', async ({ page, signIn }) => {
  await page.clock.install()
  await signIn('han')
  await page.goto('/contact')
  const words = page.getByRole('textbox', { name: '来电号码后四位' })
  await words.fill('60')
  await page.clock.runFor('14:00')
  await expect(page.getByRole('heading', { name: '韩一诺' })).toBeHidden()
  await page.clock.runFor('02:00')
  await expect(page.getByRole('heading', { level: 1, name: '韩一诺' })).toBeVisible()
  await expect(words).toBeHidden()
  expect((await page.request.get('/api/customers')).status()).toBe(423)

  const secret = page.getByLabel('密码', { exact: false }).last()
  await secret.fill('not it')
  await secret.press('Enter')
  await expect(page.getByRole('alert')).toHaveText('PIN 或密码不对，请再试一次。')
  await secret.fill(PASSWORD)
  await secret.press('Enter')
  await expect(words).toBeVisible()
  await expect(words).toHaveValue('60')
})

test('what stood open when a seat locked is covered, out of reach, and still there afterwards', async ({
  page,
  signIn,
}) => {
  await signIn('xu')
  await page.goto('/customers')
  await page.getByRole('button', { name: '导出' }).first().click()
  const layer = page.getByRole('dialog').or(page.getByRole('menu'))
  await expect(layer.first()).toBeVisible()
  await page.evaluate(() =>
    fetch('/api/session/lock', { method: 'PUT', headers: { 'content-type': 'application/json' }, body: '{}' }),
  )
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await expect(page.getByRole('heading', { level: 1, name: '许可' })).toBeVisible()
  const secret = page.getByLabel('密码', { exact: false }).last()
  await expect(secret).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(secret).toBeVisible()
  const covered = await page.evaluate(() => {
    const points = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((x) => [0.1, 0.3, 0.5, 0.7, 0.9].map((y) => [x, y] as const))
    return points.every(([x, y]) => document.elementFromPoint(x * innerWidth, y * innerHeight)?.closest('dialog'))
  })
  expect(covered).toBe(true)
  await secret.fill(PASSWORD)
  await secret.press('Enter')
  await expect(layer.first()).toBeVisible()
})

test('locking from the menu at the foot of the rail asks for the password at once', async ({ page, signIn }) => {
  await signIn('ma')
  await page.goto('/customers')
  await page.getByRole('navigation').getByRole('button', { name: '显示' }).click()
  await page.getByRole('menuitemcheckbox', { name: '锁定座席' }).click()
  await expect(page.getByLabel('密码', { exact: false }).last()).toBeFocused()
  await expect(page.getByRole('menu')).toBeHidden()
})

test('someone else takes a locked seat and sees nothing of who sat there', async ({ page, signIn }) => {
  await signIn('xu')
  await page.goto('/customers')
  await openPalette(page)
  await page.keyboard.type('suoding')
  await page.getByRole('menuitem', { name: '锁定座席' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '许可' })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('heading', { level: 1, name: '许可' })).toBeVisible()
  await page.getByRole('button', { name: '换人' }).click()
  await expect(page).toHaveURL(/\/sign-in/)
  expect((await page.request.get('/api/customers')).status()).toBe(401)
})

test('the palette and the lock fit a phone', { tag: '@phone' }, async ({ page, signIn }) => {
  await signIn('wu')
  await page.goto('/customers')
  await page.getByRole('button', { name: '客户、号码后四位、操作' }).tap()
  await page.getByRole('dialog').getByRole('searchbox').fill('suoding')
  await page.getByRole('menuitem', { name: '锁定座席' }).tap()
  await expect(page.getByRole('heading', { level: 1, name: '吴迪' })).toBeVisible()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
})
