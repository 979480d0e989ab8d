import type { Page } from '@playwright/test'
import { file, next, steps } from './procedures.ts'
import { aCustomer, expect, test } from './session.ts'

/** A call that comes in, taken by the last digits; who it is is asked on the screen and answered there. */
const taken = async (page: Page, tail: string): Promise<void> => {
  await page.goto('/contact')
  await page.getByRole('textbox', { name: '来电号码后四位' }).fill(tail)
  await expect(page.getByRole('button', { name: '按流程接…' })).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(steps(page)).toContainText('服务六步')
  await page.getByRole('button', { name: /^本人/ }).click()
  await page.getByRole('button', { name: /^核对上了/ }).click()
}

const tick = async (page: Page, ...labels: string[]): Promise<void> => {
  for (const label of labels) await steps(page).getByText(label).click()
}

test('a request from intake to follow-up: what they came with is said back to them, ticked is understood, and how it went is asked apart [S-41][S-42]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '闻来意', { phone: '13005559201' })
  await taken(page, '5559201')
  const note = page.getByRole('textbox', { name: '记录' })
  await note.fill('这个月账单多了四十块，不知道是什么钱，希望以后先提醒我一声')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '记为需要：这个月账单多了四十块，不知道是什么钱' })).toBeVisible()
  await page.keyboard.press('Alt+n')
  await page.keyboard.press('Alt+e')
  await tick(page, '先让客户把来意说完')
  await next(page, '诊断问题')
  await expect(steps(page)).toContainText('您是说这个月账单多了四十块，不知道是什么钱，是这样吗？')
  await tick(page, '问清了时间、经过', '复述得到了“对”')
  await next(page, '寻求方案')
  await tick(page, '给了事实', '问了客户的想法', '确认客户听明白了')
  await next(page, '达成共识')
  await tick(page, '客户来说的事已办妥', '客户亲口说了“行”')
  await next(page, '总结回顾')
  await next(page, '跟进完善')
  await tick(page, '道了谢，留了')
  const apart = page.getByRole('region', { name: '3 天之内另外问一次' })
  await apart.getByRole('button', { name: /问$/ }).first().click()
  await expect(steps(page)).toContainText('我给您回个电话，看看办得怎么样')
  await file(page)
  const understood = page
    .getByRole('region', { name: '这次服务的两面' })
    .locator('dl > div')
    .filter({ hasText: '听明白没有' })
  await expect(understood).toContainText('走过的 5 步里，2 步做到了')
  await page.goto(`/customers/${id}`)
  await expect(page.getByRole('region', { name: '承诺' })).toContainText('事情办妥以后用着怎么样')
})

test('on a telephone who is calling is asked where the words stand, until it is known @phone [S-41]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  await aCustomer(page, '闻掌上', { phone: '13005559202' })
  await taken(page, '5559202')
  await expect(page.getByRole('button', { name: /^本人/ })).toHaveCount(0)
  await expect(steps(page).getByRole('heading', { level: 2, name: '奠定基调' })).toBeVisible()
})

test('the Enter that chooses a word of an input method sends nothing: neither a note nor a search [P-34]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  await aCustomer(page, '闻拼音', { phone: '13005559203' })
  const typing = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    typing.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  const choose = async (): Promise<void> => {
    const key = { key: 'Enter', code: 'Enter', windowsVirtualKeyCode: 229 }
    await typing.send('Input.dispatchKeyEvent', { type: 'rawKeyDown', ...key })
    await typing.send('Input.dispatchKeyEvent', { type: 'keyUp', ...key })
  }
  await page.goto('/')
  await expect(page.getByRole('listbox', { name: '今天要联系的客户' })).toBeVisible()
  await page.keyboard.press('Control+k')
  const palette = page.getByRole('dialog')
  await expect(palette).toBeVisible()
  await compose('wenpinyin')
  await choose()
  await typing.send('Input.insertText', { text: '闻拼音' })
  await choose()
  await expect(palette.getByRole('menuitem', { name: /闻拼音/ })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/customers\//)

  await taken(page, '5559203')
  const note = page.getByRole('textbox', { name: '记录' })
  await note.focus()
  await compose("zhang'dan")
  await choose()
  await expect(note).toHaveValue("zhang'dan")
  await typing.send('Input.insertText', { text: '账单多了四十块' })
  await choose()
  await expect(note).toHaveValue('账单多了四十块')
  await page.keyboard.press('Enter')
  await expect(note).toHaveValue('')
})
