import { mkdir, readdir } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { migrate, newestMigration } from '#server/db/migrate.ts'
import { openProgram } from '#server/program.ts'
import type { Env } from '#server/env.ts'
import { contentsOf, copyFile, copyIn, digestOfFile } from './copy.ts'
import { type Manifest, readManifest } from './manifest.ts'
import type { BackupStep } from './make.ts'
import { fullName, tablesToKeep } from './tables.ts'
import { BackupTrouble } from './trouble.ts'

/** Reads every file of a backup and compares it with what was written. Throws `backup.damaged` with the first that differs. */
export const checkBackup = async (folder: string): Promise<Manifest> => {
  const manifest = await readManifest(folder)
  for (const { file, sha256 } of [...manifest.tables.map(({ packed }) => packed), ...manifest.files]) {
    const found = await digestOfFile(path.join(folder, file)).catch(() => null)
    if (found !== sha256) throw new BackupTrouble('backup.damaged', { file })
  }
  return manifest
}

/**
 * Takes a backup up in an empty data folder (and an empty database, where one is given): files first, then every table in one
 * transaction, each compared with what was backed up; then the migrations since. On any trouble nothing stands in the database.
 */
export const restoreBackup = async (
  folder: string,
  env: Env,
  onStep: (step: BackupStep) => void = () => undefined,
): Promise<Manifest> => {
  const manifest = await checkBackup(folder)
  const program = newestMigration()
  if (manifest.migration > program) throw new BackupTrouble('backup.newer', { made: manifest.migration, program })
  if ((await readdir(env.data).catch(() => [])).length > 0)
    throw new BackupTrouble('backup.notEmpty', { place: env.data })
  await filesBack(folder, env.data, manifest)
  const opened = await openProgram(env, 'http://localhost', { upTo: manifest.migration })
  try {
    const { pool, migrated } = opened.database
    if (migrated.length === 0 || (await holdsBranch(pool)))
      throw new BackupTrouble('backup.notEmpty', { place: 'DATABASE_URL' })
    await tablesBack(pool, folder, manifest, onStep)
    await migrate(pool)
    return manifest
  } finally {
    await opened.close()
  }
}

const filesBack = async (folder: string, data: string, { files }: Manifest): Promise<void> => {
  await mkdir(data, { recursive: true })
  for (const { file } of files) {
    const to = path.join(data, path.relative('files', file))
    if (!to.startsWith(path.join(data, path.sep))) throw new BackupTrouble('backup.damaged', { file })
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
    await copyFile(path.join(folder, file), to, file)
  }
}

const holdsBranch = async (pool: pg.Pool): Promise<boolean> => {
  const { rows } = await pool.query<{ id: number }>('select id from branch limit 1')
  return rows.length > 0
}

const tablesBack = async (
  pool: pg.Pool,
  folder: string,
  manifest: Manifest,
  onStep: (step: BackupStep) => void,
): Promise<void> => {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    const here = await tablesToKeep(client)
    // migrating may have written rows of its own; what was backed up counts
    await client.query(`truncate ${here.map((table) => identified(client, table)).join(', ')}`)
    for (const [place, table] of manifest.tables.entries()) {
      onStep({ done: place, of: manifest.tables.length, what: table.name })
      const rows = await copyIn(client, table, path.join(folder, table.packed.file))
      if (rows !== table.rows || (await contentsOf(client, table)) !== table.contents)
        throw new BackupTrouble('backup.different', { table: fullName(table) })
    }
    onStep({ done: manifest.tables.length, of: manifest.tables.length, what: '' })
    // what the queue had taken over waits in the outbox again
    await client.query(
      `update outbox set sent_at = null from job
        where job.branch_id = outbox.branch_id and job.id = outbox.id and job.state in ('waiting', 'running')`,
    )
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
  await pool.query('analyze')
}

const identified = (client: pg.ClientBase, { schema, name }: { schema: string; name: string }): string =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`
