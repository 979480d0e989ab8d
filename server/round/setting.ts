import { RoundStandardShape, SheetColumns } from '#api/round.ts'
import type { Reply } from '#api/endpoint.ts'
import type { roundEndpoints } from '#api/round.ts'
import { type SheetColumn, usualSheet } from '#domain/round/sheet.ts'
import { type RoundStandard, usualStandard } from '#domain/round/standard.ts'
import { audit } from '#server/db/audit.ts'
import { type Db, inTransaction } from '#server/db/pool.ts'
import { fail } from '#server/http/failure.ts'
import type { Caller } from '#server/http/handler.ts'

type Key = 'round_standard' | 'day_sheet'

const settingOf = async (db: Db, branchId: number, key: Key): Promise<{ value: unknown; version: number } | null> =>
  (await db
    .selectFrom('branch_setting')
    .select(['value', 'version'])
    .where('branch_id', '=', branchId)
    .where('key', '=', key)
    .executeTakeFirst()) ?? null

/** The branch's measure of a day in the field; the usual one until it sets its own. */
export const roundStandard = async (db: Db, branchId: number): Promise<RoundStandard> => {
  const own = RoundStandardShape.safeParse((await settingOf(db, branchId, 'round_standard'))?.value)
  return own.success ? own.data : usualStandard
}

/** The columns of the day sheet, in their order; the usual ones until the branch chooses. */
export const sheetOf = async (db: Db, branchId: number): Promise<readonly SheetColumn[]> => {
  const own = SheetColumns.safeParse((await settingOf(db, branchId, 'day_sheet'))?.value)
  return own.success ? own.data : usualSheet
}

export const showSettings = async (
  db: Db,
  branchId: number,
): Promise<Reply<(typeof roundEndpoints)['GET /api/round-settings']>> => ({
  standard: await roundStandard(db, branchId),
  standardVersion: (await settingOf(db, branchId, 'round_standard'))?.version ?? null,
  sheet: [...(await sheetOf(db, branchId))],
  sheetVersion: (await settingOf(db, branchId, 'day_sheet'))?.version ?? null,
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
    const written = await trx
      .insertInto('branch_setting')
      .values({ branch_id: branchId, key, value: stored, set_by: staffId, set_at: at })
      .onConflict((on) =>
        on
          .columns(['branch_id', 'key'])
          .doUpdateSet((eb) => ({
            value: stored,
            set_by: staffId,
            set_at: at,
            version: eb('branch_setting.version', '+', 1),
          }))
          .where('branch_setting.version', '=', baseVersion ?? 0),
      )
      .returning('version')
      .executeTakeFirst()
    if (!written) return fail('record.conflict')
    await audit(trx, branchId, staffId, at, {
      action: 'round.set',
      entity: 'branch_setting',
      params: { key, value: stored },
    })
    return written
  })
