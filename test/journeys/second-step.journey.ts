import type { Page } from '@playwright/test'
import { appShows } from '#test/authenticator.ts'
import { freshId } from './records.ts'
import { expect, test } from './session.ts'

const PASSWORD = 'a lantern by the pier'

/** Somebody of the journey's own, made by the administrator at the page. */
const aColleague = async (page: Page, name: string) => {
  const { units } = await (await page.request.get('/api/units')).json()
  const id = freshId()
  const code = `step-${id.slice(-6)}`
  const data = { code, name, unitId: units[0].id, roles: ['manager'], active: true, password: PASSWORD }
  const saved = await page.request.put(`/api/staff/${id}`, { data })
  expect(saved.status(), await saved.text()).toBeLessThan(300)
  return { id, code }
}

const enter = async (page: Page, code: string): Promise<void> => {
  await page.goto('/sign-in')
  await page.getByLabel('工号').fill(code)
  await page.getByLabel('密码').fill(PASSWORD)
  await page.getByRole('button', { name: '进入', exact: true }).click()
}

test('two-step sign-in: set up with an app, asked for at the door, opened by a recovery code, lifted by an administrator [P-31]', async ({
  page,
  signIn,
  other,
  browser,
  baseURL,
}) => {
  await signIn('ji')
  const { code } = await aColleague(page, '两步甲')
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const theirs = await context.newPage()
  await enter(theirs, code)
  await theirs.waitForURL((url) => !url.pathname.startsWith('/sign-in'))

  await theirs.goto('/settings')
  const section = theirs.getByRole('region', { name: '两步登录' })
  await section.getByLabel('现在的密码').fill(PASSWORD)
  await section.getByRole('button', { name: '开始设置' }).click()
  await expect(section.getByRole('img')).toBeVisible()
  const secret = (await section.locator('code').textContent()) ?? ''
  await section.getByLabel('6 位验证码').fill(appShows(secret, -1))
  await section.getByRole('button', { name: '确认，开启' }).click()
  const codes = section.getByRole('list', { name: '恢复码' }).getByRole('listitem')
  await expect(codes).toHaveCount(10)
  const recovery = (await codes.first().textContent()) ?? ''
  await section.getByRole('button', { name: '我已经存好' }).click()
  await expect(section.getByText('还有 10 个恢复码没用过')).toBeVisible()
  await expect(section).not.toContainText(recovery)
  await context.clearCookies()

  await enter(theirs, code)
  await expect(theirs.getByRole('heading', { name: '再输一个验证码' })).toBeVisible()
  expect((await theirs.request.get('/api/session')).status()).toBe(401)
  await theirs.getByLabel('6 位验证码').fill(appShows(secret, 9))
  await theirs.getByLabel('6 位验证码').press('Enter')
  await expect(theirs.getByRole('alert')).toContainText('验证码不对')
  await theirs.getByLabel('6 位验证码').fill(appShows(secret))
  await theirs.getByLabel('6 位验证码').press('Enter')
  await theirs.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await context.clearCookies()

  await enter(theirs, code)
  await theirs.getByText('手机不在身边，用恢复码').click()
  await theirs.getByLabel('恢复码').fill('aaaa-bbbb-cccc-dddd')
  await theirs.getByRole('button', { name: '确认' }).click()
  await expect(theirs.getByRole('alert')).toContainText('恢复码不对')
  await theirs.getByLabel('恢复码').fill(recovery)
  await theirs.getByRole('button', { name: '确认' }).click()
  await theirs.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await context.clearCookies()

  const admin = await other('ji')
  await admin.goto('/people')
  await admin.getByRole('row', { name: /两步甲/ }).click()
  await expect(admin.getByText('已开启两步登录')).toBeVisible()
  await admin.getByRole('button', { name: '解除', exact: true }).click()
  await admin.getByRole('button', { name: '确认解除' }).click()
  await expect(admin.getByText('两步甲的两步登录已解除')).toBeVisible()
  await enter(theirs, code)
  await theirs.waitForURL((url) => !url.pathname.startsWith('/sign-in'))

  await admin.goto('/audit')
  for (const act of ['开启两步登录', '用恢复码代替验证码', '替人解除两步登录'])
    await expect(admin.getByText(act).first()).toBeVisible()
  await context.close()
})

test('a password everybody tries first is refused where one changes one’s own, with what to do instead', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  await signIn('ji')
  const { code } = await aColleague(page, '易猜乙')
  const context = await browser.newContext({ baseURL: baseURL ?? '' })
  const theirs = await context.newPage()
  await enter(theirs, code)
  await theirs.waitForURL((url) => !url.pathname.startsWith('/sign-in'))
  await theirs.goto('/settings')
  const section = theirs.getByRole('region', { name: '密码', exact: true })
  const change = async (next: string): Promise<void> => {
    await section.getByLabel('现在的密码').fill(PASSWORD)
    await section.getByLabel('新密码').fill(next)
    await section.getByRole('button', { name: '换密码' }).click()
  }
  await change('Woaini5201314')
  await expect(section.getByRole('alert')).toContainText('换成三四个不相干的词')
  await change('kettle lantern under rain')
  await expect(theirs.getByText('密码已换，下次用新的登录')).toBeVisible()
  await context.close()
})
