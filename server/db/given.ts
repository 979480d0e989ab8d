import pg from 'pg'
import { DatabaseTrouble } from './trouble.ts'

const oldest = 15

/** What of a given server's connections we leave to others: backups, monitoring, the command line. */
const LEFT_TO_OTHERS = 1 / 4

/**
 * Looks at a given PostgreSQL before it is used, and answers how many connections may be held there at most. Throws a
 * `DatabaseTrouble` that never shows the password.
 */
export const checkGiven = async (url: string): Promise<{ room: number }> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  const address = shown(client)
  try {
    await client.connect()
    const { rows } = await client.query<Found>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::integer as number,
              current_setting('server_encoding') as encoding,
              least(current_setting('max_connections')::integer
                  - current_setting('superuser_reserved_connections')::integer
                  - coalesce(current_setting('reserved_connections', true)::integer, 0),
                nullif(r.rolconnlimit, -1), nullif(d.datconnlimit, -1)) as slots
       from pg_roles r, pg_database d where r.rolname = current_user and d.datname = current_database()`,
    )
    const { version = '', number = 0, encoding = '', slots = 0 } = rows[0] ?? {}
    if (number < oldest * 10_000) throw new DatabaseTrouble('database.too-old', { address, found: version, oldest })
    if (encoding !== 'UTF8') throw new DatabaseTrouble('database.not-utf8', { address, found: encoding })
    return { room: Math.max(2, Math.floor(slots * (1 - LEFT_TO_OTHERS))) }
  } catch (error) {
    throw error instanceof DatabaseTrouble ? error : troubleOf(error, client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

type Found = { version: string; number: number; encoding: string; slots: number }

const shown = (client: pg.Client): string => `${client.host}:${client.port}`

const troubleOf = (error: unknown, client: pg.Client): DatabaseTrouble => {
  const { code = '', message } = error as { code?: string; message: string }
  const address = shown(client)
  const detail = message || code
  if (code === '3D000') return new DatabaseTrouble('database.no-such', { address, name: client.database ?? '' }, error)
  if (code.startsWith('28')) return new DatabaseTrouble('database.sign-in-refused', { address, detail }, error)
  return new DatabaseTrouble('database.unreachable', { address, detail }, error)
}
