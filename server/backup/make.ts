import { mkdir, readdir, rename, rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type pg from 'pg'
import { copyFile, copyOut } from './copy.ts'
import { type BackedTable, type Manifest, manifestPath, type WrittenFile } from './manifest.ts'
import { tablesToKeep } from './tables.ts'
import { BackupTrouble } from './trouble.ts'

/** What of the data folder is not the database and cannot be made anew. */
const OWN_FILES = ['pictures', 'imports', 'certificate', 'session-secret']

export type BackupStep = { done: number; of: number; what: string }

/**
 * Backs a branch up into a folder while it goes on working: every table as it stood at one moment, then the files of the data folder (a row never points at a
 * file that was written after it). The folder has its name only once it is whole. Throws `backup.notEmpty` where something is there.
 */
export const makeBackup = async (
  pool: pg.Pool,
  data: string,
  folder: string,
  at: Date,
  onStep: (step: BackupStep) => void = () => undefined,
): Promise<Manifest> => {
  if (await isThere(folder)) throw new BackupTrouble('backup.notEmpty', { place: folder })
  const half = `${folder}.unfinished`
  await rm(half, { recursive: true, force: true })
  await mkdir(path.join(half, 'tables'), { recursive: true, mode: 0o700 })
  const database = await tablesInto(pool, path.join(half, 'tables'), onStep)
  const files = await filesInto(data, path.join(half, 'files'))
  const manifest: Manifest = { format: 1, madeAt: at.toISOString(), ...database, files }
  await writeFile(manifestPath(half), `${JSON.stringify(manifest, null, 1)}\n`, { mode: 0o600, flush: true })
  await rename(half, folder)
  return manifest
}

export const isThere = (place: string): Promise<boolean> =>
  stat(place).then(
    () => true,
    () => false,
  )

type Database = Pick<Manifest, 'migration' | 'tables' | 'branches'>

/** All tables in one snapshot. */
const tablesInto = async (pool: pg.Pool, folder: string, onStep: (step: BackupStep) => void): Promise<Database> => {
  const client = await pool.connect()
  try {
    await client.query('begin isolation level repeatable read, read only')
    await client.query('set local statement_timeout = 0; set local idle_in_transaction_session_timeout = 0')
    const tables = await tablesToKeep(client)
    const written: BackedTable[] = []
    for (const [place, table] of tables.entries()) {
      onStep({ done: place, of: tables.length, what: table.name })
      const file = `${table.schema}.${table.name}.copy.gz`
      written.push(await copyOut(client, table, path.join(folder, file), `tables/${file}`))
    }
    onStep({ done: tables.length, of: tables.length, what: '' })
    const { rows } = await client.query<{ migration: number }>('select max(number) as migration from weixi_migration')
    const branches = await client.query<Manifest['branches'][number]>(
      `select b.id, b.name, (select count(*)::int from customer c where c.branch_id = b.id) as customers,
              (select s.hash from audit_seal s where s.branch_id = b.id order by s.number desc limit 1) as head
         from branch b order by b.id`,
    )
    await client.query('commit')
    return { migration: rows[0]?.migration ?? 0, tables: written, branches: branches.rows }
  } finally {
    client.release()
  }
}

const filesInto = async (data: string, folder: string): Promise<WrittenFile[]> => {
  const written: WrittenFile[] = []
  for (const name of await filesBelow(data, OWN_FILES)) {
    const to = path.join(folder, name)
    await mkdir(path.dirname(to), { recursive: true, mode: 0o700 })
    // a picture or an uploaded table may go while others are copied: then no row of the snapshot needs it
    const copied = await copyFile(path.join(data, name), to, `files/${name}`).catch(gone)
    if (copied) written.push(copied)
  }
  return written
}

const gone = (error: unknown): null => {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  return null
}

/** Paths below the folder with `/` between, files only. */
const filesBelow = async (folder: string, names: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const name of names) {
    const place = await stat(path.join(folder, name)).catch(() => null)
    if (place?.isFile() && !name.endsWith('.part')) found.push(name)
    if (place?.isDirectory()) {
      const inside = await readdir(path.join(folder, name))
      found.push(
        ...(await filesBelow(
          folder,
          inside.sort().map((one) => `${name}/${one}`),
        )),
      )
    }
  }
  return found
}
