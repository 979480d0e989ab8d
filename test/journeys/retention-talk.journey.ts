import type { Page } from '@playwright/test'
import { connect, file, steps } from './procedures.ts'
import { caseOpened, freshId } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

const part = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

test('the talk Today asks for is a talk to keep them, tells the case by itself, and is not begun a third time by anybody [R-05][R-09]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '岑自记', { phone: '13005553407' })
  const caseId = await caseOpened(page.request, id, '别家每月便宜三十')
  await page.goto(`/?who=${id}&open=true`)
  await expect(page.getByText('挽留：先联系上').first()).toBeVisible()
  await expect(page.getByText('按“挽留谈话”来谈')).toBeVisible()
  const named = page.getByRole('button', { name: '客户约的就是这个时间' })
  const begun = async (): Promise<void> => {
    await expect(named.or(steps(page))).toBeVisible()
    if (await named.isVisible()) await named.click()
    await connect(page)
  }
  await page.keyboard.press('Enter')
  await begun()
  await page.getByRole('textbox', { name: '记录' }).fill('希望每月少三十')
  await page.getByRole('button', { name: /^记为期望：/ }).click()
  await file(page)

  await page.goto(`/retention/${caseId}`)
  await expect(part(page, '谈过的话')).toContainText('韩一诺')
  await expect(part(page, '客户盼着什么')).toContainText('每月少三十')
  await expect(page.getByText('还能主动谈 1 次（30 天内最多 2 次）')).toBeVisible()
  const call = part(page, '谈过的话').getByRole('button', { name: '联系客户' })
  await call.click()
  await begun()
  await expect(steps(page)).toContainText('挽留谈话')
  await file(page)

  const lead = await other('gu')
  const again = await lead.request.put(`/api/runs/${freshId()}`, {
    data: { customerId: id, direction: 'outbound', playbook: 'retention-talk', override: { reason: '再争取一次' } },
  })
  expect(await again.json()).toMatchObject({ reasons: [{ code: 'guard.attemptsUsed' }] })
  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: /^开始…/ }).click()
  await page
    .getByRole('dialog', { name: '用哪个流程' })
    .getByRole('menuitem', { name: /^挽留谈话/ })
    .click()
  const refused = page.getByRole('alert')
  await expect(refused).toContainText('30 天内已经谈过 2 次留下来的事，不再主动谈')
  await expect(refused).toContainText('仍可帮客户办事')
  await expect(named).toHaveCount(0)

  await page.goto(`/retention/${caseId}`)
  await expect(page.getByText('客户要走，这样办')).toBeVisible()
  await call.click()
  await begun()
  await expect(steps(page)).toContainText('服务六步')
})

test('what is offered in the talk stands on the case with its answer; a no starts the rest, and goes with it when it was noted by mistake [R-09]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '岑谈价', { phone: '13005553408' })
  const caseId = await caseOpened(page.request, id, '别家送半年会员')
  await page.goto(`/retention/${caseId}`)
  await part(page, '谈过的话').getByRole('button', { name: '联系客户' }).click()
  const named = page.getByRole('button', { name: '客户约的就是这个时间' })
  await expect(named.or(steps(page))).toBeVisible()
  if (await named.isVisible()) await named.click()
  await connect(page)

  await page.getByRole('button', { name: '话术' }).click()
  const words = page.getByRole('dialog', { name: '这一步能说的' })
  await words.getByRole('tab', { name: '所有场合' }).click()
  await words.getByRole('searchbox', { name: '找一句话' }).fill('两笔账')
  await words.getByRole('button', { name: '说了这句' }).first().click()
  await expect(words.getByText('已记：说了这句')).toBeVisible()
  await page.keyboard.press('Escape')

  const offers = part(page, '方案')
  const offer = page.getByRole('dialog', { name: '提一个方案' })
  await offers.getByRole('button', { name: '提一个方案' }).click()
  const which = offer.getByRole('button', { name: /哪个方案/ })
  await which.click()
  const picked = '没做到的，话费补 100 元'
  await page.getByRole('option', { name: picked }).click()
  await offer.getByRole('button', { name: '客户要', exact: true }).click()
  await expect(offers).toContainText(`${picked} · 客户要`)
  await offers.getByRole('button', { name: '提一个方案' }).click()
  await which.click()
  await page.getByRole('option', { name: '另写一个，只口头说' }).click()
  await offer.getByRole('textbox', { name: '提的是什么' }).fill('每月上门看一次')
  await offer.getByRole('button', { name: '客户不要' }).click()
  await expect(offers).toContainText('每月上门看一次 · 客户不要')
  await file(page)
  const talk = page.url()

  await page.goto(`/retention/${caseId}`)
  const given = part(page, '能给什么')
  const made = given.getByRole('list', { name: '提过的方案' }).getByRole('listitem')
  await expect(made.filter({ hasText: picked })).toContainText('先给的，还差一行说明')
  await expect(made.filter({ hasText: '每月上门看一次' })).toContainText('谈话里口头提的')
  await expect(part(page, '谈过的话')).toContainText('用的说法：提一样能办到的，由客户掂量')
  await expect(page.getByText('客户刚说过不需要，7 天内不再提，还有 7 天。')).toBeVisible()
  const again = await page.request.put(`/api/runs/${freshId()}`, {
    data: { customerId: id, direction: 'outbound', playbook: 'retention-talk', agreedTime: true },
  })
  expect(await again.json()).toMatchObject({ reasons: [{ code: 'guard.restAfterNo' }] })
  await page.reload()
  await expect(part(page, '谈过的话').getByRole('listitem')).toHaveCount(1)

  await page.goto(talk)
  await page.getByRole('button', { name: '重新打开' }).click()
  await page.getByRole('textbox', { name: '为什么重新打开' }).fill('第二样客户说再想想，记成不要了')
  await page.keyboard.press('Enter')
  await offers.getByRole('button', { name: '记错了，收回“每月上门看一次”' }).click()
  await expect(offers).not.toContainText('每月上门看一次')
  await file(page)
  await page.goto(`/retention/${caseId}`)
  await expect(made).toHaveCount(1)
  await expect(made).toContainText(picked)
  await expect(page.getByText('客户刚说过不需要，7 天内不再提，还有 7 天。')).toHaveCount(0)
  await expect(page.getByText('还能主动谈 1 次（30 天内最多 2 次）')).toBeVisible()
})
