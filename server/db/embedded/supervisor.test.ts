import { spawn } from 'node:child_process'
import * as fs from 'node:fs'
import path from 'node:path'
import { createInterface } from 'node:readline/promises'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { describe, expect, test, vi } from 'vitest'
import { afterwards } from '#test/afterwards.ts'
import { temporaryFolder } from '#test/folder.ts'
import type { Address } from '../address.ts'
import { connectionConfig } from '../address.ts'
import { canReach } from './account.ts'
import { engineFolder } from './folder.ts'
import { runningPostmaster, stopPostmaster } from './postmaster.ts'
import { npmPrograms, programsFor } from './programs.ts'
import { attachEmbedded, startEmbedded } from './supervisor.ts'
import type { EmbeddedOptions } from './supervisor.ts'

// Making a cluster is a second of work, on a busy machine many.
vi.setConfig({ testTimeout: 120_000 })

const isRoot = process.getuid?.() === 0
const memory = 1024 ** 3

/** A data folder whose engine is stopped afterwards however the test ends. */
const dataFolder = (inside = temporaryFolder()): string => {
  const data = path.join(inside, 'data')
  afterwards(async () => {
    const pid = runningPostmaster(engineFolder(data))
    if (pid !== null) await stopPostmaster(engineFolder(data), npmPrograms(), pid)
  })
  return data
}

const start = (data: string, options: Partial<EmbeddedOptions> = {}) =>
  startEmbedded({ data, memory, durable: false, ...options })

const ask = async (address: Address, query: string): Promise<unknown[]> => {
  const client = new pg.Client(connectionConfig(address))
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(query)).rows.map((row) => Object.values(row)[0])
  } finally {
    await client.end()
  }
}

/** Another process at work on the folder; see `test/serve-embedded.ts`. */
const another = (verb: 'serve' | 'attach', data: string, account: { uid?: number; gid?: number } = {}) => {
  const program = path.resolve('test/serve-embedded.ts')
  const child = spawn(process.execPath, [program, verb, data], { ...account, stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  afterwards(() => void child.kill('SIGKILL'))
  const says = async (): Promise<unknown> => {
    const line = await lines.next()
    return line.done ? null : JSON.parse(line.value)
  }
  return { child, says }
}

const killed = async (child: { kill: (signal: 'SIGKILL') => boolean; exitCode: number | null }): Promise<void> => {
  child.kill('SIGKILL')
  await wait(100)
}

describe('start and stop', () => {
  test('a new folder becomes a database that is durable, in Chinese order and closed to others', async () => {
    const data = dataFolder()
    const engine = await start(data, { durable: true })
    expect(engine.how).toBe('created')
    expect(
      await ask(engine.address, `select string_agg(n, '' order by n) from unnest(array['王','李','张','阿']) n`),
    ).toEqual(['阿李王张'])
    expect(await ask(engine.address, 'show fsync')).toEqual(['on'])
    expect(await ask(engine.address, 'show server_encoding')).toEqual(['UTF8'])
    expect(await ask(engine.address, 'select rolsuper from pg_roles where rolname = current_user')).toEqual([false])
    const folder = engineFolder(data)
    const bits = [folder.cluster, folder.sockets, folder.state].map((file) => fs.statSync(file).mode & 0o777)
    expect(bits).toEqual([0o700, 0o700, 0o600])
    await expect(ask({ ...engine.address, password: 'wrong' }, 'select 1')).rejects.toThrow('password')
    await engine.stop()
    expect(runningPostmaster(folder)).toBeNull()
  })

  test('what was written is there after a stop and start, and after the postmaster was killed', async () => {
    const data = dataFolder()
    const engine = await start(data)
    await ask(engine.address, `create table note as select 'kept' as text`)
    await engine.stop()
    const again = await start(data)
    expect(again.how).toBe('started')
    expect(await ask(again.address, 'select text from note')).toEqual(['kept'])
    process.kill(again.process, 'SIGKILL')
    const revived = await untilAnswers(() => ask(again.address, 'select text from note'))
    expect(revived).toEqual(['kept'])
    await again.stop()
    expect(runningPostmaster(engineFolder(data))).toBeNull()
  })

  test('although a socket’s lock file names a process that is alive, as a killed postmaster nobody collected is', async () => {
    const data = dataFolder()
    await (await start(data)).stop()
    const { cluster, sockets } = engineFolder(data)
    const { uid, gid } = fs.statSync(cluster)
    const alive = spawn('sleep', ['60'], { uid, gid })
    afterwards(() => void alive.kill())
    const lock = path.join(sockets, '.s.PGSQL.5432.lock')
    fs.writeFileSync(lock, `${alive.pid}\n${cluster}\n0\n5432\n../run\n`)
    fs.chownSync(lock, uid, gid)
    const engine = await start(data)
    expect(await ask(engine.address, 'select 1')).toEqual([1])
    await engine.stop()
  })

  test('over TCP where there are no sockets', async () => {
    const engine = await start(dataFolder(), { tcp: true })
    expect(engine.address).toMatchObject({ host: '127.0.0.1' })
    expect(await ask(engine.address, 'select 1')).toEqual([1])
    await expect(ask({ ...engine.address, password: 'wrong' }, 'select 1')).rejects.toThrow('password')
    await engine.stop()
  })

  test('in a folder whose path is too long for a socket, or holds spaces', async () => {
    const deep = path.join(temporaryFolder(), '客户 数据'.repeat(4), 'x'.repeat(60))
    fs.mkdirSync(deep, { recursive: true })
    const engine = await start(dataFolder(deep))
    expect(engine.address.host.length).toBeLessThan(90)
    expect(await ask(engine.address, 'select 1')).toEqual([1])
    await engine.stop()
    fs.rmSync(engine.address.host, { recursive: true })
  })
})

describe('one supervisor a folder', () => {
  test('a second is refused and told which process serves; others attach while it serves', async () => {
    const data = dataFolder()
    const server = another('serve', data)
    expect(await server.says()).toMatchObject({ how: 'created' })
    const refused = { code: 'database.already-served', params: { process: server.child.pid } }
    await expect(start(data)).rejects.toMatchObject(refused)
    expect(await another('attach', data).says()).toEqual({ attached: 'weixi' })
    expect(await ask(attachEmbedded(data).address, 'select current_user')).toEqual(['weixi'])
    server.child.stdin.end()
    expect(await server.says()).toEqual({ stopped: true })
    expect(await another('attach', data).says()).toMatchObject({ code: 'database.not-served' })
  })

  test('of several that start at once on a new folder, one serves', async () => {
    const data = dataFolder()
    const servers = [1, 2, 3].map(() => another('serve', data))
    const answers = await Promise.all(servers.map(({ says }) => says()))
    const codes = answers.map((answer) => (answer as { code?: string }).code ?? 'serves').sort()
    expect(codes).toEqual(['database.already-served', 'database.already-served', 'serves'])
  })
})

describe('after a kill -9', () => {
  test('the postmaster that outlived its supervisor is adopted, its sessions undisturbed', async () => {
    const data = dataFolder()
    const server = another('serve', data)
    const first = (await server.says()) as { process: number }
    const session = new pg.Client(attachEmbedded(data).address)
    await session.connect()
    await killed(server.child)
    const engine = await start(data)
    expect(engine).toMatchObject({ how: 'adopted', process: first.process })
    expect((await session.query('select 1 as one')).rows).toEqual([{ one: 1 }])
    await session.end()
    await engine.stop()
    expect(runningPostmaster(engineFolder(data))).toBeNull()
  })

  test('it is restarted when the settings are no longer the same', async () => {
    const data = dataFolder()
    const server = another('serve', data)
    const first = (await server.says()) as { process: number }
    await killed(server.child)
    const engine = await start(data, { connections: 33 })
    expect(engine.how).toBe('started')
    expect(engine.process).not.toBe(first.process)
    expect(await ask(engine.address, 'show max_connections')).toEqual(['53'])
    await engine.stop()
  })

  test('a lost state file is made anew, also while the orphan runs', async () => {
    const data = dataFolder()
    const server = another('serve', data)
    await server.says()
    await killed(server.child)
    fs.rmSync(engineFolder(data).state)
    const engine = await start(data)
    expect(await ask(engine.address, 'select 1')).toEqual([1])
    await engine.stop()
  })

  test('a pid file whose number now belongs to another program is no obstacle', async () => {
    const data = dataFolder()
    await (await start(data)).stop()
    const stranger = spawn('sleep', ['30'], { stdio: 'ignore' })
    afterwards(() => void stranger.kill())
    fs.writeFileSync(path.join(engineFolder(data).cluster, 'postmaster.pid'), `${stranger.pid}\n`)
    const engine = await start(data)
    expect(await ask(engine.address, 'select 1')).toEqual([1])
    await engine.stop()
  })

  test('a half-made folder is cleared away', async () => {
    const data = dataFolder()
    fs.mkdirSync(path.join(data, 'postgres.making-4999999', 'cluster'), { recursive: true })
    const engine = await start(data)
    expect(fs.readdirSync(data)).toEqual(['postgres'])
    await engine.stop()
  })
})

describe('refusals say what is wrong', () => {
  test('a folder made by a newer or older PostgreSQL', async () => {
    const data = dataFolder()
    await (await start(data)).stop()
    const version = path.join(engineFolder(data).cluster, 'PG_VERSION')
    fs.writeFileSync(version, '99\n')
    await expect(start(data)).rejects.toMatchObject({ code: 'database.newer-major', params: { found: '99' } })
    fs.writeFileSync(version, '14\n')
    await expect(start(data)).rejects.toMatchObject({ code: 'database.older-major', params: { found: '14' } })
  })

  test('a setting or file that PostgreSQL refuses is quoted', async () => {
    const data = dataFolder()
    await (await start(data)).stop()
    fs.appendFileSync(path.join(engineFolder(data).cluster, 'postgresql.conf'), 'no_such_setting = 1\n')
    const refused = { code: 'database.failed', params: { detail: expect.stringContaining('no_such_setting') } }
    await expect(start(data)).rejects.toMatchObject(refused)
  })

  test.skipIf(isRoot)('a folder we may not write to', async () => {
    const closed = temporaryFolder()
    fs.chmodSync(closed, 0o500)
    await expect(start(dataFolder(closed))).rejects.toMatchObject({ code: 'database.no-permission' })
  })
})

describe.runIf(isRoot)('started by root', () => {
  test('PostgreSQL runs under an unprivileged account, also where that account cannot walk to', async () => {
    const sealed = temporaryFolder()
    fs.chmodSync(sealed, 0o700)
    const data = dataFolder(path.join(sealed, 'root'))
    const engine = await start(data)
    expect(fs.statSync(`/proc/${engine.process}`).uid).not.toBe(0)
    expect(fs.statSync(engineFolder(data).cluster).uid).not.toBe(0)
    expect(await ask(engine.address, 'select 1')).toEqual([1])
    await engine.stop()
  })

  test('under the account that was asked for, and later under the folder’s owner', async () => {
    const open = temporaryFolder()
    fs.chmodSync(open, 0o755)
    const data = dataFolder(open)
    await expect(start(data, { runAs: 'no-such-account' })).rejects.toMatchObject({ code: 'database.unknown-account' })
    const engine = await start(data, { runAs: 'daemon' })
    expect(fs.statSync(`/proc/${engine.process}`).uid).toBe(1)
    await engine.stop()
    const again = await start(data)
    expect(fs.statSync(`/proc/${again.process}`).uid).toBe(1)
    await again.stop()
  })

  test('programs in a closed folder are copied to an open place once', () => {
    const closed = path.join(temporaryFolder(), 'closed')
    const open = temporaryFolder()
    const account = { uid: 65534, gid: 65534 }
    const native = path.dirname(npmPrograms().bin)
    fs.mkdirSync(closed, { mode: 0o700 })
    fs.cpSync(native, path.join(closed, 'native'), { recursive: true, verbatimSymlinks: true })
    fs.chmodSync(open, 0o755)
    const programs = { ...npmPrograms(), bin: path.join(closed, 'native', 'bin') }
    const copied = programsFor(programs, account, [open])
    expect(copied.bin).toBe(path.join(open, `postgres-${programs.version}`, 'bin'))
    expect(programsFor(programs, account, [open])).toEqual(copied)
    expect(programsFor(copied, account, [])).toEqual(copied)
  })

  const user = { uid: 1, gid: 1 }
  // A checkout under /root is closed to the account that would run this test's program.
  const canRun = [process.execPath, path.resolve('test/serve-embedded.ts')].every((file) => canReach(file, user))

  test.runIf(canRun)('an ordinary account serves its own folder, and is refused another’s', async () => {
    const home = temporaryFolder()
    fs.chownSync(home, 1, 1)
    const data = dataFolder(home)
    const server = another('serve', data, user)
    const answer = (await server.says()) as { how: string; process: number }
    expect(answer.how).toBe('created')
    expect(fs.statSync(`/proc/${answer.process}`).uid).toBe(1)
    server.child.stdin.end()
    expect(await server.says()).toEqual({ stopped: true })
    fs.chmodSync(home, 0o755)
    fs.chmodSync(data, 0o755)
    fs.chmodSync(engineFolder(data).root, 0o755)
    expect(await another('serve', data, { uid: 2, gid: 2 }).says()).toMatchObject({
      code: 'database.other-owner',
    })
  })
})

const untilAnswers = async <T>(question: () => Promise<T>): Promise<T> => {
  for (let tries = 0; ; tries++) {
    try {
      return await question()
    } catch (error) {
      if (tries === 200) throw error
      await wait(50)
    }
  }
}
