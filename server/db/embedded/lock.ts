import pg from 'pg'
import type { EngineState } from './folder.ts'
import { adminRole } from './cluster.ts'

/** Any number, the same in every version: the session that holds it is the folder's supervisor. */
const supervisorLock = 73_100_001

export type Knock =
  /** Nothing listens there. */
  | { is: 'silent' }
  /** It listens but is not ready: starting up, recovering or going down. */
  | { is: 'busy' }
  /** It listens and does not know our password, or is not ours. */
  | { is: 'stranger' }
  /** Another process supervises it. */
  | { is: 'served' }
  /** It is ours and nobody supervises it: the lock is now held by `session` for as long as that lives. */
  | { is: 'free'; session: pg.Client }

export const adminAddress = (state: EngineState, database = 'postgres') => ({
  host: state.host,
  port: state.port,
  user: adminRole,
  password: state.adminPassword,
  database,
})

/**
 * Asks to be the supervisor. The lock is a session's, so it ends with the process that holds it however that dies;
 * a lock file would outlive a kill -9 and its number be taken by another program.
 */
export const knock = async (state: EngineState): Promise<Knock> => {
  if (state.host === '') return { is: 'silent' }
  const session = new pg.Client({ ...adminAddress(state), application_name: 'weixi supervisor', keepAlive: true })
  // A lost connection also rejects the query under way; an unheard 'error' event would end the whole process.
  session.on('error', () => undefined)
  try {
    await session.connect()
    const answer = await session.query<{ held: boolean }>(`select pg_try_advisory_lock(${supervisorLock}) as held`)
    if (answer.rows[0]?.held) return { is: 'free', session }
    await session.end()
    return { is: 'served' }
  } catch (error) {
    await session.end().catch(() => undefined)
    return { is: answerBehind(error) }
  }
}

const answerBehind = (error: unknown): Exclude<Knock['is'], 'free'> => {
  const code = (error as { code?: string }).code ?? ''
  if (code === 'ENOENT' || code === 'ECONNREFUSED') return 'silent'
  // No session is left, not even of those kept for the superuser: somebody is at work there.
  if (code === '53300') return 'served'
  // Starting up or going down, or the connection was cut while going down.
  return ['57P03', '57P01', 'ECONNRESET', 'EPIPE'].includes(code) ? 'busy' : 'stranger'
}
