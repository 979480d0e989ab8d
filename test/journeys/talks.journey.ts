import type { Page } from '@playwright/test'
import { aCustomer, expect, test } from './session.ts'

const polite = `客户：充值没到账，三天了，你们到底管不管？
客服：您好，非常抱歉给您带来不便，非常理解您的心情，请问您重启手机了吗？
客户：没有。
客服：请问您有没有换过卡？
客户：没换。每次都是抱歉，没人处理，再这样我就投诉。
客服：非常抱歉，您的问题已经记录，会尽快为您反馈给相关部门，请您耐心等待，感谢您的来电。`

const plain = `客户：充值没到账，三天了，你们到底管不管？
客服：查到了，钱充到了您的副卡上。
客户：那怎么办？希望今天能转过来。
客服：可以转，我明天下午三点前给您回电话，确认到账。
客户：好的，谢谢，已经收到短信了。`

const look = async (page: Page, text: string): Promise<void> => {
  await page.getByRole('textbox', { name: '粘贴通话文字或聊天记录' }).fill(text)
  await page.getByRole('button', { name: '看这段对话' }).click()
  await expect(page.getByRole('list', { name: '一句一句看' })).toBeVisible()
}

const riskOn = async (page: Page): Promise<number> => {
  const [, percent = ''] =
    /(\d+)%/.exec((await page.getByRole('region', { name: '结果风险' }).textContent()) ?? '') ?? []
  return Number(percent)
}

test('a polite talk that helps nobody carries more risk than a plain one that does; a no that met another closed question is marked, and what was promised goes into the ledger [H-25][H-26]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '尹顾盼', { phone: '13005557391' })
  await page.goto('/talks')
  await look(page, polite)
  const worse = await riskOn(page)
  const no = page.getByRole('listitem', { name: '第 3 句' })
  await expect(no).toContainText('可以接着问一句开放的')
  await expect(page.getByRole('region', { name: '提问' })).toContainText('开放 0 · 封闭 2')
  await page.getByRole('region', { name: '客户的心情' }).getByRole('link', { name: '第 5 句' }).click()
  await expect(page.getByRole('listitem', { name: '第 5 句' })).toHaveAttribute('aria-current', 'true')

  await page.getByRole('button', { name: '看另一段' }).click()
  await look(page, plain)
  expect(await riskOn(page)).toBeLessThan(worse)
  const ledger = page.getByRole('region', { name: '记进账本' })
  await expect(ledger.getByRole('button', { name: /^记进承诺/ })).toBeDisabled()
  await ledger.getByRole('combobox').fill('尹顾盼')
  await page.getByRole('option', { name: /尹顾盼/ }).click()
  await ledger.getByRole('button', { name: /^记进承诺：.*回电话/ }).click()
  await expect(ledger.getByText('已记', { exact: true })).toHaveCount(1)
  await ledger.getByRole('button', { name: '记进客户的接触' }).click()
  await expect(ledger.getByText('已在客户的接触里')).toBeVisible()
  await page.getByRole('button', { name: '只留给自己看' }).click()
  await expect(page.getByText('已留下')).toBeVisible()

  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('region', { name: '承诺' })).toContainText('回电话')

  await page.goto('/talks')
  await expect(page.getByRole('list', { name: '留下的' })).toContainText('充值没到账')
  await page.getByRole('button', { name: '一句一句打' }).click()
  await page.getByRole('radio', { name: '我们' }).check({ force: true })
  await page.getByRole('textbox', { name: '说了什么' }).fill('您觉得哪里不方便？')
  await expect(page.getByText('开放式提问')).toBeVisible()
})

const selling = `客服：店里现在用的是哪家的专线？
客户：就是你们家的。
客服：月底对账有没有什么不方便的地方？
客户：对一整天，希望账单能按店分开。
客服：好的。`

const confirmed = `客户：换套餐以后老号码会不会停？
客服：如果我没理解错，您是想留住老号码再换套餐，对吗？
客户：对，就是这样。
客服：老号码不停，我今天下午五点前给您办好。`

test('a talk shows which questions led to the need and which is missing; what was not said back gets three ways to say it, what was confirmed goes into the ledger [H-21][H-29][H-31]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  await aCustomer(page, '尹复言', { phone: '13005557392' })
  await page.goto('/talks')
  await look(page, selling)
  const needs = page.getByRole('region', { name: '问到需要' })
  await expect(needs.getByRole('listitem').filter({ hasText: '情况' })).toContainText('第 1 句')
  await expect(needs.getByRole('listitem').filter({ hasText: '难处' })).toContainText('第 3 句')
  await expect(needs).toContainText('这样一来，对您有什么影响？')
  await needs.getByRole('link', { name: '第 3 句' }).click()
  await expect(page.getByRole('listitem', { name: '第 3 句' })).toHaveAttribute('aria-current', 'true')
  const forms = page.getByRole('list', { name: '三种确认的说法' }).getByRole('listitem')
  await expect(forms).toHaveCount(3)
  await expect(forms.first()).toContainText('希望账单能按店分开')

  await page.getByRole('button', { name: '看另一段' }).click()
  await look(page, confirmed)
  const saidBack = page.getByRole('region', { name: '复述确认' })
  await expect(saidBack).toContainText('想留住老号码再换套餐')
  await expect(saidBack).toContainText('客户说对，可以记进期望')
  const ledger = page.getByRole('region', { name: '记进账本' })
  await ledger.getByRole('combobox').fill('尹复言')
  await page.getByRole('option', { name: /尹复言/ }).click()
  await ledger.getByRole('button', { name: /^记进期望：.*留住老号码/ }).click()
  await expect(ledger.getByText('已记', { exact: true })).toHaveCount(1)
})
