import { connect, file, planned, react, steps } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

const PHONE = { width: 390, height: 844 }

test('a club event: guests are listed as the gate lets, invited, received, ticked on a phone and asked afterwards; the customer’s page shows who came [S-05]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const comes = await aCustomer(page, '柏来客', { phone: '13005552301' })
  const stays = await aCustomer(page, '柏缺席', { phone: '13005552302' })
  const quiet = await aCustomer(page, '柏免扰', { phone: '13005552303' })
  const refused = { state: 'refused', until: null, source: '电话里说的' }
  const consent = await page.request.put(`/api/customers/${quiet}/consents/care`, { data: refused })
  expect(consent.status()).toBeLessThan(300)

  await page.goto('/events')
  await page.getByRole('button', { name: '办一场' }).first().click()
  const form = page.getByRole('dialog', { name: '办一场活动' })
  await form.getByRole('textbox', { name: '什么活动' }).fill('柏树茶会')
  await form.getByRole('spinbutton').first().click()
  await page.keyboard.type('20261123')
  await form.getByRole('textbox', { name: '几点' }).fill('15:00')
  await form.getByRole('textbox', { name: '在哪儿' }).fill('临江茶社')
  await form.getByRole('button', { name: '存下' }).click()
  await expect(page.getByRole('heading', { name: '柏树茶会' })).toBeVisible()
  await expect(page.getByText('15:00 · 临江茶社')).toBeVisible()
  const event = page.url()

  const offered = page.getByRole('list', { name: '加客人' })
  const guests = page.getByRole('list', { name: '客人名单' })
  const guest = (name: string) => guests.getByRole('listitem', { name })
  await page.getByRole('searchbox', { name: '名字、拼音、尾号' }).fill('柏')
  await expect(offered.getByRole('listitem').filter({ hasText: '柏免扰' })).toContainText('已表示不需要关怀问候')
  await expect(offered.getByRole('button', { name: '加上：柏免扰' })).toHaveCount(0)
  for (const name of ['柏来客', '柏缺席']) {
    await offered.getByRole('button', { name: `加上：${name}` }).click()
    await expect(guest(name)).toContainText('还没请')
  }

  await guest('柏来客').getByRole('button', { name: '打电话请：柏来客' }).click()
  await page.getByRole('region', { name: '柏来客' }).getByRole('button', { name: '客户约的就是这个时间' }).click()
  await expect(steps(page)).toContainText('客户活动：邀请')
  await page.getByRole('textbox', { name: '为什么联系' }).fill('请您来茶会')
  await page.getByRole('textbox', { name: '给客户带来什么' }).fill('认识几位同好')
  await page.getByRole('button', { name: '写好了' }).click()
  await connect(page)
  await expect(steps(page)).toContainText('有场柏树茶会，在临江茶社')
  await react(page, '来', /一个人来，还是带家里人/, '确认')
  await file(page)

  await page.setViewportSize(PHONE)
  await page.goto(event)
  await expect(guest('柏来客')).toContainText('说好来')
  await guest('柏来客').getByRole('button', { name: '到了：柏来客' }).click()
  await expect(guest('柏来客')).toContainText(/最晚 .*问感受/)
  await guest('柏缺席').getByRole('button', { name: '来：柏缺席', exact: true }).click()
  await guest('柏缺席').getByRole('button', { name: '没到：柏缺席' }).click()
  await expect(guest('柏缺席')).toContainText('没到')

  await expect(await planned(page, comes)).toContainText('来过活动，问问感受')
  await expect(page.getByRole('region', { name: '活动', exact: true })).toContainText('到了')
  await page.goto(`/customers/${stays}`)
  await expect(page.getByRole('region', { name: '活动', exact: true })).toContainText('没到')
  await expect(page.getByText('来过活动，问问感受')).toHaveCount(0)
})

test('an invitation is written with the library’s words and recorded; another place means telling everybody again [S-05]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '桂来客', { phone: '13005552304' })
  const event = crypto.randomUUID()
  const tea = {
    title: '桂花茶会',
    onDay: '2026-12-12',
    startsAt: '14:30',
    place: '临江茶社',
    seats: 6,
    baseVersion: null,
  }
  expect((await page.request.put(`/api/events/${event}`, { data: tea })).status()).toBe(200)
  const listing = { data: { customerId: id } }
  expect((await page.request.put(`/api/events/${event}/guests/${crypto.randomUUID()}`, listing)).status()).toBe(200)

  await page.goto(`/events/${event}`)
  const guest = page.getByRole('list', { name: '客人名单' }).getByRole('listitem', { name: '桂来客' })
  await guest.getByRole('button', { name: '发邀请：桂来客' }).click()
  const words = page.getByRole('dialog', { name: '消息' })
  await expect(words).toContainText('12月12日在临江茶社，有个桂花茶会')
  await words.getByText('客户约了现在').click()
  await words.getByRole('button', { name: '复制并登记' }).first().click()
  await expect(guest).toContainText('等回话')

  await page.getByRole('button', { name: '改活动' }).click()
  const form = page.getByRole('dialog', { name: '改活动' })
  await form.getByRole('textbox', { name: '在哪儿' }).fill('城北营业厅二楼')
  await form.getByRole('button', { name: '存下' }).click()
  await expect(page.getByText('改好了，1 位要重新说一声')).toBeVisible()
  await expect(guest).toContainText('改过，要重新说')
  await expect(await planned(page, id)).toContainText('活动改了，重新跟客户说')

  await page.goto(`/events/${event}`)
  await page.getByRole('button', { name: '不办了' }).click()
  await expect(page.getByText('不办了，1 位要说一声，已排上名单')).toBeVisible()
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('照办，请过的客户都照旧')).toBeVisible()
  await expect(guest).toContainText('改过，要重新说')
  await expect(await planned(page, id)).toContainText('活动改了，重新跟客户说')
})
