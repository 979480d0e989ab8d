import { RoundStandardShape } from '#api/round.ts'
import { type RoundStandard, usualStandard } from '#domain/round/standard.ts'
import type { Db } from '#server/db/pool.ts'

const settingOf = async (db: Db, branchId: number, key: 'round_standard' | 'day_sheet'): Promise<unknown> =>
  (
    await db
      .selectFrom('branch_setting')
      .select('value')
      .where('branch_id', '=', branchId)
      .where('key', '=', key)
      .executeTakeFirst()
  )?.value

/** The branch's measure of a day in the field; the usual one until it sets its own. */
export const roundStandard = async (db: Db, branchId: number): Promise<RoundStandard> => {
  const own = RoundStandardShape.safeParse(await settingOf(db, branchId, 'round_standard'))
  return own.success ? own.data : usualStandard
}
