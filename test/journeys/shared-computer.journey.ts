import type { Page } from '@playwright/test'
import { startedRun } from './records.ts'
import { aCustomer, expect, test } from './session.ts'

const PASSWORD = 'weixi-demo-2026'
const note = (page: Page) => page.getByRole('textbox', { name: '记录' })
const appended = '**/api/runs/*/events'

/** Signs out and in again by hand, without a reload between: one window, one after the other. */
const leave = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: /显示/ }).first().click()
  await page.getByRole('menu').getByText('退出').click()
  await expect(page.getByLabel('工号')).toBeVisible()
}

const arrive = async (page: Page, code: string): Promise<void> => {
  await page.getByLabel('工号').fill(code)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByLabel('密码', { exact: true }).press('Enter')
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

/** Goes there within the window: what it holds in memory stays. */
const openRun = async (page: Page, id: string): Promise<void> => {
  await page.evaluate((address) => {
    history.pushState({}, '', address)
    dispatchEvent(new PopStateEvent('popstate'))
  }, `/contact/${id}`)
}

/** A customer of han's that the VIP desk reaches too, with a contact lin has begun. */
const aRunBothReach = async (page: Page, signIn: (code: string) => Promise<void>, name: string): Promise<string> => {
  await signIn('han')
  await aCustomer(page, name)
  await signIn('lin')
  return startedRun(page.request, name, { direction: 'inbound' })
}

type Event = { type: string; text?: string; actor: string }

/** Who the server says wrote these words into the contact. */
const writersOf = async (page: Page, id: string, words: string): Promise<string[]> => {
  const answer = await page.request.get(`/api/runs/${id}/events`)
  const { events } = (await answer.json()) as { events: Event[] }
  return events.filter(({ text }) => text?.includes(words)).map(({ actor }) => actor)
}

const staffId = async (page: Page): Promise<string> =>
  ((await (await page.request.get('/api/session')).json()) as { staff: { id: string } }).staff.id

/** What this browser keeps of contacts, every byte as text. */
const onDisk = (page: Page): Promise<string> =>
  page.evaluate(async () => {
    const opened = indexedDB.open('weixi-contact')
    const db = await new Promise<IDBDatabase>((done) => (opened.onsuccess = () => done(opened.result)))
    const all = (store: string): Promise<unknown[]> =>
      new Promise((done) => {
        const asked = db.transaction(store).objectStore(store).getAll()
        asked.onsuccess = () => done(asked.result)
      })
    const [events, drafts] = [await all('events'), await all('drafts')]
    db.close()
    const shown = (_: string, value: unknown) =>
      value instanceof ArrayBuffer ? new TextDecoder().decode(value) : value
    return `${events.length} events, ${drafts.length} drafts ${JSON.stringify([events, drafts], shown)}`
  })

test('on a shared computer what one person could not send is nobody else’s: it waits, sealed, and goes as theirs [P-02][P-10]', async ({
  page,
  signIn,
}) => {
  const id = await aRunBothReach(page, signIn, '邬清越')
  const lin = await staffId(page)
  await page.goto(`/contact/${id}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await page.route(appended, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await note(page).fill('这句还没发出去')
  await page.keyboard.press('Enter')
  await note(page).fill('这句还在框里')
  await expect(page.getByText('已存本机，连上后自动上传')).toBeVisible()
  await leave(page)
  await expect.poll(() => onDisk(page)).toMatch(/^[1-9]\d* events, 1 drafts/)
  expect(await onDisk(page)).not.toMatch(/这句/)

  await page.unroute(appended)
  const sent: string[] = []
  page.on('request', (request) => {
    if (request.method() === 'POST' && request.url().endsWith('/events')) sent.push(request.postData() ?? '')
  })
  await arrive(page, 'han')
  await openRun(page, id)
  await expect(page.getByText(/这是林晓岚的接触/)).toBeVisible()
  await expect(note(page)).toHaveValue('')
  await expect(page.getByText('这句还没发出去')).toHaveCount(0)
  await note(page).fill('韩一诺写的一句')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  expect(await writersOf(page, id, '韩一诺写的')).toEqual([await staffId(page)])
  expect(await writersOf(page, id, '这句')).toEqual([])
  expect(sent.join('')).not.toContain('这句')
  await leave(page)

  await arrive(page, 'lin')
  await expect.poll(() => writersOf(page, id, '这句还没发出去')).toEqual([lin])
  await openRun(page, id)
  await expect(note(page)).toHaveValue('这句还在框里')
  await expect.poll(() => writersOf(page, id, '这句还在框里')).toContain(lin)
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  await leave(page)
  await expect.poll(() => onDisk(page)).toMatch(/^0 events, 0 drafts/)
})

test('a window left open writes as its own person after somebody else signed in beside it, and is theirs no longer [P-02]', async ({
  page,
  context,
  signIn,
}) => {
  const id = await aRunBothReach(page, signIn, '邬清岚')
  const lin = await staffId(page)
  await page.goto(`/contact/${id}`)
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存本机与服务器')).toBeVisible()
  const beside = await context.newPage()
  await beside.goto('/')
  // It has not noticed yet: it cannot ask who sits here.
  await page.route('**/api/session', (route) => route.abort())
  await leave(beside)
  await arrive(beside, 'han')
  await note(page).fill('林晓岚在旧窗口写的')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存本机，连上后自动上传')).toBeVisible()
  await page.unroute('**/api/session')
  await page.reload()
  await expect(page.getByText(/这是林晓岚的接触/)).toBeVisible()
  await expect(page.getByText('林晓岚在旧窗口写的')).toHaveCount(0)
  expect(await writersOf(page, id, '旧窗口')).toEqual([])
  await leave(page)
  await arrive(page, 'lin')
  await expect.poll(() => writersOf(page, id, '旧窗口')).toEqual([lin])
})
