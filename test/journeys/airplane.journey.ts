import type { Page } from '@playwright/test'
import { programKept } from './device.ts'
import { freshId } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

test.use({ serviceWorkers: 'allow' })

const TODAY = '2026-11-23'

const put = async (page: Page, path: string, data: object): Promise<void> =>
  expect((await page.request.put(path, { data })).status(), path).toBeLessThan(300)

const read = async <T>(page: Page, path: string): Promise<T> => (await (await page.request.get(path)).json()) as T

type Day = { customerId: string; promiseId: string; meetingId: string; eventId: string }

/** A visit agreed for today, a promise due today and an event this afternoon that the customer comes to. */
const aDay = async (page: Page, name: string, phone: string): Promise<Day> => {
  const customerId = await aCustomer(page, name, { phone })
  const [promiseId, meetingId, eventId, guestId] = [freshId(), freshId(), freshId(), freshId()]
  await put(page, `/api/promises/${promiseId}`, { customerId, what: '带一张新套餐的单页', dueDay: TODAY })
  const agreed = { purposes: ['contact'], agreed: true }
  const span = { startsAt: `${TODAY}T03:00:00.000Z`, endsAt: `${TODAY}T03:30:00.000Z` }
  await put(page, `/api/appointments/${meetingId}`, { customerId, way: 'visit', ...span, place: '家里', ...agreed })
  const event = {
    title: '飞行茶会',
    onDay: TODAY,
    startsAt: '15:00',
    place: '临江茶社',
    seats: null,
    baseVersion: null,
  }
  await put(page, `/api/events/${eventId}`, event)
  await put(page, `/api/events/${eventId}/guests/${guestId}`, { customerId })
  const moves = `/api/events/${eventId}/guests/${guestId}/moves`
  const accepted = await page.request.post(moves, { data: { move: 'accepted', baseVersion: 1 } })
  expect(accepted.status()).toBe(200)
  return { customerId, promiseId, meetingId, eventId }
}

const takeAlong = async (page: Page): Promise<void> => {
  await page.goto('/field')
  await programKept(page)
  await page.getByRole('button', { name: '带走今天' }).click()
  await expect(page.getByText(/已带走 1 家/)).toBeVisible({ timeout: 120_000 })
}

const kept = (page: Page) => page.getByText(/存在本机，连上后自动上传/).first()
const unsent = (page: Page) => page.getByRole('region', { name: '还没上传的' })

test('without a network a meeting runs late, a guest is ticked, a promise kept and a form filled in; after a reload it is all there, and it arrives once [S-34][S-05]', async ({
  page,
  context,
  signIn,
}) => {
  await signIn('fang')
  const { customerId, promiseId, meetingId, eventId } = await aDay(page, '公冶宁', '13005558301')
  await takeAlong(page)
  await context.setOffline(true)

  await page.goto(`/calendar?view=week&day=${TODAY}&id=${meetingId}`)
  await page.getByRole('button', { name: /^会晚到/ }).click()
  const late = page.getByRole('form', { name: '会晚到' })
  await late.getByRole('button', { name: '路上不顺' }).click()
  await late.getByText('客户已经知道').click()
  await late.getByRole('button', { name: '记下' }).click()
  await expect(kept(page)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('article')).toContainText('11:20')

  await page.goto(`/events/${eventId}`)
  await page.getByRole('button', { name: '到了：公冶宁' }).click()
  await page.reload()
  await expect(page.getByRole('listitem', { name: '公冶宁' })).toContainText('到了')

  await page.goto(`/forms/new?form=visit-record&customer=${customerId}`)
  await page.getByRole('button', { name: '填这张' }).click()
  await expect(page).toHaveURL(/\/forms\/[0-9a-f-]{36}$/)
  const box = page.getByRole('textbox').last()
  await box.fill('家里信号不好，当面说清了')
  await expect(page.getByText('已存本机，连上后自动上传')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('textbox').last()).toHaveValue('家里信号不好，当面说清了')
  const form = page.url().split('/').at(-1) ?? ''

  await page.goto('/field')
  await page.getByRole('listitem', { name: '公冶宁的这一站' }).getByRole('button', { name: '开始' }).click()
  await page.getByRole('button', { name: '见到了' }).click()
  await expect(page.getByText('带一张新套餐的单页').first()).toBeVisible()
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '办到了' }).first().click()
  await expect(page.getByRole('button', { name: '办到了' })).toHaveCount(0)
  await page.goto('/field')
  await expect(unsent(page).getByRole('listitem')).not.toHaveCount(0)

  await context.setOffline(false)
  await expect(unsent(page).getByText('都上传了')).toBeVisible({ timeout: 60_000 })
  type Meeting = { id: string; startsAt: string; steps: { move: string }[] }
  const { rows } = await read<{ rows: Meeting[] }>(page, `/api/customers/${customerId}/appointments`)
  const meeting = rows.find(({ id }) => id === meetingId)
  expect(meeting?.startsAt).toBe(`${TODAY}T03:20:00.000Z`)
  expect(meeting?.steps.filter(({ move }) => move === 'late')).toHaveLength(1)
  type Promised = { id: string; state: string; history: { move: string }[] }
  const promises = await read<{ rows: Promised[] }>(page, `/api/customers/${customerId}/promises`)
  const promise = promises.rows.find(({ id }) => id === promiseId)
  expect([promise?.state, promise?.history.filter(({ move }) => move === 'kept').length]).toEqual(['kept', 1])
  const { guests } = await read<{ guests: { state: string }[] }>(page, `/api/events/${eventId}`)
  expect(guests.map(({ state }) => state)).toEqual(['attended'])
  const filled = await read<{ answers: Record<string, unknown> }>(page, `/api/forms/${form}`)
  expect(Object.values(filled.answers)).toContain('家里信号不好，当面说清了')
})

test('a page that was not taken along says so and leads back; what somebody else did first is told, with the way to look', async ({
  page,
  context,
  signIn,
  other,
}) => {
  await signIn('han')
  const elsewhere = await aCustomer(page, '宗政远', { phone: '13005558303' })
  const { meetingId } = await aDay(page, '司寇安', '13005558302')
  await takeAlong(page)
  await context.setOffline(true)
  await page.goto(`/customers/${elsewhere}`)
  await expect(page.getByText('这一页没带在身边')).toBeVisible()
  await page.getByRole('link', { name: '回到外出' }).click()
  await expect(page.getByRole('listitem', { name: '司寇安的这一站' })).toBeVisible()

  await page.goto(`/calendar?view=week&day=${TODAY}&id=${meetingId}`)
  await page.getByRole('button', { name: /^会晚到/ }).click()
  const late = page.getByRole('form', { name: '会晚到' })
  await late.getByRole('button', { name: '路上不顺' }).click()
  await late.getByText('客户已经知道').click()
  await late.getByRole('button', { name: '记下' }).click()
  await expect(kept(page)).toBeVisible()
  const beside = await other('lin')
  const wish = { move: 'cancelled', reason: '客户出差了', told: true }
  const off = await beside.request.post(`/api/appointments/${meetingId}/moves`, { data: { moveId: freshId(), wish } })
  expect(off.status()).toBe(200)
  await context.setOffline(false)
  await page.goto('/field')
  await expect(unsent(page).getByRole('alert')).toContainText('没收下')
  await expect(unsent(page).getByRole('link', { name: '看看现在的情况' })).toBeVisible()
  await unsent(page).getByRole('button', { name: '先搁下' }).click()
  await unsent(page).getByRole('button', { name: '丢掉' }).click()
  await expect(unsent(page).getByText('都上传了')).toBeVisible()
})
