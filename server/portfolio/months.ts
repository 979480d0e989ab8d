import type { Month } from '#domain/kernel/day.ts'
import { monthNumber, monthOfNumber } from '#server/db/month-number.ts'
import type { Db } from '#server/db/pool.ts'
import type { MonthSummary } from './compute-month.ts'

export type MonthShown = { month: Month; computedAt: string; stale: boolean; ruleNumber: number }

/** The months a branch has standings for, newest first. */
export const monthsOf = async (db: Db, branchId: number): Promise<MonthShown[]> => {
  const rows = await db
    .selectFrom('standing_month')
    .select(['month', 'computed_at', 'stale', 'rule_version'])
    .where('branch_id', '=', branchId)
    .orderBy('month', 'desc')
    .limit(36)
    .execute()
  return rows.map((row) => ({
    month: monthOfNumber(row.month),
    computedAt: row.computed_at.toISOString(),
    stale: row.stale,
    ruleNumber: row.rule_version,
  }))
}

export const summaryOf = async (db: Db, branchId: number, month: Month): Promise<MonthSummary> => {
  const { summary } = await db
    .selectFrom('standing_month')
    .select('summary')
    .where('branch_id', '=', branchId)
    .where('month', '=', monthNumber(month))
    .executeTakeFirstOrThrow()
  return summary as unknown as MonthSummary
}
