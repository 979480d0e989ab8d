import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { aCustomer, expect, test } from './session.ts'

type Answers = {
  outlets: { customer: { id: string; name: string }; ordered: { goods: { product: string }[] } | null }[]
}

const dayOf = async (page: Page, day: string): Promise<Answers> =>
  (await (await page.request.get(`/api/field-days/${day}`)).json()) as Answers

/** A visit in the reader's own calendar, at a time of day. */
const visits = async (page: Page, customerId: string, day: string, time: string): Promise<void> => {
  const startsAt = new Date(`${day}T${time}:00+08:00`)
  const endsAt = new Date(startsAt.getTime() + 5 * 60_000)
  const data = { customerId, way: 'visit', startsAt, endsAt, agreed: false }
  expect((await page.request.put(`/api/appointments/${randomUUID()}`, { data })).status()).toBe(200)
}

const key = (page: Page, name: string) =>
  page.getByRole('region', { name: '只点不正常的' }).getByRole('button', { name: new RegExp(`^${name}`) })

const done = (page: Page) => page.getByRole('button', { name: /完成这户$/ })

test(
  'a shop is walked on one thumb screen: facts on top, only exceptions touched; the next visit begins with these answers [M-12][K-33]',
  { tag: '@phone' },
  async ({ page, signIn }) => {
    await signIn('lu')
    const [, shop] = (await dayOf(page, '2026-11-23')).outlets.filter(({ ordered }) => ordered !== null)
    if (!shop) throw new Error('the demo has no round today')
    const { id, name } = shop.customer
    const product = shop.ordered?.goods[0]?.product ?? ''
    await page.goto('/round')
    await expect(page.getByRole('region', { name: '今天走了' })).toContainText('乡村')
    await page.getByRole('list', { name: '路线' }).getByRole('button', { name }).first().click()
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
    await expect(page.getByText('赶集', { exact: true })).toBeVisible()
    await key(page, '价签').click()
    await page.getByRole('button', { name: `${product} 下周要 加一` }).click()
    await page.getByRole('tab', { name: '店存' }).click()
    await page.getByRole('button', { name: `${product} 店存 加一` }).click()
    await expect(page.getByLabel(`${product} 店存`, { exact: true })).toHaveText('1')
    await key(page, '市场信息').click()
    const market = page.getByRole('dialog', { name: '市场信息' })
    await market.getByRole('textbox', { name: '开关门时间' }).fill('入冬后七点开门')
    await market.getByRole('button', { name: '写好了' }).click()
    await key(page, '要承诺').click()
    const promise = page.getByRole('dialog', { name: '答应了什么' })
    await promise.getByRole('textbox', { name: '做什么' }).fill('带两张价签底板来')
    await promise.getByRole('button', { name: /^明天/ }).click()
    await promise.getByRole('button', { name: '答应了' }).click()
    await expect(page.getByText('答应：带两张价签底板来')).toBeVisible()
    await page.reload()
    await expect(done(page)).toHaveText('1 处异常，完成这户')
    let filed = 0
    page.on('request', (one) => {
      filed += (one.postData()?.match(/"finished"/gu) ?? []).length
    })
    await done(page).dblclick()
    await expect(page.getByRole('heading', { level: 2, name })).toBeHidden()
    await expect(page.getByText('已存本机与服务器')).toBeVisible()
    // A thumb that tapped twice has not finished the next shop as well.
    expect(filed).toBe(1)
    await page.getByRole('button', { name: '回路线' }).click()
    await expect(page.getByRole('listitem').filter({ hasText: name }).first()).toContainText('1 处异常')

    await visits(page, id, '2026-11-24', '16:00')
    await page.goto(`/round?day=2026-11-24&shop=${id}`)
    await expect(page.getByText('上次 今天：价签')).toBeVisible()
    await expect(page.getByRole('listitem').filter({ hasText: /^还欠着：带两张价签底板来/ })).toBeVisible()
    await expect(key(page, '价签')).toContainText('上次有')
    await page.getByRole('tab', { name: '店存' }).click()
    await expect(page.getByLabel(`${product} 店存`, { exact: true })).toHaveText('1')
    await page.goto(`/customers/${id}`)
    await expect(page.getByText('入冬后七点开门').first()).toBeVisible()
  },
)

test(
  'a closed shop is one press; words at the counter become a complaint or an opinion; a finished one can be taken up again [M-12]',
  { tag: '@phone' },
  async ({ page, signIn }) => {
    await signIn('lu')
    const closed = await aCustomer(page, '关门小店', { kind: 'outlet' })
    const talks = await aCustomer(page, '话多小店', { kind: 'outlet' })
    await visits(page, closed, '2026-11-23', '17:00')
    await visits(page, talks, '2026-11-23', '17:10')
    await page.goto(`/round?shop=${closed}`)
    await page.getByRole('button', { name: '没开门' }).click()
    await expect(page.getByRole('heading', { level: 2, name: '关门小店' })).toBeHidden()
    await page.goto(`/round?shop=${talks}`)
    await key(page, '有意见').click()
    const opinion = page.getByRole('dialog', { name: '老板的原话' })
    await opinion.getByRole('textbox', { name: '怎么说的' }).fill('送货的把箱子摔了')
    await opinion.locator('label').filter({ hasText: '投诉，要办' }).click()
    await opinion.getByRole('button', { name: '记下' }).click()
    await expect(page.getByText('“送货的把箱子摔了”')).toBeVisible()
    await done(page).click()
    await expect(page.getByText('话多小店 已完成')).toBeVisible()
    await expect(page.getByText('已存本机与服务器')).toBeVisible()
    await page.goto('/round')
    await expect(page.getByRole('listitem').filter({ hasText: '关门小店' })).toContainText('没开门')
    await page.getByRole('list', { name: '路线' }).getByRole('button', { name: '话多小店' }).click()
    await page.getByRole('button', { name: '改一改' }).click()
    await expect(done(page)).toBeVisible()
    await done(page).click()
    await page.goto(`/customers/${talks}`)
    await expect(page.getByText('送货的把箱子摔了').first()).toBeVisible()
  },
)

test('the day goes out as a sheet with the columns the branch has chosen, and the measure of a day is its own [M-12]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('lu')
  const id = await aCustomer(page, '日表小店', { kind: 'outlet' })
  await visits(page, id, '2026-11-23', '17:20')
  await page.goto(`/round?shop=${id}`)
  await key(page, '陈列').click()
  await done(page).click()
  await expect(page.getByText('日表小店 已完成')).toBeVisible()
  await expect(page.getByText('已存本机与服务器')).toBeVisible()

  const lead = await other('hewen')
  await lead.goto('/settings')
  const columns = lead.getByRole('region', { name: '日表的列' })
  await columns.getByText('街道或村').click()
  await columns.getByRole('button', { name: '存下' }).click()
  await expect(lead.getByText('已存下')).toBeVisible()
  const standard = lead.getByRole('region', { name: '巡店标准' })
  await standard.getByRole('textbox', { name: '乡村，户' }).fill('26')
  await standard.getByRole('textbox', { name: '晨会' }).fill('08:10')
  await standard.getByRole('button', { name: '存下' }).click()

  await page.goto('/round')
  await expect(page.getByRole('region', { name: '今天走了' })).toContainText('/ 26')
  await expect(page.getByText('晨会 08:10')).toBeVisible()
  await page.getByRole('button', { name: '导出' }).click()
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /CSV/ }).click()])
  const stream = await file.createReadStream()
  const pieces: Buffer[] = []
  for await (const piece of stream) pieces.push(piece as Buffer)
  const [heads = '', ...lines] = Buffer.concat(pieces).toString('utf8').split('\r\n')
  expect(heads).toContain('街道或村')
  expect(lines.find((line) => line.includes('日表小店'))).toContain('陈列')
})

test('a delivery after the market stands on Today and leads through its own procedure, with an answer by a day [S-48][M-12]', async ({
  page,
  signIn,
}) => {
  await signIn('ge')
  const id = await aCustomer(page, '集后到货店', { kind: 'outlet', phone: '13005550901' })
  // 24 November is the sixteenth of the tenth lunar month; the van comes on Wednesdays
  const dossier = {
    marketDays: { kind: 'digits', calendar: 'lunar', digits: [3, 6, 9] },
    deliveryDays: { kind: 'weekdays', weekdays: [3] },
  }
  expect((await page.request.patch(`/api/customers/${id}`, { data: { baseVersion: 1, dossier } })).status()).toBe(200)
  await page.goto('/')
  const row = page.getByRole('listbox', { name: '今天要联系的客户' }).getByRole('option', { name: '集后到货店' })
  await expect(row).toContainText(/集/)
  await row.click()
  const started = await page.request.put(`/api/runs/${randomUUID()}`, {
    data: {
      customerId: id,
      direction: 'outbound',
      channel: 'call',
      occasions: [{ kind: 'market', recordId: `${id}/2026-11-24` }],
    },
  })
  const { id: run } = (await started.json()) as { id: string }
  await page.goto(`/contact/${run}`)
  await expect(page.getByRole('region', { name: '怎么谈' })).toContainText('送货赶不上集日')
})
