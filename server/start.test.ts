import { once } from 'node:events'
import { connect } from 'node:net'
import pg from 'pg'
import { expect, test } from 'vitest'
import { connectionConfig } from '#server/db/address.ts'
import { readEnv } from '#server/env.ts'
import { afterwards } from '#test/afterwards.ts'
import { testDatabase } from '#test/database.ts'
import { temporaryFolder } from '#test/folder.ts'
import { start } from './start.ts'

const CONNECTIONS = 4
const READERS = 60

/** A server on a test database, with an administrator who has signed in. */
const anOffice = async () => {
  const { address } = await testDatabase({ connections: 1 })
  const config = connectionConfig(address)
  const url =
    'connectionString' in config
      ? config.connectionString
      : `postgres://${config.user}:${config.password}@localhost/${config.database}?host=${encodeURIComponent(config.host)}`
  const env = readEnv(
    {
      DATABASE_URL: url,
      WEIXI_DATABASE_CONNECTIONS: String(CONNECTIONS),
      WEIXI_DATA: temporaryFolder(),
      PORT: '0',
      WEIXI_LOG: 'silent',
    },
    '/',
  )
  const running = await start(env)
  afterwards(running.stop)
  const send = (path: string, init: RequestInit = {}) =>
    fetch(`${running.address.replace('localhost', '127.0.0.1')}${path}`, {
      ...init,
      headers: { 'content-type': 'application/json', ...init.headers },
    })
  const first = {
    code: 'ji',
    name: '季敏',
    password: 'a first password',
    branchName: '云川分公司',
    keepsCustomers: true,
  }
  await send('/api/setup', { method: 'POST', body: JSON.stringify(first) })
  const entered = await send('/api/session', { method: 'POST', body: JSON.stringify(first) })
  expect(entered.status).toBe(204)
  const cookie = entered.headers
    .getSetCookie()
    .map((each) => each.split(';')[0])
    .join('; ')
  return { get: (path: string) => send(path, { headers: { cookie } }), config, running }
}

/** How many sessions the database has of ours, again and again until told to stop; answers the most. */
const watchSessions = async (config: pg.ClientConfig) => {
  const watcher = new pg.Client(config)
  await watcher.connect()
  let most = 0
  const stopping = new AbortController()
  const watched = (async () => {
    while (!stopping.signal.aborted) {
      const { rows } = await watcher.query<{ n: number }>(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and pid <> pg_backend_pid() and application_name like 'weixi%'`,
      )
      most = Math.max(most, rows[0]?.n ?? 0)
    }
    await watcher.end()
  })()
  return async () => {
    stopping.abort()
    await watched
    return most
  }
}

test('sixty readers at once wait for the few connections there are: sign-in, jobs and pages share them', async () => {
  const { get, config } = await anOffice()
  const most = await watchSessions(config)
  const paths = ['/api/session', '/api/people', '/api/units', '/api/counts']
  const answers = await Promise.all(
    Array.from({ length: READERS * 3 }, async (_, n) => (await get(paths[n % paths.length] ?? '')).status),
  )
  expect(new Set(answers)).toEqual(new Set([200]))
  expect(await most()).toBeLessThanOrEqual(CONNECTIONS)
})

test('it ends although a browser holds a connection it never used, as browsers do', async () => {
  const { running } = await anOffice()
  const { port } = new URL(running.address)
  const held = connect(Number(port), '127.0.0.1')
  await once(held, 'connect')
  const began = performance.now()
  await running.stop()
  held.destroy()
  expect(performance.now() - began).toBeLessThan(10_000)
})
