import { aCustomer, expect, test } from './session.ts'

test('a person’s data is seen, handed out as one file and erased on their word: what goes and what law keeps stands before it, and nothing is left after [P-29][P-31]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '诸葛听澜', { phone: '13917726604' })
  const code = id.slice(0, 13)
  const lead = await other('gu')
  await lead.goto(`/customers/${id}`)
  await lead.getByRole('button', { name: '更多', exact: true }).click()
  await lead.getByRole('menuitem', { name: '全部个人资料' }).click()
  await expect(lead.getByRole('region', { name: '档案', exact: true })).toContainText('诸葛听澜')
  await expect(lead.getByText('13917726604')).toHaveCount(0)
  const file = lead.waitForEvent('download')
  await lead.getByRole('button', { name: '导出这一份' }).click()
  expect((await file).suggestedFilename()).toMatch(/^个人资料-.*\.zip$/)
  const erase = lead.getByRole('button', { name: '抹去', exact: true })
  await expect(lead.getByText('撤不回来；')).toBeVisible()
  await expect(erase).toBeDisabled()
  await lead.getByRole('textbox', { name: '照抄客户编号' }).fill(code)
  await lead.getByText('我知道抹去后撤不回来').click()
  await erase.click()
  await expect(lead.getByRole('heading', { name: '已抹去', level: 2 })).toBeVisible()
  await expect(lead.getByText('客户本人提出')).toBeVisible()

  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('alert')).toContainText('已抹去')
  const found = await page.request.get(`/api/customers?q=${encodeURIComponent('诸葛听澜')}`)
  expect(((await found.json()) as { rows: unknown[] }).rows).toEqual([])
  const log = await lead.request.get('/api/audit?about=customer')
  expect(await log.text()).not.toContain('诸葛听澜')
})
