import type { Page } from '@playwright/test'
import { connect, startWith } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

/** An amount as the screen writes it, in yuan: ¥18.6 万, +¥5,614, −¥331. */
const yuanOf = (text: string): number => {
  const found = /([+−]?)¥([\d,.]+)\s*(万|亿)?/.exec(text)
  if (!found) throw new Error(`no amount in ${text}`)
  const [, sign, digits = '', unit] = found
  return Number(digits.replaceAll(',', '')) * (unit === '万' ? 1e4 : unit === '亿' ? 1e8 : 1) * (sign === '−' ? -1 : 1)
}

const bridge = (page: Page) => page.getByRole('list', { name: '钱从哪儿来、到哪儿去' })
const own = (page: Page) => page.getByRole('list', { name: '分公司自己的数' })
const taught = (page: Page) => page.getByRole('list', { name: '课上所讲' })

/** Changes a figure in its row. */
const change = async (page: Page, list: ReturnType<typeof own>, name: string, to: string): Promise<void> => {
  await list.getByRole('button', { name: `改：${name}` }).click()
  const field = list.getByRole('textbox', { name })
  await field.fill(to)
  await field.press('Tab')
  await list.getByRole('button', { name: '存下' }).click()
  await expect(page.getByText(`“${name}”改好了`).first()).toBeVisible()
}

test('the bridge’s parts add up and open to their customers; on one customer’s page the loss is worked out and follows each factor [R-01][R-31]', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/economics?from=2026-05&to=2026-10')
  const rows = bridge(page).getByRole('listitem')
  await expect(rows.first()).toContainText('2026 年 5 月')
  await expect(rows.last()).toContainText('2026 年 10 月')
  const texts = await rows.allTextContents()
  const amounts = texts.map((text) => yuanOf(text.slice(text.search(/[+−]?¥/))))
  const changes = amounts.slice(1, -1).reduce((sum, amount) => sum + amount, 0)
  // Totals are written to a tenth of 万.
  expect(Math.abs((amounts.at(-1) ?? 0) - (amounts[0] ?? 0) - changes)).toBeLessThan(1500)

  await bridge(page)
    .getByRole('link', { name: /^离开：\d+ 位，看是谁/ })
    .click()
  const gone = page.getByRole('dialog', { name: '离开 5 月 → 10 月' })
  const first = gone.getByRole('listitem').first()
  await expect(first).toContainText('→ ¥0')
  await page.keyboard.press('Escape')
  await bridge(page)
    .getByRole('link', { name: /^增长：\d+ 位，看是谁/ })
    .click()
  const grown = page.getByRole('dialog', { name: '增长 5 月 → 10 月' })
  await grown.getByRole('listitem').first().getByRole('link').click()

  const section = page.getByRole('region', { name: '离开的代价' })
  await section.getByRole('button', { name: '算一算' }).click()
  const sums = page.getByRole('dialog', { name: '离开的代价' })
  await expect(sums).toContainText(/近 \d+ 个月账单的平均/)
  await expect(sums.getByText(/^每月 ¥[\d,]+，预计还有/)).toBeVisible()
  const result = sums.getByText(/^¥[\d,]+$/)
  const before = yuanOf((await result.textContent()) ?? '')
  const margin = sums.getByRole('textbox', { name: '毛利率' })
  await margin.fill('100%')
  await margin.press('Tab')
  await expect(sums.getByText('毛利 100%')).toBeVisible()
  expect(yuanOf((await result.textContent()) ?? '')).toBeGreaterThan(before)
  const stay = sums.getByRole('textbox', { name: '每月留下的比例' })
  await stay.fill('0%')
  await stay.press('Tab')
  await expect(result).toHaveText('¥0')
  await sums.getByRole('button', { name: '恢复' }).click()
  await expect(result).not.toHaveText('¥0')
})

test('what is only taught stands apart with its origin; edited, it keeps what was and who, and moves no other figure; own figures do [R-02][R-03][R-25][M-06]', async ({
  page,
  signIn,
}) => {
  await signIn('yan')
  await page.goto('/economics?tab=loss')
  await expect(page.getByText('未经证实，可以改，不参与任何计算')).toBeVisible()
  const row = (name: string) => taught(page).getByRole('listitem').filter({ hasText: name })
  await expect(row('一位不满的客户，身边的人')).toContainText('课上只提了“250 定律”')
  await expect(row('利润多多少（《商业周刊》）')).toContainText('没有给出原文')
  const figures = page.getByText('预计损失', { exact: true }).locator('..')
  const before = await figures.textContent()

  await change(page, taught(page), '利润多多少（《商业周刊》）', '120%')
  await expect(row('利润多多少（《商业周刊》）')).toContainText(/140\.0% → 120\.0% · 严冬/)
  await change(page, taught(page), '一位不满的客户，身边的人', '100')
  await expect(row('一位不满的客户，身边的人')).toContainText('250 人 → 100 人')
  await change(page, taught(page), '赢得一位新客户，最多要花留住老客户的几倍', '8')
  await expect(figures).toHaveText(before ?? '')
  const beside = page.getByRole('region', { name: '留住一位，赢得一位' })
  await expect(beside).toContainText('没有用课上的数，只是引出来')
  await expect(beside).toContainText(/8 倍，未经证实，不拿来算钱/)

  await change(page, own(page), '留住一位客户花多少', '80')
  await expect(beside).toContainText('用了自己的数')
  await expect(beside).toContainText('留住一位花 ¥80（手工填写）')
  await change(page, own(page), '往后看几个月', '36')
  await expect(figures).not.toHaveText(before ?? '')
  await page.getByRole('button', { name: '撤销', exact: true }).first().click()
  await expect(figures).toHaveText(before ?? '')
})

test('a promise says how often its kind was kept in that time and takes the safe day by one key; the week’s two questions go in without a name, and the lead sees five lines side by side, and what something is worth to a customer by its four parts [R-07][R-28][M-03]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('lin')
  const customer = await aCustomer(page, '柳稳当', { phone: '13005552501' })
  await startWith(page, customer, '服务六步')
  await connect(page)
  await page.getByRole('button', { name: '添一条 · 承诺' }).click()
  const promise = page.getByRole('dialog', { name: '添一条 · 承诺' })
  await promise.getByRole('textbox', { name: '做什么' }).fill('把资费表送到店里')
  await promise.getByRole('spinbutton').first().click()
  await page.keyboard.type('20261124')
  await expect(promise.getByRole('note')).toContainText(
    /“送达”承诺，1 天内兑现过 \d+ 次里的 \d+ 次（\d+%，可信范围 \d+%–\d+%）/,
  )
  await promise.getByRole('button', { name: '为什么留余地' }).click()
  await expect(page.getByRole('dialog', { name: '同样是 50 分钟' })).toContainText('活没有变，变的是答应的时间')
  await page.keyboard.press('Escape')
  const safe = promise.getByRole('button', { name: /^改成.*十次有九次做到/ })
  await expect(safe).toBeVisible()
  await page.keyboard.press('Alt+d')
  await expect(safe).toHaveCount(0)
  await expect(promise.getByRole('note')).toContainText(/（9\d%|（100%/)
  await promise.getByRole('textbox', { name: '做什么' }).fill('整理一份说明')
  await expect(promise.getByRole('note')).toContainText('不满 10 次不算把握')
  await promise.getByRole('button', { name: '记下' }).click()
  await expect(page.getByRole('button', { name: /^整理一份说明/ })).toBeVisible()

  await page.goto('/')
  const asked = page.getByRole('complementary', { name: '最近这一周' })
  await asked.getByRole('button', { name: '回答' }).click()
  const questions = page.getByRole('dialog', { name: '最近这一周' })
  await expect(questions).toContainText('谁答几分不存，系统里哪个页面都看不到')
  await questions.getByText('不错', { exact: true }).click()
  await questions.getByText('有时', { exact: true }).click()
  await questions.getByRole('button', { name: '交上' }).click()
  await expect(page.getByText('收下了，谢谢')).toBeVisible()
  await expect(asked).toHaveCount(0)

  const lead = await other('gu')
  await lead.goto('/economics?tab=chain')
  const lines = lead.getByRole('list', { name: '员工、承诺、满意、留下、收入，放在一起看' })
  await expect(lines.getByRole('listitem')).toHaveCount(5)
  await expect(lead.getByText('谁带动了谁，这里不下结论')).toBeVisible()
  for (const name of ['同事的一周', '承诺兑现', '客户留下', '收入'])
    await expect(lines.getByRole('img', { name: new RegExp(`^${name}，六个月里有 \\d 个月有数`) })).toBeVisible()
  await expect(lines.getByRole('listitem', { name: '客户满意' })).toBeVisible()

  const sheet = lead.getByRole('table', { name: '值不值，现在和改了以后' })
  const fill = async (part: string, value: string): Promise<void> => {
    await sheet.getByRole('textbox', { name: part }).fill(value)
    await sheet.getByRole('textbox', { name: part }).press('Tab')
  }
  for (const side of ['现在', '改了以后']) {
    await fill(`结果（1～5 分） ${side}`, '4')
    await fill(`过程（1～5 分） ${side}`, '3')
    await fill(`价格（元/月） ${side}`, '80')
  }
  await expect(sheet.getByText('还缺“获得它要花的代价”，填上才算得出。')).toHaveCount(2)
  await fill('获得它的代价（元/月） 现在', '60')
  await fill('获得它的代价（元/月） 改了以后', '20')
  await expect(sheet.getByRole('row', { name: /每百元得几分/ })).toHaveText('每百元得几分57')
  await expect(lead.getByText('改了以后，客户觉得值的程度变化 +40.0%')).toBeVisible()
})
