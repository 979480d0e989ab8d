import type { Page } from '@playwright/test'
import { aCustomer, expect, test } from './session.ts'
import { startWith, steps } from './procedures.ts'

test('before a visit one looks at oneself: exceptions only, shorter at the door, seen by nobody else [S-10][S-24]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '盛登门', { phone: '13005551201' })
  await startWith(page, id, '上门拜访')
  await steps(page).getByRole('button', { name: /路上/ }).click()
  await steps(page).getByRole('link', { name: '出门前照一照' }).click()
  await expect(page.getByText('干净、合身、庄重，跟场合和客户相称')).toBeVisible()
  await page.getByRole('button', { name: /^工牌别在左胸口袋边上，上下不过两厘米/ }).click()
  await page.getByRole('button', { name: '记下 1 处不妥，改好再走' }).click()
  await expect(page.getByText('记下了，只有您自己看得到')).toBeVisible()
  const last = page.getByRole('region', { name: '上几次' })
  await expect(last).toContainText('工牌别在左胸口袋边上')
  await page.goto('/bearing?at=door')
  await expect(page.getByRole('radio', { name: '到客户门口' })).toBeChecked()
  await expect(page.getByRole('region', { name: '站' })).toBeHidden()
  await page.getByRole('button', { name: '都好，走了' }).click()
  await expect(last).toContainText('到客户门口')

  const lead = await other('gu')
  await lead.goto('/bearing')
  await expect(lead.getByRole('button', { name: '都好，走了' })).toBeVisible()
  await expect(lead.getByRole('region', { name: '上几次' })).toBeHidden()
})

test('a lead fills the same list about a colleague; it is theirs to open, the lead only sees that it was read [S-21][S-24]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('gu')
  await page.goto('/bearing')
  await page.getByRole('tab', { name: '看同事' }).click()
  await page.getByRole('combobox', { name: '看谁' }).fill('方')
  await page.getByRole('option', { name: /^方/ }).first().click()
  const smile = page.getByRole('listitem', { name: /三米之内就笑/ })
  await smile.getByRole('button', { name: '要改' }).click()
  await page
    .getByRole('listitem', { name: /双手递/ })
    .getByRole('button', { name: '做到了' })
    .click()
  await page.getByRole('textbox', { name: '一句话' }).fill('进门先笑一下，客户就放松了')
  await page.getByRole('button', { name: /^交给方/ }).click()
  await expect(page.getByText(/内容归对方/)).toBeVisible()
  const given = page.getByRole('region', { name: '交出去的' })
  await expect(given).toContainText('还没看')
  await expect(given).not.toContainText('进门先笑')

  const colleague = await other('fang')
  await colleague.goto('/bearing')
  await colleague.getByRole('tab', { name: /^给我的/ }).click()
  await colleague.getByRole('button', { name: '打开看' }).first().click()
  await expect(colleague.getByText('看了 2 项，做到 1 项')).toBeVisible()
  await expect(colleague.getByText('三米之内就笑，露牙不过八颗')).toBeVisible()
  await expect(colleague.getByText('进门先笑一下，客户就放松了')).toBeVisible()
  await page.reload()
  await page.getByRole('tab', { name: '看同事' }).click()
  await expect(given).toContainText('看过了')
})

const part = (page: Page, name: string) => page.getByRole('region', { name }).getByRole('button')

test('the list opens with its principles of dress, grooming and bearing [S-09][S-12][S-15]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  await page.goto('/bearing')
  for (const principle of ['干净、合身、庄重', '让客户觉得亲切、放松', '让客户觉得受尊重、愿意说话'])
    await expect(page.getByRole('region', { name: '先记住' })).toContainText(principle)
})

test('women and men have their own pairs; what is amiss is kept with the time [S-11][S-13][S-14]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  await page.goto('/bearing')
  await expect(part(page, '着装（裙装、裤装）')).toHaveCount(7)
  await expect(part(page, '仪容')).toHaveCount(6)
  await page.getByText('男士', { exact: true }).click()
  await expect(part(page, '着装（裙装、裤装）')).toHaveCount(0)
  await expect(part(page, '着装（西装、工装）')).toHaveCount(6)
  await expect(part(page, '仪容')).toHaveCount(6)
  await part(page, '仪容').first().click()
  await page.getByRole('button', { name: '记下 1 处不妥，改好再走' }).click()
  await expect(page.getByRole('region', { name: '上几次' })).toContainText(/\d{1,2}:\d{2}/)
})

/** A lead ticks each as seen and to be mended; their owner opens the sheet. */
const observed = async (lead: Page, colleague: Page, who: string, seen: readonly string[]): Promise<void> => {
  await lead.goto('/bearing')
  await lead.getByRole('tab', { name: '看同事' }).click()
  await lead.getByRole('combobox', { name: '看谁' }).fill(who)
  await lead
    .getByRole('option', { name: new RegExp(`^${who}`) })
    .first()
    .click()
  for (const what of seen)
    await lead.getByRole('listitem', { name: what }).getByRole('button', { name: '要改' }).click()
  await lead.getByRole('button', { name: new RegExp(`^交给${who}`) }).click()
  await expect(lead.getByText(/内容归对方/)).toBeVisible()
  await colleague.goto('/bearing')
  await colleague.getByRole('tab', { name: /^给我的/ }).click()
  await colleague.getByRole('button', { name: '打开看' }).first().click()
  await expect(colleague.getByText(`看了 ${seen.length} 项，做到 0 项`)).toBeVisible()
  for (const what of seen) await expect(colleague.getByText(what)).toBeVisible()
}

test('standing, walking and sitting as observed stand on the sheet its owner opens [S-16][S-17][S-18]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('gu')
  const seen = ['两脚并着成小八字，或与肩同宽', '步子稳，快慢均匀', '坐椅子三分之二']
  await observed(page, await other('ma'), '马', seen)
})

test('guiding, eyes, gestures and face as observed stand on the sheet its owner opens [S-19][S-20][S-22][S-23]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('gu')
  const seen = [
    '并排走在客户左边，单行在左前方约一米',
    '看着对方一只眼，柔和',
    '双手递，正面朝对方，递到手里',
    '自然、诚恳',
  ]
  await observed(page, await other('han'), '韩', seen)
})
