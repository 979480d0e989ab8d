import { madeVoice, samples } from '#domain/coach/voice/sample.ts'
import { wavOf } from '#web/coach/voice/sound.ts'
import { file, next, steps } from './procedures.ts'
import { freshId, startedRun } from './records.ts'
import type { Page } from '@playwright/test'
import { aCustomer, expect, test } from './session.ts'

/** Something owed today brings a customer onto Today's list. */
const owedToday = async (page: Page, customerId: string): Promise<void> => {
  const data = { customerId, what: '回个电话', dueDay: '2026-11-23' }
  expect((await page.request.put(`/api/promises/${freshId()}`, { data })).status()).toBe(200)
}

test('the drill gives a closed question, returns another closed one with the reason and takes an open one in own words [H-27]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  await page.goto('/practice')
  const drill = page.getByRole('region', { name: '问法对练' })
  await drill.getByRole('button', { name: '开始对练' }).click()
  await expect(drill).toContainText('会开完了吗？')
  const own = drill.getByRole('textbox', { name: '您会怎么问' })
  const ask = async (question: string) => {
    await own.fill(question)
    await own.press('Enter')
  }
  await ask('会开得顺利吗？')
  await expect(drill.getByRole('status')).toContainText('还是封闭的：对方答“是”或“不是”就完了')
  await ask('会几点开完的？')
  await expect(drill.getByRole('status')).toContainText('一个时间、一个数或一个名字就答完了')
  await ask('您最近身体怎么样？')
  await expect(drill.getByRole('status')).toContainText('问的是另一件事')
  await ask('会上大家都谈了些什么？')
  await expect(drill.getByRole('status')).toContainText('问开了')
  await drill.getByRole('button', { name: '下一题' }).click()
  await expect(drill).toContainText('第 2 题，共 8 题')
  await expect(own).toBeEmpty()
})

test('a need is moved along to "has to change" and then stands on the brief as explicit, in the customer’s words [H-28]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const name = '尹渐明'
  const id = await aCustomer(page, name, { phone: '13005557411' })
  await owedToday(page, id)
  const run = await startedRun(page.request, name)
  await page.goto(`/contact/${run}`)
  await page.getByRole('button', { name: '接通了' }).click()
  const said = page.getByRole('region', { name: '说了什么' })
  const need = page.getByRole('dialog', { name: '添一条 · 需要' })
  await said.getByRole('button', { name: '添一条 · 需要' }).click()
  await need.getByRole('textbox', { name: '原话' }).fill('月底对账要对一整天')
  await need.getByText('有点不满').click()
  await expect(need.getByText('可以问影响：这样一来，对您有什么影响？')).toBeVisible()
  await need.getByRole('button', { name: '记下' }).click()
  const chip = said.getByRole('button', { name: /月底对账要对一整天/ })
  await expect(chip).toContainText('有点不满')
  await chip.click()
  const again = page.getByRole('dialog', { name: '月底对账要对一整天' })
  await again.getByText('非改不可').click()
  await again.getByRole('button', { name: '记下' }).click()
  await expect(chip).toContainText('非改不可')
  await file(page)

  await page.goto(`/?who=${id}`)
  const matters = page.getByRole('region', { name: '接触前看一眼' }).getByRole('region', { name: '在意的' })
  await expect(matters).toContainText('月底对账要对一整天明确说要改的')
})

test('what may suit a customer is thought over in three slots; without the benefit it is refused with the reason, with it one sentence goes into the notes [H-30][G-12]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '尹荐之', { phone: '13005557412' })
  const fields = { product: '云相册', answers: { heard: 'yes', knows: 'yes', charging: 'yes' } }
  const held = await page.request.put(`/api/customers/${id}/holdings/${freshId()}`, {
    data: { baseVersion: null, fields },
  })
  expect(held.status()).toBe(200)
  await page.goto('/contact')
  await page.getByRole('textbox', { name: '来电号码后四位' }).pressSequentially('5557412')
  const caller = page.getByRole('listitem').filter({ hasText: '尹荐之' })
  await caller.getByRole('button', { name: '按流程接…' }).click()
  const choice = page.getByRole('dialog', { name: '用哪个流程' })
  await choice.getByRole('searchbox').fill('来电时的推荐')
  await choice.getByRole('menuitem', { name: /来电时的推荐/ }).click()
  await expect(steps(page)).toContainText('来电时的推荐')
  const suggestion = page.getByRole('region', { name: '可以提一句' })
  await page.getByRole('button', { name: /^本人/ }).first().click()
  await page.getByRole('button', { name: '核对上了' }).click()
  await next(page, '把事办妥')
  await steps(page).locator('label').first().click()
  await suggestion.getByRole('button', { name: '想好怎么说' }).click()
  const slots = suggestion.getByRole('form', { name: '特点、优点、好处' })
  await expect(slots).toContainText('因为这条线路是双路由')
  await expect(slots.getByRole('button', { name: '就这么说，记进记录' })).toBeDisabled()
  await slots.getByRole('button', { name: '清空，自己写' }).click()
  await slots.getByRole('textbox', { name: '因为（特点）' }).fill('云相册自动备份')
  await slots.getByRole('textbox', { name: '所以（优点）' }).fill('换手机照片也在')
  await slots.getByRole('button', { name: '就这么说，记进记录' }).click()
  await expect(slots.getByRole('status').last()).toContainText('好处还空着')
  await slots.getByRole('textbox', { name: '如果您用上（好处）' }).fill('孩子的照片一张都不会丢')
  await expect(slots).toContainText('因为云相册自动备份，所以换手机照片也在；如果您用上，孩子的照片一张都不会丢。')
  await slots.getByRole('button', { name: '就这么说，记进记录' }).click()
  await expect(slots).toBeHidden()
  await expect(page.getByRole('region', { name: '说了什么' })).toContainText('因为云相册自动备份，所以换手机照片也在')
})

test('the brief names the customer’s tempo and words; after reading for them one’s own tempo stands against theirs [H-34]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const id = await aCustomer(page, '尹合拍', { phone: '13005557413' })
  const dossier = { pace: 'fast', usualWords: ['划算', '办法'] }
  expect((await page.request.patch(`/api/customers/${id}`, { data: { baseVersion: 1, dossier } })).status()).toBe(200)
  await owedToday(page, id)
  await page.goto(`/?who=${id}`)
  const brief = page.getByRole('region', { name: '接触前看一眼' })
  await expect(brief).toContainText('跟着对方：每分钟 230–290 字')
  await expect(brief).toContainText(/常说“划算”.“办法”，照着说/)
  await brief.getByRole('link', { name: '练一遍，看合不合拍' }).click()
  const step = page.getByRole('region', { name: '跟谁合拍' })
  await expect(step).toContainText('说话快，跟着每分钟 230–290 字')
  await expect(step.getByRole('status')).toContainText('用上了客户的词：“办法”')
  await page.getByRole('button', { name: '载入录音' }).click()
  const choosing = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  const buffer = Buffer.from(wavOf({ channels: [madeVoice(samples.flat).samples], rate: 16_000 }))
  await (await choosing).setFiles({ name: '读给尹合拍.wav', mimeType: 'audio/wav', buffer })
  await expect(page.getByRole('region', { name: '这一段' })).toContainText('读给尹合拍.wav')
  await expect(step.getByRole('status')).toContainText(/您每分钟 \d+ 字，(比客户[快慢] \d+%|合拍)/)
  await step.getByText('合拍的五样，一次只跟一样').click()
  await expect(step.getByRole('listitem')).toHaveCount(5)
})

test('answering "cannot" asks what we can do in three situations; it stays empty only when that was said openly [H-36]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const customerId = await aCustomer(page, '尹无不', { phone: '13005557414' })
  const what = '尹无不想要原来的老套餐'
  const data = { customerId, what, nature: 'factual' }
  expect((await page.request.put(`/api/expectations/${freshId()}`, { data })).status()).toBe(200)
  await page.goto(`/expectations?show=all&q=${what}`)
  await page.getByRole('option', { name: new RegExp(what) }).click()
  const answer = async () => {
    await page.getByRole('button', { name: '答复' }).click()
    await page.getByRole('radiogroup', { name: '我们' }).getByText('不能', { exact: true }).click()
  }
  const save = page.getByRole('button', { name: '记下' })
  await answer()
  const ways = page.getByRole('group', { name: '别停在“不”，先想能做什么' })
  await expect(ways.getByRole('button')).toHaveCount(3)
  await save.click()
  await expect(page.getByText('别停在“不能”：写上能做的是什么。')).toBeVisible()
  await ways.getByRole('button', { name: /有别的办法/ }).click()
  const can = page.getByRole('textbox', { name: '能做的是' })
  await expect(can).toHaveValue('可以换个办法：')
  await expect(ways).toBeHidden()
  await can.fill('')
  await page.getByText('确实没有，已当面说清', { exact: true }).click()
  await save.click()
  const story = page.getByRole('region', { name: '怎么谈的' })
  await expect(story).toContainText('答复 确实没有别的办法，已当面说清')
  await answer()
  await can.fill('可以换成同价位的新套餐，号码不变')
  await save.click()
  await expect(story).toContainText('可以换成同价位的新套餐，号码不变')
})

test('a rule the customer speaks of is shown with what it protects them from first, then what can be done; every card stands among the wordings [H-43]', async ({
  page,
  signIn,
}) => {
  await signIn('han')
  const name = '尹护之'
  await aCustomer(page, name, { phone: '13005557415' })
  const run = await startedRun(page.request, name)
  await page.goto(`/contact/${run}`)
  await page.getByRole('button', { name: '接通了' }).click()
  const cards = page.getByRole('region', { name: '说到规定了' })
  await page.getByRole('textbox', { name: '记录' }).fill('客户在店里，手机丢了')
  await expect(cards).toBeHidden()
  await page.getByRole('textbox', { name: '记录' }).fill('客户嫌补卡还要身份证，问为什么这么麻烦')
  const card = cards.getByRole('article', { name: '补卡、过户要看本人证件' })
  await expect(card).toContainText(/^有这一步，没有您本人的证件，谁也补不走您的卡/)
  await expect(card).toContainText('能办的')
  await expect(card).toContainText('核对号主本人的证件')
  await page.goto('/coach?of=policies')
  await expect(page.getByRole('article')).toHaveCount(9)
})
