import { attachEmbedded, startEmbedded } from './embedded/supervisor.ts'
import { checkGiven } from './given.ts'
import { migrate, ownMigrations } from './migrate.ts'
import { openPool } from './pool.ts'
import type { Database } from './pool.ts'
import { isTrouble } from './trouble.ts'

/** What of the environment decides which database (see `server/env.ts`). */
export type DatabaseChoice = {
  databaseUrl: string | null
  databasePooler: boolean
  databaseConnections: number
  databaseAccount: string | null
  data: string
}

export type OpenDatabase = Database & {
  /** given: DATABASE_URL; attached: served by another Weixi; the rest: the embedded one, served by this one. */
  how: 'given' | 'attached' | 'created' | 'started' | 'adopted'
  /** Names of the migrations that ran just now. */
  migrated: string[]
}

export type OpenOptions = {
  /** The command line works beside a running Weixi: attach to the embedded engine that it serves. */
  attach?: boolean
  /** Hears that the embedded engine died for good. */
  onLost?: (error: unknown) => void
  /** Migrates no further than this number: a backup is taken up as it was made, and brought up to date after. */
  upTo?: number
}

/**
 * Opens the database this Weixi is to use, migrated: the given one, or the embedded one which it then serves until
 * `close`. Throws a `DatabaseTrouble`.
 */
export const openDatabase = async (choice: DatabaseChoice, options: OpenOptions = {}): Promise<OpenDatabase> => {
  const engine = await engineOf(choice, options)
  const { databasePooler } = choice
  const { connections } = engine
  const pool = openPool(engine.address, { connections, prepared: engine.how !== 'given' || !databasePooler })
  const close = async (): Promise<void> => {
    await pool.close()
    await engine.stop()
  }
  try {
    return { ...pool, how: engine.how, migrated: await migrate(pool.pool, ownMigrations, options.upTo), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** The command line works through few, so that several find room beside a Weixi that serves. */
const ATTACHED_CONNECTIONS = 4

const nothing = async (): Promise<void> => undefined

const engineOf = async (choice: DatabaseChoice, { attach = false, onLost }: OpenOptions) => {
  if (choice.databaseUrl !== null) {
    const { room } = await checkGiven(choice.databaseUrl)
    const connections = Math.min(choice.databaseConnections, room)
    return { how: 'given' as const, address: choice.databaseUrl, connections, stop: nothing }
  }
  const { data, databaseConnections: connections, databaseAccount: runAs } = choice
  try {
    return { ...(await startEmbedded({ data, connections, runAs, ...(onLost ? { onLost } : {}) })), connections }
  } catch (error) {
    if (!attach || !isTrouble(error, 'database.already-served')) throw error
    const { address } = attachEmbedded(data)
    return { how: 'attached' as const, address, connections: ATTACHED_CONNECTIONS, stop: nothing }
  }
}
