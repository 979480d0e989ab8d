import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { openDatabase, type OpenDatabase, type OpenOptions } from './db/open.ts'
import type { Env } from './env.ts'
import { type Auth, createAuth, migrateAuth } from './staff/auth.ts'

/** The database and sign-in, brought up together: what the server and the command line both stand on. */
export type Program = {
  database: OpenDatabase
  auth: Auth
  close: () => Promise<void>
}

/** Opens the database, migrated, and makes sign-in ready. Throws a `DatabaseTrouble`. */
export const openProgram = async (env: Env, baseUrl: string, options: OpenOptions = {}): Promise<Program> => {
  const database = await openDatabase(env, options)
  const auth = createAuth(database.db, secretIn(env.data), baseUrl)
  await migrateAuth(auth)
  return { database, auth, close: database.close }
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
