import pg from 'pg'
import { DatabaseTrouble } from './trouble.ts'

const oldest = 15

/** Looks at a given PostgreSQL before it is used. Throws a `DatabaseTrouble` that never shows the password. */
export const checkGiven = async (url: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  const address = shown(client)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: number; encoding: string }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::integer as number,
              current_setting('server_encoding') as encoding`,
    )
    const { version = '', number = 0, encoding = '' } = rows[0] ?? {}
    if (number < oldest * 10_000) throw new DatabaseTrouble('database.too-old', { address, found: version, oldest })
    if (encoding !== 'UTF8') throw new DatabaseTrouble('database.not-utf8', { address, found: encoding })
  } catch (error) {
    throw error instanceof DatabaseTrouble ? error : troubleOf(error, client)
  } finally {
    await client.end().catch(() => undefined)
  }
}

const shown = (client: pg.Client): string => `${client.host}:${client.port}`

const troubleOf = (error: unknown, client: pg.Client): DatabaseTrouble => {
  const { code = '', message } = error as { code?: string; message: string }
  const address = shown(client)
  const detail = message || code
  if (code === '3D000') return new DatabaseTrouble('database.no-such', { address, name: client.database ?? '' }, error)
  if (code.startsWith('28')) return new DatabaseTrouble('database.sign-in-refused', { address, detail }, error)
  return new DatabaseTrouble('database.unreachable', { address, detail }, error)
}
