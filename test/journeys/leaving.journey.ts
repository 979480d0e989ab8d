import { aCustomer, expect, test } from './session.ts'

test('a customer marked as left gets a visit on the tenth workday, held for who wants no contact; its result is on the timeline, and the way back is one press [R-16]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '葛远行', { phone: '13005557405' })
  const quiet = await aCustomer(page, '葛免扰', { phone: '13005557406' })
  const refused = { state: 'refused', until: null, source: '电话里说的' }
  expect((await page.request.put(`/api/customers/${quiet}/consents/any`, { data: refused })).status()).toBeLessThan(300)

  await page.goto(`/customers/${quiet}`)
  await page.getByRole('button', { name: '更多' }).first().click()
  await page.getByRole('menuitem', { name: '记为已离开' }).click()
  await page.getByRole('dialog', { name: '记为已离开' }).getByRole('button', { name: '记下' }).click()
  const panel = page.getByRole('region', { name: '离开与回访' })
  await expect(panel).toContainText('客户不愿被联系，不再打扰')
  await expect(panel.getByRole('button', { name: '现在回访' })).toHaveCount(0)

  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: '更多' }).first().click()
  await page.getByRole('menuitem', { name: '记为已离开' }).click()
  const form = page.getByRole('dialog', { name: '记为已离开' })
  await form.getByText('转去别家').click()
  await form.getByRole('button', { name: '记下' }).click()
  await expect(panel).toContainText('2026-12-07 前去看一看')
  await expect(page.getByText('走了以后回访，只问原因，不劝')).toBeVisible()

  await panel.getByRole('button', { name: '记回访结果' }).click()
  const talk = page.getByRole('dialog', { name: '回访结果' })
  await talk.getByText('以后再说').click()
  await talk.getByRole('spinbutton').first().click()
  await page.keyboard.type('20270301')
  await talk.getByRole('textbox', { name: '客户的话' }).fill('合约到明年二月再看')
  await talk.getByRole('button', { name: '记下' }).click()
  await expect(panel).toContainText('客户说 2027-03-01 再联系')
  const timeline = page.getByRole('region', { name: '往来' })
  await expect(timeline).toContainText('合约到明年二月再看')
  await expect(timeline).toContainText('回访：以后再说')

  await panel.getByRole('button', { name: '记回访结果' }).click()
  await talk.getByText('回来了', { exact: true }).click()
  await expect(talk).toContainText('不用重填资料')
  await talk.getByRole('button', { name: '记下' }).click()
  await expect(panel).toContainText('回来了')
  await expect(page.getByText('走了以后回访，只问原因，不劝')).toHaveCount(0)
  await expect(page.getByText(/已离开，只办欠客户的事/)).toHaveCount(0)
})

test('the month-end look lists each loss of weight for a line, and who has none stays on the lead’s page; words that stall, hide the way out or compare are refused with article and date [R-15][R-22]', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/losses')
  const list = page.getByRole('list', { name: '离开的客户' })
  const row = list.getByRole('listitem').filter({ hasText: '11-12' })
  await expect(row).toContainText('转去别家')
  await row.getByRole('button', { name: '写一行' }).click()
  await row.getByRole('button', { name: /主要原因/ }).click()
  await page.getByRole('option', { name: '别家更优惠' }).click()
  await row.getByRole('textbox', { name: '学到什么，一句话' }).fill('合约到期前一个月就该先算给客户听')
  await row.getByRole('button', { name: '存下' }).click()
  await expect(list.getByText('合约到期前一个月就该先算给客户听')).toHaveCount(0)
  await page.getByRole('tab', { name: '全部' }).click()
  await expect(list.getByText('合约到期前一个月就该先算给客户听')).toBeVisible()

  await page.goto('/retention-guard')
  await expect(page.getByText('走和回来都不比来难')).toBeVisible()
  await page.getByRole('tab', { name: '零售户' }).click()
  const out = page.getByRole('group', { name: /^怎么办走 3 步/ })
  await expect(out.getByRole('textbox', { name: '做什么' }).first()).toHaveValue(/写一张停止订货的单子/)
  await expect(page.getByRole('list', { name: '携号转网服务管理规定' }).getByRole('listitem')).toHaveCount(11)
  const words = page.getByRole('textbox', { name: '要说的话' })
  await words.fill('您先别急，过几天再来办')
  await expect(page.getByText(/第 9 条第 1 项/).last()).toBeVisible()
  await words.fill('不行，公司规定不能走')
  await expect(page.getByText('这里写了“不能走”')).toBeVisible()
  await words.fill('怎么走不用问')
  await expect(page.getByText('等于不给客户看怎么走')).toBeVisible()
  await words.fill('他们联通的资费不如我们')
  await expect(page.getByText('这里提到了“联通”')).toBeVisible()
  await words.fill('转不转您定，怎么办我写给您')
  await expect(page.getByText('没有发现问题')).toBeVisible()
})

test('ending a manager’s employment passes each customer with what was promised, none without an owner; the card is read and the customer told [R-17]', async ({
  page,
  signIn,
}) => {
  await signIn('ji')
  type People = { people: { id: string; code: string; unitId: string }[] }
  const { people } = (await (await page.request.get('/api/people')).json()) as People
  const han = people.find(({ code }) => code === 'han')
  const leaver = crypto.randomUUID()
  const secret = { code: `t${leaver.slice(0, 6)}`, password: 'weixi-demo-2026' }
  const made = { ...secret, name: '童小满', roles: ['manager'], unitId: han?.unitId }
  expect((await page.request.put(`/api/staff/${leaver}`, { data: made })).status()).toBeLessThan(300)
  expect((await page.request.post('/api/session', { data: secret })).status()).toBe(204)
  const backed = await aCustomer(page, '桑有备', { phone: '13005557407' })
  await aCustomer(page, '桑无备', { phone: '13005557408' })
  const due = { customerId: backed, what: '周五前把流量查清', dueDay: '2026-11-27' }
  expect((await page.request.put(`/api/promises/${crypto.randomUUID()}`, { data: due })).status()).toBeLessThan(300)
  await signIn('gu')
  const backup = { bulkId: crypto.randomUUID(), ids: [backed], backupId: han?.id }
  expect((await page.request.post('/api/customers/bulk', { data: backup })).status()).toBe(200)

  await signIn('ji')
  await page.goto('/people')
  await page
    .getByRole('row', { name: /童小满/ })
    .first()
    .click()
  const form = page.getByRole('dialog', { name: '童小满的资料' })
  await form.getByText('在岗', { exact: true }).click()
  await expect(form).toContainText('名下 2 位客户，1 条没兑现的承诺')
  await expect(form).toContainText('B 角 韩一诺 接 1 位')
  const sure = form.getByRole('button', { name: '办离岗，开始交接' })
  await expect(sure).toBeDisabled()
  await form.getByRole('button', { name: /还有 1 位没有 B 角/ }).click()
  await page.getByRole('option', { name: /马超群/ }).click()
  await sure.click()
  await expect(page.getByText('2 户：已有人接手 2 户，已告知 0 户，已见面 0 户')).toBeVisible()

  await signIn('han')
  await page.goto('/handovers')
  await page.getByRole('link', { name: '童小满 的客户' }).click()
  const row = page.getByRole('list', { name: '交接名单' }).getByRole('listitem', { name: '桑有备' })
  await expect(row).toContainText('还有 1 条承诺没兑现')
  await expect(row).toContainText('交接卡还没看')
  const other = page.getByRole('list', { name: '交接名单' }).getByRole('listitem', { name: '桑无备' })
  await expect(other).toContainText('马超群 接手')
  await row.getByRole('button', { name: '看交接卡：桑有备' }).click()
  const card = page.getByRole('dialog', { name: '交接卡：桑有备' })
  await expect(card).toContainText('周五前把流量查清')
  await card.getByRole('button', { name: '看过了，我来接着办' }).click()
  await expect(row).toContainText('交接卡 今天 看过')
  const told = { channel: 'message', direction: 'active', purpose: 'care', outcome: null, minutes: null }
  const words = { ...told, said: null, note: '往后您的事由我来办', personId: null }
  const touch = await page.request.put(`/api/customers/${backed}/touches/${crypto.randomUUID()}`, { data: words })
  expect(touch.status()).toBe(200)
  await page.reload()
  await expect(row).toContainText('今天 告诉了')
  await expect(row).toContainText(/前见一面/)
})
