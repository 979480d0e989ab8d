import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom } from '#domain/kernel/random.ts'
import { verifyChain } from '#server/audit/verify.ts'
import { attachEmbedded } from '#server/db/embedded/supervisor.ts'
import { openPool } from '#server/db/pool.ts'
import { type End, ends, served } from './served.ts'
import { setUp, signIn } from './sign-in.ts'
import { whatIsWrong } from './stands.ts'
import { type Where, type Worker, working } from './worker.ts'

export type Killed = {
  rounds: number
  ended: Record<End, number>
  acknowledged: number
  /** Lost, doubled or half done. */
  wrong: string[]
  /** Answers under fire that were neither yes nor "come again". */
  odd: string[]
  /** From the kill until the next write was acknowledged, in milliseconds, sorted. */
  backMs: number[]
  audit: { rows: number; faults: number }
}

const WRITERS = 4
const LONGEST_BACK_MS = 120_000

/**
 * Weixi on a fresh folder under writes from four devices, ended at random moments. After every round each acknowledged write must stand once and
 * nothing half; at the end the devices finish what they began, and the log's chain must hold.
 */
export const killRounds = async (data: string, rounds: number, seed: number): Promise<Killed> => {
  const random = seededRandom(seed)
  const killed: Killed = {
    rounds: 0,
    ended: { server: 0, engine: 0, both: 0, session: 0 },
    acknowledged: 0,
    wrong: [],
    odd: [],
    backMs: [],
    audit: { rows: 0, faults: 0 },
  }
  let here = await served(data)
  const where: Where = { address: here.address }
  const cookie = await signIn(here.address, await setUp(here.address))
  const workers = Array.from({ length: WRITERS }, (_, i) => working(`甲${i}`, where, cookie, random))
  try {
    while (killed.rounds < rounds && killed.wrong.length === 0) {
      await wait(100 + random() * 900)
      const what = ends[Math.floor(random() * ends.length)] ?? 'server'
      const at = performance.now()
      const { serves } = await here.end(what)
      if (!serves) {
        where.address = null
        here = await served(data)
        where.address = here.address
      }
      await all(workers, ({ acknowledged }) => acknowledged + 1)
      killed.backMs.push(Math.round(performance.now() - at))
      killed.ended[what] += 1
      killed.rounds += 1
      killed.wrong.push(
        ...(await whatIsWrong(
          data,
          workers.flatMap(({ left }) => left),
        )),
      )
    }
    await Promise.all(workers.map((worker) => worker.done()))
    killed.wrong.push(
      ...(await whatIsWrong(
        data,
        workers.flatMap(({ left }) => left),
      )),
    )
    killed.audit = await chainOf(data)
  } finally {
    await here.stop()
  }
  killed.odd = workers.flatMap(({ odd }) => odd)
  killed.acknowledged = workers.reduce((sum, { acknowledged }) => sum + acknowledged, 0)
  killed.backMs.sort((a, b) => a - b)
  return killed
}

/** Waits until every device has got as far as `goal` says from where it is. */
const all = async (workers: readonly Worker[], goal: (worker: Worker) => number): Promise<void> => {
  const goals = workers.map(goal)
  const until = performance.now() + LONGEST_BACK_MS
  while (workers.some((worker, i) => worker.acknowledged < (goals[i] ?? 0))) {
    if (performance.now() > until)
      throw new Error(
        `no write was taken for ${LONGEST_BACK_MS} ms: ${workers.flatMap(({ odd }) => odd).at(-1) ?? 'no answer'}`,
      )
    await wait(20)
  }
}

const chainOf = async (data: string): Promise<Killed['audit']> => {
  const { db, close } = openPool(attachEmbedded(data).address)
  try {
    const { rows, faults } = await verifyChain(db, 1)
    return { rows, faults: faults.length }
  } finally {
    await close()
  }
}
