import { expect, test } from './session.ts'

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
})

test('two people write one field: both texts are shown, and both can stay [P-09]', async ({
  page,
  signIn,
  browser,
  baseURL,
}) => {
  await signIn('lin')
  await page.goto('/customers?q=润泽食品')
  await page.getByRole('row').filter({ hasText: '润泽食品' }).click()
  await page.getByRole('tab', { name: '档案' }).click()
  await page.getByRole('button', { name: /^[添改] 办公地点$/ }).click()
  const editor = page.getByRole('group', { name: '办公地点' })
  await editor.getByRole('textbox').fill('东区两栋')

  const id = new URL(page.url()).pathname.split('/').at(-1)
  const other = await browser.newContext({ baseURL: baseURL ?? '' })
  const setup = (await (await other.request.get('/api/setup')).json()) as {
    demo: { code: string; password: string }[]
  }
  const gu = setup.demo.find(({ code }) => code === 'gu')
  await other.request.post('/api/session', { data: { code: 'gu', password: gu?.password } })
  const shown = (await (await other.request.get(`/api/customers/${id}`)).json()) as { version: number }
  const written = await other.request.patch(`/api/customers/${id}`, {
    data: { baseVersion: shown.version, dossier: { sites: '东区三栋' } },
  })
  expect(written.status()).toBe(200)
  await other.close()

  await editor.getByRole('button', { name: '保存' }).click()
  await expect(editor.getByRole('alert')).toContainText('顾一鸣')
  await expect(editor.getByRole('alert')).toContainText('东区三栋')
  await editor.getByRole('button', { name: '两段都留' }).click()
  await expect(page.getByText('东区三栋；东区两栋')).toBeVisible()
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
  await page.goto('/customers?kind=outlet')
  await page.getByRole('row').nth(1).click()
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
})

test('two records are merged, and the merge is undone', async ({ page, signIn }) => {
  await signIn('gu')
  for (const [name, code] of [
    ['沈若水', 'HB-1'],
    ['沈若冰', 'HB-2'],
  ] as const) {
    await page.goto('/customers/new')
    await page.getByRole('textbox', { name: /^姓名或名称/ }).fill(name)
    await page.getByRole('textbox', { name: /^客户编号/ }).fill(code)
    await page.getByRole('button', { name: '建好' }).click()
    await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
  }
  await page.getByRole('button', { name: '更多', exact: true }).last().click()
  await page.getByRole('menuitem', { name: '与另一位合并' }).click()
  await page.getByRole('combobox').fill('沈若水')
  await page.getByRole('option', { name: /沈若水/ }).click()
  await page.getByRole('button', { name: '合并', exact: true }).click()
  await expect(page.getByText(/合并好了/)).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText('合并撤销了')).toBeVisible()
  await page.goto('/customers?q=沈若')
  await expect(page.getByRole('row').filter({ hasText: '沈若' })).toHaveCount(2)
})
