import type { Address } from './address.ts'
import { attachEmbedded, startEmbedded } from './embedded/supervisor.ts'
import { checkGiven } from './given.ts'
import { migrate } from './migrate.ts'
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
  /** Where it is, for pools of other libraries. */
  address: Address
  /** Names of the migrations that ran just now. */
  migrated: string[]
}

export type OpenOptions = {
  /** The command line works beside a running Weixi: attach to the embedded engine that it serves. */
  attach?: boolean
  /** Hears that the embedded engine died for good. */
  onLost?: (error: unknown) => void
}

/**
 * Opens the database this Weixi is to use, migrated: the given one, or the embedded one which it then serves until
 * `close`. Throws a `DatabaseTrouble`.
 */
export const openDatabase = async (choice: DatabaseChoice, options: OpenOptions = {}): Promise<OpenDatabase> => {
  const engine = await engineOf(choice, options)
  const { databasePooler, databaseConnections: connections } = choice
  const pool = openPool(engine.address, { connections, prepared: engine.how !== 'given' || !databasePooler })
  const close = async (): Promise<void> => {
    await pool.close()
    await engine.stop()
  }
  try {
    return { ...pool, how: engine.how, address: engine.address, migrated: await migrate(pool.pool), close }
  } catch (error) {
    await close()
    throw error
  }
}

/** Sign-in and the job queue have pools of their own. */
const BESIDE_THE_POOL = 16

const nothing = async (): Promise<void> => undefined

const engineOf = async (choice: DatabaseChoice, { attach = false, onLost }: OpenOptions) => {
  if (choice.databaseUrl !== null) {
    await checkGiven(choice.databaseUrl)
    return { how: 'given' as const, address: choice.databaseUrl, stop: nothing }
  }
  const { data, databaseConnections: connections, databaseAccount: runAs } = choice
  try {
    return await startEmbedded({
      data,
      connections: connections + BESIDE_THE_POOL,
      runAs,
      ...(onLost ? { onLost } : {}),
    })
  } catch (error) {
    if (!attach || !isTrouble(error, 'database.already-served')) throw error
    return { how: 'attached' as const, address: attachEmbedded(data).address, stop: nothing }
  }
}
