import type { Page } from '@playwright/test'
import { connect, file } from './procedures.ts'
import { freshId, startedRun } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

const library = (page: Page) => page.getByRole('list', { name: '通话' })
const card = (page: Page, title: string) => page.getByRole('article', { name: title })
const drawer = (page: Page) => page.getByRole('dialog')

/** How often a script was used, as a lead's page counts it. */
const usesOf = async (lead: Page, script: string): Promise<number> => {
  const { uses } = (await (await lead.request.get('/api/scripts/uses')).json()) as {
    uses: { script: string; spoken: number; written: number }[]
  }
  return uses.filter((one) => one.script === script).reduce((sum, { spoken, written }) => sum + spoken + written, 0)
}

test('the library fills a script for a customer, copies it and records one contact that can be taken back [S-30]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '桑晚晴', { phone: '13005550311' })
  await page.goto('/scripts')
  const { families } = (await (await page.request.get('/api/scripts')).json()) as { families: unknown[] }
  expect(families.length).toBeGreaterThanOrEqual(18)
  await page.goto(`/scripts?customer=${id}`)
  await page.getByRole('searchbox', { name: '找一句话' }).fill('定见面的时间')
  await library(page)
    .getByRole('button', { name: /定见面的时间/ })
    .click()
  const first = card(page, '定见面的时间').getByRole('listitem', { name: '初次' })
  await expect(first).toContainText(/(今天|明天|周.)(上午|下午).+点/)
  await first.getByRole('button', { name: '复制并登记' }).click()
  await expect(page.getByText('登记为一次对桑晚晴的联系')).toBeVisible()
  const log = async (): Promise<string[]> =>
    (
      (await (await page.request.get(`/api/customers/${id}/touches`)).json()) as {
        rows: { note: string; channel: string }[]
      }
    ).rows.map(({ note, channel }) => `${channel} ${note}`)
  expect(await log()).toEqual([expect.stringMatching(/^message .*(上午|下午).+点/)])
  await page.getByRole('button', { name: '撤销' }).click()
  await expect(page.getByText('已撤回，这次不算联系')).toBeVisible()
  expect(await log()).toEqual([])
})

/** A need written down in a contact, as the note box would. */
const hear = async (page: Page, run: string, text: string): Promise<void> => {
  const event = {
    id: freshId(),
    at: new Date().toISOString(),
    type: 'captured',
    capture: freshId(),
    content: { kind: 'need', text },
  }
  expect((await page.request.post(`/api/runs/${run}/events`, { data: { events: [event] } })).status()).toBe(200)
}

test('while talking, words are one key away, filled with the need just heard, and counted with what came of the talk [H-21][H-32]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('lin')
  await aCustomer(page, '贺听澜', { phone: '13005550312' })
  const lead = await other('gu')
  const before = [await usesOf(lead, 'core/confirm-meaning'), await usesOf(lead, 'core/three-f-extra-step')]
  const run = await startedRun(page.request, '贺听澜', { playbook: 'care-call' })
  await hear(page, run, '账单每月寄到店里')
  await page.goto(`/contact/${run}`)
  await connect(page)
  await page.keyboard.press('Alt+s')
  await drawer(page).getByRole('tab', { name: '所有场合' }).click()
  await drawer(page).getByRole('searchbox', { name: '找一句话' }).fill('确认听懂')
  const confirms = drawer(page).getByRole('listitem')
  await expect(confirms).toHaveCount(3)
  await expect(confirms.first()).toContainText('账单每月寄到店里')
  await confirms.first().getByRole('button', { name: '说了这句' }).click()
  await expect(confirms.first()).toContainText('已记：说了这句')
  await drawer(page).getByRole('searchbox', { name: '找一句话' }).fill('多一道手续')
  await confirms.first().getByRole('button', { name: '说了这句' }).click()
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toBeHidden()
  await file(page)
  expect([await usesOf(lead, 'core/confirm-meaning'), await usesOf(lead, 'core/three-f-extra-step')]).toEqual(
    before.map((uses) => uses + 1),
  )
})

test('a lead’s new wording is refused while something is missing, then becomes the version the next call uses [S-30][H-42][H-44]', async ({
  page,
  signIn,
  other,
}) => {
  await signIn('gu')
  await page.goto('/scripts?key=core/convenience-asked')
  await page.getByRole('button', { name: '改写成新版' }).click()
  const zh = drawer(page).getByRole('textbox', { name: '初次 · 中文' })
  const en = drawer(page).getByRole('textbox', { name: '初次 · 英文' })
  await zh.fill('{{address}}，这我也没办法，今天下午行吗？')
  await en.fill('{{address}}, would this afternoon do?')
  await drawer(page).getByRole('textbox', { name: '为什么改' }).fill('说清只要一分钟')
  await drawer(page).getByText('直接换上').click()
  const save = drawer(page).getByRole('button', { name: '存为新版' })
  await save.click()
  await expect(drawer(page).getByRole('alert')).toContainText('“初次 · 中文”请客户定时间没有给两个选择')
  await expect(drawer(page).getByRole('alert')).toContainText('不宜这样说')
  await zh.fill('{{address}}，就一分钟。您这会儿方便，还是我今天下午三点打来？')
  await en.fill('{{address}}, one minute. Is now all right, or shall I ring at three this afternoon?')
  await save.click()
  await expect(page.getByText('已存为自拟第 1 版')).toBeVisible()
  const rows = page.getByRole('list', { name: '用下来怎么样' }).getByRole('listitem')
  await expect(rows.filter({ hasText: '自拟第 1 版' })).toContainText('在用')
  await expect(rows.filter({ hasText: '内容包第' })).toBeVisible()
  const manager = await other('lin')
  await aCustomer(manager, '桑新话', { phone: '13005550313' })
  const run = await startedRun(manager.request, '桑新话', { playbook: 'care-call' })
  await manager.goto(`/contact/${run}`)
  await connect(manager)
  await manager.getByRole('button', { name: '话术' }).click()
  await drawer(manager).getByRole('tab', { name: '所有场合' }).click()
  await drawer(manager).getByRole('searchbox', { name: '找一句话' }).fill('就一分钟')
  await expect(drawer(manager).getByRole('listitem').first()).toContainText('您这会儿方便，还是我今天下午三点打来？')
})

test('which of two wordings does better is shown with its interval, and never who said it [S-30]', async ({
  page,
  signIn,
}) => {
  await signIn('gu')
  await page.goto('/scripts?key=core/either-or-visit')
  const uses = page.getByRole('region', { name: '用下来怎么样' })
  await expect(uses).toContainText('自拟第 1 版更好，差别不像是碰巧')
  await expect(uses.getByRole('listitem').first()).toContainText(/\d+%.*\d+%–\d+%/)
  for (const name of ['林晓岚', '韩一诺', '方静']) await expect(uses).not.toContainText(name)
  await page.goto('/scripts?key=core/either-or-no-time')
  await expect(uses).toContainText('还没有人用过')
})

test('three lines and a half: a line too long says by how much; kept, it is said in the next talk [G-13]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await aCustomer(page, '柳三句', { phone: '13005550314' })
  await page.goto('/scripts?of=pitches')
  await page.getByRole('button', { name: '写一条三句半' }).click()
  const field = (name: string | RegExp) => drawer(page).getByRole('textbox', { name })
  await field('产品').fill('老号码备用卡')
  await field('说给谁').fill('常跑外地的人')
  await field(/^简单说/).fill('简单说就是多一张同号的备用卡放在家里丢了也不怕谁都能用')
  await expect(drawer(page)).toContainText('个字，说不完客户就走神了')
  await expect(drawer(page).getByRole('button', { name: '存下' })).toBeDisabled()
  await field(/^简单说/).fill('简单说，多一张同号的备用卡')
  await field(/^特别适合/).fill('特别适合常跑外地的人')
  await field(/^用上以后/).fill('用上以后，丢了手机不断号')
  await field(/^比如/).fill('比如上月老周，当天就接上了')
  await drawer(page).getByRole('button', { name: '存下' }).click()
  await expect(card(page, '老号码备用卡 · 常跑外地的人')).toContainText('丢了手机不断号')
  const run = await startedRun(page.request, '柳三句', { playbook: 'care-call' })
  await page.goto(`/contact/${run}`)
  await connect(page)
  await page.keyboard.press('Alt+s')
  await drawer(page).getByRole('tab', { name: '所有场合' }).click()
  await drawer(page).getByRole('searchbox', { name: '找一句话' }).fill('备用卡')
  await drawer(page).getByRole('button', { name: '说了这句' }).click()
  await expect(drawer(page)).toContainText('已记：说了这句')
})

test('a chat pasted from a messenger becomes one contact, with the promise and the need in it [P-10]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  const id = await aCustomer(page, '卓闻溪', { phone: '13005550315' })
  await page.goto(`/customers/${id}`)
  await page.getByRole('button', { name: '粘贴聊天' }).click()
  await drawer(page)
    .getByRole('textbox', { name: /复制，粘到这里/ })
    .fill(
      '卓闻溪@微信 2026/11/23 09:40:11\n宽带晚上老断，想换个好点的路由器\n\n林晓岚 2026/11/23 09:42:30\n我明天下午三点前给您回话',
    )
  const lines = drawer(page).getByRole('list', { name: '2 句' })
  await expect(lines.getByRole('listitem').first()).toContainText('卓闻溪')
  await expect(drawer(page).getByRole('radio', { name: '林晓岚' })).toBeChecked()
  await expect(drawer(page).getByRole('list', { name: '聊到的' })).toContainText('我们答应的，明天 15:00前')
  await drawer(page).getByRole('button', { name: '存进接触记录' }).click()
  await expect(page.getByText('聊天已存进接触记录')).toBeVisible()
  await expect(page.getByText('宽带晚上老断，想换个好点的路由器').first()).toBeVisible()
  const { rows } = (await (await page.request.get(`/api/customers/${id}/promises`)).json()) as { rows: unknown[] }
  expect(rows).toHaveLength(1)
})

test('on Today words for what brings the customer up are at hand; the gate says when they may go out, and copying records them and takes the row off the list until it is taken back [S-30]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/')
  const { rows } = (await (await page.request.get('/api/today')).json()) as {
    rows: { customerId: string; calledBy: string; reasons: { kind: string }[] }[]
  }
  const row = rows.find(({ reasons }) => reasons.some(({ kind }) => kind === 'birthday'))
  if (!row) throw new Error('No birthday today')
  await page.goto(`/?who=${row.customerId}`)
  await page.getByRole('button', { name: /有现成的话/ }).click()
  const text = drawer(page).getByRole('article').first()
  await expect(text).toContainText(row.calledBy)
  await expect(text).toContainText('林晓岚')
  await expect(drawer(page)).toContainText('周一上午多在开会')
  const copy = text.getByRole('button', { name: '复制并登记' }).first()
  await expect(copy).toBeDisabled()
  await drawer(page).getByText('客户约了现在').click()
  await copy.click()
  await expect(page.getByText(`登记为一次对${row.calledBy}的联系`)).toBeVisible()
  const birthdayStands = async () => {
    const day = (await (await page.request.get('/api/today')).json()) as { rows: typeof rows }
    const its = day.rows.find(({ customerId }) => customerId === row.customerId)?.reasons ?? []
    return its.some(({ kind }) => kind === 'birthday')
  }
  await expect(page.getByRole('button', { name: '撤销', exact: true })).toBeVisible()
  expect(await birthdayStands()).toBe(false)
  await page.getByRole('button', { name: '撤销', exact: true }).click()
  await expect(page.getByText('已撤回，这次不算联系')).toBeVisible()
  expect(await birthdayStands()).toBe(true)
})
