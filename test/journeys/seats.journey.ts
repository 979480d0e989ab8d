import { freshId } from './records.ts'
import { expect, test } from './session.ts'

test('one sees where one is signed in, and signs another place out from here', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  await signIn('ji')
  const { units } = await (await page.request.get('/api/units')).json()
  const code = `seat-${freshId().slice(-6)}`
  const password = 'a password for two seats'
  const person = { code, name: '席两处', unitId: units[0].id, roles: ['manager'], active: true, password }
  const saved = await page.request.put(`/api/staff/${freshId()}`, { data: person })
  expect(saved.status(), await saved.text()).toBeLessThan(300)
  expect((await page.request.post('/api/session', { data: { code, password } })).status()).toBe(204)

  const context = await browser.newContext({
    baseURL: baseURL ?? '',
    userAgent:
      'Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1',
  })
  expect((await context.request.post('/api/session', { data: { code, password } })).status()).toBe(204)
  expect((await context.request.get('/api/session')).status()).toBe(200)

  await page.goto('/settings')
  const seats = page.getByRole('region', { name: '登录着的地方' })
  await expect(seats.getByText('就是这里')).toBeVisible()
  await seats.getByRole('button', { name: '让它退出 Safari · iPhone / iPad' }).click()
  await expect(page.getByText('已让 1 处退出')).toBeVisible()
  await expect(seats.getByText('Safari · iPhone / iPad')).toHaveCount(0)
  expect((await context.request.get('/api/session')).status()).toBe(401)
  expect((await page.request.get('/api/session')).status()).toBe(200)
  await context.close()
})
