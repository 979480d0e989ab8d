import * as fs from 'node:fs'
import { createServer } from 'node:http'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connectionConfig, withDatabase } from '#server/db/address.ts'
import type { Address } from '#server/db/address.ts'
import { isAlive } from '#server/db/embedded/cluster.ts'
import { engineFolder } from '#server/db/embedded/folder.ts'
import { runningPostmaster, stopPostmaster } from '#server/db/embedded/postmaster.ts'
import { npmPrograms } from '#server/db/embedded/programs.ts'
import { startEmbedded } from '#server/db/embedded/supervisor.ts'
import { migrate, ownMigrations } from '#server/db/migrate.ts'
import { type Db, openPool } from '#server/db/pool.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where test files ask for a database; see `test/database.ts`. */
    testEngine: string
  }
}

type Engine = { admin: Address; app: Address; owner: string; stop: () => Promise<void> }

/**
 * One PostgreSQL for all test files, started only when the first file asks: the embedded one in a temporary folder,
 * or the given one of WEIXI_TEST_DATABASE_URL. The files ask over a loopback port, since they run in other processes.
 */
const setup = async (project: TestProject): Promise<() => Promise<void>> => {
  let engine: Promise<Engine> | null = null
  const templates = new Map<string, Promise<string>>()
  const made: string[] = []
  const desk = createServer((request, response) => {
    const folder = new URL(request.url ?? '/', 'http://desk').searchParams.get('migrations') ?? ownMigrations
    serve(folder).then(
      (address) => response.end(JSON.stringify({ address })),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  const serve = async (folder: string): Promise<Address> => {
    engine ??= process.env['WEIXI_TEST_DATABASE_URL'] ? given(process.env['WEIXI_TEST_DATABASE_URL']) : temporary()
    const here = await engine
    const template = templates.get(folder) ?? makeTemplate(here, folder, nextName(made))
    templates.set(folder, template)
    const name = nextName(made)
    await asAdmin(here, `create database ${name} owner ${here.owner} template ${await template} strategy file_copy`)
    return withDatabase(here.app, name)
  }
  await new Promise<void>((resolve) => desk.listen(0, '127.0.0.1', resolve))
  const address = desk.address()
  project.provide('testEngine', `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}`)
  return async () => {
    desk.close()
    const here = await engine
    if (here && process.env['WEIXI_TEST_DATABASE_URL']) await dropAll(here, made)
    await here?.stop()
  }
}

export default setup

const nextName = (made: string[]): string => {
  const name = `weixi_test_${process.pid}_${made.length}`
  made.push(name)
  return name
}

const makeTemplate = async (engine: Engine, folder: string, name: string): Promise<string> => {
  await asAdmin(engine, `create database ${name} owner ${engine.owner} strategy file_copy`)
  const database = openPool(withDatabase(engine.app, name))
  try {
    await migrate(database.pool, folder)
    if (folder === ownMigrations) await addSignIn(database.db)
  } finally {
    await database.close()
  }
  return name
}

/** The sign-in library is slow to load and to look at its tables: once for all files, and never for those of pure rules. */
const addSignIn = async (db: Db): Promise<void> => {
  const { createAuth, migrateAuth } = await import('#server/staff/auth.ts')
  await migrateAuth(createAuth(db, 'a secret only for tests, of sufficient length', 'http://localhost'))
}

const asAdmin = async (engine: Engine, statement: string): Promise<void> => {
  const client = new pg.Client(connectionConfig(engine.admin))
  await client.connect()
  try {
    await client.query(statement)
  } finally {
    await client.end()
  }
}

const given = async (url: string): Promise<Engine> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ owner: string }>('select quote_ident(current_user) as owner')
  await client.end()
  return { admin: url, app: url, owner: rows[0]?.owner ?? '', stop: async () => undefined }
}

const dropAll = async (engine: Engine, names: string[]): Promise<void> => {
  for (const name of names) await asAdmin(engine, `drop database if exists ${name} with (force)`)
}

const prefix = 'weixi-test-'

const temporary = async (): Promise<Engine> => {
  await removeLeftBehind()
  const data = path.join(os.tmpdir(), `${prefix}${process.pid}`)
  const embedded = await startEmbedded({ data, memory: 1024 ** 3, connections: 90, durable: false })
  const stop = async (): Promise<void> => {
    await embedded.stop()
    fs.rmSync(data, { recursive: true, force: true })
  }
  return { admin: embedded.admin, app: embedded.address, owner: embedded.address.user, stop }
}

/** A test run that was killed leaves its engine running; the next run ends it. */
const removeLeftBehind = async (): Promise<void> => {
  for (const name of fs.readdirSync(os.tmpdir())) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue
    const data = path.join(os.tmpdir(), name)
    const pid = runningPostmaster(engineFolder(data))
    if (pid !== null) await stopPostmaster(engineFolder(data), npmPrograms(), pid)
    fs.rmSync(data, { recursive: true, force: true })
  }
}
