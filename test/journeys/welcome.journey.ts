import { expect, test } from './session.ts'

test('who rises to a key customer is bound in three workdays, written to, then rung within the month; the team sees both clocks [S-52]', async ({
  page,
  signIn,
}) => {
  await signIn('yan')
  await page.goto('/')
  const list = page.getByRole('listbox', { name: '今天要联系的客户' })
  const unbound = list.getByRole('option').filter({ hasText: '还没有客户经理' })
  await expect(unbound).toContainText('明天前定下来')
  await page.goto('/team?month=2026-11')
  await expect(page.getByText('升到前两级，还没有客户经理')).toBeVisible()

  await signIn('wu')
  await page.goto('/')
  await expect(list.getByRole('option').filter({ hasText: '发过短信' })).toContainText('前要联系上')

  await signIn('han')
  await page.goto('/')
  const raised = list.getByRole('option').filter({ hasText: '先发条短信，三个工作日后再打' })
  await raised.first().click()
  await expect(page.getByRole('region', { name: '接触前看一眼' })).toContainText('短信：')
  await expect(page.getByText('按“新晋重点客户”来谈')).toBeVisible()

  await signIn('gu')
  await page.goto('/team?month=2026-10')
  const welcome = page.getByRole('region', { name: '新晋重点客户' })
  await expect(welcome).toContainText('三个工作日内有了客户经理')
  await welcome.getByRole('button').first().click()
  await page
    .getByRole('dialog')
    .getByRole('link', { name: /^打开 按时有了客户经理|^打开 按时有了经理/ })
    .click()
  await expect(page.getByRole('heading', { name: '三个工作日内有了客户经理的' })).toBeVisible()
})
