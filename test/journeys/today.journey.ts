import type { Page } from '@playwright/test'
import { expect, test } from './session.ts'

const row = (page: Page, name: string) =>
  page.getByRole('listbox', { name: '今天要联系的客户' }).getByRole('option', { name })

type Watched = Window & { vanished?: number }

/** Counts how often the rows were taken off the screen after they had been there, hidden or gone. */
const countVanishings = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const watched: Watched = window
    let shown = false
    watched.vanished = 0
    const look = (): void => {
      const isShown = [...document.querySelectorAll('[role=option]')].some((row) => row.checkVisibility())
      if (shown && !isShown) watched.vanished = (watched.vanished ?? 0) + 1
      shown = isShown
    }
    new MutationObserver(look).observe(document, { subtree: true, childList: true, attributes: true })
  })

test('today ranks who to reach with why now, what is owed first, and says how the rank came about [K-03][R-31]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await countVanishings(page)
  await page.goto('/')
  await expect(row(page, '李姐')).toContainText('上周五答应今早回电讲清 148 元漫游费')
  await expect(row(page, '赵经理')).toContainText('离 A 级只差')
  await expect(page.getByRole('option').first()).toContainText('李姐')
  await expect(page.getByRole('region', { name: '接触前看一眼' })).toContainText('李姐您好，我是小林')
  await page.getByText('名次怎么排出来的').click()
  await expect(page.getByRole('dialog')).toContainText('欠客户的事排在最前：2000 分')
  expect(await page.evaluate(() => (window as Watched).vanished)).toBe(0)
})

test('a row is put off with its reason and comes back by undo; a promise is not put off in silence [R-23]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/')
  await row(page, '马师傅').click()
  await page.keyboard.press('s')
  const form = page.getByRole('dialog', { name: '推到什么时候' })
  await form.getByText('明天 9:00').click()
  await form.getByRole('button', { name: '推后' }).click()
  await expect(row(page, '马师傅')).toBeHidden()
  await page
    .getByRole('button', { name: '撤回' })
    .or(page.getByRole('button', { name: '撤销' }))
    .first()
    .click()
  await expect(row(page, '马师傅')).toBeVisible()
  await row(page, '周总').click()
  await page.keyboard.press('s')
  await form.getByText('明天 9:00').click()
  await form.getByRole('button', { name: '推后' }).click()
  await expect(form.getByRole('alert')).toContainText('请先告诉客户，并说好新的时间')
})

test('beside what was done stands the brief of who it was done for, with nothing to begin', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/')
  await row(page, '郝永华').click()
  await page.keyboard.press('d')
  await expect(row(page, '郝永华')).toBeHidden()
  await page.getByRole('tab', { name: /已完成/ }).click()
  await page.getByRole('button', { name: '郝永华', exact: true }).click()
  const brief = page.getByRole('region', { name: '接触前看一眼' })
  await expect(brief.getByRole('heading', { name: '郝永华' })).toBeVisible()
  await expect(brief.getByRole('button', { name: /^打给/ })).toHaveCount(0)
})

test('a collaborator is asked one thing, sees no dossier, answers; the asker reads it [P-07]', async ({
  page,
  signIn,
}) => {
  await signIn('lin')
  await page.goto('/')
  await row(page, '陈主任').click()
  await page.keyboard.press('h')
  const form = page.getByRole('dialog', { name: '转给谁' })
  await form.getByRole('combobox', { name: '转给' }).fill('韩松')
  await page.getByRole('option', { name: '韩松' }).click()
  const what = '急诊楼割接要走哪条备用链路，请给一个不停诊的顺序'
  await form.getByRole('textbox', { name: '请对方办什么' }).fill(what)
  await form.getByRole('button', { name: '转交', exact: true }).click()
  await expect(page.getByText('已请韩松办')).toBeVisible()
  await signIn('hansong')
  await page.goto('/')
  await expect(page).toHaveURL(/\/handovers$/)
  const asked = page.getByRole('listitem').filter({ hasText: what })
  await expect(asked).toBeVisible()
  await expect(page.getByText('安澜医院')).toBeHidden()
  await asked.getByRole('button', { name: '我来办' }).click()
  await expect(asked).toContainText('在办')
  await asked.getByRole('button', { name: '答复', exact: true }).click()
  await asked.getByRole('textbox', { name: '答复' }).fill('先切住院楼，再切急诊，备用链路走北环')
  await asked.getByRole('button', { name: '发出' }).click()
  await expect(asked).toContainText('已答复')
  await signIn('lin')
  await page.goto('/handovers?whose=fromMe')
  await expect(page.getByRole('listitem').filter({ hasText: what })).toContainText('备用链路走北环')
})

test('what falls due while a manager is away stands on the backup’s list until it goes back [R-17]', async ({
  page,
  signIn,
}) => {
  await signIn('lu')
  const { staff } = (await (await page.request.get('/api/session')).json()) as { staff: { id: string } }
  const absence = '/api/absences/01a20320-a200-7000-8000-00000000a0a0'
  const days = { staffId: staff.id, fromDay: '2026-11-23', toDay: '2026-11-25', kind: 'leave' }
  expect((await page.request.put(absence, { data: days })).ok()).toBe(true)
  await signIn('shi')
  await page.goto('/')
  await expect(row(page, '贺嫂')).toContainText('替陆远办，11-26交还')
  await signIn('lu')
  expect((await page.request.delete(absence)).ok()).toBe(true)
  await signIn('shi')
  await page.reload()
  await expect(row(page, '贺嫂')).toBeHidden()
})

test(
  'on a phone the list comes first, then the brief, and neither scrolls sideways',
  { tag: '@phone' },
  async ({ page, signIn }) => {
    await signIn('lin')
    await page.goto('/')
    await row(page, '李姐').click()
    await expect(page.getByRole('region', { name: '接触前看一眼' })).toContainText('最好的开场')
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  },
)
