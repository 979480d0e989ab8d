import { freshId } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

test('what was just promised to a customer stands in the log with who and when; sealed and checked from the start it is sound [P-31]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '邬留痕', { phone: '13005550701' })
  const promise = { customerId: id, what: '周五前回电告诉副卡能不能换', dueDay: '2026-11-27' }
  expect((await page.request.put(`/api/promises/${freshId()}`, { data: promise })).status()).toBe(200)
  await signIn('gu')
  await page.goto(`/customers/${id}?tab=history`)
  await page.getByRole('link', { name: '这位客户的办理记录' }).click()
  await expect(page.getByRole('heading', { name: '办理记录', level: 1 })).toBeVisible()
  const log = page.getByRole('table', { name: '办理记录' })
  const made = log.getByRole('row').filter({ hasText: '许下承诺' })
  await expect(made).toContainText('林晓岚')
  await expect(made).toContainText('邬留痕')
  await expect(log.getByRole('row')).toHaveCount(3)
  await expect(page.getByText('只看 邬留痕')).toBeVisible()
  await expect(made.getByText('封存', { exact: true })).toBeVisible()

  await page.getByRole('button', { name: '从头核对' }).click()
  await expect(page.getByText(/核对完毕：.*条都和封存时一样/)).toBeVisible()

  await page.getByRole('button', { name: '清除筛选' }).click()
  await page.getByRole('combobox', { name: '哪一类事' }).fill('承诺')
  await page.getByRole('option', { name: '承诺', exact: true }).click()
  await expect(log.getByRole('row').filter({ hasText: '邬留痕' })).toHaveCount(1)
  await expect(log.getByRole('row').filter({ hasText: '客户：' })).toHaveCount(0)
})

test('an administrator reads the whole log without learning who the customers are', async ({ page, signIn }) => {
  await signIn('lin')
  await aCustomer(page, '邬不见', { phone: '13005550702' })
  await signIn('ji')
  await page.goto('/audit')
  const log = page.getByRole('table', { name: '办理记录' })
  await expect(log.getByRole('row').filter({ hasText: '客户：新建' }).first()).toBeVisible()
  await expect(page.getByText('邬不见')).toHaveCount(0)
  await expect(page.getByText('末尾的封条')).toBeVisible()
})
