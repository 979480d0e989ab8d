import { connect, file, next, planned, react, startWith, steps } from './procedures.ts'
import { startedRun } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

test('a word about the balance never begins with the debt; the figure comes when they ask [H-41]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '严余额', { phone: '13005550201' })
  await startWith(page, id, '余额提醒')
  await connect(page)
  await expect(steps(page)).toContainText('您的余额快用完了')
  const opening = steps(page).locator('[aria-current=step]')
  await expect(opening).not.toContainText(/欠|¥|\d+(\.\d+)? ?元/)
  await next(page, '帮着补')
  await expect(steps(page)).toContainText('还差多少？')
  await file(page)
})

test('a birthday that is wrong is mended at once and leaves an apology for tomorrow [S-52]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '水生日', { phone: '13005550202' })
  await startWith(page, id, '生日问候')
  await connect(page)
  await react(page, '日子不对', /是我记错了，对不起/, '道歉，改过来')
  await expect(page.getByRole('region', { name: '归档后另排' })).toContainText('生日记错了')
  await file(page)
  const plans = await planned(page, id)
  await expect(plans).toContainText('生日记错了：道个歉')
  await expect(plans).toContainText('明天 做')
})

test('a new key customer is welcomed and asked three things; the first month is asked about on a day of its own', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '祝新晋', { phone: '13005550203' })
  await startWith(page, id, '新晋重点客户')
  await connect(page)
  await expect(steps(page)).toContainText('从这个月起是我们的重点客户')
  await next(page, '说三样用得上的')
  await next(page, '认识一下')
  for (const asked of ['生日，公历还是农历', '爱好', '第二联系人']) await expect(steps(page)).toContainText(asked)
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: '回去补' }).click()
  const again = page.getByRole('region', { name: '30 天之内另外问一次' })
  await again.getByRole('button', { name: /问$/ }).first().click()
  await expect(again).toBeHidden()
  await file(page)
  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('region', { name: '承诺' })).toContainText('第一个月用得怎么样')
})

test('points: told in time, two recommended, and the day the goods arrive the customer hears of it [S-04]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '甘积分', { phone: '13005550204' })
  await startWith(page, id, '积分兑换告知')
  await connect(page)
  await page.getByRole('textbox', { name: '记录' }).fill('想要一口空气炸锅')
  await page.getByRole('button', { name: '添一条 · 需要' }).click()
  await page.getByRole('dialog').getByRole('textbox').fill('空气炸锅')
  await page.getByRole('button', { name: '记下', exact: true }).click()
  await expect(page.getByRole('region', { name: '归档后另排' })).toContainText('挑两样推荐')
  await page.getByRole('textbox', { name: '记录' }).fill('')
  await file(page)
  await expect(await planned(page, id)).toContainText('空气炸锅')
  await startWith(page, id, '积分兑换推荐')
  await connect(page)
  await next(page, '订下')
  await expect(steps(page)).toContainText('换空气炸锅')
  await steps(page).getByText('订下了', { exact: true }).click()
  await file(page)
  const plans = await planned(page, id)
  await expect(plans).toContainText('等到货')
  await plans.getByRole('button', { name: '到货了' }).click()
  await expect(plans).toContainText('今天 做')
  await page.goto('/')
  await page.getByRole('option', { name: /甘积分/ }).click()
  await expect(page.getByText('按“兑换到货告知”来谈')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(steps(page)).toContainText('兑换到货告知')
  await connect(page)
  await expect(steps(page)).toContainText('您换的空气炸锅到了')
})

test('a club event: invited with day and place, received on the day, asked how it was [S-05]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '欧活动', { phone: '13005550205' })
  const plan = { customerId: id, playbook: 'event-invite', dueOn: '2026-11-23', subject: '老客户茶会' }
  const where = { subjectDay: '2026-11-28', subjectPlace: '城北营业厅二楼' }
  const task = crypto.randomUUID()
  expect((await page.request.put(`/api/tasks/${task}`, { data: { ...plan, ...where } })).status()).toBe(200)
  await expect(await planned(page, id)).toContainText('城北营业厅二楼')
  await startWith(page, id, '客户活动：邀请')
  await page.getByRole('textbox', { name: '为什么联系' }).fill('请您来茶会')
  await page.getByRole('textbox', { name: '给客户带来什么' }).fill('认识几位同好')
  await page.getByRole('button', { name: '写好了' }).click()
  await connect(page)
  await expect(steps(page)).toContainText('11月28日有场老客户茶会，在城北营业厅二楼')
  await react(page, '来', /一个人来，还是带家里人/, '确认')
  await expect(page.getByRole('region', { name: '归档后另排' })).toContainText('活动当天')
  await file(page)
  const plans = await planned(page, id)
  await expect(plans).toContainText('活动当天：门口接，散场记来没来')
  await expect(plans).toContainText('11-28')
})

test('points that lapse are on the list in time, with what was once wished for, and lead to the notice [S-04]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/')
  const row = page.getByRole('listbox', { name: '今天要联系的客户' }).getByRole('option', { name: /仇/ })
  await expect(row).toContainText('积分 12 月底清零，够换之前提过的行李箱')
  await row.click()
  await expect(page.getByText('按“积分兑换告知”来谈')).toBeVisible()
})

test('what was put off to be asked apart is on the day asked by its own playbook, and kept by asking [S-41]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '时回访', { phone: '13005550206' })
  const run = await startedRun(page.request, '时回访', { playbook: 'event-day', purpose: 'care' })
  const { now } = (await (await page.request.get('/api/session')).json()) as { now: string }
  const about = '茶会觉得怎么样、下次想要什么'
  const happenings = [
    { type: 'connected' },
    { type: 'followUpSet', followUp: { day: '2026-11-24', time: null, about } },
    { type: 'finished', reason: '客户赶时间' },
  ]
  const events = happenings.map((each) => ({ id: crypto.randomUUID(), at: now, ...each }))
  const filed = await page.request.post(`/api/runs/${run}/events`, { data: { events } })
  expect(await filed.json()).toMatchObject({ refused: [], filed: { followUp: '2026-11-24' } })
  await page.goto('/')
  await page.getByRole('option', { name: /时回访/ }).click()
  await expect(page.getByText('按“办完以后问一声”来谈')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(steps(page)).toContainText('办完以后问一声')
  await connect(page)
  await file(page)
  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('region', { name: '承诺' })).toContainText('已兑现')
})
