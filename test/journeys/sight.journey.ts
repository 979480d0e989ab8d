import { randomUUID } from 'node:crypto'
import { aCustomer, expect, test } from './session.ts'

test('the page says who can see a customer and why, and that staff’s own notes are nobody’s else; by keyboard too [P-02][P-29]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '温照棠')
  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: '更多', exact: true }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('menuitem', { name: '谁能看到，为什么' }).focus()
  await page.keyboard.press('Enter')
  const drawer = page.getByRole('dialog', { name: '谁能看到，为什么' })
  const people = drawer.getByRole('list', { name: '谁能看到，为什么' }).getByRole('listitem')
  await expect(people.filter({ hasText: '林晓岚' })).toContainText('是客户经理')
  await expect(people.filter({ hasText: '带这个组' })).not.toHaveCount(0)
  await expect(drawer).toContainText('位同事看不到这份记录')
  await expect(drawer).toContainText('累不累的记录')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
})

test('a service case has the same question in its menu, and turned to the customer it is gone @phone [P-29]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await aCustomer(page, '温照槿')
  const caseId = randomUUID()
  const put = await page.request.put(`/api/cases/${caseId}`, {
    data: { customerId, kind: 'request', what: '要一份去年的对账单' },
  })
  expect(put.status()).toBe(200)
  await page.goto(`/cases/${caseId}`)
  await page.getByRole('button', { name: '更多操作' }).click()
  await page.getByRole('menuitem', { name: '谁能看到，为什么' }).click()
  const drawer = page.getByRole('dialog', { name: '谁能看到，为什么' })
  await expect(drawer.getByRole('listitem').first()).toContainText('是客户经理')
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()
  await page.getByText('对客', { exact: true }).first().click()
  await expect(page.getByRole('button', { name: '更多操作' })).toHaveCount(0)
})
