import { expect, type Page } from '@playwright/test'

/** The steps of the contact on the screen. */
export const steps = (page: Page) => page.getByRole('region', { name: '怎么谈' })

/** From the customer's page: “start…”, a few letters of the playbook, Enter. Care on a Monday morning waits unless they named the time. */
export const startWith = async (page: Page, customerId: string, playbook: string): Promise<void> => {
  await page.goto(`/customers/${customerId}`)
  await page.getByRole('button', { name: /^开始…/ }).click()
  const choice = page.getByRole('dialog', { name: '用哪个流程' })
  await choice.getByRole('searchbox').fill(playbook)
  await expect(choice.getByRole('menuitem', { name: new RegExp(playbook) }).first()).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const named = page.getByRole('button', { name: '客户约的就是这个时间' })
  await expect(named.or(steps(page))).toBeVisible()
  if (await named.isVisible()) await named.click()
  await expect(steps(page)).toContainText(playbook)
}

export const connect = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /^(接通了|见到了)/ }).click()
  await page.getByRole('button', { name: /^本人/ }).first().click()
  await expect(page.getByText(/^本人，/)).toBeVisible()
}

/** One step on, by the key. */
export const next = async (page: Page, title: string): Promise<void> => {
  await page.keyboard.press('Control+ArrowRight')
  await expect(steps(page).getByRole('heading', { level: 2, name: title })).toBeVisible()
}

/** What the customer says, what we answer, and where that leads. */
export const react = async (page: Page, says: string, words: string | RegExp, leads: string): Promise<void> => {
  await steps(page).getByRole('button', { name: says, exact: true }).click()
  await expect(steps(page).getByText(words).first()).toBeVisible()
  await steps(page).getByRole('button', { name: leads, exact: true }).last().click()
}

/** Files the contact; what was left out is for want of time. */
export const file = async (page: Page): Promise<void> => {
  await page.keyboard.press('Control+Enter')
  const reason = page.getByRole('button', { name: '客户赶时间' })
  const done = page.getByText('已归档')
  await expect(reason.or(done)).toBeVisible()
  if (await reason.isVisible()) await reason.click()
  await expect(done).toBeVisible()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
}

/** What is planned with a customer, on their page. */
export const planned = async (page: Page, customerId: string) => {
  await page.goto(`/customers/${customerId}`)
  return page.getByRole('region', { name: '排好的事' })
}
