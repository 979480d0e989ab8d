import type { Params, Said } from '#domain/kernel/said.ts'
import type { Clock } from '#server/http/clock.ts'
import type { Db } from '#server/db/pool.ts'

export type Payload = Readonly<Record<string, string | number | boolean | null>>

/** One piece of long work, as whoever carries it out sees it. */
export type Task = {
  branchId: number
  id: string
  payload: Payload
  /** Who asked for it; null for work that nobody asked for by hand. */
  askedBy: string | null
  db: Db
  clock: Clock
  /**
   * Says how far the work is; shown at most four times a second. Call it between steps, outside transactions: it is also
   * where cancelling takes hold, by throwing `Cancelled`, and stopping the program, by throwing `Stopping`.
   */
  progress: (done: number, total?: number | null) => Promise<void>
}

/**
 * Carries one job out and returns figures to show. After a crash it is called again with the same id: it resumes where it
 * was or begins anew, but never does a thing twice. Throws `JobRefused` for a failure that its reader can do something about.
 */
export type Work = (task: Task) => Promise<Params>

/** Every kind of long work by name. */
export type Works = Readonly<Record<string, Work>>

/** Somebody cancelled the job; what it began is taken back or kept whole by the work itself, which then throws this on. */
export class Cancelled extends Error {}

/** The program ends; the job goes on at its next start. */
export class Stopping extends Error {}

/** The job cannot be done, with the coded sentence that says why. */
export class JobRefused extends Error {
  readonly said: Said

  constructor(said: Said) {
    super(said.code)
    this.said = said
  }
}
