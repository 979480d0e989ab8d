import path from 'node:path'
import type pg from 'pg'
import { projectRoot } from '#server/env.ts'
import { readMigrations } from './migrations.ts'
import type { Migration } from './migrations.ts'
import { DatabaseTrouble } from './trouble.ts'

type Applied = { number: number; name: string; checksum: string }

/** Any number, the same in every version: whoever holds it migrates. */
const migrationLock = 73_100_002

/** Weixi's own migrations. */
export const ownMigrations = path.join(projectRoot(), 'server/db/migrations')

/** The number of the newest migration this program has. */
export const newestMigration = (): number => readMigrations(ownMigrations).at(-1)?.number ?? 0

/**
 * Brings the database up to the program's newest migration, forward only, each in its own transaction under an
 * advisory lock (of the transaction, so that it also holds behind a pooler); no further than `upTo`. Returns the names of those that ran.
 * Throws `migration.*` troubles; those that ran before a failing one stay.
 */
export const migrate = async (
  pool: pg.Pool,
  folder: string = ownMigrations,
  upTo: number = Number.POSITIVE_INFINITY,
): Promise<string[]> => {
  const migrations = readMigrations(folder)
  const ran: string[] = []
  const client = await pool.connect()
  try {
    for (;;) {
      const next = await applyNext(client, migrations, upTo)
      if (next === null) return ran
      ran.push(next.name)
    }
  } finally {
    client.release()
  }
}

const applyNext = async (client: pg.PoolClient, migrations: Migration[], upTo: number): Promise<Migration | null> => {
  await client.query('begin')
  try {
    await client.query('set local statement_timeout = 0; set local lock_timeout = 0')
    await client.query(`select pg_advisory_xact_lock(${migrationLock})`)
    const first = pending(migrations, await applied(client))[0]
    const next = first && first.number <= upTo ? first : null
    if (next) await apply(client, next)
    await client.query('commit')
    return next
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  }
}

const applied = async (client: pg.PoolClient): Promise<Applied[]> => {
  await client.query(
    `create table if not exists weixi_migration (
       number integer primary key, name text not null, checksum text not null,
       applied_at timestamptz not null default now()
     )`,
  )
  const rows = await client.query<Applied>('select number, name, checksum from weixi_migration order by number')
  return rows.rows
}

/** The migrations still to run, after checking that the database's history is a beginning of the program's. */
const pending = (migrations: Migration[], applied: Applied[]): Migration[] => {
  const newest = migrations.at(-1)?.number ?? 0
  for (const past of applied) {
    if (past.number > newest) throw new DatabaseTrouble('migration.newer-database', { ...shown(past), program: newest })
    const same = migrations.find((migration) => migration.number === past.number)
    if (!same) throw new DatabaseTrouble('migration.missing', shown(past))
    if (same.checksum !== past.checksum) throw new DatabaseTrouble('migration.changed', { file: same.file })
  }
  const last = applied.at(-1)?.number ?? 0
  const rest = migrations.filter((migration) => !applied.some((past) => past.number === migration.number))
  const late = rest.find((migration) => migration.number < last)
  if (late) throw new DatabaseTrouble('migration.out-of-order', { file: late.file, last })
  return rest
}

const shown = (past: Applied): { number: number; name: string } => ({ number: past.number, name: past.name })

const apply = async (client: pg.PoolClient, migration: Migration): Promise<void> => {
  const before = await transactionOf(client)
  try {
    await client.query(migration.sql)
  } catch (error) {
    throw failed(migration, error)
  }
  if ((await transactionOf(client)) !== before) {
    throw new DatabaseTrouble('migration.own-transaction', { file: migration.file })
  }
  const { number, name, checksum } = migration
  await client.query('insert into weixi_migration (number, name, checksum) values ($1, $2, $3)', [
    number,
    name,
    checksum,
  ])
}

const transactionOf = async (client: pg.PoolClient): Promise<string> => {
  const answer = await client.query<{ id: string }>('select pg_current_xact_id()::text as id')
  return answer.rows[0]?.id ?? ''
}

const failed = (migration: Migration, error: unknown): DatabaseTrouble => {
  const { message, position } = error as { message: string; position?: string }
  const line = position === undefined ? null : migration.sql.slice(0, Number(position)).split('\n').length
  return new DatabaseTrouble('migration.failed', { file: migration.file, line, detail: message }, error)
}
