import type { Page } from '@playwright/test'
import { aPng } from '#test/pictures.ts'
import { aCustomer, expect, test } from './session.ts'

test('the list follows what is typed, without Enter, and the words stay under the fingers [P-34]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/customers')
  const search = page.getByRole('searchbox')
  await search.pressSequentially('lsz')
  await expect(page).toHaveURL(/q=lsz/)
  await expect(page.getByRole('row').filter({ hasText: '李素珍' })).toBeVisible()
  await search.pressSequentially('x')
  await expect(page).toHaveURL(/q=lszx/)
  await expect(search).toHaveValue('lszx')
})

test('find a customer in the list by part of a name, in traditional characters, by initials and by a phone tail [K-28][P-34]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/customers')
  const rows = page.getByRole('grid', { name: '客户' }).getByRole('row')
  const search = page.getByRole('searchbox', { name: '姓名、拼音首字母、号码后四位' })
  for (const typed of ['衡川', '衡川精密製造', 'hcjm']) {
    await search.fill(typed)
    await search.press('Enter')
    await expect(page).toHaveURL(/[?&]q=/)
    await expect(rows.filter({ hasText: '衡川精密制造' })).toBeVisible()
    await expect(rows).toHaveCount(2)
  }
  await page.getByRole('button', { name: '存为视图' }).click()
  await page.getByRole('textbox', { name: '视图名称' }).fill('衡川')
  await page.getByRole('dialog').getByRole('button', { name: '存为视图' }).click()
  await expect(page.getByText('视图存好了')).toBeVisible()
  await rows.filter({ hasText: '衡川精密制造' }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '衡川精密制造' })).toBeVisible()
  await expect(page.getByText('第 1 位，共 1 位')).toBeVisible()
})

test('a group shows its five decision roles, and that the decider was not met for so many days [K-20]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/customers?q=衡川精密制造')
  await page.getByRole('row').filter({ hasText: '衡川精密制造' }).click()
  await expect(page.getByText(/周总 \d+ 天没有见面，A 级集团应在 45 天内/)).toBeVisible()
  await page.getByRole('link', { name: '补一位 过滤者' }).click()
  const form = page.getByRole('dialog', { name: '添一位联系人' })
  await form.getByRole('textbox', { name: '姓名' }).fill('单文清')
  await form.getByRole('button', { name: '保存' }).click()
  await expect(form).toBeHidden()
  await expect(page.getByRole('link', { name: '单文清' })).toBeVisible()
})

test('what was said on a call is logged with channel and side, and stands on top of the log [S-01][P-10][K-37]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/customers?q=安澜医院')
  await page.getByRole('row').filter({ hasText: '安澜医院' }).click()
  await expect(page.getByRole('heading', { level: 2, name: '安澜医院信息科' })).toBeVisible()
  await page.keyboard.press('l')
  const form = page.getByRole('dialog', { name: '记一次接触' })
  await form.getByText('客户找来').click()
  await form.getByRole('textbox', { name: '客户的原话' }).fill('门诊楼的网周末再动')
  await form.getByRole('button', { name: '记好' }).click()
  await expect(form).toBeHidden()
  const first = page.getByRole('region', { name: '往来' }).getByRole('listitem').first()
  await expect(first).toContainText('门诊楼的网周末再动')
  await expect(first).toContainText('电话 · 客户找来')
  await page.getByRole('link', { name: '只看主动' }).click()
  await expect(page.getByRole('region', { name: '往来' }).getByText('客户找来')).toHaveCount(0)
})

test('two people write one file in two browsers: different fields both stay, of the same field both texts are shown and can both stay [P-09]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('lin')
  const group = await aCustomer(page, '双江机电', { kind: 'group' })
  const colleague = await other('gu')
  for (const each of [page, colleague]) {
    await each.goto(`/customers/${group}?tab=file`)
    await expect(each.getByRole('heading', { level: 2, name: '双江机电' })).toBeVisible()
  }
  const write = async (on: Page, field: string, text: string): Promise<void> => {
    const editor = on.getByRole('group', { name: field, exact: true })
    if (!(await editor.isVisible())) await on.getByRole('button', { name: new RegExp(`^[添改] ${field}$`) }).click()
    await editor.getByRole('textbox').fill(text)
  }
  const save = (on: Page, field: string) =>
    on.getByRole('group', { name: field, exact: true }).getByRole('button', { name: '保存' }).click()

  await write(page, '行业', '机电')
  await write(colleague, '方便的时间', '周三上午')
  await save(colleague, '方便的时间')
  await save(page, '行业')
  await expect(page.getByText('周三上午')).toBeVisible()
  await expect(page.getByText('机电', { exact: true }).first()).toBeVisible()

  await write(page, '办公地点', '东区两栋')
  await write(colleague, '办公地点', '东区三栋')
  await save(colleague, '办公地点')
  await expect(colleague.getByText('东区三栋').first()).toBeVisible()
  await save(page, '办公地点')
  const both = page.getByRole('group', { name: '办公地点' }).getByRole('alert')
  await expect(both).toContainText('顾一鸣')
  await expect(both).toContainText('东区三栋')
  await expect(both).toContainText('东区两栋')
  await page.getByRole('button', { name: '两段都留' }).click()
  // the editor shows both before the server has them; it closes once it has
  await expect(page.getByRole('group', { name: '办公地点', exact: true })).toBeHidden()
  await expect(page.getByText('东区三栋；东区两栋').first()).toBeVisible()
  await colleague.reload()
  await expect(colleague.getByText('东区三栋；东区两栋').first()).toBeVisible()
})

test('turned to the customer the page has no risk, money, style or notes', async ({ page, signIn }) => {
  await signIn('lin')
  await page.goto('/customers?q=衡川精密制造')
  await page.getByRole('row').filter({ hasText: '衡川精密制造' }).click()
  await expect(page.getByText('多大风险')).toBeVisible()
  await page.getByText('对客', { exact: true }).click()
  await expect(page.getByText('怎么联系')).toBeVisible()
  for (const hidden of ['多大风险', '多重要', '账单', '友商动向', '谁说了算', '¥'])
    await expect(page.getByRole('main').getByText(hidden)).toHaveCount(0)
  await page.getByRole('tab', { name: '档案' }).click()
  for (const hidden of ['相处风格', '最看重', '不要说', '备注'])
    await expect(page.getByRole('main').getByText(hidden, { exact: true })).toHaveCount(0)
})

test('an outlet’s file has its blocks, market days in the lunar calendar, and the way to learn what is missing [K-32][K-36]', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  const shop = await aCustomer(page, '桥头便利店', { kind: 'outlet' })
  await page.goto(`/customers/${shop}`)
  await page.getByRole('tab', { name: '档案' }).click()
  for (const block of ['基本情况', '网络与配送', '许可与管理', '销售', '形象', '经营者'])
    await expect(page.getByRole('heading', { name: block })).toBeVisible()
  await expect(page.getByText(/通常上门时问到/).first()).toBeVisible()
  await page.getByRole('button', { name: /^[添改] 赶集日$/ }).click()
  const editor = page.getByRole('group', { name: '赶集日' })
  await editor.getByRole('textbox').fill('农历逢三、八')
  await expect(editor.getByText(/读作：农历逢三、八/)).toBeVisible()
  await editor.getByRole('button', { name: '保存' }).click()
  await expect(page.getByText('农历逢三、八').first()).toBeVisible()
  await expect(page.getByText(/接下来：/)).toBeVisible()
  await expect(page.getByText(/陆远 · .+ · 上门/).first()).toBeVisible()
})

test('a photo of a shop is added without where it was taken, captioned, removed and brought back [K-32]', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  const shop = await aCustomer(page, '临河烟酒店', { kind: 'outlet' })
  await page.goto(`/customers/${shop}?tab=file`)
  const photos = page.getByRole('region', { name: '照片' })
  await expect(photos.getByText('还没有照片')).toBeVisible()
  const picture = aPng(320, 240, { tEXt: 'N30.27 E120.15' })
  const choosing = page.waitForEvent('filechooser')
  await photos.getByRole('button', { name: '添照片' }).click()
  await (await choosing).setFiles({ name: '门头.png', mimeType: 'image/png', buffer: picture })
  await expect(page.getByText(/添了 1 张/)).toBeVisible()
  await expect(photos.getByRole('listitem')).toHaveCount(1)
  const list = await page.request.get(`/api/customers/${shop}/photos`)
  const [kept] = ((await list.json()) as { photos: { id: string }[] }).photos
  const file = await page.request.get(`/api/customers/${shop}/photos/${kept?.id}/file`)
  expect((await file.body()).toString('latin1')).not.toContain('E120.15')
  await expect.poll(() => photos.locator('img').evaluate((img: HTMLImageElement) => img.naturalWidth)).toBe(320)

  await photos.getByRole('button', { name: /^看大图：门头/ }).click()
  const view = page.getByRole('dialog', { name: '门头' })
  await view.getByRole('textbox', { name: '说明' }).fill('新换的灯箱')
  await view.getByRole('button', { name: '保存' }).click()
  await expect(photos.getByText('新换的灯箱')).toBeVisible()
  await photos.getByRole('button', { name: /^看大图/ }).click()
  await view.getByRole('button', { name: '移除' }).click()
  await expect(photos.getByText('还没有照片')).toBeVisible()
  await expect(page.getByRole('button', { name: '撤销', exact: true })).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(photos.getByText('新换的灯箱')).toBeVisible()

  const broken = page.waitForEvent('filechooser')
  await photos.getByRole('button', { name: '添照片' }).click()
  await (await broken).setFiles({ name: '半张.png', mimeType: 'image/png', buffer: picture.subarray(0, 60) })
  await expect(page.getByText(/不是完整的照片/)).toBeVisible()
})

test('two records are merged; the old address leads to the one that was kept, says so, and takes the merge back', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  const gone = await aCustomer(page, '沈若水')
  const kept = await aCustomer(page, '沈若冰')
  await page.goto(`/customers/${kept}`)
  await page.getByRole('button', { name: '更多', exact: true }).last().click()
  await page.getByRole('menuitem', { name: '与另一位合并' }).click()
  await page.getByRole('combobox').fill('沈若水')
  await page
    .getByRole('option', { name: /沈若水/ })
    .first()
    .click()
  await page.getByRole('button', { name: '合并', exact: true }).click()
  await expect(page.getByText(/合并好了/)).toBeVisible()

  await page.goto(`/customers/${gone}`)
  await expect(page.getByRole('heading', { level: 2, name: '沈若冰' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(kept))
  const note = page.getByRole('note')
  await expect(note).toContainText('“沈若水”')
  await expect(note).toContainText('顾一鸣')
  await note.getByRole('button', { name: '撤销合并' }).click()
  await expect(page.getByText('合并撤销了')).toBeVisible()
  await expect(page.getByRole('heading', { level: 2, name: '沈若水' })).toBeVisible()
  await expect(page).toHaveURL(new RegExp(gone))
})
