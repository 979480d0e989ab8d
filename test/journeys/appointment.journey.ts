import { connect, file, next, react, startWith, steps } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

test('an appointment by telephone: why and what it gives first, two free times, read back, they hang up first [S-25][S-26][S-28][S-29]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '沈约见', { phone: '13005550101' })
  await startWith(page, id, '电话预约')
  await page.getByRole('button', { name: /^接通了/ }).click()
  await expect(page.getByText('先用一句话写明为什么联系、对客户有什么好处。')).toBeVisible()
  await page.getByRole('textbox', { name: '为什么联系' }).fill('把三个月的账单对一遍')
  await page.getByRole('textbox', { name: '给客户带来什么' }).fill('哪里能省一看就明白')
  await page.getByRole('button', { name: '写好了' }).click()
  await expect(steps(page)).toContainText('哪里能省一看就明白')
  await connect(page)
  await expect(steps(page).getByText('第 2 步，共 7 步')).toBeVisible()
  await next(page, '听方便不方便')
  await next(page, '说来意和好处')
  await expect(steps(page)).toContainText('我想见您一面，把三个月的账单对一遍')
  await react(page, '拿不定', /今天下午三点，还是明天上午十点/, '二选一定时间')
  const times = page.getByRole('region', { name: '二选一定时间' })
  await times.getByRole('button', { name: /明天 10:00/ }).click()
  await expect(steps(page).getByText(/^约好了$/)).toBeVisible()
  await expect(steps(page).getByRole('checkbox', { name: /时间地点说定/ })).toBeChecked()
  await next(page, '重复一遍，道谢')
  await expect(steps(page)).toContainText('等客户先挂')
  await expect(steps(page)).toContainText('明天上午十点，您那边')
  await file(page)
  const run = await (await page.request.get(`/api/runs/${page.url().split('/').at(-1)}`)).json()
  const walked = run.events.flatMap((event: { type: string; step?: string }) => event.step ?? [])
  expect(walked).toEqual(expect.arrayContaining(['convenience', 'why', 'when', 'close']))
  expect(run.events.find((event: { type: string }) => event.type === 'appointmentSet').appointment).toEqual({
    day: '2026-11-24',
    time: '10:00',
    minutes: 30,
    place: '客户那边',
  })
})

test('someone else answers: words to ask and to leave, rung again at a good hour; a dropped line keeps its place [S-27][S-28]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '闵断线', { phone: '13005550102' })
  await startWith(page, id, '电话预约')
  await page.getByRole('textbox', { name: '为什么联系' }).fill('换新套餐前看一眼用量')
  await page.getByRole('textbox', { name: '给客户带来什么' }).fill('不多花')
  await page.getByRole('button', { name: '写好了' }).click()
  await connect(page)
  await react(page, '电话断了', '对不起，刚才线断了', '重拨')
  await expect(page.getByRole('region', { name: '电话断了' })).toContainText('先道歉，再接着说')
  await page.getByRole('button', { name: '又接通了' }).click()
  await expect(page.getByRole('region', { name: '电话断了' })).toBeHidden()
  await expect(steps(page).getByText('第 2 步，共 7 步')).toBeVisible()
  await react(page, '别人接的，本人不在', /我今天下午三点再打。麻烦您转告一声/, '无人接')
  await expect(steps(page).getByText(/15:00 再打/)).toBeVisible()
  await file(page)
  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('region', { name: '往来' })).toContainText('无人接')
})
