import { readFileSync } from 'node:fs'
import type { Locator, Page } from '@playwright/test'
import { pdfText } from '#test/pdf-text.ts'
import { freshId } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

type Happening = Record<string, unknown> & { type: string }

/** A contact held and filed through the API as a page would write it; answers with its address. */
const filedContact = async (
  page: Page,
  customerId: string,
  playbook: string,
  said: Happening[],
  more: Record<string, unknown> = {},
): Promise<string> => {
  const id = freshId()
  const data = { customerId, direction: 'outbound', purpose: 'service', agreedTime: true, playbook, ...more }
  expect((await page.request.put(`/api/runs/${id}`, { data })).status()).toBe(200)
  const whole: Happening[] = [
    ...said.filter(({ type }) => type === 'purposesSet'),
    { type: 'connected' },
    { type: 'identified', role: 'holder', name: '' },
    ...said.filter(({ type }) => type !== 'purposesSet'),
    { type: 'finished', reason: '客户赶时间' },
  ]
  const { now } = (await (await page.request.get('/api/session')).json()) as { now: string }
  const events = whole.map((happening) => ({ id: freshId(), at: now, ...happening }))
  const answer = await page.request.post(`/api/runs/${id}/events`, { data: { events } })
  expect(((await answer.json()) as { refused: unknown[] }).refused).toEqual([])
  return `/contact/${id}`
}

const wanted = (page: Page) => page.getByRole('region', { name: '要填的表' })

/** Opens one of the forms a filed contact calls for. */
const fillIn = async (page: Page, contact: string, form: string): Promise<void> => {
  await page.goto(contact)
  await wanted(page)
    .getByRole('button', { name: `填写 ${form}` })
    .click()
  await expect(page.getByRole('heading', { level: 2, name: form })).toBeVisible()
}

/** Signs by name, as who would rather not draw. */
const signByName = async (page: Page, place: string, name: string): Promise<void> => {
  await page.getByRole('button', { name: `签：${place}` }).click()
  const pad = page.getByRole('group', { name: place })
  await pad.getByRole('textbox', { name: /签字人姓名/ }).fill(name)
  await pad.getByRole('button', { name: '以姓名签字' }).click()
  await expect(page.getByText(`${place}已签`)).toBeVisible()
}

/** What the paper says, page by page. */
const printed = async (page: Page, button: Locator): Promise<{ name: string; pages: string[] }> => {
  const saved = page.waitForEvent('download')
  await button.click()
  const file = await saved
  return { name: file.suggestedFilename(), pages: await pdfText(readFileSync(await file.path())) }
}

const printButton = (page: Page) => page.getByRole('button', { name: '打印', exact: true })

test('a filed visit to a firm makes its record and its opinion form; the opinion gets somebody who answers it [P-19][P-20]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await aCustomer(page, '旅程表单集团', { kind: 'group' })
  const visit = await filedContact(
    page,
    customerId,
    'visit',
    [
      { type: 'purposesSet', purposes: ['opinion', 'gift'] },
      { type: 'noted', text: '看了机房，谈了明年的专线', replaces: [] },
      { type: 'captured', capture: freshId(), content: { kind: 'need', text: '账单要能分部门看' } },
    ],
    { channel: 'visit' },
  )

  await fillIn(page, visit, '客户拜访记录表')
  await expect(page.getByRole('textbox', { name: /^客户 / })).toHaveValue('旅程表单集团')
  await expect(page.getByRole('textbox', { name: /^经过/ })).toHaveValue('看了机房，谈了明年的专线')
  await expect(page.getByRole('textbox', { name: '目的', exact: true })).toHaveValue('送礼品；听意见')
  await page.getByRole('textbox', { name: /^看到的同行动静/ }).fill('同行上周来量过机柜')
  await page.getByRole('button', { name: '归档' }).click()
  await expect(page.getByText('已归档').first()).toBeVisible()
  const record = await printed(page, printButton(page))
  expect(record.name).toMatch(/^客户拜访记录表 .*\.pdf$/)
  expect(record.pages[0]).toContain('同行上周来量过机柜')

  await fillIn(page, visit, '意见征求表')
  const row = page.getByRole('group', { name: '逐条记下第 1 行' })
  await expect(row.getByRole('textbox', { name: '意见' })).toHaveValue('账单要能分部门看')
  await row.getByRole('spinbutton', { name: /^年/ }).first().click()
  await page.keyboard.type('20261127')
  await signByName(page, '客户签字', '旅程经理')
  const answers = page.getByRole('region', { name: '意见的回话' })
  await expect(answers).toContainText('账单要能分部门看')
  await expect(answers).toContainText('林晓岚')
  await expect(answers).toContainText('还没告诉客户')
  const form = (await (await page.request.get(`/api${new URL(page.url()).pathname}`)).json()) as {
    made: { promiseId: string }[]
  }
  const told = { moveId: freshId(), move: 'told', note: '下月起账单按部门分开' }
  const promise = `/api/promises/${form.made[0]?.promiseId}/moves`
  expect((await page.request.post(promise, { data: told })).status()).toBe(200)
  await page.reload()
  await expect(answers).toContainText('今天告诉了客户')
  await page.goto(visit)
  await expect(wanted(page).getByRole('listitem').filter({ hasText: '意见征求表' })).toContainText('已归档')
})

test('a gift for a customer is asked for, approved, leaves the store and is signed for on the phone’s screen [P-21]', async ({
  page,
  signIn,
  other,
}) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await signIn('lin')
  const customerId = await aCustomer(page, '旅程收礼人')
  const lead = await other('gu')
  const gift = `旅程礼盒${customerId.slice(0, 4)}`
  const stock = { name: gift, inStore: 5, note: '', baseVersion: null }
  expect((await lead.request.put(`/api/gifts/${freshId()}`, { data: stock })).status()).toBe(200)

  await page.goto(`/forms/new?form=gift-application&customer=${customerId}`)
  await page.getByRole('button', { name: '填这张' }).click()
  await page.getByRole('textbox', { name: /^为什么送/ }).fill('换机那天等了一个上午')
  const row = page.getByRole('group', { name: '礼品第 1 行' })
  await row.getByRole('combobox', { name: '名称' }).fill(gift)
  await page.getByRole('option', { name: new RegExp(gift) }).click()
  await row.getByRole('textbox', { name: '份数' }).fill('2')
  await row.getByRole('textbox', { name: '份数' }).blur()
  await page.getByRole('button', { name: '送主管审批' }).click()
  await expect(page.getByText('已送审批')).toBeVisible()
  const application = page.url()

  await lead.goto(`/?who=${customerId}`)
  await expect(lead.getByText('林晓岚今天送批的礼品申请表还没有批').first()).toBeVisible()
  await lead.getByRole('button', { name: '看申请，批或不批' }).click()
  await lead.getByRole('button', { name: '批准', exact: true }).click()
  await expect(lead.getByText('顾一鸣已批准')).toBeVisible()
  const today = (await (await lead.request.get('/api/today')).json()) as { rows: { customerId: string }[] }
  expect(today.rows.map((one) => one.customerId)).not.toContain(customerId)
  await lead.goto('/forms')
  await expect(
    lead.getByRole('list', { name: '礼品库' }).getByRole('listitem').filter({ hasText: gift }),
  ).toContainText('3')

  await page.goto(application)
  await page.getByRole('button', { name: '接着开礼品签收单' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '礼品签收单' })).toBeVisible()
  await expect(page.getByRole('group', { name: '礼品第 1 行' }).getByRole('textbox', { name: '名称' })).toHaveValue(
    gift,
  )
  await page.getByRole('button', { name: '签：客户签收' }).click()
  const pad = page.getByRole('group', { name: '客户签收' })
  await pad.scrollIntoViewIfNeeded()
  const box = await pad.getByRole('img', { name: /手写板/ }).boundingBox()
  if (!box) throw new Error('no pad')
  await page.mouse.move(box.x + 30, box.y + 30)
  await page.mouse.down()
  for (const [x, y] of [
    [60, 70],
    [90, 25],
    [130, 80],
    [170, 40],
  ] as const)
    await page.mouse.move(box.x + x, box.y + y)
  await page.mouse.up()
  await pad.getByRole('button', { name: '签好了' }).click()
  await expect(page.getByText('客户签收已签')).toBeVisible()
  await expect(page.getByRole('img', { name: '旅程收礼人' })).toBeVisible()
  await expect(page.getByRole('button', { name: '更正' })).toBeVisible()
  await page.goto(`/customers/${customerId}`)
  await expect(page.getByRole('region', { name: '表单' })).toContainText('旅程收礼人已签')
})

test('an acceptance form prints in two copies with the customer’s permitted data; a blank one stands ready for paper days [P-22]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await aCustomer(page, '旅程受理人', { phone: '13900145678' })
  await page.goto(`/forms/new?form=business-voucher&customer=${customerId}`)
  const { pages } = await printed(page, page.getByRole('button', { name: '客户资料先填好再打' }))
  expect(pages).toHaveLength(2)
  expect(pages[0]).toContain('旅程受理人')
  expect(pages[0]).toContain('客户联（一式两份）')
  expect(pages[1]).toContain('受理联（一式两份）')
  expect(pages.join('')).not.toContain('13900145678')
  await page.goto('/forms')
  const blank = await printed(page, page.getByRole('button', { name: '打印空白表：业务受理单' }))
  expect(blank.pages.join('')).toContain('盖章处')
  expect(blank.pages.join('')).not.toContain('旅程受理人')
})

test('the on-site effect form comes filled from its day, the material request carries its due day [P-23]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await aCustomer(page, '旅程进驻单位', { kind: 'group' })
  const day = await filedContact(
    page,
    customerId,
    'onsite-day',
    [{ type: 'captured', capture: freshId(), content: { kind: 'need', text: '想要能合账的家庭套餐' } }],
    { channel: 'visit' },
  )
  await fillIn(page, day, '进驻营销效果表')
  await expect(page.getByRole('textbox', { name: /^进驻单位/ })).toHaveValue('旅程进驻单位')
  await expect(page.getByRole('textbox', { name: /^员工怎么说/ })).toHaveValue('想要能合账的家庭套餐')
  await fillIn(page, day, '物料需求单')
  await page.getByRole('group', { name: '物料第 1 行' }).getByRole('textbox', { name: '名称' }).fill('展架')
  const due = page.getByRole('group', { name: /^哪天前要到/ })
  await due.getByRole('spinbutton').first().click()
  await page.keyboard.type('20261130')
  await page.getByRole('button', { name: '归档' }).click()
  await expect(page.getByText('11-30到期')).toBeVisible()
})

test('a next-step sheet is its owner’s: it comes back on its day, nobody else sees it [P-24]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('lin')
  await page.goto('/forms?show=due')
  const sheet = page.getByRole('listitem').filter({ hasText: /下一步工作表.*林晓岚填/s })
  await expect(sheet).toContainText('到日子了')
  await sheet.getByRole('link').click()
  await expect(page.getByText(/今天到期 · 只有自己看得到/)).toBeVisible()
  const { pages } = await printed(page, printButton(page))
  expect(pages[0]).toContain('每天先打一个最不想打的电话')
  const lead = await other('gu')
  await lead.goto(new URL(page.url()).pathname)
  await expect(lead.getByText('没有这张表')).toBeVisible()
})

test('the forms page lists the seven of a key-account department; the day’s sheet opens filled, and so does a shop’s file [P-25]', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  const customerId = await aCustomer(page, '旅程档案店', { kind: 'outlet' })
  await filedContact(page, customerId, 'care-call', [{ type: 'noted', text: '问了新品卖得怎样', replaces: [] }])
  await page.goto('/forms')
  const kinds = page.getByRole('list', { name: '通用' })
  for (const title of [
    '每日走访表',
    '礼品计划表',
    '礼品申请表',
    '接待申请表',
    '接待情况报告',
    '客户关系加强表',
    '客户档案表',
  ])
    await expect(kinds.getByRole('button', { name: title, exact: true })).toBeVisible()
  await kinds.getByRole('button', { name: '每日走访表', exact: true }).click()
  await expect(page.getByRole('heading', { level: 2, name: '每日走访表' })).toBeVisible()
  const told = page
    .getByRole('group', { name: /^今天的接触第/ })
    .filter({ has: page.locator('input[value="旅程档案店"]') })
  await expect(told.getByRole('textbox', { name: '谈了什么' })).toHaveValue('问了新品卖得怎样')
  await page.goto(`/forms/new?form=customer-file-sheet&customer=${customerId}`)
  await page.getByRole('button', { name: '填这张' }).click()
  await expect(page.getByRole('textbox', { name: /^类别/ })).toHaveValue('零售户')
})

test('closing a long outage makes the fault report with the times of its clocks; it is signed and downloads [P-26]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const customerId = await aCustomer(page, '旅程故障集团', { kind: 'group' })
  const caseId = freshId()
  const data = { customerId, kind: 'request', what: '总部到仓库的专线不通' }
  expect((await page.request.put(`/api/cases/${caseId}`, { data })).status()).toBe(200)
  for (const [move, text] of [
    ['answered', '光缆重新熔接'],
    ['closed', ''],
  ] as const)
    expect((await page.request.post(`/api/cases/${caseId}/moves`, { data: { move, text } })).status()).toBe(200)
  const talk = await filedContact(page, customerId, 'fault-closing', [])
  await fillIn(page, talk, '故障报告')
  for (const clock of [/^报障/, /^首次答复/, /^恢复/])
    await expect(page.getByRole('textbox', { name: clock })).toHaveValue(/^2026-11-\d\d \d\d:\d\d$/)
  await expect(page.getByRole('textbox', { name: /^现象/ })).toHaveValue('总部到仓库的专线不通')
  await page.getByRole('textbox', { name: /^原因/ }).fill('道路施工挖断光缆')
  await page.getByRole('textbox', { name: /^以后怎么防/ }).fill('备用路由改走另一侧')
  await signByName(page, '经办人', '林晓岚')
  await expect(page.getByRole('button', { name: '更正' })).toBeVisible()
  const report = await printed(page, printButton(page))
  expect(report.pages).toHaveLength(2)
  expect(report.pages[0]).toContain('道路施工挖断光缆')
})
