import { type ChildProcess, spawn } from 'node:child_process'
import { engineFolder } from '#server/db/embedded/folder.ts'
import { runningPostmaster } from '#server/db/embedded/postmaster.ts'
import { asked } from './asked.ts'

export const ends = ['server', 'engine', 'both', 'session'] as const

/** What is ended without a word: Weixi, its PostgreSQL, both, or one session of PostgreSQL, which takes all the others with it. */
export type End = (typeof ends)[number]

export type Served = { address: string; stop: () => Promise<void>; end: (what: End) => Promise<{ serves: boolean }> }

const LONGEST_START_MS = 120_000

/** Weixi in a process of its own on a data folder, with a database that is as durable as a customer's. */
export const served = async (data: string): Promise<Served> => {
  const child = spawn(process.execPath, ['test/serve-empty.ts', data], { stdio: ['ignore', 'pipe', 'pipe'] })
  const gone = new Promise<void>((done) => child.once('exit', () => done()))
  const kill = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
    child.kill(signal)
    await gone
  }
  const address = await addressOf(child)
  return {
    address,
    stop: () => kill('SIGTERM'),
    end: async (what) => {
      if (what === 'session') process.kill(await oneSession(data), 'SIGKILL')
      if (what === 'engine' || what === 'both') process.kill(postmasterOf(data), 'SIGKILL')
      if (what === 'server' || what === 'both') await kill('SIGKILL')
      return { serves: what === 'engine' || what === 'session' }
    },
  }
}

const postmasterOf = (data: string): number => {
  const found = runningPostmaster(engineFolder(data))
  if (found === null) throw new Error(`no PostgreSQL works in ${data}`)
  return found
}

const oneSession = async (data: string): Promise<number> => {
  const [row] = await asked<{ pid: number }>(
    data,
    `select pid from pg_stat_activity where usename = current_user and pid <> pg_backend_pid() order by xact_start nulls last limit 1`,
  )
  if (!row) throw new Error('nobody is connected')
  return row.pid
}

const addressOf = (child: ChildProcess): Promise<string> =>
  new Promise((found, lost) => {
    let said = ''
    const late = setTimeout(() => {
      child.kill('SIGKILL')
      lost(new Error(`no answer within ${LONGEST_START_MS} ms: ${said}`))
    }, LONGEST_START_MS)
    child.stdout?.on('data', (chunk: Buffer) => {
      said += chunk.toString()
      const line = /http:\/\/localhost:\d+/.exec(said)
      if (!line) return
      clearTimeout(late)
      found(line[0])
    })
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()))
    child.once('exit', () => {
      clearTimeout(late)
      lost(new Error(`it ended by itself: ${said}`))
    })
  })
