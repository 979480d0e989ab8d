import { expect, test as base } from '@playwright/test'

type Setup = { demo: { code: string; password: string }[] }

type Fixtures = {
  /**
   * Signs this journey's browser in as a demo account, by its code, through the API; the cookie is then the page's too.
   * Every journey starts in a browser of its own, signed in as nobody, and leaves nothing that another one relies on.
   */
  signIn: (code: string) => Promise<void>
}

export const test = base.extend<Fixtures>({
  signIn: async ({ context }, use) => {
    await use(async (code) => {
      const answer = await context.request.get('/api/setup')
      const { demo } = (await answer.json()) as Setup
      const account = demo.find((one) => one.code === code)
      if (!account)
        throw new Error(`The demo has no account ${code}; it has ${demo.map((one) => one.code).join(', ')}.`)
      const { password } = account
      expect((await context.request.post('/api/session', { data: { code, password } })).status()).toBe(204)
    })
  },
})

export { expect } from '@playwright/test'
