import { betterAuth } from 'better-auth'
import { getMigrations } from 'better-auth/db/migration'
import { username } from 'better-auth/plugins'
import type { Pool } from 'pg'

/** The sign-in library, kept in a schema of its own; nothing of it is exposed but through our endpoints. */
export type Auth = ReturnType<typeof createAuth>

const SESSION_SECONDS = 12 * 3600

/** `pool` must have the schema `auth` first on its search path. */
export const createAuth = (pool: Pool, secret: string, baseUrl: string) =>
  betterAuth({
    baseURL: baseUrl,
    secret,
    database: pool,
    telemetry: { enabled: false },
    logger: { level: 'error' },
    rateLimit: { enabled: false },
    session: { expiresIn: SESSION_SECONDS, updateAge: 600 },
    emailAndPassword: { enabled: true, minPasswordLength: 10, maxPasswordLength: 128 },
    plugins: [username({ minUsernameLength: 1, maxUsernameLength: 80, usernameValidator: () => true })],
    advanced: { cookiePrefix: 'weixi', useSecureCookies: baseUrl.startsWith('https:') },
  })

/** Brings the library's tables up to the version in use; quick when they are. */
export const migrateAuth = async (pool: Pool, auth: Auth): Promise<void> => {
  await pool.query('create schema if not exists auth')
  const { runMigrations } = await getMigrations(auth.options)
  await runMigrations()
}
