import { createHash, randomBytes } from 'node:crypto'
import * as fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { DatabaseTrouble } from '../trouble.ts'
import { canReach, ownerOf } from './account.ts'
import type { Account } from './account.ts'

/** The places inside `<data>/postgres`. */
export type EngineFolder = { root: string; cluster: string; sockets: string; state: string; log: string }

/**
 * What another process needs to attach while the engine is served, and what the next start needs to know the engine
 * it finds for its own. Holds passwords: mode 0600, written whole.
 */
export type EngineState = {
  program: string
  /** Fingerprint of the settings the running postmaster was started with. */
  settings: string
  /** A socket folder, or 127.0.0.1. */
  host: string
  port: number
  adminPassword: string
  appPassword: string
  /** Process id of the Weixi that serves it, for messages only. */
  supervisor: number | null
}

export const engineFolder = (data: string): EngineFolder => engineFolderAt(path.join(path.resolve(data), 'postgres'))

export const engineFolderAt = (root: string): EngineFolder => ({
  root,
  cluster: path.join(root, 'cluster'),
  sockets: path.join(root, 'run'),
  state: path.join(root, 'state.json'),
  log: path.join(root, 'postgres.log'),
})

export const newPassword = (): string => randomBytes(24).toString('base64url')

export const readState = (folder: EngineFolder): EngineState | null => {
  try {
    return JSON.parse(fs.readFileSync(folder.state, 'utf8')) as EngineState
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EACCES') throw noPermission(folder.state, error)
    return null
  }
}

export const writeState = (folder: EngineFolder, state: EngineState): void => {
  const whole = `${folder.state}.${process.pid}`
  fs.writeFileSync(whole, `${JSON.stringify(state, null, 2)}\n`, { mode: 0o600 })
  keepOwner(folder, whole)
  fs.renameSync(whole, folder.state)
}

/** A start by root in an ordinary account's folder must not lock that account out of its own files. */
export const keepOwner = (folder: EngineFolder, file: string): void => {
  const owner = ownerOf(folder.root)
  if (process.getuid?.() === 0 && owner) fs.chownSync(file, owner.uid, owner.gid)
}

export const socketName = '.s.PGSQL.5432'
/** A socket's path is cut off near 104 bytes on some systems. */
const longestSocket = 100

/** The socket folder, 0700 and the account's: inside the data folder, or under the temporary one when the path is too long. */
export const prepareSockets = (folder: EngineFolder, account: Account | null): string => {
  if (Buffer.byteLength(path.join(folder.sockets, socketName)) <= longestSocket) {
    fs.mkdirSync(folder.sockets, { recursive: true, mode: 0o700 })
    if (account) fs.chownSync(folder.sockets, account.uid, account.gid)
    return folder.sockets
  }
  const name = `weixi-${createHash('sha256').update(fs.realpathSync(folder.root)).digest('hex').slice(0, 12)}`
  const short = path.join(temporary(account), name)
  fs.mkdirSync(short, { recursive: true, mode: 0o700 })
  refuseForeign(short, account)
  if (account) fs.chownSync(short, account.uid, account.gid)
  return short
}

const temporary = (account: Account | null): string =>
  Buffer.byteLength(os.tmpdir()) < 60 && (!account || canReach(os.tmpdir(), account)) ? os.tmpdir() : '/tmp'

const refuseForeign = (folder: string, account: Account | null): void => {
  const stat = fs.lstatSync(folder)
  const mine = stat.uid === process.getuid?.() || stat.uid === account?.uid
  if (stat.isDirectory() && mine && (stat.mode & 0o077) === 0) return
  throw new DatabaseTrouble('database.no-permission', { path: folder, detail: 'not ours' })
}

const noPermission = (file: string, error: unknown): DatabaseTrouble =>
  new DatabaseTrouble('database.no-permission', { path: file, detail: (error as Error).message }, error)

/** Runs a step on the file system, turning the system's refusals into coded troubles about the folder. */
export const onDisk = <T>(folder: string, step: () => T): T => {
  try {
    return step()
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new DatabaseTrouble('database.disk-full', { folder }, error)
    if (code === 'EACCES' || code === 'EPERM' || code === 'EROFS') throw noPermission(folder, error)
    throw error
  }
}
