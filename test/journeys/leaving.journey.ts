import { aCustomer, expect, test } from './session.ts'

test('a customer marked as left gets a visit on the tenth workday, held for who wants no contact; its result is on the timeline, and the way back is one press [R-16]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '葛远行', { phone: '13005557405' })
  const quiet = await aCustomer(page, '葛免扰', { phone: '13005557406' })
  const refused = { state: 'refused', until: null, source: '电话里说的' }
  expect((await page.request.put(`/api/customers/${quiet}/consents/any`, { data: refused })).status()).toBeLessThan(300)

  await page.goto(`/customers/${quiet}`)
  await page.getByRole('button', { name: '更多' }).first().click()
  await page.getByRole('menuitem', { name: '记为已离开' }).click()
  await page.getByRole('dialog', { name: '记为已离开' }).getByRole('button', { name: '记下' }).click()
  const panel = page.getByRole('region', { name: '离开与回访' })
  await expect(panel).toContainText('客户不愿被联系，不再打扰')
  await expect(panel.getByRole('button', { name: '现在回访' })).toHaveCount(0)

  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: '更多' }).first().click()
  await page.getByRole('menuitem', { name: '记为已离开' }).click()
  const form = page.getByRole('dialog', { name: '记为已离开' })
  await form.getByText('转去别家').click()
  await form.getByRole('button', { name: '记下' }).click()
  await expect(panel).toContainText('2026-12-07 前去看一看')
  await expect(page.getByText('走了以后回访，只问原因，不劝')).toBeVisible()

  await panel.getByRole('button', { name: '记回访结果' }).click()
  const talk = page.getByRole('dialog', { name: '回访结果' })
  await talk.getByText('以后再说').click()
  await talk.getByRole('spinbutton').first().click()
  await page.keyboard.type('20270301')
  await talk.getByRole('textbox', { name: '客户的话' }).fill('合约到明年二月再看')
  await talk.getByRole('button', { name: '记下' }).click()
  await expect(panel).toContainText('客户说 2027-03-01 再联系')
  const timeline = page.getByRole('region', { name: /接触/ }).last()
  await expect(timeline).toContainText('合约到明年二月再看')
  await expect(timeline).toContainText('回访：以后再说')

  await panel.getByRole('button', { name: '记回访结果' }).click()
  await talk.getByText('回来了', { exact: true }).click()
  await expect(talk).toContainText('不用重填资料')
  await talk.getByRole('button', { name: '记下' }).click()
  await expect(panel).toContainText('回来了')
  await expect(page.getByText('走了以后回访，只问原因，不劝')).toHaveCount(0)
  await expect(page.getByText(/已离开，只办欠客户的事/)).toHaveCount(0)
})
