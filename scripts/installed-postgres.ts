import { type SpawnOptions, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { chownSync, existsSync, globSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePort } from './free-port.ts'

/** PostgreSQL does not run as root; root runs it as nobody. */
const account = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}

/**
 * Lends the address of a PostgreSQL 15 or newer that Weixi did not bring along: the given one of WEIXI_TEST_DATABASE_URL,
 * else a throw-away one made with the programs this machine has installed; null when it has none.
 */
export const installedPostgres = async <T>(use: (url: string | null) => Promise<T>): Promise<T> => {
  const given = process.env['WEIXI_TEST_DATABASE_URL']
  if (given) return use(given)
  const programs = installedPrograms()
  return programs ? onThrowAway(programs, use) : use(null)
}

/** The folder of the newest installed initdb and postgres, null when there is none or only one older than 15. */
const installedPrograms = (): string | null => {
  const onPath = (process.env['PATH'] ?? '').split(path.delimiter)
  const usual = ['/usr/lib/postgresql/*/bin', '/usr/pgsql-*/bin', '/opt/homebrew/opt/postgresql@*/bin']
  const folders = [...onPath, ...globSync(usual)]
    .filter((folder) => existsSync(path.join(folder, 'postgres')))
    .map((folder) => path.dirname(realpathSync(path.join(folder, 'postgres'))))
    .filter((folder) => existsSync(path.join(folder, 'initdb')) && majorOf(folder) >= 15)
  return folders.sort((a, b) => majorOf(b) - majorOf(a))[0] ?? null
}

const majorOf = (folder: string): number => {
  const said = spawnSync(path.join(folder, 'postgres'), ['--version'], { encoding: 'utf8' }).stdout
  return Number(/(\d+)/.exec(said ?? '')?.[1] ?? 0)
}

const onThrowAway = async <T>(programs: string, use: (url: string) => Promise<T>): Promise<T> => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'weixi-installed-'))
  if (account.uid !== undefined) chownSync(folder, account.uid, account.gid)
  const { url, stop } = await started(programs, folder)
  try {
    return await use(url)
  } finally {
    await stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

const started = async (programs: string, folder: string): Promise<{ url: string; stop: () => Promise<void> }> => {
  const [data, secret, port] = [path.join(folder, 'data'), randomBytes(24).toString('hex'), await freePort()]
  const within: SpawnOptions = { cwd: folder, stdio: ['ignore', 'ignore', 'inherit'], ...account }
  writeFileSync(path.join(folder, 'secret'), secret, { mode: 0o600 })
  if (account.uid !== undefined) chownSync(path.join(folder, 'secret'), account.uid, account.gid)
  const options = ['--username=weixi', '--pwfile=secret', '--auth=scram-sha-256', '--encoding=UTF8', '--locale=C.UTF-8']
  const made = spawnSync(path.join(programs, 'initdb'), ['-D', data, '--no-sync', ...options], within)
  if (made.status !== 0) throw new Error(`weixi: ${programs}/initdb failed.`)
  const settings = {
    listen_addresses: '127.0.0.1',
    port,
    unix_socket_directories: '',
    fsync: 'off',
    max_connections: 100,
  }
  const flags = Object.entries({ ...settings, log_min_messages: 'fatal' }).flatMap(([name, value]) => [
    '-c',
    `${name}=${value}`,
  ])
  const server = spawn(path.join(programs, 'postgres'), ['-D', data, ...flags], { ...within, stdio: 'ignore' })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  const url = `postgres://weixi:${secret}@127.0.0.1:${port}/postgres`
  const stop = async (): Promise<void> => {
    server.kill('SIGINT')
    await ended
  }
  try {
    console.log(`# ${await versionOf(url)}`)
  } catch (error) {
    await stop()
    throw error
  }
  return { url, stop }
}

const MOST_TRIES = 200

const versionOf = async (url: string, tries = 0): Promise<string> => {
  const client = new pg.Client({ connectionString: url })
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string }>('select version()')
    return rows[0]?.version ?? ''
  } catch (error) {
    if (tries >= MOST_TRIES) throw error
    await new Promise((resolve) => setTimeout(resolve, 100))
    return versionOf(url, tries + 1)
  } finally {
    await client.end().catch(() => undefined)
  }
}
