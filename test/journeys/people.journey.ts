import { expect, test } from './session.ts'

test('somebody new joins, signs in with the first password, and is let go [P-01][P-03]', async ({
  page,
  signIn,
  playwright,
  baseURL,
}) => {
  await signIn('ji')
  await page.goto('/people')
  await page.getByRole('button', { name: '城南个人组', exact: false }).first().click()
  await page.keyboard.press('n')
  const form = page.getByRole('dialog')
  await form.getByLabel('姓名').fill('程一帆')
  await form.getByLabel('工号').fill('chengyf')
  await form.getByText('客户经理').click()
  await form.getByText('培训师').click()
  await form.getByLabel('初始密码').fill('first-password-1')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('程一帆的资料已保存')).toBeVisible()
  const row = page.getByRole('row').filter({ hasText: 'chengyf' })
  await expect(row).toContainText('培训师')

  const theirs = await playwright.request.newContext({ baseURL: baseURL ?? '' })
  const enter = () => theirs.post('/api/session', { data: { code: 'chengyf', password: 'first-password-1' } })
  expect((await enter()).status()).toBe(204)
  expect((await theirs.get('/api/customers')).status()).toBe(403)

  await row.click()
  await form.getByText('在岗').click()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(row).toBeHidden()
  expect((await theirs.get('/api/session')).status()).toBe(401)
  await theirs.dispose()
})

test('the last administrator cannot be taken away [P-01]', async ({ page, signIn }) => {
  await signIn('ji')
  await page.goto('/people')
  await page.getByRole('row').filter({ hasText: '季敏' }).click()
  const form = page.getByRole('dialog')
  await form.getByText('管理员').first().click()
  await form.getByText('培训师').click()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByRole('alert')).toHaveText('季敏是最后一位管理员。先给别人管理员岗位，再改这一位。')
})

test('a lead notes a colleague’s leave, takes it back and brings it again [R-17]', async ({ page, signIn }) => {
  await signIn('gu')
  await page.goto('/absences')
  await page.getByRole('button', { name: /谁/ }).click()
  await page.getByRole('option', { name: '韩一诺' }).click()
  await page.getByRole('button', { name: '记下' }).click()
  const line = page.getByRole('listitem').filter({ hasText: '韩一诺' })
  await expect(line).toContainText('现在不在')
  await line.getByRole('button', { name: /撤回/ }).click()
  await expect(line).toBeHidden()
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(line).toBeVisible()
  await line.getByRole('button', { name: /撤回/ }).click()
})

test('one chooses a code of one’s own to unlock a shared computer [P-01]', async ({ page, signIn }) => {
  await signIn('ge')
  await page.goto('/settings')
  const section = page.getByRole('region', { name: '解锁码' })
  await section.getByLabel('现在的密码').fill('weixi-demo-2026')
  await section.getByLabel('4 到 8 位数字').fill('1123')
  await section.getByRole('button', { name: '设好解锁码' }).click()
  await expect(page.getByText('解锁码已设好')).toBeVisible()
  expect((await page.request.put('/api/session/lock')).status()).toBe(204)
  expect((await page.request.delete('/api/session/lock', { data: { secret: '1123' } })).status()).toBe(204)
})
