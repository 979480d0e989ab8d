import type { Page } from '@playwright/test'
import { onDisk, programKept } from './device.ts'
import { startedRun } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

test.use({ serviceWorkers: 'allow' })

const note = (page: Page) => page.getByRole('textbox', { name: '记录' })
const offline = (page: Page) => page.getByText('没有网络')

test('without a network Today and an open contact open again, say so, and lose nothing', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await aCustomer(page, '姜海棠', { phone: '13005550388' })
  const due = { customerId, playbook: 'care-call', dueOn: '2026-11-23' }
  expect((await page.request.put(`/api/tasks/${crypto.randomUUID()}`, { data: due })).status()).toBe(200)
  const row = page.getByRole('option', { name: /姜海棠/ })
  await page.goto('/')
  await expect(row).toBeVisible()
  const id = await startedRun(page.request, '姜海棠', { direction: 'inbound' })
  await page.goto(`/contact/${id}`)
  await page.keyboard.press('Enter')
  await note(page).fill('有网时写的一句')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await programKept(page)
  for (const answer of ['GET /api/today', id, customerId])
    await expect.poll(async () => (await onDisk(page)).text).toContain(answer)

  await context.setOffline(true)
  expect((await page.reload())?.fromServiceWorker()).toBe(true)
  await expect(offline(page)).toBeVisible()
  await expect(page.getByText('有网时写的一句').first()).toBeVisible()
  await note(page).fill('断网重开后写的一句')
  await page.keyboard.press('Enter')
  await expect(page.getByText('断网重开后写的一句').first()).toBeVisible()
  await expect(page.getByText('已存本机，连上后自动上传')).toBeVisible()
  await page.reload()
  await expect(page.getByText('断网重开后写的一句').first()).toBeVisible()
  await page.goto('/')
  await expect(offline(page)).toBeVisible()
  await expect(row).toBeVisible()

  await context.setOffline(false)
  await page.goto(`/contact/${id}`)
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await expect(offline(page)).toHaveCount(0)
  await expect
    .poll(async () => JSON.stringify(await (await page.request.get(`/api/runs/${id}`)).json()))
    .toContain('断网重开后写的一句')
})

test('what a device keeps is sealed, and gone when its owner signs out, with a network or without', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('han')
  await page.goto('/')
  await expect(page.getByRole('row').or(page.getByRole('option')).first()).toBeVisible()
  await programKept(page)
  await expect.poll(async () => (await onDisk(page)).answers).toBeGreaterThan(2)
  const kept = await onDisk(page)
  const { rows } = (await (await page.request.get('/api/today')).json()) as { rows: { name: string }[] }
  for (const { name } of rows) expect(kept.text).not.toContain(name)
  expect(kept.cached).toContain('/')
  expect(kept.cached.filter((address) => address.startsWith('/api'))).toEqual([])
  expect([kept.seals, kept.readable]).toEqual([1, false])

  await context.setOffline(true)
  await page.getByRole('button', { name: /显示/ }).first().click()
  await page.getByRole('menu').getByText('退出').click()
  await expect(page).toHaveURL(/sign-in/)
  expect(await onDisk(page)).toMatchObject({ answers: 0, seals: 0 })
  await page.goto('/')
  await expect(page).toHaveURL(/sign-in/)
  await context.setOffline(false)
  await page.goto('/')
  await expect(page).toHaveURL(/sign-in/)
  await expect(page.getByLabel('工号')).toBeVisible()
  expect((await page.request.get('/api/session')).status()).toBe(401)
})

test('a seat nobody has been at for a while stays shut when it is opened again without a network', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('ma')
  await page.goto('/')
  await expect(page.getByRole('row').or(page.getByRole('option')).first()).toBeVisible()
  await programKept(page)
  await expect.poll(async () => (await onDisk(page)).answers).toBeGreaterThan(2)
  await context.setOffline(true)
  await page.evaluate(() => localStorage.setItem('weixi.last-sign', String(Date.now() - 3_600_000)))
  await page.reload()
  await expect(page.getByText(/座席很久没人动/)).toBeVisible()
  await expect(page.getByRole('navigation')).toHaveCount(0)
})
