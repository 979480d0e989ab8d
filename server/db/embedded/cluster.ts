import { spawnSync } from 'node:child_process'
import type { SpawnSyncReturns } from 'node:child_process'
import * as fs from 'node:fs'
import path from 'node:path'
import { DatabaseTrouble } from '../trouble.ts'
import { canReach, giveTo } from './account.ts'
import type { Account } from './account.ts'
import { engineFolderAt, newPassword, onDisk, writeState } from './folder.ts'
import type { EngineFolder, EngineState } from './folder.ts'
import { majorOf, programPath } from './programs.ts'
import type { Programs } from './programs.ts'
import { troubleIn } from './symptoms.ts'

/** The bootstrap superuser, for the supervisor and backups only; the application is the plain owner of its database. */
export const adminRole = 'postgres'

/**
 * How the postgres programs are told the cluster's place. An account that cannot walk there (a data folder under
 * /root) still can through its own working directory, which the system sets while the process is still root.
 */
export const clusterArgument = (cluster: string, account: Account | null): string =>
  account && process.platform === 'linux' && !canReach(cluster, account) ? '/proc/self/cwd' : cluster

/** A small fixed environment: nothing of ours (secrets, PG* variables) is for PostgreSQL to see. */
export const spawnSettings = (cluster: string, account: Account | null) => ({
  cwd: cluster,
  ...(process.platform === 'win32' ? {} : { env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' } }),
  ...account,
})

/**
 * Makes a new cluster beside its place and moves it there whole with its state, so that an interrupted start leaves
 * nothing half made, and of two starting at once one wins. Returns false when another won.
 */
export const createCluster = (
  folder: EngineFolder,
  programs: Programs,
  account: Account | null,
  durable: boolean,
): boolean => {
  const making = engineFolderAt(`${folder.root}.making-${process.pid}`)
  return onDisk(folder.root, () => {
    fs.rmSync(making.root, { recursive: true, force: true })
    fs.mkdirSync(making.cluster, { recursive: true })
    fs.chmodSync(making.root, account ? 0o711 : 0o700)
    fs.chmodSync(making.cluster, 0o700)
    const state = firstState(programs)
    try {
      initialise(making, programs, account, state.adminPassword, durable ? [] : ['--no-sync'])
      writeState(making, state)
      return moved(making.root, folder.root)
    } finally {
      fs.rmSync(making.root, { recursive: true, force: true })
    }
  })
}

/** Removes what a start that was killed half way left beside the folder. */
export const removeUnfinished = (folder: EngineFolder): void => {
  const prefix = `${path.basename(folder.root)}.making-`
  for (const name of fs.readdirSync(path.dirname(folder.root))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue
    fs.rmSync(path.join(path.dirname(folder.root), name), { recursive: true, force: true })
  }
}

/** Throws when the cluster was made by another major version of PostgreSQL, or is no cluster. */
export const refuseOtherMajor = (folder: EngineFolder, programs: Programs): void => {
  const file = path.join(folder.cluster, 'PG_VERSION')
  if (!fs.existsSync(file)) {
    throw new DatabaseTrouble('database.damaged', { folder: folder.cluster, detail: 'PG_VERSION' })
  }
  const found = onDisk(folder.cluster, () => fs.readFileSync(file, 'utf8').trim())
  const difference = Number(found) - majorOf(programs)
  if (difference === 0) return
  const facts = { folder: folder.cluster, found, program: String(majorOf(programs)) }
  throw new DatabaseTrouble(difference > 0 ? 'database.newer-major' : 'database.older-major', facts)
}

/** Sets a new superuser password without a server, for a folder whose state file was lost. */
export const resetAdminPassword = (
  folder: EngineFolder,
  programs: Programs,
  account: Account | null,
  password: string,
): void => {
  const cluster = clusterArgument(folder.cluster, account)
  const run = spawnSync(programPath(programs, 'postgres'), ['--single', '-D', cluster, 'postgres'], {
    ...spawnSettings(folder.cluster, account),
    input: `alter role ${adminRole} password '${password}'\n`,
    encoding: 'utf8',
  })
  throwWhenFailed(run, folder)
}

export const isAlive = (pid: number): boolean => {
  if (!Number.isInteger(pid) || pid <= 0) return false
  try {
    return process.kill(pid, 0)
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

export const firstState = (programs: Programs): EngineState => ({
  program: programs.version,
  settings: '',
  host: '',
  port: 5432,
  adminPassword: newPassword(),
  appPassword: newPassword(),
  supervisor: null,
})

const initialise = (
  making: EngineFolder,
  programs: Programs,
  account: Account | null,
  password: string,
  more: string[],
): void => {
  const passwordFile = path.join(making.root, 'password')
  fs.writeFileSync(passwordFile, password, { mode: 0o600 })
  giveTo(passwordFile, account)
  giveTo(making.cluster, account)
  let run = initdb(making, programs, account, ['--locale=C.UTF-8', ...more])
  if (run.status !== 0 && run.stderr.includes('locale'))
    run = initdb(making, programs, account, ['--locale=C', ...more])
  throwWhenFailed(run, making)
  fs.rmSync(passwordFile)
}

const initdb = (making: EngineFolder, programs: Programs, account: Account | null, more: string[]) => {
  const options = `-U ${adminRole} --pwfile=../password --auth=scram-sha-256 --data-checksums --no-instructions`
  const language = '--encoding=UTF8 --locale-provider=icu --icu-locale=zh-u-co-pinyin --lc-messages=C'
  const args = ['-D', clusterArgument(making.cluster, account), ...`${options} ${language}`.split(' '), ...more]
  return spawnSync(programPath(programs, 'initdb'), args, {
    ...spawnSettings(making.cluster, account),
    encoding: 'utf8',
  })
}

const throwWhenFailed = (run: SpawnSyncReturns<string>, folder: EngineFolder): void => {
  if (run.status === 0) return
  throw troubleIn(run.error?.message ?? run.stderr, folder.root)
}

const moved = (from: string, to: string): boolean => {
  try {
    fs.renameSync(from, to)
    return true
  } catch (error) {
    if (fs.existsSync(path.join(to, 'cluster'))) return false
    throw error
  }
}
