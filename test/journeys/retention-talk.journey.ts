import { connect, file, steps } from './procedures.ts'
import { freshId } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

test('the talk Today asks for is a talk to keep them, tells the case by itself, and is not begun a third time by anybody [R-05][R-09]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '岑自记', { phone: '13005553407' })
  const caseId = freshId()
  const begin = { customerId: id, from: 'customer', words: '别家每月便宜三十' }
  expect((await page.request.put(`/api/retention/${caseId}`, { data: begin })).status()).toBe(200)
  const part = (name: string) => page.getByRole('region', { name, exact: true })
  await page.goto(`/?who=${id}&open=true`)
  await expect(page.getByText('挽留：先联系上').first()).toBeVisible()
  await expect(page.getByText('按“挽留谈话”来谈')).toBeVisible()
  const named = page.getByRole('button', { name: '客户约的就是这个时间' })
  const begun = async (): Promise<void> => {
    await expect(named.or(steps(page))).toBeVisible()
    if (await named.isVisible()) await named.click()
    await connect(page)
  }
  await page.keyboard.press('Enter')
  await begun()
  await page.getByRole('textbox', { name: '记录' }).fill('希望每月少三十')
  await page.getByRole('button', { name: /^记为期望：/ }).click()
  await file(page)

  await page.goto(`/retention/${caseId}`)
  await expect(part('谈过的话')).toContainText('韩一诺')
  await expect(part('客户盼着什么')).toContainText('每月少三十')
  await expect(page.getByText('还能主动谈 1 次（30 天内最多 2 次）')).toBeVisible()
  const call = part('谈过的话').getByRole('button', { name: '联系客户' })
  await call.click()
  await begun()
  await expect(steps(page)).toContainText('挽留谈话')
  await file(page)

  const lead = await other('gu')
  const again = await lead.request.put(`/api/runs/${freshId()}`, {
    data: { customerId: id, direction: 'outbound', playbook: 'retention-talk', override: { reason: '再争取一次' } },
  })
  expect(await again.json()).toMatchObject({ reasons: [{ code: 'guard.attemptsUsed' }] })
  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: /^开始…/ }).click()
  await page
    .getByRole('dialog', { name: '用哪个流程' })
    .getByRole('menuitem', { name: /^挽留谈话/ })
    .click()
  const refused = page.getByRole('alert')
  await expect(refused).toContainText('30 天内已经谈过 2 次留下来的事，不再主动谈')
  await expect(refused).toContainText('仍可帮客户办事')
  await expect(named).toHaveCount(0)

  await page.goto(`/retention/${caseId}`)
  await expect(page.getByText('客户要走，这样办')).toBeVisible()
  await call.click()
  await begun()
  await expect(steps(page)).toContainText('服务六步')
})
