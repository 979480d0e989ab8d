import { chmodSync, cpSync, readdirSync } from 'node:fs'
import path from 'node:path'
import { expect, test } from 'vitest'
import { temporaryFolder } from './folder.ts'
import { onTuesday, serving } from './own-server.ts'
import { aPng } from './pictures.ts'

const PASSWORD = 'a first password'
const shop = crypto.randomUUID()
const photo = crypto.randomUUID()
const photoAt = `/api/customers/${shop}/photos/${photo}/file`

/** Somebody's browser: it carries its cookies to whichever address. */
const aBrowser = () => {
  let cookie = ''
  return async (address: string, method: string, where: string, body?: object | Buffer): Promise<Response> => {
    const response = await fetch(`${address}${where}`, {
      method,
      headers: { cookie, ...(body instanceof Buffer ? {} : { 'content-type': 'application/json' }) },
      ...(body === undefined ? {} : { body: body instanceof Buffer ? new Uint8Array(body) : JSON.stringify(body) }),
    })
    const set = response.headers.getSetCookie().map((each) => each.split(';')[0] ?? '')
    if (set.length > 0) cookie = set.join('; ')
    return response
  }
}

// What docs/running.md says of moving a branch and of keeping a copy: stop, copy the folder, start with the copy.
test('a branch that was stopped and copied goes on elsewhere, with its people, customers and photos', async () => {
  const before = path.join(temporaryFolder(), 'branch')
  chmodSync(path.dirname(before), 0o711)
  const first = await serving(before, onTuesday)
  const ask = aBrowser()
  const me = { branchName: '云川', name: '季敏', code: 'ji', password: PASSWORD, keepsCustomers: true }
  expect((await ask(first.address, 'POST', '/api/setup', me)).status).toBe(204)
  expect((await ask(first.address, 'POST', '/api/session', { code: 'ji', password: PASSWORD })).status).toBe(204)
  const outlet = { code: 'S-1', kind: 'outlet', name: '福顺烟酒店' }
  expect((await ask(first.address, 'PUT', `/api/customers/${shop}`, outlet)).status).toBe(200)
  expect((await ask(first.address, 'PUT', `${photoAt}?subject=front`, aPng(40, 30))).status).toBe(200)
  const kept = Buffer.from(await (await ask(first.address, 'GET', photoAt)).arrayBuffer())
  await first.stop()

  const after = path.join(temporaryFolder(), 'copy')
  chmodSync(path.dirname(after), 0o711)
  cpSync(before, after, { recursive: true })
  expect(readdirSync(after).toSorted()).toEqual(readdirSync(before).toSorted())
  const second = await serving(after, onTuesday)
  // Whoever was signed in still is: the secret that signs sessions came along.
  expect((await ask(second.address, 'GET', `/api/customers/${shop}`)).status).toBe(200)
  const shown = await ask(second.address, 'GET', photoAt)
  expect([shown.status, Buffer.from(await shown.arrayBuffer()).equals(kept)]).toEqual([200, true])
  const again = aBrowser()
  expect((await again(second.address, 'POST', '/api/session', { code: 'ji', password: PASSWORD })).status).toBe(204)
  await second.stop()
})
