import { randomUUID } from 'node:crypto'
import { type APIRequestContext, expect, type Page, test as base } from '@playwright/test'

type Setup = { demo: { code: string; password: string }[] }

type Fixtures = {
  /**
   * Signs this journey's browser in as a demo account, by its code, through the API; the cookie is then the page's too.
   * Every journey starts in a browser of its own, signed in as nobody, and leaves nothing that another one relies on.
   */
  signIn: (code: string) => Promise<void>
  /** A second browser with somebody else at it. */
  other: (code: string) => Promise<Page>
}

const signInAs = async (request: APIRequestContext, code: string): Promise<void> => {
  const { demo } = (await (await request.get('/api/setup')).json()) as Setup
  const account = demo.find((one) => one.code === code)
  if (!account) throw new Error(`The demo has no account ${code}; it has ${demo.map((one) => one.code).join(', ')}.`)
  const { password } = account
  expect((await request.post('/api/session', { data: { code, password } })).status()).toBe(204)
}

export const test = base.extend<Fixtures>({
  signIn: async ({ context }, use) => {
    await use((code) => signInAs(context.request, code))
  },
  other: async ({ browser, baseURL }, use) => {
    const context = await browser.newContext({ baseURL: baseURL ?? '' })
    await use(async (code) => {
      await signInAs(context.request, code)
      return context.newPage()
    })
    await context.close()
  },
})

export { expect } from '@playwright/test'

/** A customer of a journey's own, kept by whoever sits at the page; answers with the id. */
export const aCustomer = async (
  page: Page,
  name: string,
  more: { kind?: 'person' | 'group' | 'outlet'; phone?: string; code?: string } = {},
): Promise<string> => {
  const id = randomUUID()
  const data = { code: id.slice(0, 13), kind: 'person', name, ...more }
  expect((await page.request.put(`/api/customers/${id}`, { data })).status()).toBe(200)
  return id
}
