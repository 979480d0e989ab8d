import { connect, file, next, planned, startWith, steps } from './procedures.ts'
import { freshId } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

test('whoever takes a customer over is told from whom, and greets them by the playbook for it [R-17]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '迟交接', { phone: '13005550301' })
  const lead = await other('gu')
  const { staff } = await (await lead.request.get('/api/staff')).json()
  const lin = staff.find(({ name }: { name: string }) => name === '林晓岚').id
  const data = { ids: [id], bulkId: freshId(), managerId: lin }
  expect((await lead.request.post('/api/customers/bulk', { data })).status()).toBe(200)
  const taker = await other('lin')
  await taker.goto('/')
  await taker.getByRole('option', { name: /迟交接/ }).click()
  await expect(taker.getByText(/从韩一诺那里接过来，还没有打过招呼/).first()).toBeVisible()
  await expect(taker.getByText('按“换人交接”来谈')).toBeVisible()
  await taker.keyboard.press('Enter')
  await taker.getByRole('button', { name: '客户约的就是这个时间' }).click()
  await connect(taker)
  await expect(steps(taker)).toContainText('从韩一诺那里接过您的事')
})

test('a talk to keep a customer: their wishes ranked, offers counted, going on early says why, the way out always in sight; an upset customer is offered nothing and told they are understood; who takes it is asked after [R-09][R-16][R-24]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '辛去留', { phone: '13005550302' })
  await startWith(page, id, '挽留谈话')
  await connect(page)
  const offers = page.getByRole('region', { name: '方案' })
  const wayOut = offers.getByRole('button', { name: /随时可以走/ })
  await expect(offers).toContainText('还能提 2 次')
  await expect(wayOut).toBeEnabled()
  await page.keyboard.press('F8')
  await expect(offers).toContainText('客户正在气头上，先听，缓下来再提')
  await expect(offers.getByRole('button', { name: '提一个方案' })).toHaveCount(0)
  await expect(wayOut).toBeEnabled()
  const understanding = page.getByRole('region', { name: '收尾只说听懂了，不提别的' })
  await expect(understanding).toHaveCount(0)
  await page.keyboard.press('Control+Enter')
  await expect(understanding).toContainText('您说的我听明白了')
  await page.keyboard.press('Escape')
  await page.keyboard.press('F8')
  await expect(offers).toContainText('还能提 2 次')
  await next(page, '期望怎么来的')
  await page.getByRole('textbox', { name: '记录' }).fill('别家一个月便宜二十')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+ArrowRight')
  const early = page.getByRole('group', { name: /先往下走到/ })
  await expect(early).toContainText('还没做')
  await early.getByRole('button', { name: /客户说“别家一个月便宜二十”/ }).click()
  await expect(early).toBeHidden()
  for (const offer of ['年付九折', '换低一档']) {
    await offers.getByRole('button', { name: '提一个方案' }).click()
    await page.getByRole('textbox', { name: '提的是什么' }).fill(offer)
    await page.getByRole('button', { name: '客户不要' }).click()
    await expect(offers).toContainText(offer)
  }
  await expect(offers).toContainText('不再提了，帮客户把要办的办好')
  await expect(offers.getByRole('button', { name: '提一个方案' })).toHaveCount(0)
  await wayOut.click()
  await expect(steps(page).getByRole('heading', { level: 2, name: '好好送' })).toBeVisible()
  await file(page)
  const plans = await planned(page, id)
  await expect(plans).toContainText('走了以后回访')
  await expect(plans).toContainText('12-07')
})

test('who has left is asked once, without persuading, and it stands on the timeline [R-16]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '凌回访', { phone: '13005550303' })
  const data = { customerId: id, playbook: 'win-back', dueOn: '2026-11-23' }
  expect((await page.request.put(`/api/tasks/${crypto.randomUUID()}`, { data })).status()).toBe(200)
  await page.goto('/')
  await page.getByRole('option', { name: /凌回访/ }).click()
  await expect(page.getByText('按“走了以后再问一声”来谈')).toBeVisible()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: '客户约的就是这个时间' }).or(steps(page)).first().waitFor()
  const named = page.getByRole('button', { name: '客户约的就是这个时间' })
  if (await named.isVisible()) await named.click()
  await connect(page)
  await expect(page.getByRole('region', { name: '方案' })).toContainText('还能提 1 次')
  await file(page)
  await expect(await planned(page, id)).toBeHidden()
  await expect(page.getByRole('region', { name: '往来' })).toContainText('挽留')
})

test('a suggestion in a call that comes in waits until their matter is solved; going on early takes a reason; whether it serves them is asked before how to say it [G-03][G-04][G-05]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '桂来电', { phone: '13005550304' })
  const holding = {
    baseVersion: null,
    fields: { product: '云相册', answers: { heard: 'yes', knows: 'yes', charging: 'yes' } },
  }
  expect((await page.request.put(`/api/customers/${id}/holdings/${freshId()}`, { data: holding })).status()).toBe(200)
  await page.goto('/contact')
  await page.getByRole('textbox', { name: '来电号码后四位' }).pressSequentially('5550304')
  const caller = page.getByRole('listitem').filter({ hasText: '桂来电' })
  await caller.getByRole('button', { name: '按流程接…' }).click()
  const choice = page.getByRole('dialog', { name: '用哪个流程' })
  await choice.getByRole('searchbox').fill('来电时的推荐')
  await expect(choice.getByRole('menuitem', { name: /来电时的推荐/ })).toBeVisible()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(steps(page)).toContainText('来电时的推荐')
  const suggestion = page.getByRole('region', { name: '可以提一句' })
  await expect(suggestion).toBeHidden()
  await page.getByRole('button', { name: /^本人/ }).first().click()
  await page.getByRole('button', { name: '核对上了' }).click()
  await next(page, '把事办妥')
  await expect(suggestion).toBeHidden()
  await page.keyboard.press('Control+ArrowRight')
  const early = page.getByRole('group', { name: /先往下走到/ })
  await expect(early).toBeVisible()
  await early.getByRole('button', { name: '回去补' }).click()
  await steps(page).locator('label').first().click()
  await expect(steps(page).getByRole('checkbox').first()).toBeChecked()
  await expect(suggestion).toContainText('云相册')
  await page.keyboard.press('Control+ArrowRight')
  await expect(steps(page)).toContainText('云相册能不能先试用')
  await expect(steps(page)).toContainText('先问自己，再开口')
  await expect(steps(page).getByRole('checkbox').first()).toHaveAccessibleName(/换成我是客户，也用得上/)
  await suggestion.getByRole('button', { name: '客户不要，以后不提' }).click()
  await expect(suggestion).toBeHidden()
})

test('an office chooses which unit works with which pack; who may not be led by it is not offered it', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('ji')
  await page.goto('/settings')
  const packs = page.getByRole('region', { name: '内容包' })
  await expect(packs).toContainText('16 个流程')
  await expect(packs).toContainText('都在用，其他包靠它')
  const bearing = packs.getByRole('listitem').filter({ hasText: '仪表举止' })
  await bearing.getByRole('button', { name: '各单位都在用' }).click()
  await page.getByRole('menuitemcheckbox', { name: /城南个人组/ }).click()
  await page.keyboard.press('Escape')
  await expect(bearing).toContainText('11 / 12 个单位在用')
  const county = await other('hewen')
  const { rows } = await (await county.request.get('/api/customers?kind=outlet')).json()
  const answer = await (await county.request.get(`/api/customers/${rows[0].id}/playbooks`)).json()
  const keys = answer.playbooks.map(({ key }: { key: string }) => key)
  expect(keys).toContain('market-day-delivery')
  expect(keys).not.toContain('balance-reminder')
})
