import { createHash } from 'node:crypto'
import * as fs from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import type pg from 'pg'
import type { Address } from '../address.ts'
import { DatabaseTrouble } from '../trouble.ts'
import { accountFor, closeToOthers, giveTo, ownerOf } from './account.ts'
import type { Account } from './account.ts'
import { createCluster, firstState, refuseOtherMajor, removeUnfinished, resetAdminPassword } from './cluster.ts'
import { engineFolder, onDisk, prepareSockets, readState, writeState } from './folder.ts'
import type { EngineFolder, EngineState } from './folder.ts'
import { adminAddress, knock } from './lock.ts'
import { thisMachine } from './machine.ts'
import { freePort } from './port.ts'
import {
  removeStalePidFile,
  removeStaleSocket,
  runningPostmaster,
  startPostmaster,
  stopPostmaster,
  troubleInLog,
} from './postmaster.ts'
import { npmPrograms, programsFor } from './programs.ts'
import type { Programs } from './programs.ts'
import { appAddress, provision } from './provision.ts'
import { inTurn } from './turn.ts'
import { settingsFor } from './settings.ts'

export type EmbeddedOptions = {
  /** Weixi's data folder; PostgreSQL's lies in its `postgres` folder. */
  data: string
  /** Most application connections at once. */
  connections?: number
  /** Other programs than npm's, such as an installed PostgreSQL's. */
  programs?: Programs
  /** The account to run under when started by root (name or number); `nobody` unless given. */
  runAs?: string | null
  /** TCP on 127.0.0.1 rather than a socket; always so on Windows. */
  tcp?: boolean
  /** Bytes of memory to plan for; the machine's unless given. */
  memory?: number
  /** False only for throw-away test databases. */
  durable?: boolean
  /** Hears that PostgreSQL died and could not be brought back; sensible programs end then. */
  onLost?: (error: unknown) => void
}

export type Embedded = {
  /** created: the folder was new; started: it was at rest; adopted: its postmaster had outlived its Weixi. */
  how: 'created' | 'started' | 'adopted'
  /** The postmaster's process id. */
  process: number
  /** For the application: the plain owner of its database. */
  address: Exclude<Address, string>
  /** For backup, restore and tests: the superuser. */
  admin: Exclude<Address, string>
  /** Ends all sessions and stops PostgreSQL in good order. */
  stop: () => Promise<void>
}

type Start = {
  folder: EngineFolder
  programs: Programs
  account: Account | null
  settings: string[]
  tcp: boolean
}

/**
 * Starts the embedded PostgreSQL in a data folder and supervises it until `stop`. A postmaster that outlived a killed
 * Weixi is adopted, or restarted when its version or settings differ. Throws a `DatabaseTrouble`, among them
 * `database.already-served` when another process supervises the folder.
 */
export const startEmbedded = async (options: EmbeddedOptions): Promise<Embedded> => {
  const start = prepare(options)
  return inTurn(start.folder, async () => {
    const { how, held } = await taken(start, options.durable ?? true)
    const stop = supervise(start, held, options.onLost ?? (() => undefined))
    return { how, process: held.pid, address: appAddress(held.state), admin: adminAddress(held.state), stop }
  })
}

/** Makes the cluster when there is none, then takes over the postmaster that runs or launches one. */
const taken = async (start: Start, durable: boolean): Promise<{ how: Embedded['how']; held: Held }> => {
  const { folder, programs, account } = start
  const isNew = !fs.existsSync(folder.cluster)
  if (isNew) createCluster(folder, programs, account, durable)
  refuseOtherMajor(folder, programs)
  const state = readState(folder) ?? (await recoverState(start))
  const orphan = await adopt(start, state)
  if (orphan) return { how: 'adopted', held: orphan }
  return { how: isNew ? 'created' : 'started', held: await launch(start, state) }
}

/** Attaches to the engine another process serves in this data folder. Throws `database.not-served`. */
export const attachEmbedded = (
  data: string,
): { address: Exclude<Address, string>; admin: Exclude<Address, string> } => {
  const folder = engineFolder(data)
  const state = readState(folder)
  if (!state || runningPostmaster(folder) === null) {
    throw new DatabaseTrouble('database.not-served', { folder: folder.root })
  }
  return { address: appAddress(state), admin: adminAddress(state) }
}

const prepare = (options: EmbeddedOptions): Start => {
  const folder = engineFolder(options.data)
  const account = accountFor(folder.cluster, options.runAs ?? null)
  // Root's folder must let the other account walk through, though not look around.
  onDisk(options.data, () => fs.mkdirSync(options.data, { recursive: true, mode: account ? 0o711 : 0o700 }))
  onDisk(options.data, () => removeUnfinished(folder))
  const programs = programsFor(options.programs ?? npmPrograms(), account)
  if (account && ownerOf(folder.cluster)?.uid === 0) giveTo(folder.cluster, account)
  onDisk(folder.cluster, () => closeToOthers(folder.cluster))
  const machine = { ...thisMachine(), ...(options.memory === undefined ? {} : { memory: options.memory }) }
  const settings = settingsFor(machine, options.connections ?? 20, options.durable ?? true)
  return { folder, programs, account, settings, tcp: options.tcp ?? process.platform === 'win32' }
}

/** The state file was lost or is no longer readable: stop what runs here and set a new password. */
const recoverState = async (start: Start): Promise<EngineState> => {
  const running = runningPostmaster(start.folder)
  if (running !== null) await stopPostmaster(start.folder, start.programs, running)
  removeStalePidFile(start.folder)
  const state = firstState(start.programs)
  resetAdminPassword(start.folder, start.programs, start.account, state.adminPassword)
  writeState(start.folder, state)
  return state
}

/** A postmaster that replays its log after a crash answers only when it is done. */
const longestRecoveryMs = 600_000

type Held = { state: EngineState; session: pg.Client; pid: number }

/** Takes over a postmaster that runs in the folder without a supervisor. Null when none runs (any more). */
const adopt = async (start: Start, state: EngineState): Promise<Held | null> => {
  const { folder, programs } = start
  for (const until = performance.now() + longestRecoveryMs; ; await wait(50)) {
    const answer = await knock(state)
    const pid = runningPostmaster(folder)
    if (answer.is === 'served') throw alreadyServed(folder)
    if (answer.is === 'free') {
      // It answers through the folder's socket, yet its process is out of sight: another container shares the folder.
      if (pid === null) {
        await answer.session.end()
        throw new DatabaseTrouble('database.already-served', { folder: folder.root, process: null })
      }
      if (state.program === programs.version && state.settings === fingerprint(start)) {
        return { state, session: answer.session, pid }
      }
      await stopPostmaster(folder, programs, pid)
      return null
    }
    if (answer.is === 'busy' && performance.now() < until) continue
    if (pid === null) return null
    await stopPostmaster(folder, programs, pid)
    return null
  }
}

const launch = async (start: Start, before: EngineState): Promise<Held> => {
  const { folder, programs } = start
  removeStalePidFile(folder)
  const where = await listening(start, before)
  const state = { ...before, ...where.state, program: programs.version, settings: fingerprint(start) }
  const pid = await startOrYield(start, [...start.settings, ...where.settings])
  const answer = await knock(state)
  if (answer.is !== 'free') throw alreadyServed(folder)
  try {
    await provision(answer.session, state)
  } catch (error) {
    await stopPostmaster(folder, programs, pid)
    throw error
  }
  return { state, session: answer.session, pid }
}

/** Of two that start at once, one's postmaster takes the folder; the other reports it as served. */
const startOrYield = async (start: Start, settings: string[]): Promise<number> => {
  try {
    return await startPostmaster(start.folder, start.programs, start.account, settings)
  } catch (error) {
    if (runningPostmaster(start.folder) !== null) throw alreadyServed(start.folder)
    throw error
  }
}

/** Socket folder or loopback port, for PostgreSQL's settings and for whoever connects. */
const listening = async ({ folder, account, tcp }: Start, before: EngineState) => {
  if (tcp) {
    const port = await freePort(before.port)
    const none = process.platform === 'win32' ? [] : ['unix_socket_directories=']
    return { settings: ['listen_addresses=127.0.0.1', `port=${port}`, ...none], state: { host: '127.0.0.1', port } }
  }
  const host = onDisk(folder.root, () => prepareSockets(folder, account))
  removeStaleSocket(folder, host)
  // Relative to the cluster, so that it holds for an account that cannot walk to the folder by its full path.
  const sockets = host === folder.sockets ? '../run' : host
  return {
    settings: ['listen_addresses=', `unix_socket_directories=${sockets}`, 'port=5432'],
    state: { host, port: 5432 },
  }
}

/**
 * Watches the postmaster through the session that holds the lock, and brings it back when it dies (killed for want of
 * memory, say); after the fifth time within a minute it gives up. Returns how to stop.
 */
const supervise = (start: Start, first: Held, onLost: (error: unknown) => void): (() => Promise<void>) => {
  let held = first
  let stopping = false
  let reviving = Promise.resolve()
  let deaths: number[] = []
  const watch = (): void => {
    writeState(start.folder, { ...held.state, supervisor: process.pid })
    held.session.once('end', () => {
      if (!stopping) reviving = revive().catch(onLost)
    })
  }
  const revive = async (): Promise<void> => {
    deaths = [...deaths.filter((at) => at > performance.now() - 60_000), performance.now()]
    if (deaths.length > 5) throw troubleInLog(start.folder)
    await wait(50 * 2 ** deaths.length)
    if (stopping) return
    held = (await adopt(start, held.state)) ?? (await launch(start, held.state))
    watch()
  }
  watch()
  return async () => {
    stopping = true
    await reviving
    await held.session.end().catch(() => undefined)
    await stopPostmaster(start.folder, start.programs, held.pid)
  }
}

const fingerprint = (start: Start): string =>
  createHash('sha256')
    .update(JSON.stringify([start.settings, start.tcp]))
    .digest('hex')
    .slice(0, 16)

const alreadyServed = (folder: EngineFolder): DatabaseTrouble =>
  new DatabaseTrouble('database.already-served', {
    folder: folder.root,
    process: readState(folder)?.supervisor ?? null,
  })
