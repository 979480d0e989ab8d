import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import { type Address, connectionConfig } from './db/address.ts'
import { type Embedded, startEmbedded } from './db/embedded/supervisor.ts'
import { migrate } from './db/migrate.ts'
import { type Database, openPool } from './db/pool.ts'
import type { Env } from './env.ts'
import { type Auth, createAuth, migrateAuth } from './staff/auth.ts'

/** The database and sign-in, brought up together: what the server and the command line both stand on. */
export type Program = { database: Database; auth: Auth; close: () => Promise<void> }

/** Starts or reaches the database, migrates it, and makes sign-in ready. */
export const openProgram = async (env: Env, baseUrl: string): Promise<Program> => {
  const embedded = env.databaseUrl ? null : await startEmbedded(embeddedOptions(env))
  const address = env.databaseUrl ?? (embedded as Embedded).address
  return openAt(address, env, baseUrl, embedded)
}

const embeddedOptions = (env: Env) => ({
  data: env.data,
  connections: env.databaseConnections,
  runAs: env.databaseAccount,
})

/** Opens the program on an address somebody else serves. */
export const openAt = async (
  address: Address,
  env: Env,
  baseUrl: string,
  embedded: Embedded | null = null,
): Promise<Program> => {
  const database = openPool(address, { connections: env.databaseConnections, prepared: !env.databasePooler })
  await migrate(database.pool)
  const signInPool = new pg.Pool({ ...connectionConfig(address), max: 4, options: '-c search_path=auth' })
  const auth = createAuth(signInPool, secretIn(env.data), baseUrl)
  await migrateAuth(signInPool, auth)
  return {
    database,
    auth,
    close: async () => {
      await signInPool.end()
      await database.close()
      await embedded?.stop()
    },
  }
}

/** Signs session cookies; made once and kept beside the data, readable by us alone. */
const secretIn = (data: string): string => {
  const file = path.join(data, 'session-secret')
  if (!existsSync(file)) {
    mkdirSync(data, { recursive: true })
    writeFileSync(file, randomBytes(48).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8')
}
