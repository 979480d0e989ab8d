import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { username } from 'better-auth/plugins'
import type { Db } from '#server/db/pool.ts'

/** The sign-in library, kept in a schema of its own; nothing of it is exposed but through our endpoints. */
export type Auth = ReturnType<typeof createAuth>

const SESSION_SECONDS = 12 * 3600

const SCHEMA = 'auth'

/** It works through the one pool that everything works through, so that connections are counted in one place. */
export const createAuth = (db: Db, secret: string, baseUrl: string) =>
  betterAuth({
    baseURL: baseUrl,
    secret,
    database: { db, type: 'postgres', schemaName: SCHEMA },
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    session: { expiresIn: SESSION_SECONDS, updateAge: 600 },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 80, usernameValidator: () => true })],
    advanced: { cookiePrefix: 'weixi', useSecureCookies: baseUrl.startsWith('https:') },
  })

/** Brings the library's tables up to the version in use; quick when they are. */
export const migrateAuth = async (auth: Auth): Promise<void> => {
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
}
