import { spawn, spawnSync } from 'node:child_process'
import * as fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { DatabaseTrouble } from '../trouble.ts'
import type { Account } from './account.ts'
import { clusterArgument, isAlive, spawnSettings } from './cluster.ts'
import { keepOwner, socketName } from './folder.ts'
import type { EngineFolder } from './folder.ts'
import { programPath } from './programs.ts'
import type { Programs } from './programs.ts'
import { troubleIn } from './symptoms.ts'

const windows = process.platform === 'win32'

/** What postmaster.pid says: PostgreSQL writes it when it takes the folder and fills it in as it comes up. */
type PidFile = { pid: number; ready: boolean }

const readPidFile = (folder: EngineFolder): PidFile | null => {
  try {
    const lines = fs.readFileSync(path.join(folder.cluster, 'postmaster.pid'), 'utf8').split('\n')
    return { pid: Number(lines[0]), ready: lines[7]?.trim() === 'ready' }
  } catch {
    return null
  }
}

/**
 * The postmaster working in this folder, if any. A pid alone proves nothing: after a reboot or in a new container
 * the number often belongs to another program, so the process's working directory (or command) must be ours too.
 */
export const runningPostmaster = (folder: EngineFolder): number | null => {
  const pid = readPidFile(folder)?.pid
  return pid !== undefined && isAlive(pid) && worksIn(pid, folder.cluster) ? pid : null
}

/** PostgreSQL refuses to start over a pid file whose number is alive under the same account, whatever runs there. */
export const removeStalePidFile = (folder: EngineFolder): void => {
  if (runningPostmaster(folder) === null) fs.rmSync(path.join(folder.cluster, 'postmaster.pid'), { force: true })
}

/** The same of its socket's lock file: a killed postmaster that process 1 has not collected yet, in a container perhaps never, counts as alive. */
export const removeStaleSocket = (folder: EngineFolder, sockets: string): void => {
  if (runningPostmaster(folder) !== null) return
  for (const file of [socketName, `${socketName}.lock`]) fs.rmSync(path.join(sockets, file), { force: true })
}

/** Starts postgres and waits until it takes connections. Its output goes to the log, where a failure is read from. */
export const startPostmaster = async (
  folder: EngineFolder,
  programs: Programs,
  account: Account | null,
  settings: string[],
): Promise<number> => {
  const logFrom = rotateLog(folder)
  const log = fs.openSync(folder.log, 'a', 0o600)
  keepOwner(folder, folder.log)
  const args = ['-D', clusterArgument(folder.cluster, account), ...settings.flatMap((setting) => ['-c', setting])]
  try {
    const pid = windows ? null : launch(programs, args, folder, account, log)
    if (pid === null) startByControl(programs, args, folder)
    return await untilReady(folder, pid, logFrom)
  } finally {
    fs.closeSync(log)
  }
}

/** Fast shutdown: sessions are ended, everything is written. After a minute of waiting, an immediate one. */
export const stopPostmaster = async (folder: EngineFolder, programs: Programs, pid: number): Promise<void> => {
  if (windows) {
    const args = ['stop', '-D', folder.cluster, '-m', 'fast', '-w', '-t', '60']
    spawnSync(programPath(programs, 'pg_ctl'), args, { stdio: 'ignore' })
    return
  }
  for (const [signal, patience] of [
    ['SIGINT', 60_000],
    ['SIGQUIT', 10_000],
  ] as const) {
    if (runningPostmaster(folder) !== pid) return
    process.kill(pid, signal)
    if (await gone(folder, pid, patience)) return
  }
  throw new DatabaseTrouble('database.failed', { folder: folder.root, detail: `process ${pid} does not stop` })
}

/**
 * Whether the postmaster leaves the folder within the time. Its process id would not tell: an adopted postmaster is
 * the child of process 1, which in a container may never collect it.
 */
const gone = async (folder: EngineFolder, pid: number, withinMs: number): Promise<boolean> => {
  for (const until = performance.now() + withinMs; performance.now() < until; await wait(5)) {
    if (runningPostmaster(folder) !== pid) return true
  }
  return false
}

const worksIn = (pid: number, cluster: string): boolean => {
  try {
    if (process.platform === 'linux') return fs.readlinkSync(`/proc/${pid}/cwd`) === fs.realpathSync(cluster)
    if (windows) return true
  } catch {
    return false
  }
  const command = spawnSync('ps', ['-p', String(pid), '-o', 'command='], { encoding: 'utf8' }).stdout ?? ''
  return command.includes('postgres') && command.includes(cluster)
}

/** In a session of its own: an interrupt at the terminal is for Weixi, which then stops the database in good order. */
const launch = (
  programs: Programs,
  args: string[],
  folder: EngineFolder,
  account: Account | null,
  log: number,
): number => {
  const child = spawn(programPath(programs, 'postgres'), args, {
    ...spawnSettings(folder.cluster, account),
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.once('error', () => undefined)
  child.unref()
  if (child.pid === undefined) throw troubleIn(`EACCES ${child.spawnfile}`, folder.root)
  return child.pid
}

/** On Windows only pg_ctl can drop an administrator's rights, which postgres refuses to run with. */
const startByControl = (programs: Programs, args: string[], folder: EngineFolder): void => {
  const options = args.slice(2).join(' ')
  const run = spawnSync(
    programPath(programs, 'pg_ctl'),
    ['start', '-W', '-D', folder.cluster, '-l', folder.log, '-o', options],
    { stdio: 'ignore' },
  )
  if (run.status !== 0) throw troubleInLog(folder)
}

const untilReady = async (folder: EngineFolder, pid: number | null, logFrom: number): Promise<number> => {
  for (const began = performance.now(); ;) {
    const file = readPidFile(folder)
    if (file?.ready && (pid === null || file.pid === pid)) return file.pid
    const started = pid ?? file?.pid
    const ended = started === undefined ? performance.now() - began > 30_000 : !isAlive(started)
    if (ended) {
      throw troubleInLog(folder, logFrom)
    }
    await wait(4)
  }
}

const rotateLog = (folder: EngineFolder): number => {
  const size = fs.existsSync(folder.log) ? fs.statSync(folder.log).size : 0
  if (size < 5_000_000) return size
  fs.renameSync(folder.log, `${folder.log}.1`)
  return 0
}

/** The trouble that the log's newest part tells of. */
export const troubleInLog = (folder: EngineFolder, from = 0): DatabaseTrouble =>
  troubleIn(fs.readFileSync(folder.log).subarray(from).toString(), folder.root)
