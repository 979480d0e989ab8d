import { accessSync, constants, existsSync, statSync } from 'node:fs'
import { statfs } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import type { Language } from '#domain/kernel/said.ts'
import { seriesOf } from '#server/backup/schedule.ts'
import { keptIn } from '#server/backup/series.ts'
import { thisMachine } from '#server/db/embedded/machine.ts'
import { ownMigrations } from '#server/db/migrate.ts'
import { readMigrations } from '#server/db/migrations.ts'
import { openDatabase, type OpenDatabase } from '#server/db/open.ts'
import { DatabaseTrouble } from '#server/db/trouble.ts'
import { type Env, projectRoot } from '#server/env.ts'
import type { Facts } from './judge.ts'

const HOUR = 3_600_000

/** Looks at a machine and a data folder, beside a running Weixi or without one. Changes nothing: nothing is made or migrated. */
export const look = async (env: Env, now: Date, language: Language): Promise<Facts> => {
  const data = await ofFolder(env.data)
  const known = env.databaseUrl !== null || existsSync(path.join(env.data, 'postgres'))
  return {
    data,
    memoryBytes: thisMachine().memory,
    app: existsSync(path.join(projectRoot(), 'dist', 'index.html')),
    port: { number: env.port, is: await answering(env) },
    ...(known ? await ofDatabase(env, now, language) : { database: null, branch: null }),
    backup: await ofBackups(env, now),
  }
}

const ofFolder = async (folder: string): Promise<Facts['data']> => {
  const there = existsSync(folder)
  const { bavail, bsize } = await statfs(there ? folder : nearest(folder))
  return {
    folder,
    there,
    writable: there && mayWrite(folder),
    freeBytes: bavail * bsize,
    secretOpen: isOpen(path.join(folder, 'session-secret')),
  }
}

const nearest = (folder: string): string => (existsSync(folder) ? folder : nearest(path.dirname(folder)))

const mayWrite = (folder: string): boolean => {
  try {
    accessSync(folder, constants.W_OK)
    return true
  } catch {
    return false
  }
}

/** Whether others of this machine may read it; Windows has no such bits. */
const isOpen = (file: string): boolean =>
  process.platform !== 'win32' && existsSync(file) && (statSync(file).mode & 0o077) !== 0

const answering = async ({ port, tls }: Env): Promise<Facts['port']['is']> => {
  const ask = (where: string) =>
    fetch(`${tls ? 'https' : 'http'}://localhost:${port}${where}`, { signal: AbortSignal.timeout(3_000) })
  try {
    if ((await (await ask('/healthz')).text()) !== 'ok\n') return 'another'
    return (await ask('/readyz')).ok ? 'ready' : 'notReady'
  } catch (error) {
    // our own certificate is not among those Node trusts
    const { code } = ((error as { cause?: unknown }).cause ?? {}) as { code?: string }
    if (code === 'ECONNREFUSED') return 'free'
    return tls && code !== undefined && /CERT|SIGNATURE/.test(code) ? 'ready' : 'another'
  }
}

const ofDatabase = async (env: Env, now: Date, language: Language): Promise<Pick<Facts, 'database' | 'branch'>> => {
  let opened: OpenDatabase
  try {
    opened = await openDatabase(env, { attach: true, upTo: 0 })
  } catch (error) {
    if (!(error instanceof DatabaseTrouble)) throw error
    return { database: { trouble: error.say(language) }, branch: null }
  }
  try {
    const { rows } = await sql<{ bytes: string; newest: number; clock: Date }>`
      select pg_database_size(current_database()) as bytes, clock_timestamp() as clock,
        (select coalesce(max(number), 0) from weixi_migration) as newest`.execute(opened.db)
    const { bytes = '0', newest = 0, clock = now } = rows[0] ?? {}
    const pending = readMigrations(ownMigrations).filter(({ number }) => number > newest).length
    return {
      database: { bytes: Number(bytes), pending, clockOffMs: clock.getTime() - now.getTime() },
      branch: pending === 0 ? await ofBranch(opened.db, now) : null,
    }
  } finally {
    await opened.close()
  }
}

const WEEK = 7 * 24 * HOUR

const ofBranch = async (db: OpenDatabase['db'], now: Date): Promise<Facts['branch']> => {
  const { rows } = await sql<{ set_up: boolean; administrators: number; failed: number; unsealed: Date | null }>`
    select exists (select from branch) as set_up,
      (select count(*)::int from staff where active and 'admin' = any(roles)) as administrators,
      (select count(*)::int from job where state = 'failed' and finished_at > ${new Date(now.getTime() - WEEK)}) as failed,
      (select min(at) from audit_event where seal is null) as unsealed`.execute(db)
  const [row] = rows
  if (!row?.set_up) return null
  return {
    administrators: row.administrators,
    failedJobs: row.failed,
    unsealedMinutes: row.unsealed === null ? null : (now.getTime() - row.unsealed.getTime()) / 60_000,
  }
}

const ofBackups = async (env: Env, now: Date): Promise<Facts['backup']> => {
  if (env.backups === null) return 'off'
  const newest = (await keptIn(seriesOf(env.data, env.backups.folder))).at(-1)
  return newest ? (now.getTime() - newest.madeAt.getTime()) / HOUR : null
}
