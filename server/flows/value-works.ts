import { TRAINING, train } from '#server/churn/train.ts'
import type { Works } from '#server/jobs/task.ts'
import { MONTHLY_RUN } from '#server/portfolio/change-rules.ts'
import { bringUpToDate } from './run-month.ts'

/** The long work behind value and warning: the monthly run, and training followed by scoring everybody anew. */
export const valueWorks: Works = {
  [MONTHLY_RUN]: async ({ db, branchId, clock, progress }) => {
    const months = await onceMore(() => bringUpToDate(db, branchId, clock.now(), { again: true, onMonth: progress }))
    return { months: months.length, customers: months.at(-1)?.customers ?? 0, newest: months.at(-1)?.month ?? null }
  },
  [TRAINING]: async (task) => {
    const model = await train(task)
    await onceMore(() => bringUpToDate(task.db, task.branchId, task.clock.now(), { again: true }))
    const { value: auc, low, high } = model.quality.auc
    return { rows: model.rows, leavers: model.leavers, auc, low, high, alarms: model.alarms.length }
  },
}

const FOREIGN_KEY_VIOLATION = '23503'

/** Undoing an import may take customers away between reading them and writing where they stand: the month is then read anew. */
const onceMore = async <T>(run: () => Promise<T>): Promise<T> => {
  try {
    return await run()
  } catch (error) {
    if ((error as { code?: string }).code !== FOREIGN_KEY_VIOLATION) throw error
    return run()
  }
}
