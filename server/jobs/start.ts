import { PgBoss } from 'pg-boss'
import { query } from '#server/db/connect.ts'
import type { Database } from '#server/db/pool.ts'
import type { Clock } from '#server/http/clock.ts'
import { carryOut } from './carry-out.ts'
import { relayOutbox } from './relay.ts'
import { repeat } from './repeat.ts'
import type { Payload, Works } from './task.ts'

export type JobParts = Pick<Database, 'db' | 'pool'> & {
  clock: Clock
  works: Works
  onError: (error: unknown, jobId: string | null) => void
}

export type RunningJobs = {
  /** Ends the work in hand at its next step; it goes on at the next start. */
  close: () => Promise<void>
}

const RELAY_EVERY_MS = 500
const CLOSE_WITHIN_MS = 20_000

/** How the queue treats a job: nothing is tried again but what a dead program left behind, known by its missing heartbeat. */
const queue = {
  policy: 'singleton',
  heartbeatSeconds: 20,
  expireInSeconds: 23 * 3600,
  retryLimit: 5,
  retentionSeconds: 14 * 86_400,
  deleteAfterSeconds: 86_400,
} as const

/**
 * Starts the queue (pg-boss, in a schema of its own) with a worker for each kind of work, and the relay that hands it what
 * transactions have asked for in the outbox.
 */
export const startJobs = async (parts: JobParts): Promise<RunningJobs> => {
  const { db, pool, clock, works, onError } = parts
  const names = Object.keys(works)
  const boss = new PgBoss({
    db: { executeSql: (text, values) => query(pool, text, values) },
    schema: 'jobs',
    schedule: false,
    superviseIntervalSeconds: 15,
    monitorIntervalSeconds: 15,
  })
  boss.on('error', (error) => onError(error, null))
  await boss.start()
  const ending = new AbortController()
  const carrier = { db, clock, works, onError, stopping: ending.signal }
  const workers = new Map<string, string>()
  for (const name of names) {
    await boss.createQueue(name, queue)
    await boss.updateQueue(name, withoutPolicy)
    const worker = await boss.work<Sent>(name, { pollingIntervalSeconds: 2 }, async ([job]) => {
      if (job) await carryOut(carrier, { ...job.data, name })
    })
    workers.set(name, worker)
  }
  const stopRelay = repeat(RELAY_EVERY_MS, async () => {
    try {
      for (const name of await relayOutbox(db, boss, names, clock.now())) boss.notifyWorker(workers.get(name) ?? '')
    } catch (error) {
      onError(error, null)
    }
  })
  return {
    close: async () => {
      ending.abort()
      await stopRelay()
      await boss.stop({ graceful: true, timeout: CLOSE_WITHIN_MS })
    },
  }
}

type Sent = { branchId: number; id: string; payload: Payload }

/** A queue's policy is for life; the rest may change with a new version of the program. */
const { policy: _policy, ...withoutPolicy } = queue
