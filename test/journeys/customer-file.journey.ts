import type { Locator, Page } from '@playwright/test'
import { aCustomer, expect, test } from './session.ts'

const write = async (page: Page, field: string) => {
  await page.getByRole('button', { name: new RegExp(`^[添改] ${field}$`) }).click()
  return page.getByRole('group', { name: field, exact: true }).first()
}

const brief = (page: Page) => page.getByRole('region', { name: '接触前看一眼' })

test('a human need and a small wish noted on the customer’s page stand first in the next brief, with who and when [K-04][K-35]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/customers?q=李素珍')
  await page.getByRole('row').filter({ hasText: '李素珍' }).click()
  await page.getByRole('tab', { name: '档案' }).click()
  const needs = await write(page, '产品之外想要的')
  await needs.getByText('有人帮', { exact: true }).click()
  await needs.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText(/诚信、.*有人帮|有人帮/).first()).toBeVisible()
  await page.getByRole('region', { name: '小心愿' }).getByRole('button', { name: '添' }).click()
  const wish = page.getByRole('dialog', { name: '添一条心愿' })
  await wish.getByRole('textbox', { name: /想要什么/ }).fill('账单寄纸的')
  await wish.getByRole('button', { name: '保存' }).click()
  await expect(wish).toBeHidden()

  await page.goto('/')
  await page
    .getByRole('option', { name: /李素珍/ })
    .or(page.getByRole('row', { name: /李素珍/ }))
    .first()
    .click()
  const matters = brief(page).getByRole('region', { name: '在意的' })
  await expect(matters.getByRole('listitem').first()).toContainText('有人帮')
  await expect(matters.getByRole('listitem').first()).toContainText('林晓岚')
  await expect(matters).toContainText('账单寄纸的')
})

test('ticked cues make the likely style with the cues that made it and how to get on; opposite cues withdraw it [K-14]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const person = await aCustomer(page, '凌志成')
  await page.goto(`/customers/${person}?tab=file`)
  const cues = await write(page, '相处线索')
  for (const cue of ['说话快', '有话直说']) await cues.getByText(cue, { exact: true }).click()
  await expect(cues.getByText(/像支配型/)).toContainText('说话快、有话直说')
  await expect(cues.getByText(/这样相处：先说结果/)).toBeVisible()
  for (const cue of ['说话慢而轻', '不催']) await cues.getByText(cue, { exact: true }).click()
  await expect(cues.getByText('线索还不够，或说法不一')).toBeVisible()
  await cues.getByText('不催', { exact: true }).click()
  await cues.getByRole('button', { name: '保存' }).click()
  await expect(cues).toBeHidden()
  await expect(page.getByText(/从 2 条线索看，像支配型/)).toBeVisible()
  await expect(page.getByText(/林晓岚 · .+ · 电话/)).toBeVisible()
})

test('a product’s interview sets the stage of experience with its day, and the stages before stay in the history [K-16]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const person = await aCustomer(page, '庄一凡')
  await page.goto(`/customers/${person}`)
  const holdings = page.getByRole('region', { name: '在用' })
  await holdings.getByRole('button', { name: '添' }).click()
  const form = page.getByRole('dialog')
  const answer = async (question: string, choice: string) => {
    await form.getByRole('button', { name: new RegExp(question) }).click()
    await page.getByRole('option', { name: choice, exact: true }).click()
  }
  await form.getByRole('textbox', { name: /^产品/ }).fill('云相册')
  await answer('知道这项业务吗', '知道')
  await expect(form.getByText('看起来在“认知”')).toBeVisible()
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(holdings.getByText('认知')).toBeVisible()
  await holdings.getByRole('button', { name: /云相册/ }).click()
  await answer('多久用一次', '每周')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(holdings.getByText('使用')).toBeVisible()
  await page.getByRole('tab', { name: '变更' }).click()
  const stages = page.getByRole('row').filter({ hasText: '使用阶段' })
  await expect(stages.first()).toContainText('认知')
  await expect(stages.first()).toContainText('使用')
  await expect(stages).toHaveCount(2)
})

test('a customer’s tier can be asked why: the rule, the bills, what is missing to the next', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/customers?q=李素珍')
  await page.getByRole('row').filter({ hasText: '李素珍' }).click()
  await page.getByRole('button', { name: '为什么是 A 级' }).click()
  const why = page.getByRole('dialog')
  await expect(why.getByRole('listitem').first()).toBeVisible()
  await expect(why.getByRole('heading', { name: '这十二个月的账单' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(why).toBeHidden()
  await page.getByRole('button', { name: /^¥1/ }).click()
  await page.getByRole('button', { name: '怎么算的' }).click()
  await expect(page.getByRole('heading', { name: '这十二个月的账单' })).toBeVisible()
})

test('a number has a holder and somebody else who uses it, and belongs to one customer only', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const tail = String(Date.now()).slice(-8)
  await aCustomer(page, '商颂', { phone: `139${tail}` })
  const second = await aCustomer(page, '商歌')
  await page.goto(`/customers/${second}?tab=file`)
  const numbers = page.getByRole('region', { name: '号码与成员' })
  await numbers.getByRole('button', { name: '添' }).click()
  const form = page.getByRole('dialog', { name: '添一个号码' })
  await form.getByRole('textbox', { name: '号码' }).fill(`139${tail}`)
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form.getByRole('alert')).toContainText('一个号码只属于一位客户')
  await form.getByRole('textbox', { name: '号码' }).fill(`138${tail}`)
  await form.getByRole('textbox', { name: '机主' }).fill('商歌')
  await form.getByRole('textbox', { name: '使用人' }).fill('母亲')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(numbers.getByText('机主 商歌，母亲在用')).toBeVisible()
})

test('every type of fact is written in place on an outlet’s file and stands there after', async ({ page, signIn }) => {
  test.slow()
  await signIn('lu')
  const shop = await aCustomer(page, '青石便民店', { kind: 'outlet' })
  await page.goto(`/customers/${shop}?tab=file`)
  const fact = async (field: string, fill: (editor: Locator) => Promise<void>, shown: string) => {
    const editor = await write(page, field)
    await fill(editor)
    await editor.getByRole('button', { name: '保存' }).click()
    await expect(editor).toBeHidden()
    await expect(page.getByRole('definition').filter({ hasText: shown }).first()).toBeVisible()
  }
  const choose = (label: string) => async (editor: Locator) => {
    await editor.getByRole('button', { name: label }).first().click()
    await page.getByRole('option').nth(1).click()
  }
  const type = (text: string) => (editor: Locator) => editor.getByRole('textbox').first().fill(text)
  await fact('送货线路', type('东线 3 号车'), '东线 3 号车')
  await fact('主要买主', type('过路的司机'), '过路的司机')
  await fact('货源档位', type('12'), '12')
  await fact('单条均价', type('186'), '¥186')
  await fact('业态', choose('业态'), '食杂店')
  await fact('示范户', (editor) => editor.getByText('示范户').last().click(), '是')
  await fact('产品之外想要的', (editor) => editor.getByText('有人帮').click(), '有人帮')
  await fact('送货日', type('每周三'), '周三')
  await fact('兴趣', type('象棋'), '象棋')
  await fact(
    '经营者生日',
    async (editor) => {
      await editor.getByRole('button', { name: /历法/ }).click()
      await page.getByRole('option', { name: '农历' }).click()
      await editor.getByRole('textbox', { name: '月' }).fill('6')
      await editor.getByRole('textbox', { name: '日', exact: true }).fill('30')
    },
    '六月三十',
  )
  await page.getByRole('tab', { name: '变更' }).click()
  await expect(page.getByRole('row').filter({ hasText: '送货线路' })).toContainText('东线 3 号车')
  await expect(page.getByRole('row').filter({ hasText: '送货线路' })).toContainText('陆远')
})

test('on a phone the acts stand under the thumb, and the list is filtered from a drawer @phone', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/customers')
  await page.getByRole('button', { name: '筛选' }).click()
  const drawer = page.getByRole('dialog', { name: '筛选' })
  await drawer.getByRole('button', { name: /类别/ }).click()
  await page.getByRole('option', { name: '集团' }).click()
  await drawer.getByRole('button', { name: '看这些客户' }).click()
  await expect(page.getByRole('button', { name: '筛选 1' })).toBeVisible()
  await page.getByRole('row').filter({ hasText: '安澜医院信息科' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '安澜医院信息科' })).toBeVisible()
  const call = page.getByRole('button', { name: /^联系/ })
  const box = await call.boundingBox()
  expect(box?.height).toBeGreaterThanOrEqual(52)
  expect(box?.y).toBeGreaterThan(844 * 0.66)
})
