import type { Page } from '@playwright/test'
import { caseHappens } from './records.ts'
import { expect, test } from './session.ts'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

/** Somebody the model warns of, on the first page of the list, with no retention case so far. */
const warnedOf = async ({ request }: Page): Promise<string> => {
  const { rows } = (await (await request.get('/api/warning/customers?limit=40')).json()) as {
    rows: { id: string; name: string; risk: number | null }[]
  }
  for (const { id, name } of rows.filter(({ risk }) => risk !== null).toReversed()) {
    const cases = (await (await request.get(`/api/customers/${id}/retention`)).json()) as { rows: unknown[] }
    if (cases.rows.length === 0) return name
  }
  throw new Error('Everybody on the list has a case')
}

test('a lead opens a case from the warning, reads what showed it, and follows it to what was learnt [R-13][R-14]', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  const name = await warnedOf(page)
  await page.goto('/warning')
  await page.getByRole('link', { name: new RegExp(`${name}的风险怎么来的`) }).click()
  const drawer = page.getByRole('dialog')
  const cases = drawer.getByRole('region', { name: '挽留单', exact: true })
  await cases.getByRole('button', { name: '开一张挽留单' }).click()
  await expect(cases.getByRole('radio', { name: '模型看出来的' })).toBeChecked()
  await cases.getByRole('button', { name: '开一张挽留单' }).click()
  await expect(page).toHaveURL(/\/retention\/[0-9a-f-]{36}/)
  const caseId = page.url().split('/').at(-1) ?? ''
  await expect(page.getByText('模型看出来的').first()).toBeVisible()
  await expect(page.getByRole('list', { name: '走到哪一步' })).toBeVisible()

  await caseHappens(page.request, caseId, { type: 'talked', direction: 'inbound', reached: true, about: 'staying' })
  const reasons = [{ reason: 'price', voice: 'customer', words: '每月都超' }]
  await caseHappens(page.request, caseId, { type: 'reasonsNoted', reasons })
  await caseHappens(page.request, caseId, { type: 'agreed', wording: '下月起换小一档' })
  await page.reload()
  await expect(part(page, '为什么想走')).toContainText('每月都超')
  await expect(part(page, '谈出结果')).toContainText('下月起换小一档')

  const after = part(page, '结果、回访、学到什么')
  await after.getByRole('button', { name: '记下结果' }).click()
  await after.getByRole('button', { name: '记下', exact: true }).click()
  await expect(after.getByText('留下', { exact: true })).toBeVisible()
  await after.getByRole('button', { name: '回访' }).click()
  await after.getByRole('textbox', { name: '客户怎么说' }).fill('这样就行')
  await after.getByRole('button', { name: '记下', exact: true }).click()
  await after.getByRole('button', { name: '写下学到什么' }).click()
  await after.getByRole('textbox', { name: '这次学到什么，一句话' }).fill(`预警说的和客户说的对上了：${name}`)
  await after.getByText('提给大家看').click()
  await after.getByRole('button', { name: '记下', exact: true }).click()
  await expect(after).toContainText('已提给大家')
  await page.goto('/retention?view=learnt')
  await expect(part(page, '写下来的').getByRole('listitem').filter({ hasText: name })).toContainText('提给大家')
})
