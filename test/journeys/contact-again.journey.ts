import { customerNamed, startedRun } from './records.ts'
import { expect, test } from './session.ts'

type Wish = { what: string; history: { wording: string }[] }

test('a wish on record is joined, not written twice; what was left out is named before filing [R-05][S-41]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await customerNamed(page.request, '李素珍')
  const wishes = async (): Promise<Wish[]> =>
    (await (await page.request.get(`/api/customers/${customerId}/expectations`)).json()).rows
  const before = (await wishes()).length
  await page.goto(`/contact/${await startedRun(page.request, '李素珍')}`)
  await page.getByRole('button', { name: '接通了' }).click()
  const note = page.getByRole('textbox', { name: '记录' })
  await note.fill('希望别转来转去，月租最好 30 元')
  const captured = page.getByRole('region', { name: '已记下' })
  await expect(captured.getByRole('button', { name: /补充到已记的“说清楚就行，别再把我转来转去”/ })).toBeVisible()
  await page.keyboard.press('Control+Enter')
  const asked = page.getByRole('group', { name: /记不记您来定/ })
  await expect(asked).toContainText('已记过：说清楚就行，别再把我转来转去')
  await expect(asked).toContainText('已记过：儿子的号月租降到 30 元以内')
  await asked.getByRole('button', { name: '补充到那条' }).first().click()
  await expect(page.getByRole('group', { name: /1 条，记不记您来定/ })).toBeVisible()
  await page.keyboard.press('y')
  const leaving = page.getByRole('group', { name: /还有 \d+ 项该做的没做/ })
  await leaving.getByText('是哪几项').click()
  await expect(leaving.getByText('奠定基调')).toBeVisible()
  await expect(leaving.getByRole('listitem').first()).toBeVisible()
  await page.getByRole('button', { name: '客户赶时间' }).click()
  await expect(page.getByText('已归档')).toBeVisible()
  // Filed on the screen at once, on the server a moment later.
  const said = async () =>
    (await wishes()).find(({ what }) => what === '说清楚就行，别再把我转来转去')?.history.at(-1)?.wording
  await expect.poll(said).toBe('希望别转来转去')
  expect(await wishes()).toHaveLength(before)
})

test('a filed contact opened by its address reads as filed, with what it wrote and whom to reach next [P-10]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await startedRun(page.request, '何秋琴')
  await page.goto(`/contact/${id}`)
  await page.getByRole('button', { name: '接通了' }).click()
  await page.getByRole('textbox', { name: '记录' }).fill('需要一个备用路由器')
  await page.keyboard.press('Alt+n')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '客户赶时间' }).click()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await page.goto(`/contact/${id}`)
  const steps = page.getByRole('region', { name: '怎么谈' })
  await expect(steps.getByText(/归档$/)).toBeVisible()
  await expect(steps.getByRole('checkbox')).toHaveCount(0)
  await expect(page.getByRole('status').filter({ hasText: '已归档' })).toContainText('写入了 1 次接触 · 1 条需要')
  const next = page.getByRole('button', { name: /^下一位：/ })
  const name = ((await next.textContent()) ?? '').replace(/^下一位：|Enter$/g, '')
  await next.click()
  await expect(page).toHaveURL(/[?&]who=/)
  await expect(page.getByRole('region', { name: '接触前看一眼' })).toContainText(name)
})
