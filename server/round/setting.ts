import { RoundStandardShape, SheetColumns } from '#api/round.ts'
import type { Reply } from '#api/endpoint.ts'
import type { roundEndpoints } from '#api/round.ts'
import { type SheetColumn, usualSheet } from '#domain/round/sheet.ts'
import { type RoundStandard, usualStandard } from '#domain/round/standard.ts'
import { audit } from '#server/db/audit.ts'
import { branchSetting, setBranchSetting } from '#server/db/branch-setting.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Key = 'round_standard' | 'day_sheet'

/** The branch's measure of a day in the field; the usual one until it sets its own. */
export const roundStandard = async (db: Db, branchId: number): Promise<RoundStandard> => {
  const own = RoundStandardShape.safeParse((await branchSetting(db, branchId, 'round_standard'))?.value)
  return own.success ? own.data : usualStandard
}

/** The columns of the day sheet, in their order; the usual ones until the branch chooses. */
export const sheetOf = async (db: Db, branchId: number): Promise<readonly SheetColumn[]> => {
  const own = SheetColumns.safeParse((await branchSetting(db, branchId, 'day_sheet'))?.value)
  return own.success ? own.data : usualSheet
}

export const showSettings = async (
  db: Db,
  branchId: number,
): Promise<Reply<(typeof roundEndpoints)['GET /api/round-settings']>> => ({
  standard: await roundStandard(db, branchId),
  standardVersion: (await branchSetting(db, branchId, 'round_standard'))?.version ?? null,
  sheet: [...(await sheetOf(db, branchId))],
  sheetVersion: (await branchSetting(db, branchId, 'day_sheet'))?.version ?? null,
})

type Wish = { key: Key; baseVersion: number | null; value: RoundStandard | readonly SheetColumn[] }

/** Sets one of them; whoever has not seen the latest is told so. */
export const setSetting = async (
  db: Db,
  caller: Caller,
  at: Date,
  { key, baseVersion, value }: Wish,
): Promise<{ version: number }> =>
  inTransaction(db, async (trx) => {
    const { branchId, staffId } = caller
    const stored = JSON.stringify(value)
    const written = await setBranchSetting(trx, { branchId, staffId, at, key, baseVersion, value })
    if (!written) return fail('record.conflict')
    await audit(trx, branchId, staffId, at, {
      action: 'round.set',
      entity: 'branch_setting',
      params: { key, value: stored },
    })
    return written
  })
