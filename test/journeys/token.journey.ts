import { freshId } from './records.ts'
import { expect, test } from './session.ts'

const PASSWORD = 'a ladder behind the barn'

test('an access token: made for reading, used by a program, seen in the log, revoked [P-31]', async ({
  page,
  signIn,
  other,
  playwright,
  baseURL,
}) => {
  await signIn('ji')
  const { units } = await (await page.request.get('/api/units')).json()
  const id = freshId()
  const code = `token-${id.slice(-6)}`
  const data = { code, name: '令牌丙', unitId: units[0].id, roles: ['manager'], active: true, password: PASSWORD }
  expect((await page.request.put(`/api/staff/${id}`, { data })).status()).toBeLessThan(300)
  expect((await page.request.post('/api/session', { data: { code, password: PASSWORD } })).status()).toBe(204)

  await page.goto('/settings')
  const section = page.getByRole('region', { name: '访问令牌' })
  await section.getByRole('button', { name: '新建令牌' }).click()
  await section.getByLabel('用在哪里').fill('晨报脚本')
  await section.getByLabel('现在的密码').fill(PASSWORD)
  await section.getByRole('button', { name: '新建', exact: true }).click()
  const token = await section.getByRole('textbox', { name: '访问令牌' }).inputValue()
  expect(token).toMatch(/^weixi_/)
  await section.getByRole('button', { name: '我已经存好' }).click()
  await expect(section.getByText('还没用过')).toBeVisible()

  const program = await playwright.request.newContext({
    baseURL: baseURL ?? '',
    extraHTTPHeaders: { authorization: `Bearer ${token}` },
  })
  expect((await program.get('/api/customers')).status()).toBe(200)
  expect((await program.put(`/api/customers/${freshId()}`, { data: {} })).status()).toBe(403)
  expect((await program.get('/api/session')).status()).toBe(403)

  await page.reload()
  await expect(section.getByText('上次使用')).toBeVisible()
  await section.getByRole('button', { name: '停用 晨报脚本' }).click()
  await expect(section.getByText('还没有令牌')).toBeVisible()
  expect((await program.get('/api/customers')).status()).toBe(401)
  await program.dispose()

  const admin = await other('ji')
  await admin.goto('/audit')
  for (const act of ['新建访问令牌', '停用访问令牌']) await expect(admin.getByText(act).first()).toBeVisible()
})
